"""A consent to tell somebody something: its elements, what it lacks, whom and what it covers (P-08, 42 CFR 2.31).

Pure: no session, no clock of its own, no Qt.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from navigator.city import Signer
from navigator.referrals.bounds import Bounds
from navigator.referrals.law import Law
from navigator.referrals.person import folded

type Stroke = tuple[tuple[float, float], ...]
"""Points of one stroke of a pen: across and down, each 0 to 1 of the signed field."""

SOMETHING = 0.02
"""The least width or height of a signature, as a share of the field: a dot is no signature."""


class ConsentKind(StrEnum):
    ON_SCREEN = "signed on the screen"
    ON_PAPER = "signed on paper"
    VERBAL = "said before a witness"


class Category(StrEnum):
    """What may be told, the smallest first (P-15)."""

    NEED = "who it is and what help is needed"
    CONTACT = "how to reach the person"
    SAFETY = "safety"
    MEDICINES = "medicines and allergies"
    LEGAL = "legal status"
    SUBSTANCE_USE = "substance use"
    SUMMARY = "summary of the visit"


class ConsentState(StrEnum):
    LIVE = "live"
    WAITING = "waits for the supervisor"
    TURNED_DOWN = "turned down by the supervisor"
    EXPIRED = "expired"
    REVOKED = "taken back"


@dataclass(frozen=True)
class Consent:
    """The elements of 42 CFR 2.31. `described` says in words what is told beside `categories`.

    The recipient is a service of the directory, or (`recipient_service_id` "") somebody by name, or a class: a kind of
    help by its code. `signer` is THEMSELVES or PARENT_OR_GUARDIAN. `tpo`: it is for treatment, payment and operations,
    which asks for two statements more. `told_…`: that statement was made to the person.
    """

    person_id: str
    visit_id: str
    kind: ConsentKind
    discloser: str
    categories: tuple[Category, ...]
    described: str
    recipient: str
    recipient_service_id: str
    purpose: str
    told_of_right: bool
    expires_on: date | None
    expires_event: str
    signed_by: str
    signer: Signer
    signed_at: datetime
    witness: str = ""
    strokes: tuple[Stroke, ...] = ()
    tpo: bool = False
    told_redisclosure: bool = False
    told_refusal: bool = False
    recipient_class: str = ""

    def lacks(self, law: Law, part2: bool, bounds: Bounds, age: int | None) -> str:
        """The sentence that says what it still needs, or "". `age` in years, None when it is not known."""
        return (
            self._lacks_words()
            or self._lacks_end(bounds)
            or self._lacks_statements()
            or self._lacks_signer(law, age)
            or self._lacks_signature(law, part2=part2)
            or bounds.wrong(self.signed_at, "The signature")
        )

    def asks_supervisor(self, law: Law, age: int | None) -> bool:
        """Whether it counts only when a supervisor has said that this signer may sign (P-24)."""
        return law.signer(age) is Signer.ASK_SUPERVISOR

    def _lacks_words(self) -> str:
        needed = (
            (self.discloser, "Write who may tell."),
            (self.recipient, "Choose or write who may be told."),
            (self.purpose, "Write what it is for."),
        )
        if Category.NEED not in self.categories:
            return "Tick what may be told: who it is and what help is needed is the least."
        if not self.described.strip():
            return "Describe what may be told."
        return next((sentence for words, sentence in needed if not words.strip()), "")

    def _lacks_end(self, bounds: Bounds) -> str:
        if self.expires_on is None and not self.expires_event.strip():
            return "Write when it ends: a day, or what has to happen."
        if self.expires_on is not None and self.expires_on < bounds.today:
            return "The day on which it ends has passed. Choose today or a later day."
        return ""

    def _lacks_statements(self) -> str:
        if not self.told_of_right:
            return "Tell the person that they can take it back, and how. Then tick it."
        if self.tpo and not self.told_redisclosure:
            return "Tell the person that a recipient may pass it on. Then tick it."
        if self.tpo and not self.told_refusal:
            return "Tell the person what happens if they do not sign. Then tick it."
        return ""

    def _lacks_signer(self, law: Law, age: int | None) -> str:
        if self.signer not in {Signer.THEMSELVES, Signer.PARENT_OR_GUARDIAN}:
            return "Choose who signs: the person, or a parent or guardian."
        table = law.signer(age)
        if table in {Signer.EITHER, Signer.ASK_SUPERVISOR, self.signer}:
            return ""
        return f"At this age {table} signs, as this city's table has it."

    def _lacks_signature(self, law: Law, *, part2: bool) -> str:
        if not self.signed_by.strip():
            return "Write the name of who signs."
        if self.kind is ConsentKind.ON_SCREEN:
            return "" if is_drawn(self.strokes) else "The signature is missing. Let the person sign in the field."
        if self.kind is ConsentKind.VERBAL:
            spoken = law.verbal_stands(part2=part2)
            return spoken or ("" if self.witness.strip() else "Write who heard it beside you.")
        return ""


@dataclass(frozen=True)
class SavedConsent:
    """A consent as it stands in casework. `ends_at` is the end of its last day in the city's zone.

    `made_by` is an account's id, `by` its name. `asks_supervisor` until `allowed` says yes or no (P-24).
    """

    id: str
    consent: Consent
    made_by: str
    made_at: datetime
    revoked_at: datetime | None = None
    revoked_words: str = ""
    by: str = ""
    ends_at: datetime | None = None
    asks_supervisor: bool = False
    allowed: bool | None = None

    def state(self, at: datetime) -> ConsentState:
        """How it stands at the moment `at`, which is aware."""
        if self.revoked_at is not None and at >= self.revoked_at:
            return ConsentState.REVOKED
        if self.ends_at is not None and at >= self.ends_at:
            return ConsentState.EXPIRED
        if self.asks_supervisor and not self.allowed:
            return ConsentState.WAITING if self.allowed is None else ConsentState.TURNED_DOWN
        return ConsentState.LIVE

    def is_live(self, at: datetime) -> bool:
        return at >= self.consent.signed_at and self.state(at) is ConsentState.LIVE


_NOT_LIVE = {
    ConsentState.REVOKED: "This consent was taken back. Ask for a new one, or call without naming the person.",
    ConsentState.EXPIRED: "This consent has ended. Ask for a new one, or call without naming the person.",
    ConsentState.WAITING: "This consent waits for the supervisor. Until then call without naming the person.",
    ConsentState.TURNED_DOWN: "The supervisor did not let this consent stand. Call without naming the person.",
}


def covers(
    saved: SavedConsent,
    service_id: str,
    name: str,
    categories: Collection[Category],
    at: datetime,
    classes: Collection[str] = (),
) -> str:
    """ "" when at the moment `at` that recipient may be told those categories, else the sentence why not.

    `name` counts for a recipient who is no service of the directory; `classes` are the kinds of help it gives.
    """
    state = saved.state(at)
    if state is not ConsentState.LIVE:
        return _NOT_LIVE[state]
    if at < saved.consent.signed_at:
        return "This consent was signed later than that."
    if not names(saved.consent, service_id, name, classes):
        return f"This consent names {saved.consent.recipient}, and nobody else. Ask for one that names {name}."
    beyond = [category for category in Category if category in categories and category not in saved.consent.categories]
    return f"This consent does not allow to tell: {', '.join(beyond)}." if beyond else ""


def names(consent: Consent, service_id: str, name: str, classes: Collection[str] = ()) -> bool:
    """Whether the consent is for that recipient: by its service, else by its class, else by its name (P-08)."""
    if consent.recipient_service_id:
        return consent.recipient_service_id == service_id
    if consent.recipient_class:
        return consent.recipient_class in classes
    return bool(folded(name)) and folded(name) == folded(consent.recipient)


def is_drawn(strokes: Collection[Stroke]) -> bool:
    """Whether the strokes are a signature: points inside the field, and more than a dot."""
    points = [point for stroke in strokes for point in stroke]
    if not points or any(not 0 <= part <= 1 for point in points for part in point):
        return False
    return any(max(parts) - min(parts) >= SOMETHING for parts in zip(*points, strict=True))
