"""Years of casework for the bench: some visits that were really made, and copies of those that ended."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import batched
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, inspect, select

from navigator.access import Actor
from navigator.app import demo
from navigator.city import load_city
from navigator.clock import from_store, system_clock, to_store
from navigator.referrals.calls import Call, CallOutcome, Channel
from navigator.referrals.casework import Casework, open_casework
from navigator.referrals.person import Identity
from navigator.referrals.reasons import CompletionOutcome, RejectionReason
from navigator.referrals.rows import Base
from navigator.referrals.snapshot import Snapshot, snapshot_of
from navigator.referrals.status import OPEN
from navigator.referrals.steps import Acceptance, Completion, Rejection
from navigator.referrals.visit import Disposition, Ending, PlaceKind, VisitFacts
from navigator.resources.directory import Directory
from navigator.storage.database import Store
from navigator.storage.station import Station

VISITS, REFERRALS_EACH = 50_000, 3
MADE, STILL_OPEN = 250, 50
"""So many visits are made by the program's own services; the newest of them have a referral that is still open."""
_COPIES = (VISITS - MADE) // (MADE - STILL_OPEN)
_BETWEEN = timedelta(hours=3)
_AT_A_TIME = 5_000
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def fill(folder: Path) -> tuple[str, str]:
    """Fills the demo station in `folder`; gives the newest visit and its referral that is still open."""
    station = Station(folder, system_clock)
    actor = station.sign_in(demo.CLINICIAN, demo.PASSPHRASE)
    city, now = load_city("philadelphia"), system_clock()
    casework = open_casework(station.casework, city.zone, city)
    entries = [entry for entry in Directory(station.directory).entries(actor) if entry.invented]
    snapshots = [snapshot_of(entry, now, city.zone) for entry in entries[:REFERRALS_EACH]]
    for number in range(MADE, STILL_OPEN, -1):
        _visit(casework, actor, snapshots, number, now - number * _BETWEEN, ended=True)
    _copy(station.casework)
    for number in range(STILL_OPEN, 0, -1):
        newest = _visit(casework, actor, snapshots, number, now - number * _BETWEEN, ended=False)
    station.close()
    return newest


def _visit(
    casework: Casework, actor: Actor, snapshots: list[Snapshot], number: int, arrived: datetime, *, ended: bool
) -> tuple[str, str]:
    """Two refusals, then a yes; the visit, and the referral that was accepted."""
    identity = Identity(f"Ana {number}", "Example", birth_year=1940 + number % 60)
    visit = casework.visits.open(actor, VisitFacts(arrived, PlaceKind.HOME, contact_number="215-555-0199"), identity)
    *others, chosen = snapshots
    at = arrived + timedelta(minutes=20)
    for other in others:
        _called(casework, actor, visit.id, other, Rejection(RejectionReason.NO_CAPACITY, "No bed tonight"), at)
    yes = Acceptance("Ms. Alvarez", "intake", "215-555-0142", at)
    referral_id = _called(casework, actor, visit.id, chosen, yes, at)
    casework.visits.end(actor, visit.id, Ending(arrived + timedelta(hours=1), Disposition.DETOX), visit.revision)
    if ended:
        done = Completion(yes.name, arrived.date(), CompletionOutcome.ADMITTED)
        casework.referrals.move(actor, referral_id, done, casework.referrals.referral(actor, referral_id).seen)
    return visit.id, referral_id


def _called(
    casework: Casework, actor: Actor, visit_id: str, snapshot: Snapshot, said: Acceptance | Rejection, at: datetime
) -> str:
    referral = casework.referrals.draft(actor, visit_id, snapshot, "detox")
    call = Call(Channel.PHONE, at, CallOutcome.ANSWERED, snapshot.number, spoke_to="Ms. Alvarez")
    return casework.referrals.log_call(actor, referral.id, call, referral.seen, said).id


def _copy(store: Store) -> None:
    """Every row again and again under other ids, a day earlier each time; whole histories, so nothing is owed twice."""
    with store.connection(writes=False) as connection:
        names = [name for name, _ in inspect(connection).get_sorted_table_and_fkc_names() if name]
        known = [Base.metadata.tables[name] for name in names if name in Base.metadata.tables]
        tables = {table: [dict(row) for row in connection.execute(select(table)).mappings()] for table in known}
    _leave_open_out({table.name: rows for table, rows in tables.items()})
    ids = {row["id"] for rows in tables.values() for row in rows if "id" in row}
    for table, rows in tables.items():
        copies = (_copied(row, ids, turn) for turn in range(1, _COPIES + 1) for row in rows)
        _insert(store, table, copies)


def _leave_open_out(tables: Mapping[str, list[dict[str, Any]]]) -> None:
    """Takes away the visits that are not at their end, with all that hangs on them; parents come before children."""
    still = {status.value for status in OPEN}
    out = {row["id"] for row in tables["visit"] if row["cleared_at"] is None}
    out |= {row["visit_id"] for row in tables["referral"] if row["status"] in still}
    for rows in tables.values():
        hanging = [row for row in rows if out.intersection(map(str, row.values()))]
        out |= {row["id"] for row in hanging if "id" in row}
        rows[:] = [row for row in rows if row not in hanging]


def _copied(row: Mapping[str, Any], ids: set[str], turn: int) -> dict[str, Any]:
    return {name: _again(value, ids, turn) if isinstance(value, str) else value for name, value in row.items()}


def _again(text: str, ids: set[str], turn: int) -> str:
    if text in ids:
        return f"{text}-{turn}"
    return to_store(from_store(text) - timedelta(days=turn)) if _MOMENT.match(text) else text


def _insert(store: Store, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    for some in batched(rows, _AT_A_TIME):
        with store.writing() as session:
            session.execute(insert(table), list(some))
