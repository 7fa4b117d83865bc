"""Which entries are to be checked: those whose day has come, and those that nobody ever checked (S-06)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from navigator.clock import from_store, to_store
from navigator.resources import rows
from navigator.resources.ages import long
from navigator.resources.categories import DUE_DAYS, Category
from navigator.resources.fields import label_of
from navigator.resources.model import Outcome
from navigator.resources.stewardship.reasons import Door, Moment, Reason, Why
from navigator.resources.stewardship.settings import settings_in

_FOUND_TRUE = (Outcome.CONFIRMED, Outcome.CHANGED)
_AT = len(to_store(datetime(2026, 1, 1, tzinfo=UTC)))
_LOOK_AT = tuple(map(label_of, ("phones", "hours", "eligibility", "payment")))


@dataclass(frozen=True, slots=True)
class _Checked:
    """When a check was, and the day of the next one or "", as a store keeps them."""

    at: str
    next_due: str

    @classmethod
    def of(cls, told: str) -> "_Checked":
        return cls(told[:_AT], told[_AT:])


def checks(
    session: Session, moment: Moment, categories: Mapping[str, Category], doors: Mapping[str, Door]
) -> Iterator[Reason]:
    """Of those never checked, the kind of help whose checks hold the shortest comes first."""
    today = moment.today.isoformat()
    found, tried = _newest(session)
    holds = _holds(session, categories)
    for entry_id, door in doors.items():
        check = found.get(entry_id)
        attempt = _since(tried.get(entry_id), check)
        if not door.shut and not _waits(check, today) and not _waits(attempt, today):
            yield _reason(entry_id, check, attempt, holds.get(door.service_id, DUE_DAYS), moment)


def _waits(checked: _Checked | None, today: str) -> bool:
    return checked is not None and checked.next_due > today


def _since(attempt: _Checked | None, check: _Checked | None) -> _Checked | None:
    """The newest call that reached nobody, if it is newer than the last check."""
    return None if attempt is None or (check is not None and attempt.at <= check.at) else attempt


def _reason(entry_id: str, check: _Checked | None, attempt: _Checked | None, holds: int, moment: Moment) -> Reason:
    tried = f", not reached {_day_words(from_store(attempt.at), moment)}" if attempt is not None else ""
    if check is None:
        return Reason(entry_id, Why.UNCHECKED, holds, None, f"never checked{tried}", _LOOK_AT)
    at = from_store(check.at)
    due = date.fromisoformat(check.next_due) if check.next_due else date.min
    return Reason(entry_id, Why.DUE, due.toordinal(), at, f"checked {_day_words(at, moment)}{tried}", _LOOK_AT)


def _day_words(at: datetime, moment: Moment) -> str:
    days = (moment.today - moment.day_of(at)).days
    return {0: "today", 1: "yesterday"}.get(days) or f"{long(days)} ago"


def _newest(session: Session) -> tuple[Mapping[str, _Checked], Mapping[str, _Checked]]:
    """By entry: the newest check that found it true, and the newest that reached nobody."""
    row = rows.VerificationRow
    told = row.at + func.coalesce(row.next_due, "")  # one text of both: its greatest is that of the newest check
    true = func.max(case((row.outcome.in_(_FOUND_TRUE), told)))
    nobody = func.max(case((row.outcome == Outcome.NOT_REACHED, told)))
    lines = session.connection().execute(select(row.entry_id, true, nobody).group_by(row.entry_id)).all()
    found = {entry_id: _Checked.of(newest) for entry_id, newest, _ in lines if newest}
    return found, {entry_id: _Checked.of(newest) for entry_id, _, newest in lines if newest}


def _holds(session: Session, categories: Mapping[str, Category]) -> Mapping[str, int]:
    """Days that a check holds, by service, where they are fewer than usual."""
    days = {code: days for code, days in settings_in(session, categories).due_days.items() if days < DUE_DAYS}
    found: dict[str, int] = {}
    row = rows.CategoryRow
    for one in session.connection().execute(select(row.service_id, row.code).where(row.code.in_(days))).all():
        found[one.service_id] = min(days[one.code], found.get(one.service_id, DUE_DAYS))
    return found
