"""Entries and records by chance, for property tests: invented, and anything the model allows."""

from datetime import date

from hypothesis import strategies as st

from navigator.resources.fields import PARTS, Record
from navigator.resources.model import (
    WEEK,
    Address,
    DatedHours,
    Entry,
    Fact,
    Hours,
    HoursKind,
    Phone,
    PhoneKind,
    Span,
    Status,
    Tri,
)

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=("Cs", "Cc")), max_size=20)
NAMES = WORDS.map(lambda words: f"Example {words}".strip())
LISTS = st.lists(WORDS.filter(bool), max_size=3, unique=True).map(tuple)
PHONES = st.builds(
    Phone,
    st.integers(0, 99).map(lambda last: f"215-555-01{last:02}"),
    st.sampled_from(PhoneKind),
    WORDS,
    st.sampled_from(("", "7", "3352")),
)
SPANS = st.tuples(st.integers(0, WEEK - 1), st.integers(1, WEEK)).map(lambda two: Span(two[0], two[0] + two[1]))
DATED = st.builds(
    DatedHours,
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.lists(st.tuples(st.integers(0, 1439), st.integers(1440, 2880)), max_size=2).map(tuple),
    WORDS,
)
HOURS = st.builds(
    Hours, st.sampled_from(HoursKind), st.lists(SPANS, max_size=3).map(tuple), WORDS, st.booleans(), st.just(())
) | st.builds(
    Hours, st.sampled_from(HoursKind), st.just(()), WORDS, st.just(False), st.lists(DATED, max_size=2).map(tuple)
)
ADDRESSES = st.builds(Address, NAMES, WORDS, st.just("PA"), st.sampled_from(("19134", "19107", "")))
FACTS = st.dictionaries(st.sampled_from(Fact), st.sampled_from((Tri.YES, Tri.NO)), max_size=6)
ENTRIES = st.builds(
    Entry,
    id=st.just(""),
    service_id=st.just(""),
    name=NAMES,
    organization=NAMES,
    alternate_names=LISTS,
    categories=st.lists(st.sampled_from(("detox", "shelter")), max_size=2, unique=True).map(tuple),
    kind=WORDS,
    description=WORDS,
    address=st.none() | ADDRESSES,
    directions=WORDS,
    area=WORDS,
    place=st.none() | st.tuples(st.floats(39, 41), st.floats(-76, -74)),
    phones=st.lists(PHONES, max_size=3).map(tuple),
    hours=st.lists(HOURS, max_size=2).map(tuple),
    eligibility=WORDS,
    facts=FACTS,
    minimum_age=st.none() | st.integers(0, 99),
    maximum_age=st.none() | st.integers(0, 99),
    payment=WORDS,
    languages=LISTS,
    language_text=WORDS,
    bring=WORDS,
    url=WORDS,
    status=st.sampled_from((Status.ACTIVE, Status.SEASONAL, Status.CLOSED)),
    status_reason=WORDS,
    status_until=st.none() | st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    discreet_label=WORDS,
    note=WORDS,
    source=WORDS,
    seen=WORDS,
)
JSON = st.recursive(WORDS | st.integers(-5, 5) | st.booleans(), lambda inner: st.lists(inner, max_size=3), max_leaves=5)
EXTRA = st.dictionaries(
    st.sampled_from(PARTS), st.dictionaries(st.sampled_from(("x_one", "x_two", "funding")), JSON, min_size=1)
)
RECORDS = st.builds(Record, ENTRIES, EXTRA)
