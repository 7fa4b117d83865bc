"""Whether 42 CFR Part 2 applies to this station's casework: on, until somebody who may decide gave a reason (P-09)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor
from navigator.clock import from_store, to_store
from navigator.errors import BadInput
from navigator.referrals.consent_rows import Part2Row
from navigator.referrals.names import account_names

SHORTEST_REASON = 20
"""Letters of reason for switching Part 2 off."""


@dataclass(frozen=True)
class Part2Setting:
    """`by` is a name, "" while nobody has ever set it; then `at` is None."""

    applies: bool = True
    reason: str = ""
    by: str = ""
    at: datetime | None = None


def part2_applies(session: Session) -> bool:
    row = newest(session)
    return row is None or row.applies


def part2_setting(session: Session) -> Part2Setting:
    row = newest(session)
    if row is None:
        return Part2Setting()
    return Part2Setting(row.applies, row.reason, account_names(session).get(row.made_by, ""), from_store(row.made_at))


def newest(session: Session) -> Part2Row | None:
    return session.scalars(select(Part2Row).order_by(Part2Row.number.desc()).limit(1)).first()


def put(session: Session, actor: Actor, *, applies: bool, reason: str, now: datetime) -> Part2Row | None:
    """The row of the change, or None where it stands so already; switching off without a reason is refused."""
    if not applies and len(reason.strip()) < SHORTEST_REASON:
        raise BadInput(f"Say in {SHORTEST_REASON} letters or more why 42 CFR Part 2 does not apply.")
    last = newest(session)
    if (last is None or last.applies) is applies:
        return None
    row = Part2Row(
        number=last.number + 1 if last else 1,
        applies=applies,
        reason=reason.strip(),
        made_by=actor.id,
        made_at=to_store(now),
    )
    session.add(row)
    return row
