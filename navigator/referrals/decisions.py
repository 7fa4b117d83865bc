"""What waits for a second person: the first page of whoever may decide (P-11, P-24, P-25)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.referrals import requests, saved_consents
from navigator.referrals.circle import circle_of
from navigator.referrals.consent import SavedConsent
from navigator.referrals.person import Person
from navigator.referrals.request import PoliceRequest, SavedRequest
from navigator.referrals.viewed import Viewed
from navigator.storage.database import Store


class DecisionKind(StrEnum):
    """In the order in which they are listed."""

    POLICE = "request of the police"
    SIGNER = "who may sign"
    PERSON = "request of the person"
    ANSWER = "granted, to be told"


@dataclass(frozen=True)
class Decision:
    """One thing to decide. `about` is the record itself; `id` is its id; `due_on`: the day by which it is owed."""

    kind: DecisionKind
    id: str
    person: Person
    about: SavedRequest | SavedConsent
    asked_by: str
    asked_at: datetime
    due_on: date | None = None


class Decisions:
    def __init__(self, store: Store, viewed: Viewed) -> None:
        self._store = store
        self._viewed = viewed

    @requires(Permission.DECIDE)
    def waiting(self, actor: Actor) -> tuple[Decision, ...]:
        """By kind; in each what is owed first comes first, else the oldest."""
        with self._store.reading() as session:
            found = list(_waiting(session))
            circle = circle_of(session, {about.person_id for _, about in found})
            decisions = [_decision(kind, about.saved, circle.person(about.person_id)) for kind, about in found]
        self._viewed.note(actor, [decision.person.id for decision in decisions])
        return tuple(sorted(decisions, key=_place))

    @requires(Permission.DECIDE)
    def count(self, actor: Actor) -> int:  # noqa: ARG002 - the permission is the actor's
        """How many wait for a decision, whoever wrote them."""
        with self._store.reading() as session:
            return len(requests.undecided(session)) + len(saved_consents.undecided(session))


@dataclass(frozen=True)
class _About:
    saved: SavedRequest | SavedConsent
    person_id: str


def _waiting(session: Session) -> Iterator[tuple[DecisionKind, _About]]:
    for saved in requests.undecided(session):
        kind = DecisionKind.POLICE if isinstance(saved.request, PoliceRequest) else DecisionKind.PERSON
        yield kind, _About(saved, saved.request.person_id)
    for consent in saved_consents.undecided(session):
        yield DecisionKind.SIGNER, _About(consent, consent.consent.person_id)
    for saved in requests.granted_untold(session):
        yield DecisionKind.ANSWER, _About(saved, saved.request.person_id)


def _decision(kind: DecisionKind, saved: SavedRequest | SavedConsent, person: Person) -> Decision:
    if isinstance(saved, SavedConsent):
        return Decision(kind, saved.id, person, saved, saved.by, saved.made_at)
    return Decision(kind, saved.id, person, saved, saved.author, saved.made_at, saved.due_on)


def _place(decision: Decision) -> tuple[int, date, datetime]:
    return list(DecisionKind).index(decision.kind), decision.due_on or date.max, decision.asked_at
