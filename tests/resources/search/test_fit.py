"""Filters: unknown is asked about, never taken for no (S-02); a confidential place has no distance (S-13)."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

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
    Status,
    Tri,
    Verification,
)
from navigator.resources.search import Answer, Fit, Hit, Query, Search
from navigator.resources.search.answer import OpenAt
from navigator.resources.search.fit import facet_signs, standing
from navigator.resources.search.fit_words import best_told, told
from navigator.resources.search.reading import Reading
from navigator.resources.search.wanted import Wishes
from navigator.resources.vocabulary import Vocabulary

from .conftest import ALWAYS, NIGHT, NOON, OFFICE, made, street
from .plainly import NOT_LISTED, queries, stands
from .test_columns import columns, entries


def by_name(answer: Answer) -> dict[str, Hit]:
    return {hit.entry.name: hit for hit in answer.hits}


def test_an_unknown_fact_is_asked_about(search: Search) -> None:
    hits = by_name(search.find(Query(facts=frozenset({Fact.MEDICAID})), NOON))
    assert hits["Harbor Withdrawal Unit"].fit is Fit.FITS
    assert hits["Harbor Withdrawal Unit"].fit_words == "Fits: Medicaid, 18+"
    assert hits["Ridge Avenue Opioid Program"].fit is Fit.NOT
    assert hits["Ridge Avenue Opioid Program"].fit_words == "Does not fit: no Medicaid"
    assert hits["Café Sunrise"].fit is Fit.ASK
    assert hits["Café Sunrise"].fit_words == "Ask: Medicaid"


def test_hits_stand_group_after_group(search: Search) -> None:
    fits = [hit.fit for hit in search.find(Query(facts=frozenset({Fact.MEN}), open_now=True), NOON).hits]
    assert fits == sorted(fits, key=list(Fit).index)


def test_unknown_hours_are_asked_about_and_closed_is_closed(search: Search) -> None:
    answer = search.find(Query(open_now=True), NIGHT)
    hits = by_name(answer)
    assert hits["Harbor Withdrawal Unit"].fit is Fit.FITS
    assert hits["Ridge Avenue Opioid Program"].fit_words == "Does not fit: closed now"
    assert hits["Café Sunrise"].fit_words == "Ask: hours"
    assert answer.titles[Fit.FITS] == "Fits and open now"


def test_a_closed_door_fits_when_being_open_was_not_asked_for(search: Search) -> None:
    answer = search.find(Query("methadone"), NIGHT)
    assert answer.hits[0].fit is Fit.FITS
    assert answer.titles[Fit.FITS] == "Found"


def test_hours_for_walking_in_say_that_one_can_walk_in(city: City, vocabulary: Vocabulary) -> None:
    entry = made("Door", hours=(Hours(HoursKind.WALK_IN, OFFICE[0].spans),))
    (hit,) = Search([entry], vocabulary, city, {}).find(Query(walk_in=True), NOON).hits
    assert (hit.fit, hit.fit_words) == (Fit.FITS, "Fits: walk in")


def test_another_kind_of_help_is_left_out_and_an_unknown_kind_asked_about(city: City, vocabulary: Vocabulary) -> None:
    entries = [made("Detox", categories=("detox",)), made("Food", categories=("food",)), made("Some place")]
    hits = by_name(Search(entries, vocabulary, city, {}).find(Query(categories=frozenset({"detox", "legal"})), NOON))
    assert {name: hit.fit for name, hit in hits.items()} == {"Detox": Fit.FITS, "Some place": Fit.ASK}


def test_within_miles_leaves_out_the_far_and_the_confidential_and_asks_about_the_unknown(search: Search) -> None:
    hits = by_name(search.find(Query(near="19132", within_miles=4.0), NOON))
    assert hits["Lantern Men's Shelter"].fit is Fit.FITS
    assert "Far Men's Shelter" not in hits
    assert "Willow Safe House" not in hits
    assert hits["Unknown Place Shelter"].fit_words == "Ask: how far it is"


def test_a_confidential_place_has_no_distance_and_no_address_to_be_found_by(search: Search) -> None:
    hits = by_name(search.find(Query(near="19134"), NOON))
    assert hits["Willow Safe House"].distance_miles is None
    assert "Distance not shown: the address is confidential." in hits["Willow Safe House"].why
    assert "Willow Safe House" not in by_name(search.find(Query("99 Secret Street Kensington"), NOON))


def test_a_zip_sorts_by_distance(search: Search) -> None:
    names = [hit.entry.name for hit in search.find(Query("mens shelter 19154"), NOON).hits]
    assert names[:2] == ["Far Men's Shelter", "Lantern Men's Shelter"]
    first = search.find(Query("mens shelter", near="19154"), NOON).hits[0]
    assert first.distance_miles == pytest.approx(0, abs=0.05)
    assert "In 19154." in first.why


def test_a_national_line_is_near_to_everybody(city: City, vocabulary: Vocabulary) -> None:
    search = Search([made("National line", national=True)], vocabulary, city, {})
    (hit,) = search.find(Query(near="19132", within_miles=1.0), NOON).hits
    assert (hit.fit, hit.distance_miles) == (Fit.FITS, None)


def test_a_zip_from_outside_the_city_measures_too_and_an_unknown_one_asks(search: Search) -> None:
    outside = by_name(search.find(Query(near="08102"), NOON))["Lantern Men's Shelter"]
    assert outside.distance_miles is not None
    assert 1 < outside.distance_miles < 10
    nowhere = by_name(search.find(Query(near="00000", within_miles=5.0), NOON))["Lantern Men's Shelter"]
    assert (nowhere.fit, nowhere.distance_miles) == (Fit.ASK, None)


def test_a_gendered_word_leaves_nothing_out_but_puts_last_what_does_not_fit(search: Search) -> None:
    hits = search.find(Query("mens shelter"), NOON).hits
    assert {hit.entry.name for hit in hits[:2]} == {"Lantern Men's Shelter", "Far Men's Shelter"}
    assert hits[-1].entry.name == "Grace Women's Shelter"
    assert hits[-1].fit_words == "Does not fit: women only"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.CLOSED, "Closed for good"),
        (Status.DUPLICATE, "Listed twice"),
        (Status.TEMPORARILY_CLOSED, "Closed for now"),
    ],
)
def test_a_shut_door_is_listed_last_with_its_label(
    status: Status, words: str, city: City, vocabulary: Vocabulary
) -> None:
    search = Search([made("Shut detox", status=status), made("Another detox house")], vocabulary, city, {})
    last = search.find(Query("shut detox"), NOON).hits[-1]
    assert (last.entry.name, last.fit, last.fit_words) == ("Shut detox", Fit.NOT, words)


def test_do_not_refer_and_overdue_sink_with_their_words(city: City, vocabulary: Vocabulary) -> None:
    doors = [
        made("Detox one", status=Status.DO_NOT_REFER, status_reason="unsafe"),
        made("Detox two", due_on=date(2026, 1, 1)),
        made("Detox six"),
    ]
    hits = Search(doors, vocabulary, city, {}).find(Query("detox"), NOON).hits
    assert [hit.entry.name for hit in hits] == ["Detox six", "Detox two", "Detox one"]
    assert hits[-1].fit_words == "Do not refer: unsafe"


def test_a_door_that_can_be_entered_directly_comes_first(city: City, vocabulary: Vocabulary) -> None:
    doors = [made("Shelter one", facts={Fact.REFERRAL_ONLY: Tri.YES}), made("Shelter two")]
    hits = Search(doors, vocabulary, city, {}).find(Query("shelter"), NOON).hits
    assert [hit.entry.name for hit in hits] == ["Shelter two", "Shelter one"]
    assert "By referral only: that moved it down." in hits[1].why


def test_without_wishes_a_row_says_who_is_taken(city: City, vocabulary: Vocabulary) -> None:
    anyone = {Fact.MEN: Tri.YES, Fact.WOMEN: Tri.YES, Fact.TRANS: Tri.YES}
    doors = [
        made("Any", facts=anyone, minimum_age=18),
        made("Ages", facts={Fact.YOUTH: Tri.YES, Fact.ADULTS: Tri.YES, Fact.COUPLES: Tri.YES}),
        made("Vets", facts={Fact.VETERANS_ONLY: Tri.YES}),
        made("Silent", address=street("1 Oak Street", "19104")),
    ]
    hits = by_name(Search(doors, vocabulary, city, {}).find(Query(), NOON))
    assert {name: hit.fit_words for name, hit in hits.items()} == {
        "Any": "Takes: any gender, 18+",
        "Ages": "Takes: couples, all ages",
        "Vets": "Takes: veterans only",
        "Silent": "Ask who they take",
    }


@settings(deadline=None, max_examples=50)
@given(of=some.lists(entries, max_size=4), query=queries)
def test_all_entries_at_once_stand_as_each_alone(
    of: list[Entry], query: Query, city: City, categories: Mapping[str, Category]
) -> None:
    wanted = Wishes(city).of(query, Reading(), NOON)
    found = standing(columns(of, city, categories), wanted)
    signs = [sign if listed else NOT_LISTED for sign, listed in zip(found.sign, found.listed, strict=True)]
    assert signs == [stands(entry, wanted, city) for entry in of]


@settings(deadline=None, max_examples=50)
@given(one=entries, query=queries)
def test_the_words_of_a_row_say_what_the_arrays_say(
    one: Entry, query: Query, city: City, categories: Mapping[str, Category]
) -> None:
    wanted = Wishes(city).of(query, Reading(), NOON)
    signs = facet_signs(columns([one], city, categories), wanted)
    for said in best_told(told(one, wanted)):
        assert said.sign == signs[said.facet][0]


def fit_words(query: Query, city: City, **facts: Any) -> tuple[Fit, str]:
    (hit,) = Search([made("Door", **facts)], Vocabulary(), city, {}).find(query, NOON).hits
    return hit.fit, hit.fit_words


def test_one_choice_of_a_facet_is_enough(city: City) -> None:
    """S-12: any of the payments will do; gender and household both must fit."""
    paid = Query(facts=frozenset({Fact.MEDICAID, Fact.MEDICARE}))
    facts = {Fact.MEDICAID: Tri.NO, Fact.MEDICARE: Tri.YES}
    assert fit_words(paid, city, facts=facts) == (Fit.FITS, "Fits: Medicare")
    both = Query(facts=frozenset({Fact.WOMEN, Fact.FAMILIES}))
    women = {Fact.WOMEN: Tri.YES, Fact.FAMILIES: Tri.NO}
    assert fit_words(both, city, facts=women) == (Fit.NOT, "Does not fit: no families with children")


def test_a_fact_can_be_wanted_as_no(city: City) -> None:
    query = Query(without=frozenset({Fact.ID_NEEDED}))
    none_needed = {Fact.ID_NEEDED: Tri.NO}
    assert fit_words(query, city, facts=none_needed) == (Fit.FITS, "Fits: ID not needed")
    assert fit_words(query, city) == (Fit.ASK, "Ask: ID needed")
    needed = {Fact.ID_NEEDED: Tri.YES}
    assert fit_words(query, city, facts=needed) == (Fit.NOT, "Does not fit: ID needed")


def test_an_age_is_held_against_the_published_ages(city: City) -> None:
    query = Query(age=16)
    assert fit_words(query, city, minimum_age=14, maximum_age=21) == (
        Fit.FITS,
        "Fits: age 16, ages 14 to 21",
    )
    assert fit_words(query, city, minimum_age=18) == (Fit.NOT, "Does not fit: 18+, age 16")
    assert fit_words(query, city) == (Fit.ASK, "Ask: age 16")


def test_a_language_that_is_not_listed_is_asked_for(city: City) -> None:
    query = Query(languages=frozenset({"Spanish"}))
    assert fit_words(query, city, languages=("English", "spanish")) == (Fit.FITS, "Fits: Spanish")
    assert fit_words(query, city, languages=("English",)) == (Fit.ASK, "Ask: Spanish")


def test_checked_within_asks_nothing_because_checks_are_known(city: City) -> None:
    query = Query(checked_within=90)
    lately = Verification(NOON - timedelta(days=12), "the desk", "by phone", "", Outcome.CONFIRMED, None)
    assert fit_words(query, city, verified=lately) == (Fit.FITS, "Fits: checked lately")
    assert fit_words(query, city) == (Fit.NOT, "Does not fit: never checked")


def test_a_door_can_be_wanted_open_later(city: City) -> None:
    query = Query(open_at=OpenAt("tonight", minute=1200))
    assert fit_words(query, city, hours=OFFICE) == (Fit.NOT, "Does not fit: closed tonight")
    assert fit_words(query, city, hours=ALWAYS)[0] is Fit.FITS
    assert fit_words(query, city) == (Fit.ASK, "Ask: hours")


def test_intake_that_is_not_spoken_of_is_asked_for(city: City) -> None:
    query = Query(intake_open=True)
    intake = Hours(HoursKind.INTAKE, OFFICE[0].spans)
    assert fit_words(query, city, hours=(intake,))[0] is Fit.FITS
    assert fit_words(query, city, hours=OFFICE) == (Fit.ASK, "Ask: intake hours")


def test_unknown_is_left_out_only_where_it_was_asked_to_be(city: City) -> None:
    """S-02."""
    search = Search([made("Silent"), made("Takes pets", facts={Fact.PETS: Tri.YES})], Vocabulary(), city, {})
    pets = frozenset({Fact.PETS})
    assert len(search.find(Query(facts=pets), NOON).hits) == 2
    (hit,) = search.find(Query(facts=pets, known_only=frozenset({"pets"})), NOON).hits
    assert hit.entry.name == "Takes pets"


def test_only_the_distance_leaves_a_confidential_place_out(city: City, categories: Mapping[str, Category]) -> None:
    """S-13."""
    of = [made("Hidden", categories=("shelter",), confidential=True), made("Open", categories=("shelter",))]
    for kind, secret in (("shelter", [True, False]), ("detox", [False, False])):
        query = Query(near="19134", within_miles=1.0, categories=frozenset({kind}))
        found = standing(columns(of, city, categories), Wishes(city).of(query, Reading(), NOON))
        assert found.secret.tolist() == secret


def why(city: City, query: Query | None = None, **facts: Any) -> tuple[str, ...]:
    (hit,) = Search([made("Door", **facts)], Vocabulary(), city, {}).find(query or Query(), NOON).hits
    return tuple(hit.why)


def test_why_tells_the_facts_that_moved_an_entry(city: City) -> None:
    room = Capacity("bed", 2, 9, "", "the desk", NOON - timedelta(minutes=20))
    old = Capacity("bed", 2, 9, "", "the desk", NOON - timedelta(hours=6))
    full = Capacity("bed", 0, 9, "", "the desk", NOON - timedelta(minutes=1))
    assert "2 beds, 20 minutes ago: that moved it up." in why(city, capacities=(room,))
    assert "2 beds, 6 hours ago: too old to count." in why(city, capacities=(old,))
    assert "No beds, 1 minute ago: that moved it down." in why(city, capacities=(full,))
    assert "By referral only: that moved it down." in why(city, facts={Fact.REFERRAL_ONLY: Tri.YES})
    barred = why(city, status=Status.DO_NOT_REFER, status_reason="unsafe")
    assert barred[0] == "Do not refer: unsafe. That moved it down."


def test_why_tells_of_checks(city: City) -> None:
    """S-06."""

    def told_of(days: int, due: date) -> tuple[str, ...]:
        at = NOON - timedelta(days=days)
        check = Verification(at, "the desk", "by phone", "", Outcome.CONFIRMED, due)
        return why(city, verified=check, due_on=due)

    assert "Not yet checked." in why(city)
    assert "Checked 12 days ago: that moved it up." in told_of(12, date(2027, 1, 1))
    assert "Last checked Nov 11, 2026. A new check is due: that moved it down." in told_of(12, date(2026, 11, 20))


def test_why_tells_of_the_person_and_the_door(city: City) -> None:
    query = Query(facts=frozenset({Fact.WOMEN, Fact.PETS}), languages=frozenset({"Spanish"}))
    told_of = why(city, query, facts={Fact.WOMEN: Tri.YES, Fact.PETS: Tri.NO}, hours=OFFICE)
    assert {"Takes women.", "Pets: no.", "Ask: Spanish.", "Open now."} <= set(told_of)


def test_why_tells_that_a_door_opens_soon(city: City) -> None:
    (hit,) = Search([made("Door", hours=OFFICE)], Vocabulary(), city, {}).find(Query(), NIGHT + timedelta(hours=6)).hits
    assert "Opens 9 AM: that moved it up." in hit.why
    (hit,) = Search([made("Door", hours=OFFICE)], Vocabulary(), city, {}).find(Query(), NIGHT).hits
    assert "Closed now. Opens 9 AM." in hit.why
