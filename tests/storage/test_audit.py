import pytest
from sqlalchemy import exc

from navigator.access import Role, StoreName
from navigator.storage.verify import OK, Verifier


def _tamper(store, *statements: str) -> None:
    """What somebody with the key could do to the file, past the triggers."""
    with store.connection(writes=True) as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_no_update")
        connection.exec_driver_sql("DROP TRIGGER audit_no_delete")
        for statement in statements:
            connection.exec_driver_sql(statement)


def _found(here) -> str:
    return Verifier(here.station).verify(here.actor)[StoreName.DIRECTORY]


def test_a_whole_chain_is_ok(signed):
    assert _found(signed(Role.SUPERVISOR)) == OK


@pytest.mark.parametrize(
    "statement", ["UPDATE audit SET actor = 'x' WHERE number = 3", "DELETE FROM audit WHERE number = 3"]
)
def test_the_store_itself_refuses_to_change_a_row_of_the_trail(signed, statement):
    here = signed(Role.SUPERVISOR)
    with (
        pytest.raises(exc.IntegrityError, match="append-only"),
        here.station.directory.connection(writes=True) as connection,
    ):
        connection.exec_driver_sql(statement)


@pytest.mark.parametrize("column", ["at", "actor", "action", "subject", "detail", "hash"])
def test_a_changed_row_is_named(signed, column):
    here = signed(Role.SUPERVISOR)
    _tamper(here.station.directory, f"UPDATE audit SET {column} = 'x' WHERE number = 3")
    assert _found(here) == "row 3 of the audit trail was changed"


def test_a_removed_row_is_named(signed):
    here = signed(Role.SUPERVISOR)
    _tamper(here.station.directory, "DELETE FROM audit WHERE number = 4")
    assert _found(here) == "row 4 of the audit trail is missing"


def test_a_cut_tail_is_seen_and_stays_seen_after_the_next_sign_in(signed, closed):
    here = signed(Role.SUPERVISOR)
    _tamper(here.station.directory, "DELETE FROM audit WHERE number > 5")
    assert _found(here) == "the audit trail was cut after row 5"
    closed.close()
    again = signed(Role.SUPERVISOR)
    assert "audit trail" in _found(again)


def test_a_chain_written_anew_from_the_middle_is_seen(signed):
    here = signed(Role.SUPERVISOR)
    anchor = here.station.file.read().anchors["directory"]
    _tamper(here.station.directory, f"DELETE FROM audit WHERE number >= {anchor.number}")
    here.station.lock()
    here.station.note_lock(here.actor)
    assert _found(here) == f"row {anchor.number} of the audit trail is not the one that was written"
