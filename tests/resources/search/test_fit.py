"""Filters: unknown is asked about, never taken for no (S-02); a confidential place has no distance (S-13)."""

from datetime import date

import pytest

from navigator.city import City
from navigator.resources.model import Fact, Hours, HoursKind, Status, Tri
from navigator.resources.search import Answer, Fit, Hit, Query, Search
from navigator.resources.vocabulary import Vocabulary

from .conftest import NIGHT, NOON, OFFICE, made, street


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
    assert "By referral only." in hits[1].why


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
