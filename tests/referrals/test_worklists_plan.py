"""No worklist reads a whole table, however many years of casework there are (R-09)."""

import re

import pytest
from sqlalchemy import event

from navigator.referrals.status import Status

from .scenes import Bench

_GROWING = ("referral", "follow_up", "follow_up_attempt", "follow_up_date", "visit", "person", "contact", "shift_note")


@pytest.fixture
def plans(bench: Bench):
    """The query plan of each statement that the list is read by."""
    visit = bench.visit()
    bench.brought_to(Status.ON_HOLD, visit)
    asked: list[tuple[str, tuple]] = []

    def note(_connection, _cursor, statement, parameters, _context, _many):
        if statement.lstrip().upper().startswith("SELECT"):
            asked.append((statement, parameters))

    def of(read) -> list[str]:
        engine = bench.store._opened()
        event.listen(engine, "before_cursor_execute", note)
        try:
            read(bench.actor)
        finally:
            event.remove(engine, "before_cursor_execute", note)
        with bench.store.connection(writes=False) as connection:
            explained = [
                row[3]
                for statement, parameters in asked
                for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            ]
        assert any("referral" in line for line in explained)
        return explained

    return of


@pytest.mark.parametrize("name", ["worklists.owed", "shifts.page"])
def test_it_goes_by_an_index(bench: Bench, plans, name):
    service, method = name.split(".")
    lines = plans(getattr(getattr(bench.work, service), method))
    scans = [line for line in lines if re.match(rf"SCAN ({'|'.join(_GROWING)})\b", line)]
    assert [line for line in scans if not line.startswith("SCAN shift_note USING INDEX")] == []


def test_a_query_without_an_index_would_be_seen(bench: Bench):
    with bench.store.connection(writes=False) as connection:
        (line,) = connection.exec_driver_sql("EXPLAIN QUERY PLAN SELECT * FROM referral WHERE need = 'x'")
    assert re.match(r"SCAN referral\b", line[3])
