"""Who was told what about a person, when, on which ground, by whom (P-12, 45 CFR 164.528).

The person's own copies are not listed (P-07), nor is a call that named nobody.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store, to_store
from navigator.ids import new_id
from navigator.referrals.bases import Basis
from navigator.referrals.history import referrals_of
from navigator.referrals.kept import keep, take_back
from navigator.referrals.names import account_names
from navigator.referrals.referral import Referral
from navigator.referrals.request import Answer, PoliceRequest
from navigator.referrals.request_rows import DisclosureRow
from navigator.referrals.rows import PrintedRow, ReferralRow
from navigator.referrals.same_person import ids_of
from navigator.referrals.steps import CallAgain, Request
from navigator.referrals.telling import NAMED
from navigator.referrals.viewed import Viewed
from navigator.storage.database import Store

NOT_RELEASED = "not released"
"""The state in the print register of a paper that did not leave."""


@dataclass(frozen=True)
class Told:
    """One telling as it is kept: to whom, which kinds of things, on which ground, in the words that it needed.

    `said` is the answer itself, word for word, where somebody wrote it down.
    """

    recipient: str
    what: tuple[str, ...]
    ground: str
    words: str = ""
    said: tuple[str, ...] = ()


def told_to_police(request: PoliceRequest, answer: Answer) -> Told:
    """The line of an answer: of the items that were granted those alone that have words."""
    items = {item.value: text.strip() for item, text in answer.items.items() if text.strip()}
    return Told(
        recipient=f"{request.requester.strip()}, {request.agency.strip()}",
        what=tuple(items) or request.what,
        ground=f"request of the police, 45 CFR {request.paragraph}",
        words=request.document.strip(),
        said=tuple(f"{name}: {text}" for name, text in items.items()) or (answer.words.strip(),),
    )


@dataclass(frozen=True)
class Disclosed:
    """One line of the accounting. `by` is a name; `referral_id` "" where it was no call."""

    at: datetime
    told: Told
    by: str
    referral_id: str = ""


class Accounting:
    def __init__(self, store: Store, viewed: Viewed) -> None:
        self._store = store
        self._viewed = viewed

    @requires(Permission.READ_CASEWORK)
    def of_person(self, actor: Actor, person_id: str) -> tuple[Disclosed, ...]:
        """Everything told of the person, and of whoever was found to be the same; the newest first."""
        with self._store.reading() as session:
            ids, names = ids_of(session, person_id), account_names(session)
            found = [*_written(session, ids, names), *_calls(session, ids, names)]
        self._viewed.note(actor, [person_id])
        return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def write(
    session: Session,
    actor: Actor,
    now: datetime,
    person_id: str,
    told: Told,
    *,
    visit_id: str = "",
    printed_id: str = "",
    request_id: str = "",
) -> str:
    """A line of the accounting, in the transaction of what it is about; its id."""
    row = DisclosureRow(
        id=new_id(),
        person_id=person_id,
        visit_id=visit_id,
        printed_id=printed_id,
        request_id=request_id,
        content=keep(told),
        made_by=actor.id,
        made_at=to_store(now),
    )
    session.add(row)
    session.flush()
    return row.id


def _written(session: Session, ids: Sequence[str], names: Mapping[str, str]) -> Iterator[Disclosed]:
    """Papers that left or may have left, and what the police were told."""
    asked = select(DisclosureRow).outerjoin(PrintedRow, PrintedRow.id == DisclosureRow.printed_id)
    left = PrintedRow.state.is_distinct_from(NOT_RELEASED)
    for row in session.scalars(asked.where(DisclosureRow.person_id.in_(ids), left)):
        yield Disclosed(from_store(row.made_at), take_back(row.content, Told), names.get(row.made_by, ""))


def _calls(session: Session, ids: Sequence[str], names: Mapping[str, str]) -> Iterator[Disclosed]:
    rows = session.scalars(select(ReferralRow).where(ReferralRow.person_id.in_(ids))).all()
    for referral in referrals_of(session, rows):
        yield from _named_calls(referral, names)


def _named_calls(referral: Referral, names: Mapping[str, str]) -> Iterator[Disclosed]:
    for event in referral.events:
        if isinstance(event.step, Request | CallAgain) and event.step.basis is not None:
            told = Told(referral.snapshot.name, NAMED, *_ground(event.step.basis))
            yield Disclosed(event.step.call.began_at, told, names.get(event.by, ""), referral.id)


def _ground(basis: Basis) -> tuple[str, str]:
    return basis.kind.value, basis.words.strip()
