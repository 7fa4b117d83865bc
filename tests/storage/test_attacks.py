"""What somebody does who has an account, the source, and copies of files: each tries for real (P-02, P-05)."""

import errno
import json
import os
import threading
from dataclasses import replace

import pytest

from navigator.access import Role, StoreName
from navigator.errors import LockedOut, MustChoose, NotAllowed, StationError, UserError, WrongPassphrase
from navigator.storage import changes, keys, slots, tries, vault
from navigator.storage.accounts import Accounts
from navigator.storage.station import Station
from navigator.storage.vault import Tries
from navigator.storage.verify import OK, Verifier
from tests.conftest import PASSPHRASE

OWN = "a passphrase of her own"


@pytest.fixture
def other(laid, clock):
    """A second Navigator on the same station."""
    station = Station(laid.folder, clock)
    yield station
    station.close()


def _as(station: Station, name: str, passphrase: str = PASSPHRASE):
    station.close()
    return station.sign_in(name, passphrase)


def test_a_one_time_passphrase_and_an_old_vault_open_nothing_that_is_granted_later(closed):
    administrator = _as(closed, "administrator")
    once = Accounts(closed).add(administrator, "Noor", Role.CLINICIAN)
    stolen = closed.file.read()
    closed.close()
    closed.choose_passphrase("Noor", once, OWN)
    Accounts(closed).grant_casework(_as(closed, "supervisor"), "Noor")
    now = closed.file.read()
    private = slots.private_half(stolen.station, stolen.slot("Noor"), once)
    with pytest.raises(keys.DoesNotOpen):
        keys.unseal(
            now.slot("Noor").keys["casework"],
            keys.KeyPair.from_private(private),
            f"{now.station}/{now.slot('Noor').id}/casework".encode(),
        )
    _as(closed, "Noor", OWN)
    assert closed.casework.is_open


def test_casework_is_not_granted_while_the_maker_of_the_account_knows_its_passphrase(closed):
    once = Accounts(closed).add(_as(closed, "administrator"), "Noor", Role.CLINICIAN)
    with pytest.raises(NotAllowed, match="has not chosen a passphrase"):
        Accounts(closed).grant_casework(_as(closed, "supervisor"), "Noor")
    with pytest.raises(MustChoose):
        _as(closed, "Noor", once)


def test_an_old_slot_with_a_new_generation_number_is_refused(closed):
    old = closed.file.read()
    closed.choose_passphrase("clinician", PASSPHRASE, OWN)
    closed.close()
    closed.file.write(replace(old, generation=closed.file.read().generation))
    with pytest.raises(StationError, match="older than its stores"):
        closed.sign_in("clinician", PASSPHRASE)


def test_failures_that_were_under_way_do_not_erase_the_wait(closed, clock):
    locked = replace(closed.file.read(), tries={"account": Tries(0)})
    for _ in range(tries.ALLOWED):
        locked, _ = tries.failed(locked, "account", clock())
    after, said = tries.failed(locked, "account", clock())
    assert isinstance(said, LockedOut)
    assert after.tries == locked.tries
    with pytest.raises(LockedOut):
        tries.refuse_if_waiting(after, "account", clock())


def test_a_right_passphrase_that_was_being_tried_while_the_account_was_locked_does_not_count(closed, monkeypatch):
    slow = slots.private_half

    def meanwhile(station, slot, passphrase):
        found = slow(station, slot, passphrase)
        now = closed.file.read()
        for _ in range(tries.ALLOWED):
            now, _ = tries.failed(now, slot.id, closed.clock())
        closed.file.write(now)
        return found

    monkeypatch.setattr(slots, "private_half", meanwhile)
    with pytest.raises(LockedOut):
        closed.sign_in("clinician", PASSPHRASE)


def test_a_change_that_another_navigator_made_meanwhile_is_not_overwritten(closed, other):
    supervisor = _as(closed, "supervisor")
    seen = closed.file.read().slot("clinician")
    other.choose_passphrase("clinician", PASSPHRASE, OWN)
    other.close()
    stale = slots.granted(closed.file.read().station, seen, StoreName.CASEWORK, closed.keys[StoreName.CASEWORK])
    account = changes.Account(seen.id, seen.name, "clinician", seen.public)
    with pytest.raises(UserError, match="changed by someone else"):
        closed.vault_changes.put_account(supervisor, stale, account, "test", seen=seen)
    assert other.sign_in("clinician", OWN).role is Role.CLINICIAN


