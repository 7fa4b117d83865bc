"""What an entry is worth beside another whose words match as well: what matters in need."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.model import (
    Capacity,
    Entry,
    Fact,
    Hours,
    HoursKind,
    Outcome,
    Phone,
    Span,
    Status,
    Tri,
    Verification,
)
from navigator.resources.search import Query
from navigator.resources.search.answer import OpenAt
from navigator.resources.search.columns import Columns
from navigator.resources.search.reading import Reading
from navigator.resources.search.usable import beside_a_name, worth
from navigator.resources.search.wanted import Wishes

from .conftest import ALWAYS, NOON, OFFICE, made, street
from .plainly import queries
from .test_columns import columns, entries

Kinds = Mapping[str, Category]
PHONE = (Phone("215-555-0100"),)


def worths(city: City, categories: Kinds, *of: Entry, query: Query | None = None, at: datetime = NOON) -> list[float]:
    found = Columns.of(of, city, categories, of.__getitem__)
    return worth(found, Wishes(city).of(query or Query(), Reading(), at)).tolist()


def door(**more: Any) -> Entry:
    return made("Door", **{"phones": PHONE} | more)


def room(available: int | None, minutes: int) -> Entry:
    as_of = NOON - timedelta(minutes=minutes)
    return door(capacities=(Capacity("bed", available, 9, "", "the desk", as_of),))


def checked(days: int, due: date) -> Entry:
    at = NOON - timedelta(days=days)
    return door(verified=Verification(at, "the desk", "by phone", "", Outcome.CONFIRMED, due), due_on=due)


def test_room_counts_while_the_word_is_fresh_and_unknown_is_no_full_house(city: City, categories: Kinds) -> None:
    """S-04: four hours."""
    fresh, old, full, old_full, unknown, silent = worths(
        city, categories, room(3, 20), room(3, 241), room(0, 20), room(0, 241), room(None, 20), door()
    )
    assert fresh > silent > full
    assert old == old_full == unknown == silent


def test_an_open_door_goes_before_one_that_opens_soon_and_that_before_a_closed_one(
    city: City, categories: Kinds
) -> None:
    monday_noon = 12 * 60
    soon = (Hours(HoursKind.OFFICE, (Span(monday_noon + 60, monday_noon + 300),)),)
    late = (Hours(HoursKind.OFFICE, (Span(monday_noon + 180, monday_noon + 300),)),)
    open_now, opens_soon, opens_late = worths(city, categories, door(hours=ALWAYS), door(hours=soon), door(hours=late))
    assert open_now > opens_soon > opens_late


def test_asked_for_tonight_the_door_that_is_open_tonight_goes_first(city: City, categories: Kinds) -> None:
    night = (Hours(HoursKind.OVERNIGHT, (Span(18 * 60, 32 * 60),)),)
    query = Query(open_at=OpenAt("tonight", minute=20 * 60))
    by_day, by_night = worths(city, categories, door(hours=OFFICE), door(hours=night), query=query)
    assert by_night > by_day


def test_who_is_known_to_be_taken_goes_before_who_is_to_be_asked(city: City, categories: Kinds) -> None:
    facts = ({Fact.WOMEN: Tri.YES}, {}, {Fact.WOMEN: Tri.NO})
    query = Query(facts=frozenset({Fact.WOMEN, Fact.MEDICAID}))
    known, ask, no = worths(city, categories, *(door(facts=one) for one in facts), query=query)
    assert known > ask > no


def test_the_nearer_goes_first_and_a_confidential_one_stands_in_the_middle(city: City, categories: Kinds) -> None:
    """S-13: its address does not speak."""
    here, far = door(address=street("1 Oak Street", "19134")), door(address=street("1 Oak Street", "19154"))
    secret = door(address=street("1 Oak Street", "19134"), confidential=True)
    elsewhere = door(address=street("1 Oak Street", "19154"), confidential=True)
    near, hidden, also_hidden, away = worths(city, categories, here, secret, elsewhere, far, query=Query(near="19134"))
    assert near > hidden == also_hidden > away


def test_a_fresh_check_counts_a_little_and_an_overdue_one_sinks(city: City, categories: Kinds) -> None:
    """S-06."""
    later = date(2027, 11, 1)
    today, long_ago, overdue = worths(
        city, categories, checked(0, later), checked(300, later), checked(300, date(2026, 11, 1))
    )
    assert today > long_ago > overdue


@pytest.mark.parametrize(
    "sinks",
    [
        {"status": Status.DO_NOT_REFER},
        {"facts": {Fact.REFERRAL_ONLY: Tri.YES}},
        {"facts": {Fact.COORDINATED_ENTRY_ONLY: Tri.YES}},
        {"facts": {Fact.VETERANS_ONLY: Tri.YES}},
        {"facts": {Fact.YOUTH: Tri.YES}},
        {"maximum_age": 17},
        {"national": True},
        {"phones": ()},
        {"due_on": None},
    ],
)
def test_a_door_that_is_harder_to_enter_sinks(sinks: Mapping[str, Any], city: City, categories: Kinds) -> None:
    plain, harder = worths(city, categories, door(), door(**sinks))
    assert 0 < harder < plain


def test_a_door_for_the_young_does_not_sink_for_somebody_young(city: City, categories: Kinds) -> None:
    young = {Fact.YOUTH: Tri.YES}
    plain, for_the_young = worths(city, categories, door(), door(facts=young), query=Query(age=16))
    assert for_the_young == plain


def test_the_facts_count_less_for_an_entry_that_is_called_by_its_name() -> None:
    plain, named, surely = beside_a_name(np.full(3, 0.6, np.float32), np.array([1, 1.25, 1.5], np.float32)).tolist()
    assert plain == pytest.approx(0.6)
    assert plain < named < surely < 1


@settings(deadline=None, max_examples=50)
@given(of=some.lists(entries, min_size=1, max_size=5), query=queries)
def test_the_words_stay_stronger_than_the_facts(of: list[Entry], query: Query, city: City, categories: Kinds) -> None:
    found = worth(columns(of, city, categories), Wishes(city).of(query, Reading(), datetime(2026, 11, 23, tzinfo=UTC)))
    assert np.isfinite(found).all()
    assert (found <= 1.25).all()
    assert (found > 0.1).all()
