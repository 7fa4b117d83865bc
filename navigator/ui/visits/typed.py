"""What the form of a visit holds as it was typed: kept as the draft, made of a visit, read back as its facts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from enum import StrEnum

from navigator.clock import to_store
from navigator.referrals.encounter import (
    Force,
    Housing,
    Injury,
    Naloxone,
    Origin,
    PriorContacts,
    Substance,
    Weapon,
    YesNo,
)
from navigator.referrals.person import Identity
from navigator.referrals.visit import (
    AgeBand,
    Concern,
    Gender,
    Interpreter,
    PlaceKind,
    Source,
    Visit,
    VisitFacts,
)
from navigator.ui.visits.birth import birth_text, read_birth

_BETWEEN = "; "
YES = "yes"


@dataclass(frozen=True)
class Typed:
    """Every field as text. A time is ISO text once it was read, else what was typed; a choice is its value.

    `person_id` is somebody found before, `unknown` is `YES` while an unknown person is described.
    """

    unknown: str = ""
    given_name: str = ""
    family_name: str = ""
    birth: str = ""
    described: str = ""
    person_id: str = ""
    place: str = ""
    arrived: str = ""
    sent: str = ""
    preferred_name: str = ""
    source: str = ""
    age_band: str = ""
    gender: str = ""
    language: str = ""
    interpreter: str = ""
    postal_code: str = ""
    payment: str = ""
    concerns: str = ""
    contact_number: str = ""
    contact_words: str = ""
    no_voicemail: str = ""
    note: str = ""
    origins: str = ""
    veteran: str = ""
    housing: str = ""
    minors_present: str = ""
    prior_contacts: str = ""
    substances: str = ""
    overdose: str = ""
    naloxone: str = ""
    weapon: str = ""
    injuries: str = ""
    force: str = ""

    def beside(self, base: "Typed") -> Mapping[str, str]:
        """The fields that differ from `base`: what a draft keeps, so that it never overwrites what others saved."""
        before = asdict(base)
        return {name: value for name, value in asdict(self).items() if value != before[name]}


LABELS: Mapping[str, str] = {
    "unknown": "Who",
    "given_name": "Given name",
    "family_name": "Family name",
    "birth": "Birth date or year",
    "described": "Description",
    "person_id": "Who",
    "place": "Kind of place",
    "arrived": "Arrived",
    "sent": "Sent",
    "preferred_name": "Goes by",
    "source": "How you came",
    "age_band": "Age",
    "gender": "Gender",
    "language": "Language",
    "interpreter": "Interpreter",
    "postal_code": "ZIP",
    "payment": "Payment",
    "concerns": "Concerns",
    "contact_number": "Safe number",
    "contact_words": "When and how to call",
    "no_voicemail": "No voicemail",
    "note": "Note",
    "origins": "Race and ethnicity, as they say",
    "veteran": "Veteran",
    "housing": "Where they stay",
    "minors_present": "Children there",
    "prior_contacts": "Contacts in the last year",
    "substances": "Substances",
    "overdose": "Overdose",
    "naloxone": "Naloxone",
    "weapon": "Weapon",
    "injuries": "Injuries",
    "force": "Force used",
}


def restored(base: Typed, content: Mapping[str, str]) -> Typed:
    """`base` with what a draft holds beside it; what this form has no field for is left out."""
    known = {field.name for field in fields(Typed)}
    return replace(base, **{name: value for name, value in content.items() if name in known})


def labels_of(content: Mapping[str, str]) -> str:
    """The fields of a draft by name: "Note, ZIP"."""
    return ", ".join(dict.fromkeys(label for name, label in LABELS.items() if name in content))


def typed_of(visit: Visit) -> Typed:
    """The form of a visit as it was last saved."""
    facts = visit.facts
    return replace(
        with_identity(Typed(), visit.person.identity),
        place=facts.place_kind or "",
        arrived=time_text(facts.arrived_at),
        sent=time_text(facts.dispatched_at),
        source=facts.source or "",
        age_band=facts.age_band or "",
        gender=facts.gender or "",
        language=facts.language,
        interpreter=facts.interpreter or "",
        postal_code=facts.postal_code,
        payment=facts.payment,
        concerns=texts(facts.concerns),
        contact_number=facts.contact_number,
        contact_words=facts.contact_words,
        no_voicemail=YES if facts.no_voicemail else "",
        note=facts.note,
        origins=texts(facts.origins),
        veteran=facts.veteran or "",
        housing=facts.housing or "",
        minors_present=facts.minors_present or "",
        prior_contacts=facts.prior_contacts or "",
        substances=texts(facts.substances),
        overdose=facts.overdose or "",
        naloxone=facts.naloxone or "",
        weapon=facts.weapon or "",
        injuries=texts(facts.injuries),
        force=facts.force or "",
    )


def with_identity(typed: Typed, identity: Identity) -> Typed:
    return replace(
        typed,
        unknown="" if identity.given_name or identity.family_name else YES,
        given_name=identity.given_name,
        family_name=identity.family_name,
        preferred_name=identity.preferred_name,
        birth=birth_text(identity),
        described=identity.described,
    )


def identity_of(typed: Typed) -> Identity:
    """Who it is: a description alone where the person is unknown (P-18)."""
    if typed.unknown:
        return Identity(preferred_name=typed.preferred_name.strip(), described=typed.described.strip())
    born = read_birth(typed.birth)
    return Identity(
        given_name=typed.given_name.strip(),
        family_name=typed.family_name.strip(),
        preferred_name=typed.preferred_name.strip(),
        born_on=born.on,
        birth_year=born.on.year if born.on else born.year,
        described=typed.described.strip(),
    )


def fuller(known: Identity, told: Identity) -> Identity:
    """Somebody found before, with what is told now where nothing was known."""
    return replace(
        known,
        given_name=known.given_name or told.given_name,
        family_name=known.family_name or told.family_name,
        preferred_name=known.preferred_name or told.preferred_name,
        born_on=known.born_on or told.born_on,
    )


def facts_of(typed: Typed, before: VisitFacts | None = None) -> VisitFacts:
    """The facts of the form; what it has no field for stays as it was `before`."""
    return replace(
        before or VisitFacts(),
        arrived_at=time_of(typed.arrived),
        place_kind=_one(PlaceKind, typed.place),
        dispatched_at=time_of(typed.sent),
        source=_one(Source, typed.source),
        postal_code=typed.postal_code.strip(),
        age_band=_one(AgeBand, typed.age_band),
        gender=_one(Gender, typed.gender),
        language=typed.language,
        interpreter=_one(Interpreter, typed.interpreter),
        payment=typed.payment,
        concerns=several(Concern, typed.concerns),
        contact_number=typed.contact_number.strip(),
        contact_words=typed.contact_words.strip(),
        no_voicemail=bool(typed.no_voicemail),
        note=typed.note.strip(),
        origins=several(Origin, typed.origins),
        veteran=_one(YesNo, typed.veteran),
        housing=_one(Housing, typed.housing),
        minors_present=_one(YesNo, typed.minors_present),
        prior_contacts=_one(PriorContacts, typed.prior_contacts),
        substances=several(Substance, typed.substances),
        overdose=_one(YesNo, typed.overdose),
        naloxone=_one(Naloxone, typed.naloxone),
        weapon=_one(Weapon, typed.weapon),
        injuries=several(Injury, typed.injuries),
        force=_one(Force, typed.force),
    )


def time_text(moment: datetime | None) -> str:
    return "" if moment is None else to_store(moment)


def time_of(text: str) -> datetime | None:
    """None too for what was typed and is no time."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def texts(chosen: Iterable[StrEnum]) -> str:
    """Several choices as one text."""
    return _BETWEEN.join(chosen)


def several[E: StrEnum](kind: type[E], text: str) -> tuple[E, ...]:
    """What `texts` made a text of, in the order of `kind`."""
    chosen = set(text.split(_BETWEEN))
    return tuple(one for one in kind if one.value in chosen)


def _one[E: StrEnum](kind: Callable[[str], E], text: str) -> E | None:
    try:
        return kind(text)
    except ValueError:
        return None