def test_nobody_settles_a_change_that_is_still_under_way(closed, other, monkeypatch):
    supervisor = _as(closed, "supervisor")
    monkeypatch.setattr(vault, "_PATIENCE", 0.1)
    write, said = closed.file.write, []

    def meanwhile(new):
        with pytest.raises(UserError) as refused:
            other.sign_in("officer", PASSPHRASE)
        said.append(str(refused.value))
        write(new)

    monkeypatch.setattr(closed.file, "write", meanwhile)
    Accounts(closed).add(supervisor, "Noor", Role.OFFICER)
    monkeypatch.undo()
    assert said == [vault.BUSY]
    assert "Noor" in {account.name for account in Accounts(closed).roster(supervisor)}


def test_an_account_made_while_someone_signs_in_is_no_reason_to_refuse(closed, other, monkeypatch):
    administrator = _as(other, "administrator")
    slow = slots.private_half

    def meanwhile(station, slot, passphrase):
        found = slow(station, slot, passphrase)
        Accounts(other).add(administrator, "Noor", Role.OFFICER)
        return found

    monkeypatch.setattr(slots, "private_half", meanwhile)
    assert closed.sign_in("clinician", PASSPHRASE).role is Role.CLINICIAN


def test_locking_drops_casework_at_once_while_somebody_else_writes(signed, other):
    here = signed(Role.CLINICIAN)
    other.sign_in("supervisor", PASSPHRASE)
    writing, done = threading.Event(), threading.Event()

    def write_for_long():
        with other.directory.writing():
            writing.set()
            done.wait(10)

    thread = threading.Thread(target=write_for_long)
    thread.start()
    writing.wait(10)
    here.station.lock()
    assert not here.station.casework.is_open
    assert StoreName.CASEWORK not in here.station.keys
    done.set()
    thread.join()
    here.station.note_lock(here.actor)


def test_a_damaged_seal_of_casework_leaves_the_directory_usable_and_is_said(closed):
    now = closed.file.read()
    slot = now.slot("clinician")
    broken = replace(slot, keys={**slot.keys, "casework": slot.keys["directory"]})
    closed.file.write(replace(now, slots=tuple(broken if one.id == slot.id else one for one in now.slots)))
    actor = closed.sign_in("clinician", PASSPHRASE)
    found = Verifier(closed).verify(actor)
    assert found[StoreName.DIRECTORY] == OK
    assert "key to casework is damaged" in found[StoreName.CASEWORK]


def _leaves(value, path=()):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value[:1]):
            yield from _leaves(inner, (*path, place))
    else:
        yield path


def _with(value, path, new):
    copy = json.loads(json.dumps(value))
    inner = copy
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = new
    return copy


def test_no_changed_value_of_the_vault_is_a_fault_of_the_program(closed, laid):
    path = laid.folder / "vault.json"
    whole = json.loads(path.read_text())
    for leaf in _leaves(whole):
        for new in (None, -1, "", {}, 10**12):
            path.write_text(json.dumps(_with(whole, leaf, new)))
            try:
                closed.sign_in("supervisor", "a wrong passphrase on purpose")
            except UserError:
                continue
            finally:
                closed.close()
            pytest.fail(f"{leaf} = {new!r} was let in")


@pytest.mark.parametrize("act", ["sign_in", "wrong", "add"])
def test_a_full_disk_at_the_vault_is_a_plain_sentence_and_the_old_vault_stays(closed, laid, monkeypatch, act):
    supervisor = _as(closed, "supervisor")
    before, fsync = (laid.folder / "vault.json").read_bytes(), os.fsync

    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    acts = {
        "sign_in": lambda: _as(closed, "supervisor"),
        "wrong": lambda: _as(closed, "supervisor", "wrong"),
        "add": lambda: Accounts(closed).add(supervisor, "Noor", Role.OFFICER),
    }
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="disk is full"):
        acts[act]()
    monkeypatch.setattr(os, "fsync", fsync)
    assert (laid.folder / "vault.json").read_bytes() == before
    actor = _as(closed, "supervisor")
    assert set(Verifier(closed).verify(actor).values()) == {OK}


def test_wrong_recovery_codes_are_forgotten_after_a_right_one(closed, laid):
    for _ in range(4):
        with pytest.raises(WrongPassphrase):
            closed.recover("AAAA", "clinician", OWN)
    closed.recover(laid.recovery_code, "clinician", OWN)
    assert closed.file.read().tries == {}
