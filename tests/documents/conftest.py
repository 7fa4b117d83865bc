"""A city, a category and a composer of handouts that the paper tests share. Every place here is invented."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest

from navigator.city import City
from navigator.crisis import CrisisLine
from navigator.documents.blocks import Document
from navigator.documents.handout import compose_handout
from navigator.documents.wording import Wording, load_wording
from navigator.resources.categories import Category
from navigator.resources.model import (
    WEEK,
    Address,
    Entry,
    Fact,
    Hours,
    HoursKind,
    Outcome,
    Phone,
    Span,
    Tri,
    Verification,
)

CITY = City(
    key="philadelphia",
    name="Philadelphia",
    state="PA",
    zone=ZoneInfo("America/New_York"),
    crisis_lines=(CrisisLine("Philadelphia Crisis Line", "215-685-6440"),),
    zips={},
    languages=("English", "Spanish"),
    holds={},
    information_line=CrisisLine("211", "211"),
)
CATEGORIES = {
    "detox": Category(
        code="detox",
        name="Withdrawal management",
        paper="Help to stop drugs or alcohol safely",
        words=(),
        samhsa=(),
        hud=(),
    )
}
PRINTED = datetime(2026, 11, 23, 7, 14, tzinfo=UTC)

Compose = Callable[..., Document]


def known(*yes: Fact, no: tuple[Fact, ...] = ()) -> MappingProxyType[Fact, Tri]:
    return MappingProxyType(dict.fromkeys(yes, Tri.YES) | dict.fromkeys(no, Tri.NO))


def checked(at: datetime) -> Verification:
    return Verification(at, "Dana", "phone", "front desk", Outcome.CONFIRMED, None)


def harbor(**changes: object) -> Entry:
    """An invented place with everything known, checked twelve days before the printing."""
    whole: dict[str, object] = {
        "id": "entry-1",
        "service_id": "service-1",
        "name": "Harbor Withdrawal Unit",
        "categories": ("detox",),
        "address": Address("1420 Example Street", "Philadelphia", "PA", "19134"),
        "directions": "Side door on Hope Street.",
        "phones": (Phone("215-555-0142"),),
        "hours": (Hours(HoursKind.WALK_IN, (Span(0, WEEK),)),),
        "facts": known(Fact.MEN, Fact.MEDICAID, no=(Fact.ID_NEEDED,)),
        "minimum_age": 18,
        "languages": ("English",),
        "verified": checked(datetime(2026, 11, 11, 15, 0, tzinfo=UTC)),
        "due_on": date(2027, 11, 11),
    }
    return Entry(**(whole | changes))  # type: ignore[arg-type]


@pytest.fixture
def wording() -> Wording:
    return load_wording("en")


@pytest.fixture
def compose(wording: Wording) -> Compose:
    """Composes a handout of the entries given, as Dana at 2:14 AM on Monday, November 23, 2026."""

    def handout(*entries: Entry, **changes: object) -> Document:
        said: dict[str, object] = {
            "wording": wording,
            "categories": CATEGORIES,
            "city": CITY,
            "printed_at": PRINTED,
            "staff": "Dana Reyes",
            "demo": False,
        }
        return compose_handout(entries, **(said | changes))  # type: ignore[arg-type]

    return handout
