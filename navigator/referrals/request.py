"""What is asked for and waits for a second person: by the police (P-11), by the person themselves (P-25)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from navigator.access import Actor, Permission, may
from navigator.referrals.bounds import Bounds
from navigator.referrals.consent import Category


class Paragraph(StrEnum):
    """The parts of 45 CFR 164.512(f) on which the police may ask; `data/law/requests.toml` says what each needs."""

    PROCESS = "164.512(f)(1)"
    LOCATE = "164.512(f)(2)"
    VICTIM = "164.512(f)(3)"
    DEATH = "164.512(f)(4)"
    PREMISES = "164.512(f)(5)"
    EMERGENCY = "164.512(f)(6)"


class LocateItem(StrEnum):
    """All that may be told to identify or locate somebody: 45 CFR 164.512(f)(2)(i)."""

    NAME_AND_ADDRESS = "name and address"
    BIRTH = "date and place of birth"
    SOCIAL_SECURITY = "Social Security number"
    BLOOD_TYPE = "ABO blood type and Rh factor"
    INJURY = "type of injury"
    TREATMENT = "date and time of treatment"
    DEATH = "date and time of death"
    MARKS = "distinguishing physical characteristics"


class Asks(StrEnum):
    """What a person may ask of their own record: 45 CFR 164.524 and 164.526."""

    ACCESS = "access"
    AMENDMENT = "amendment"


class RequestState(StrEnum):
    """`TOLD`: it was granted, and the police were told."""

    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"
    TOLD = "told"


@dataclass(frozen=True)
class PoliceRequest:
    """`items` are for `Paragraph.LOCATE` alone, `categories` for the others. `document` is its number; `words` why."""

    person_id: str
    paragraph: Paragraph
    requester: str
    agency: str
    document: str = ""
    items: tuple[LocateItem, ...] = ()
    categories: tuple[Category, ...] = ()
    words: str = ""

    @property
    def what(self) -> tuple[str, ...]:
        return tuple(one.value for one in (*self.items, *self.categories))

    def lacks(self, *, needs_document: bool) -> str:
        """The sentence that says what is missing or cannot be, or ""."""
        if not self.requester.strip() or not self.agency.strip():
            return "Write who asks, and for which agency."
        if needs_document and not self.document.strip():
            return "Write the number of the order, warrant or subpoena."
        if self.paragraph is not Paragraph.LOCATE:
            return self._lacks_categories()
        if self.categories:
            return "To identify or locate a person, only the listed items may be told. Take the others away."
        return "" if self.items else "Choose what may be told to identify or locate the person."

    def _lacks_categories(self) -> str:
        if self.items:
            return "These items are only for a request to identify or locate a person. Take them away."
        return "" if self.categories else "Choose what they ask for."


@dataclass(frozen=True)
class PersonRequest:
    """`words`: what the person wants to see or have changed; `answer_to`: the safe way to send the answer."""

    person_id: str
    asks: Asks
    received_on: date | None
    words: str = ""
    answer_to: str = ""

    def lacks(self, bounds: Bounds) -> str:
        """The sentence that says what is missing or cannot be, or ""."""
        if self.received_on is None:
            return "Choose the day on which the request was received."
        if self.asks is Asks.AMENDMENT and not self.words.strip():
            return "Write what the person wants to have changed."
        return bounds.wrong_day(self.received_on, "The day the request was received")


type Request = PoliceRequest | PersonRequest


@dataclass(frozen=True)
class Answer:
    """What the police were told: item by item to identify or locate, in `words` on the other grounds."""

    items: Mapping[LocateItem, str] = field(default_factory=lambda: MappingProxyType({}))
    words: str = ""

    def lacks(self, request: PoliceRequest) -> str:
        """Why this cannot be the answer to `request`, or "": nothing beyond what was asked and granted (P-11)."""
        if request.paragraph is not Paragraph.LOCATE:
            return "" if self.words.strip() and not self.items else "Write what you told them."
        if self.words.strip() or not set(self.items) <= set(request.items):
            return "Only the items that were granted may be told. Take the others away."
        return "" if any(text.strip() for text in self.items.values()) else "Write what you told them."


@dataclass(frozen=True)
class Verdict:
    """What a second person decided; `words` are the reason, as the asker may hear it."""

    granted: bool
    words: str
    by: str
    at: datetime


@dataclass(frozen=True)
class SavedRequest:
    """A request as it stands. `due_on`: the last day for the answer to a person; None for the police."""

    id: str
    request: Request
    author_id: str
    author: str
    made_at: datetime
    due_on: date | None = None
    verdict: Verdict | None = None
    told_at: datetime | None = None

    @property
    def state(self) -> RequestState:
        if self.verdict is None:
            return RequestState.WAITING
        if self.told_at is not None:
            return RequestState.TOLD
        return RequestState.GRANTED if self.verdict.granted else RequestState.REFUSED

    def closed_to(self, actor: Actor) -> str:
        """Why `actor` may not decide this, or "" (P-11: somebody other than the author)."""
        if self.verdict is not None:
            return f"{self.verdict.by or 'Somebody'} decided this already."
        if not may(actor.role, Permission.DECIDE):
            return f"Your role ({actor.role}) may not decide this."
        return "You wrote this request, so somebody else has to decide it." if actor.id == self.author_id else ""
