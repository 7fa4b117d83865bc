"""A copy of a store has all that cannot be made anew, and no packed index (S-13)."""

import pytest

from navigator.access import Role
from navigator.storage.database import Store

WORDS = b"12 Quincefield Street " * 50_000


@pytest.fixture
def station(signed):
    station = signed(Role.SUPERVISOR).station
    with station.directory.connection(writes=True) as connection:
        connection.exec_driver_sql("INSERT INTO search_snapshot VALUES ('one', 'form', 0, '{}', 1)")
        connection.exec_driver_sql("INSERT INTO search_pack VALUES ('texts', 0, ?)", (WORDS,))
        connection.exec_driver_sql("INSERT INTO state VALUES ('kept', 'this stays')")
    return station


def opened(station, path) -> Store:
    copy = Store(station.directory.name, path, station.clock)
    copy.open(station.keys[station.directory.name])
    return copy


def test_the_packed_index_stays_behind_and_all_else_goes_along(station, tmp_path):
    station.directory.copy_to(tmp_path / "copy.db")
    assert [path.name for path in tmp_path.glob("copy.db*")] == ["copy.db"]
    copy = opened(station, tmp_path / "copy.db")
    with copy.connection(writes=False) as connection:
        for table in ("search_snapshot", "search_pack"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0
        assert connection.exec_driver_sql("SELECT value FROM state WHERE key = 'kept'").scalar_one() == "this stays"
        assert connection.exec_driver_sql("SELECT count(*) FROM roster").scalar_one() > 0
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
    copy.close()


def test_the_copy_takes_no_room_for_it_and_the_store_keeps_its_own(station, tmp_path):
    station.directory.copy_to(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").stat().st_size < len(WORDS) // 2
    with station.directory.connection(writes=False) as connection:
        assert connection.exec_driver_sql("SELECT data FROM search_pack").scalar_one() == WORDS


def test_a_store_from_before_the_index_is_copied_as_it_is(signed, tmp_path):
    station = signed(Role.SUPERVISOR).station
    station.casework.copy_to(tmp_path / "casework.db")
    assert (tmp_path / "casework.db").stat().st_size > 0
