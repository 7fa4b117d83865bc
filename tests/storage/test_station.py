import json
import os
import shutil
import stat

import pytest

from navigator.access import Role, StoreName, holds
from navigator.errors import BadInput, LockedOut, MustChoose, NotAllowed, StationError, WrongPassphrase
from navigator.storage import changes, keys, slots, state
from navigator.storage.accounts import Accounts
from navigator.storage.database import Store, StoreLocked
from navigator.storage.station import Station
from navigator.storage.verify import NOT_CHECKED, OK, Verifier
from tests.conftest import PASSPHRASE


@pytest.mark.parametrize("role", list(Role))
def test_an_account_of_each_role_signs_in_and_holds_the_keys_of_its_role(signed, role):
    here = signed(role)
    assert here.actor.role is role
    assert set(here.station.keys) == set(holds(role))
    assert here.station.casework.is_open == (StoreName.CASEWORK in holds(role))


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ADMINISTRATOR, Role.SOCIAL_WORKER])
def test_no_key_to_casework_can_be_had_from_an_account_without_casework(signed, laid, clock, role):
    """With the passphrase, the vault and the source in hand: every box is tried with every key there is (P-05)."""
    here = signed(role)
    vault = here.station.file.read()
    own = vault.slot(role.value)
    private = slots.private_half(vault.station, own, PASSPHRASE)
    pair = keys.KeyPair.from_private(private)
    assert "casework" not in own.keys
    for other in (*vault.slots, vault.recovery):
        owner = getattr(other, "id", "recovery")
        for name, box in other.keys.items():
            if owner == own.id:
                continue
            for header_owner in (owner, own.id, "recovery"):
                with pytest.raises(keys.DoesNotOpen):
                    keys.unseal(box, pair, f"{vault.station}/{header_owner}/{name}".encode())
    for key in (here.station.keys[StoreName.DIRECTORY], private, keys.key_of_passphrase(PASSPHRASE, own.kdf)):
        with pytest.raises(StationError):
            Store(StoreName.CASEWORK, laid.folder / "casework.db", clock).open(key)


def test_an_officer_who_rewrites_the_roster_still_holds_no_key_to_casework(signed, closed):
    here = signed(Role.OFFICER)
    with here.station.directory.writing() as session:
        account = changes.roster(session, here.actor.id)
        changes.put_roster(session, changes.Account(account.id, account.name, "supervisor", account.public))
    here.station.close()
    closed.sign_in("officer", PASSPHRASE)
    assert not closed.casework.is_open
    assert Verifier(closed).verify(here.actor)[StoreName.CASEWORK] == NOT_CHECKED


def test_a_wrong_passphrase_says_how_many_tries_are_left_and_the_fifth_closes_for_ten_minutes(closed, clock):
    for left in (4, 3, 2, 1):
        with pytest.raises(WrongPassphrase) as said:
            closed.sign_in("clinician", "wrong")
        assert said.value.tries_left == left
    with pytest.raises(LockedOut):
        closed.sign_in("clinician", "wrong")
    with pytest.raises(LockedOut) as said:
        closed.sign_in("clinician", PASSPHRASE)
    assert "Wait 10 minutes" in said.value.sentence
    clock.forward(minutes=10, seconds=1)
    assert closed.sign_in("clinician", PASSPHRASE).role is Role.CLINICIAN


def test_failed_sign_ins_wait_in_the_vault_and_enter_the_trail_at_the_next_sign_in(closed):
    with pytest.raises(WrongPassphrase):
        closed.sign_in("clinician", "wrong")
    assert len(closed.file.read().failures) == 1
    closed.sign_in("officer", PASSPHRASE)
    with closed.directory.reading() as session:
        actions = session.connection().exec_driver_sql("SELECT action FROM audit ORDER BY number DESC LIMIT 2").all()
    assert [row.action for row in actions] == ["signed in", "sign-in failed"]
    assert closed.file.read().failures == ()


def test_an_unknown_name_is_answered_like_a_wrong_passphrase(closed):
    with pytest.raises(WrongPassphrase):
        closed.sign_in("nobody", PASSPHRASE)


def test_letters_case_and_spaces_around_a_name_do_not_matter(closed):
    assert closed.sign_in("  CliniCian ", PASSPHRASE).name == "clinician"


def test_a_one_time_passphrase_must_be_changed_before_anything_else(signed, closed):
    here = signed(Role.SUPERVISOR)
    once = Accounts(here.station).add(here.actor, "Noor", Role.CLINICIAN)
    closed.close()
    with pytest.raises(MustChoose):
        closed.sign_in("Noor", once)
    assert not closed.directory.is_open
    with pytest.raises(BadInput):
        closed.choose_passphrase("Noor", once, "short")
    with pytest.raises(BadInput):
        closed.choose_passphrase("Noor", once, once)
    assert closed.choose_passphrase("Noor", once, "a passphrase of her own").role is Role.CLINICIAN
    closed.close()
    with pytest.raises(WrongPassphrase):
        closed.sign_in("Noor", once)


