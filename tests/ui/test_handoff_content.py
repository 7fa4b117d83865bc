"""The handoff as text and back, what was typed over what was saved, and times that cannot be."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from navigator.referrals.bounds import Bounds
from navigator.referrals.consent import Category
from navigator.referrals.encounter import YesNo
from navigator.referrals.handoff import Handoff, Needed
from navigator.referrals.handoff_groups import BasisTold, IPass, Medicines, PersonTold, Safety, Transport
from navigator.ui.handoff.content import CHOICES, REASONS, TICKS, TIMES, read, written
from navigator.ui.handoff.labels import LABELS, PLACES
from navigator.ui.handoff.merge import SEEN, changes, merge, over, restore
from navigator.ui.handoff.troubles import troubles_of
from navigator.ui.handoff.words import FIELD_OF, MISSING, WHY_NOT, bed_words
from tests.ui.desk_of_find import NOW

CITY = ZoneInfo("America/New_York")
near = st.none() | st.integers(-600, 30).map(lambda minutes: NOW + timedelta(minutes=minutes))
st.register_type_strategy(datetime, st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
told = st.lists(st.sampled_from(Category), unique=True).map(lambda some: tuple(one for one in Category if one in some))
handoffs = st.builds(
    Handoff,
    basis=st.builds(BasisTold, shared=told),
    absent=st.dictionaries(st.sampled_from(Needed), st.text(min_size=1, max_size=20)),
)
contents = st.dictionaries(st.sampled_from((*LABELS, *REASONS)), st.text(min_size=1, max_size=5))


@given(handoffs)
def test_a_handoff_comes_back_from_its_text_as_it_was(handoff):
    assert read(written(handoff)) == handoff


@given(handoffs)
def test_what_is_empty_takes_no_room(handoff):
    assert all(written(handoff).values())


def test_every_field_of_a_handoff_has_its_place():
    told = {
        (group.name, one.name) for group in fields(Handoff) if group.name != "absent" for one in _fields_of(group.name)
    }
    assert set(PLACES.values()) == told
    assert set(PLACES) == set(LABELS) > {*TIMES, *TICKS, *CHOICES}
    assert set(REASONS.values()) == set(Needed) == set(MISSING) == set(WHY_NOT)
    assert set(FIELD_OF) > set(Needed)


def _fields_of(group):
    return fields(getattr(Handoff(), group))


def test_what_another_version_wrote_is_left_out():
    strange = {"part": "hovered above", "left_at": "half past", "moon": "full", "goal": "sleep"}
    assert read(strange) == Handoff(person=PersonTold(goal="sleep"))


@given(contents, contents)
def test_what_was_typed_over_the_first_gives_what_is_shown(first, now):
    assert over(first, changes(first, now)) == now


@given(contents, contents, contents)
def test_a_merge_keeps_every_word_typed_here_and_takes_the_rest_from_there(before, mine, theirs):
    merged = merge(before, mine, theirs)
    typed = changes(before, mine)
    for name in {**before, **mine, **theirs}:
        wanted = mine if name in typed else theirs
        assert merged.content.get(name, "") == wanted.get(name, "")
    assert set(merged.both) == {
        name for name in typed if before.get(name, "") != theirs.get(name, "") != mine.get(name, "")
    }


def test_a_merge_says_which_fields_differ():
    merged = merge({"goal": "sleep"}, {"goal": "sleep well", "pets": "cat"}, {"goal": "rest", "summary": "calm"})
    assert merged.content == {"goal": "sleep well", "pets": "cat", "summary": "calm"}
    assert merged.sentence == "Differs, and yours is shown: Goal, in own words. New from them: Person summary."


@given(contents, contents)
def test_a_draft_over_the_same_revision_is_no_dispute(first, now):
    restored = restore(first, 3, {**changes(first, now), SEEN: "3"})
    assert restored.content == now
    assert restored.sentence == ""


def test_a_draft_over_an_older_revision_says_where_it_differs():
    restored = restore({"goal": "rest", "pets": "cat"}, 2, {"goal": "sleep", "pets": "cat", SEEN: "1"})
    assert restored.content["goal"] == "sleep"
    assert restored.both == ("goal",)


doubtful = st.builds(
    Handoff,
    person=st.builds(PersonTold, part_at=near),
    ipass=st.builds(IPass, read_back_at=near),
    transport=st.builds(Transport, left_at=near, arrived_at=near),
    medicines=st.builds(Medicines, listed=st.sampled_from(("", "Sertraline")), unknown=st.booleans()),
    safety=st.builds(
        Safety, weapons=st.none() | st.sampled_from(YesNo), weapons_secured=st.none() | st.sampled_from(YesNo)
    ),
)


@given(doubtful)
def test_a_time_has_trouble_exactly_when_the_service_would_refuse_it(handoff):
    bounds = Bounds(NOW, CITY, NOW - timedelta(hours=5))
    assert bool(troubles_of(handoff, bounds)) == bool(handoff.lacks(bounds))


def test_arriving_before_leaving_is_said_at_the_arrival():
    handoff = Handoff(transport=Transport(left_at=NOW - timedelta(minutes=5), arrived_at=NOW - timedelta(minutes=9)))
    assert troubles_of(handoff, Bounds(NOW, CITY)) == {
        "arrived_at": "You cannot arrive before you left. Check the times."
    }


def test_a_bed_says_how_long_it_is_held_and_when_that_is_over():
    assert bed_words(NOW + timedelta(minutes=56), NOW, CITY) == "Bed held until 3:10 AM, 56 min left"
    assert bed_words(NOW - timedelta(minutes=4), NOW, CITY) == "The bed was held until 2:10 AM. That has passed"
    assert bed_words(None, NOW, CITY) == ""
