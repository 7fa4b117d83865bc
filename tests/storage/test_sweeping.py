"""What was removed for good leaves the file, at once or at the next sign-in (S-13)."""

import pytest

from navigator.access import Role
from navigator.storage import database, state
from navigator.storage.sweeping import finish, note, sweep

WORDS = "12 Kumquat Street, third floor, ring twice"


@pytest.fixture
def impatient(monkeypatch):
    """Stores opened from now on wait for another's reading a moment, not ten seconds."""
    connect = database.sqlcipher.connect
    monkeypatch.setattr(database.sqlcipher, "connect", lambda *told, **more: connect(*told, **more | {"timeout": 0.1}))


@pytest.fixture
def station(signed):
    return signed(Role.SUPERVISOR).station


def put(station, value: str) -> None:
    with station.directory.writing() as session:
        state.put(session, "canary", value)


def pending(station) -> bool:
    with station.directory.reading() as session:
        return state.get(session, "traces to sweep") is not None


def test_a_swept_file_owes_nothing(station):
    put(station, WORDS)
    put(station, "")
    sweep(station.directory)
    assert not pending(station)


def test_while_somebody_reads_the_sweep_is_remembered_and_done_later(impatient, station):
    put(station, WORDS)
    with station.directory.reading() as reader:
        assert state.get(reader, "canary") == WORDS
        put(station, "")
        sweep(station.directory)
        assert pending(station)
    finish(station.directory)
    assert not pending(station)


def test_what_was_noted_and_not_swept_is_swept_at_the_next_sign_in(signed, station):
    with station.directory.writing() as session:
        note(session)
    station.close()
    again = signed(Role.SUPERVISOR).station
    assert not pending(again)