def test_an_administrators_clinician_has_casework_only_after_a_supervisor_granted_it(signed, closed):
    here = signed(Role.ADMINISTRATOR)
    once = Accounts(here.station).add(here.actor, "Noor", Role.CLINICIAN)
    closed.close()
    closed.choose_passphrase("Noor", once, "a passphrase of her own")
    assert not closed.casework.is_open
    closed.close()
    supervisor = closed.sign_in("supervisor", PASSPHRASE)
    Accounts(closed).grant_casework(supervisor, "noor")
    closed.close()
    closed.sign_in("Noor", "a passphrase of her own")
    assert closed.casework.is_open


def test_casework_is_not_granted_to_an_officer_nor_to_a_swapped_key(signed, closed):
    here = signed(Role.SUPERVISOR)
    with pytest.raises(NotAllowed):
        Accounts(here.station).grant_casework(here.actor, "officer")
    vault = closed.file.read()
    held = {StoreName.DIRECTORY: here.station.keys[StoreName.DIRECTORY]}
    mine = slots.make_slot(vault.station, vault.slot("clinician").id, "clinician", "the attacker's own", held)
    closed.file.write(vault.with_slot(mine))
    with pytest.raises(NotAllowed, match="not the one on the roster"):
        Accounts(here.station).grant_casework(here.actor, "clinician")


def test_two_accounts_cannot_have_one_name(signed):
    here = signed(Role.SUPERVISOR)
    with pytest.raises(BadInput):
        Accounts(here.station).add(here.actor, " OFFICER", Role.OFFICER)


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "two\nlines", "\u202eright to left override"])
def test_a_name_that_cannot_be_shown_is_refused(signed, name):
    here = signed(Role.SUPERVISOR)
    with pytest.raises(BadInput):
        Accounts(here.station).add(here.actor, name, Role.OFFICER)


@pytest.mark.parametrize("name", ["<b>Sons</b> & Co", "مريم", "O'Neil; DROP TABLE audit"])
def test_markup_and_other_scripts_in_a_name_are_kept_as_typed(signed, closed, name):
    here = signed(Role.SUPERVISOR)
    once = Accounts(here.station).add(here.actor, name, Role.OFFICER)
    closed.close()
    assert closed.choose_passphrase(name, once, "a passphrase of my own").name == name


def test_the_recovery_code_gives_a_forgotten_passphrase_back_with_the_same_stores(closed, laid):
    actor = closed.recover(laid.recovery_code, "clinician", "found it again at last")
    assert actor.role is Role.CLINICIAN
    assert closed.casework.is_open
    closed.close()
    with pytest.raises(WrongPassphrase):
        closed.sign_in("clinician", PASSPHRASE)
    closed.sign_in("clinician", "found it again at last")
    assert set(Verifier(closed).verify(actor).values()) == {OK}


def test_the_recovery_code_gives_an_officer_no_casework(closed, laid):
    closed.recover(laid.recovery_code, "officer", "found it again at last")
    assert not closed.casework.is_open


def test_wrong_recovery_codes_are_counted_too(closed):
    for _ in range(4):
        with pytest.raises(WrongPassphrase):
            closed.recover("AAAA", "clinician", "found it again at last")
    with pytest.raises(LockedOut):
        closed.recover("AAAA", "clinician", "found it again at last")


def test_locking_drops_the_casework_key_and_keeps_the_directory(signed):
    here = signed(Role.CLINICIAN)
    here.station.lock()
    here.station.note_lock(here.actor)
    assert StoreName.CASEWORK not in here.station.keys
    with pytest.raises(StoreLocked), here.station.casework.reading():
        pass
    with here.station.directory.reading() as session:
        assert state.get(session, state.GENERATION)
    here.station.sign_in("clinician", PASSPHRASE)
    assert here.station.casework.is_open


def test_a_vault_older_than_the_stores_is_refused(signed, closed, laid):
    old = (laid.folder / "vault.json").read_text()
    here = signed(Role.SUPERVISOR)
    Accounts(here.station).add(here.actor, "Noor", Role.OFFICER)
    closed.close()
    (laid.folder / "vault.json").write_text(old)
    with pytest.raises(StationError, match="older than its stores"):
        closed.sign_in("supervisor", PASSPHRASE)
    assert not closed.directory.is_open


