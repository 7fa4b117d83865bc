import sys
import types

import pytest
from sqlalchemy import Boolean, Column, String, inspect

from navigator.access import Role, StoreName
from navigator.errors import StationError
from navigator.referrals import request_rows as last_rows
from navigator.referrals import rows as casework_rows
from navigator.resources import snapshot_rows
from navigator.resources.stewardship import rows as directory_rows
from navigator.storage import migrations
from navigator.storage import rows as common_rows
from navigator.storage.migrations import STEPS, bring_up, copy_path, steps_ran
from tests.conftest import PASSPHRASE


def _step(monkeypatch, name, upgrade):
    module = types.ModuleType(f"{migrations.__name__}.{name}")
    module.upgrade = upgrade
    monkeypatch.setitem(sys.modules, module.__name__, module)


def _add_table(op):
    op.create_table("room", Column("id", String, primary_key=True))


def _add_table_then_fail(op):
    _add_table(op)
    raise RuntimeError("power cut")


@pytest.mark.parametrize("name", list(StoreName))
def test_the_migrated_tables_are_those_that_the_program_maps(signed, name):
    station = signed(Role.SUPERVISOR).station
    store = station.directory if name is StoreName.DIRECTORY else station.casework
    assert snapshot_rows.Base is directory_rows.Base
    assert last_rows.Base is casework_rows.Base
    own = {StoreName.DIRECTORY: directory_rows, StoreName.CASEWORK: casework_rows}[name]
    expected = {**common_rows.Base.metadata.tables, **own.Base.metadata.tables}
    with store.connection(writes=False) as connection:
        found = inspect(connection)
        assert set(found.get_table_names()) == set(expected)
        for table, mapped in expected.items():
            columns = {column["name"]: column for column in found.get_columns(table)}
            assert set(columns) == set(mapped.columns.keys()), table
            for column in mapped.columns:
                assert columns[column.name]["nullable"] == bool(column.nullable), f"{table}.{column.name}"
                same = isinstance(columns[column.name]["type"], Boolean) == isinstance(column.type, Boolean)
                assert same, f"{table}.{column.name}"
            assert {index["name"] for index in found.get_indexes(table)} == {index.name for index in mapped.indexes}


def test_a_step_runs_once_with_its_record_and_a_copy_before(signed, monkeypatch):
    store = signed(Role.SUPERVISOR).station.directory
    _step(monkeypatch, "room", _add_table)
    steps = (*STEPS[StoreName.DIRECTORY], "room")
    bring_up(store, steps)
    bring_up(store, steps)
    with store.connection(writes=False) as connection:
        assert inspect(connection).has_table("room")
        assert steps_ran(connection) == len(steps)
    copy = copy_path(store, len(steps) - 1)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert b"SQLite format" not in copy.read_bytes()


def test_the_copy_opens_with_the_stores_key_and_lacks_the_step(signed, monkeypatch):
    station = signed(Role.SUPERVISOR).station
    _step(monkeypatch, "room", _add_table)
    bring_up(station.directory, (*STEPS[StoreName.DIRECTORY], "room"))
    key = station.keys[StoreName.DIRECTORY]
    copy = copy_path(station.directory, len(STEPS[StoreName.DIRECTORY]))
    station.directory.close()
    copy.replace(station.directory.path)
    station.directory.open(key)
    with station.directory.connection(writes=False) as connection:
        assert not inspect(connection).has_table("room")


def test_a_step_that_fails_leaves_nothing_of_itself(signed, monkeypatch):
    store = signed(Role.SUPERVISOR).station.directory
    _step(monkeypatch, "room", _add_table_then_fail)
    steps = (*STEPS[StoreName.DIRECTORY], "room")
    with pytest.raises(RuntimeError):
        bring_up(store, steps)
    with store.connection(writes=False) as connection:
        assert not inspect(connection).has_table("room")
        assert steps_ran(connection) == len(steps) - 1


def test_a_store_of_a_newer_program_is_refused_untouched(signed, closed):
    station = signed(Role.SUPERVISOR).station
    with station.directory.connection(writes=True) as connection:
        connection.exec_driver_sql("INSERT INTO schema_step VALUES (99, 'later', 'then', '9.0')")
    closed.close()
    with pytest.raises(StationError, match="newer Navigator"):
        closed.sign_in("supervisor", PASSPHRASE)
