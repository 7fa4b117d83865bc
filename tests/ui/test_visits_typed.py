"""What is typed into the form of a visit and what becomes of it: births, times, choices, and two windows at once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from navigator.referrals.bounds import Bounds
from navigator.referrals.person import Identity, Person
from navigator.referrals.register import Paper, PaperState, Registered
from navigator.referrals.visit import (
    AgeBand,
    Concern,
    Disposition,
    Ending,
    Gender,
    Interpreter,
    PlaceKind,
    Source,
    Visit,
    VisitFacts,
)
from navigator.ui.visits.birth import birth_text, read_birth
from navigator.ui.visits.checks import troubles_of
from navigator.ui.visits.merged import merge
from navigator.ui.visits.telling import ending_words, papers_words, visit_groups
from navigator.ui.visits.typed import (
    LABELS,
    YES,
    Typed,
    facts_of,
    fuller,
    identity_of,
    labels_of,
    restored,
    time_text,
    typed_of,
)
from navigator.ui.visits.words import said
from tests.ui.desk_of_find import NOW

ZONE = ZoneInfo("America/New_York")
BOUNDS = Bounds(NOW, ZONE)
GOOD = Typed(given_name="Jordan", birth="1992", place="home", arrived=time_text(NOW))
FACTS = VisitFacts(
    arrived_at=NOW - timedelta(minutes=20),
    place_kind=PlaceKind.TRANSIT,
    dispatched_at=NOW - timedelta(minutes=30),
    source=Source.OFFICER,
    postal_code="19134",
    age_band=AgeBand.ADULT,
    gender=Gender.MAN,
    language="Spanish",
    interpreter=Interpreter.BY_PHONE,
    payment="Medicaid",
    concerns=(Concern.HOUSING, Concern.MEDICAL),
    need="detox",
    contact_number="215-555-0133",
    contact_words="After 6 PM",
    no_voicemail=True,
    note="He has a dog.",
)
ANA = Identity("Ana", "Vega", "Nana", date(1984, 4, 12), 1984, "green scarf")


def visit_with(facts: VisitFacts = FACTS, identity: Identity = ANA, ending: Ending | None = None) -> Visit:
    return Visit("v", Person("p", identity), facts, ending, "dana", "Dana R.", 1, NOW)


@pytest.mark.parametrize(
    ("typed", "on", "year"),
    [
        ("1991", None, 1991),
        (" 1991 ", None, 1991),
        ("4/12/1991", date(1991, 4, 12), None),
        ("04/12/1991", date(1991, 4, 12), None),
        ("4-12-1991", date(1991, 4, 12), None),
        ("4.12.1991", date(1991, 4, 12), None),
        ("1991-04-12", date(1991, 4, 12), None),
        ("Apr 12, 1991", date(1991, 4, 12), None),
        ("april 12 1991", date(1991, 4, 12), None),
        ("2/29/1992", date(1992, 2, 29), None),
        ("", None, None),
    ],
)
def test_a_birth_is_read_as_people_write_it(typed, on, year):
    read = read_birth(typed)
    assert (read.on, read.year, read.trouble) == (on, year, "")


@pytest.mark.parametrize(
    "typed", ["91", "4/12/91", "35", "13/1/1991", "2/29/1991", "0/0/0000", "ninety", "١٩٩١", "1991-", "xyz 4, 1991"]
)
def test_what_is_no_birth_says_how_to_write_one(typed):
    read = read_birth(typed)
    assert (read.on, read.year) == (None, None)
    assert read.trouble.endswith(".")


@pytest.mark.parametrize("identity", [ANA, Identity("Ana", birth_year=1984), Identity(described="grey coat")])
def test_a_birth_is_shown_as_it_is_read_again(identity):
    read = read_birth(birth_text(identity))
    assert (read.on, read.on.year if read.on else read.year) == (identity.born_on, identity.year)


def test_a_visit_goes_through_the_form_unchanged():
    typed = typed_of(visit_with())
    assert facts_of(typed, FACTS) == FACTS
    assert identity_of(typed) == ANA


def test_an_unknown_person_goes_through_the_form_unchanged():
    unknown = Identity(preferred_name="Red", described="man about 40, grey coat")
    typed = typed_of(visit_with(identity=unknown))
    assert (typed.unknown, identity_of(typed)) == (YES, unknown)


def test_a_draft_comes_back_as_it_was_typed():
    typed = typed_of(visit_with())
    assert restored(Typed(), typed.beside(Typed())) == typed


def test_a_draft_holds_what_was_emptied_too():
    saved = typed_of(visit_with())
    typed = replace(saved, note="", postal_code="19124")
    draft = typed.beside(saved)
    assert draft == {"note": "", "postal_code": "19124"}
    assert restored(saved, draft) == typed
    assert labels_of(draft) == "ZIP, Note"


def test_a_draft_of_another_version_brings_back_what_is_known():
    assert restored(Typed(), {"note": "kept", "mood": "dropped", "place": "moon"}).note == "kept"
    assert facts_of(restored(Typed(), {"place": "moon"})).place_kind is None


def test_every_field_has_a_label():
    assert set(LABELS) == set(Typed.__dataclass_fields__)


def test_a_form_that_is_complete_has_no_trouble():
    assert troubles_of(GOOD, BOUNDS) == {}


@pytest.mark.parametrize(
    ("change", "field", "word"),
    [
        ({"birth": ""}, "birth", "year"),
        ({"birth": "12/91"}, "birth", "4/12/1991"),
        ({"birth": "1880"}, "birth", "year"),
        ({"birth": "11/24/2026"}, "birth", "future"),
        ({"given_name": " "}, "given_name", "Unknown person"),
        ({"unknown": YES}, "described", "Describe"),
        ({"place": ""}, "place", "place"),
        ({"arrived": ""}, "arrived", "arrived"),
        ({"arrived": "half past"}, "arrived", "arrived"),
        ({"arrived": time_text(NOW + timedelta(hours=1))}, "arrived", "later than now"),
        ({"sent": time_text(NOW + timedelta(minutes=1))}, "sent", "before you were sent"),
        ({"postal_code": "191"}, "postal_code", "five digits"),
    ],
)
def test_what_is_missing_or_cannot_be_is_said_under_its_field(change, field, word):
    troubles = troubles_of(replace(GOOD, **change), BOUNDS)
    assert list(troubles) == [field]
    assert word in troubles[field]


def test_several_troubles_are_said_at_once():
    assert set(troubles_of(Typed(), BOUNDS)) == {"given_name", "place", "arrived"}


def test_what_is_told_now_fills_what_was_not_known_and_changes_nothing_else():
    known = Identity("Walter", "Reyes", birth_year=1991)
    told = Identity("Reyes", "Walter", "Walt", date(1991, 4, 12), 1991)
    assert fuller(known, told) == Identity("Walter", "Reyes", "Walt", date(1991, 4, 12), 1991)


def test_two_windows_keep_what_each_changed():
    before = typed_of(visit_with())
    merged = merge(before, replace(before, note="Mine."), replace(before, postal_code="19124"))
    assert merged.typed == replace(before, note="Mine.", postal_code="19124")
    assert (merged.theirs, merged.both) == (("ZIP",), ())


def test_a_field_changed_in_both_windows_keeps_mine_and_tells_theirs():
    before = typed_of(visit_with())
    merged = merge(before, replace(before, note="Mine."), replace(before, note="Theirs."))
    assert merged.typed.note == "Mine."
    assert "Note (there: \u2068Theirs.\u2069)" in merged.sentence


def test_the_same_change_in_both_windows_is_no_difference():
    before = typed_of(visit_with())
    changed = replace(before, note="Same.")
    merged = merge(before, changed, changed)
    assert (merged.theirs, merged.both) == ((), ())


@pytest.mark.parametrize("kind", [Source, PlaceKind, AgeBand, Gender, Interpreter, Concern, Disposition])
def test_every_choice_has_words_of_its_own_in_sentence_case(kind):
    words = [said(value) for value in kind]
    assert len(set(words)) == len(words)
    assert all(one[0].isupper() or one[0].isdigit() for one in words)


def test_open_visits_stand_before_the_ended_ones_of_each_day(desk):
    ended = [Ending(NOW - timedelta(days=days), Disposition.SHELTER) for days in (0, 0, 3)]
    facts = [replace(FACTS, arrived_at=one.cleared_at - timedelta(hours=1)) for one in ended]
    visits = [visit_with(), *(visit_with(fact, ending=one) for fact, one in zip(facts, ended, strict=True))]
    groups = visit_groups(visits, NOW, desk.city)
    assert [group.title for group in groups] == ["On scene", "Ended today", "Friday, November 20"]
    assert [len(group.records) for group in groups] == [1, 2, 1]
    assert groups[0].records[0].right == "since 1:54 AM"
    assert groups[1].records[0].under == "Shelter or respite · Transit · 19134 Kensington · Dana R."


def test_an_ending_tells_when_how_long_and_how():
    ending = Ending(NOW, Disposition.CRISIS_CENTER, (Disposition.SUPPORT,))
    words = ending_words(visit_with(ending=ending), ending, NOW, ZONE)
    assert words == (
        "Ended 2:14 AM, after 20 min. Voluntary transport to crisis center. Also: Left with family or support."
    )


def printed(state: PaperState, at: datetime, outlet: str = "printer") -> Registered:
    return Registered("l", Paper("p", "v", "plan 1.0", "0", 2, "own copy", True, outlet), state, at, "Dana R.")


def test_papers_are_told_newest_first_and_what_did_not_leave_is_not():
    at = datetime(2026, 11, 23, 7, 31, tzinfo=UTC)
    released, failed = PaperState.RELEASED, PaperState.NOT_RELEASED
    assert papers_words([], at, ZONE) == ""
    assert papers_words([printed(failed, at)], at, ZONE) == ""
    assert papers_words([printed(released, at)], at, ZONE) == "Plan printed 2:31 AM, 2 pages."
    both = papers_words([printed(released, at, "file"), printed(released, at)], at, ZONE)
    assert both == "Plan saved as a file 2:31 AM, 2 pages. 1 earlier."
    assert "not known" in papers_words([printed(PaperState.INTENDED, at)], at, ZONE)