def test_a_missing_vault_is_a_plain_sentence(closed, laid):
    (laid.folder / "vault.json").unlink()
    with pytest.raises(StationError, match="key file"):
        closed.sign_in("supervisor", PASSPHRASE)


@pytest.mark.parametrize("rubbish", ["", "{", "[]", "{}", "null", '{"format": 1}', "\x00\x01"])
def test_a_damaged_vault_is_a_plain_sentence(closed, laid, rubbish):
    (laid.folder / "vault.json").write_text(rubbish)
    with pytest.raises(StationError, match="damaged"):
        closed.sign_in("supervisor", PASSPHRASE)


def test_a_vault_of_a_newer_program_is_refused(closed, laid):
    path = laid.folder / "vault.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": 99}))
    with pytest.raises(StationError, match="newer Navigator"):
        closed.sign_in("supervisor", PASSPHRASE)


def test_a_missing_directory_store_is_a_plain_sentence(closed, laid):
    (laid.folder / "directory.db").unlink()
    with pytest.raises(StationError, match="directory store of this station is missing"):
        closed.sign_in("clinician", PASSPHRASE)


def test_a_damaged_directory_store_is_a_plain_sentence_and_nothing_is_written_to_it(closed, laid):
    path = laid.folder / "directory.db"
    rubbish = os.urandom(path.stat().st_size)
    path.write_bytes(rubbish)
    with pytest.raises(StationError, match="damaged or was replaced"):
        closed.sign_in("clinician", PASSPHRASE)
    assert path.read_bytes() == rubbish


def test_help_can_still_be_found_when_casework_is_damaged(closed, laid):
    (laid.folder / "casework.db").write_bytes(os.urandom(4096))
    actor = closed.sign_in("clinician", PASSPHRASE)
    assert closed.directory.is_open
    assert "casework store of this station is damaged" in Verifier(closed).verify(actor)[StoreName.CASEWORK]


def test_a_store_of_another_station_is_refused(closed, laid, tmp_path, clock):
    other, _, _ = Station.make(tmp_path / "other", "philadelphia", "someone", PASSPHRASE, clock)
    other.close()
    shutil.copy(other.folder / "directory.db", laid.folder / "directory.db")
    with pytest.raises(StationError, match="damaged or was replaced"):
        closed.sign_in("clinician", PASSPHRASE)


def test_a_power_cut_before_the_vault_was_replaced_is_reported_and_forgotten(signed, closed, monkeypatch):
    here = signed(Role.SUPERVISOR)

    def cut(vault):
        raise KeyboardInterrupt

    monkeypatch.setattr(closed.file, "write", cut)
    with pytest.raises(KeyboardInterrupt):
        Accounts(here.station).add(here.actor, "Noor", Role.OFFICER)
    monkeypatch.undo()
    closed.close()
    actor = closed.sign_in("supervisor", PASSPHRASE)
    assert "Noor" not in {account.name for account in Accounts(closed).roster(actor)}
    assert "account change not done" in _actions(closed)
    Accounts(closed).add(actor, "Noor", Role.OFFICER)


def test_a_power_cut_after_the_vault_was_replaced_is_finished_at_the_next_sign_in(signed, closed, monkeypatch):
    here = signed(Role.SUPERVISOR)

    settle, calls = closed.vault_changes.settle, []

    def cut(actor, vault):
        calls.append(vault)
        if len(calls) == 2:
            raise KeyboardInterrupt
        settle(actor, vault)

    monkeypatch.setattr(closed.vault_changes, "settle", cut)
    with pytest.raises(KeyboardInterrupt):
        Accounts(here.station).add(here.actor, "Noor", Role.OFFICER)
    monkeypatch.undo()
    closed.close()
    actor = closed.sign_in("officer", PASSPHRASE)
    supervisor = closed.sign_in("supervisor", PASSPHRASE)
    assert actor.role is Role.OFFICER
    assert "Noor" in {account.name for account in Accounts(closed).roster(supervisor)}
    assert _actions(closed).count("account change done") == 11


def _actions(station: Station) -> list[str]:
    with station.directory.reading() as session:
        return list(session.connection().exec_driver_sql("SELECT action FROM audit ORDER BY number").scalars())


def test_every_file_is_readable_by_its_owner_alone(signed, laid):
    signed(Role.CLINICIAN)
    for path in laid.folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name
    assert stat.S_IMODE(laid.folder.stat().st_mode) == 0o700


def test_a_station_is_never_made_over_another(laid, clock):
    before = {path.name: path.read_bytes() for path in laid.folder.iterdir()}
    with pytest.raises(StationError, match="already"):
        Station.make(laid.folder, "philadelphia", "someone", PASSPHRASE, clock)
    assert {path.name: path.read_bytes() for path in laid.folder.iterdir()} == before
