"""What words of a query are: a place, a number, or words to look up with what they mean."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from navigator.city import City
from navigator.resources.places import Spot
from navigator.resources.search import Fit, Query, Search
from navigator.resources.search.reading import Part, Reading
from navigator.resources.search.understand import Reader
from navigator.resources.vocabulary import Vocabulary

from .conftest import ALWAYS, NIGHT, NOON, OFFICE, made
from .reader import NOTHING, Knowing, chips, looked_up


def read(reader: Reader, text: str) -> Reading:
    return reader.read(text, NOTHING)


def only_part(reader: Reader, text: str) -> Part:
    (part,) = read(reader, text).parts
    return part


@pytest.mark.parametrize("typed", ["food pantry near 19134", "near 19134 food pantry", "food pantry ZIP code 19134"])
def test_a_zip_is_a_place_and_no_word(reader: Reader, typed: str) -> None:
    reading = read(reader, typed)
    assert reading.asked == Query(near="19134")
    assert looked_up(reading) == ["food", "pantry"]
    assert [one.filter for one in reading.understood] == ["Near 19134"]


def test_a_zip_of_nine_digits_is_its_first_five(reader: Reader) -> None:
    assert chips(reader, "detox 19134-1234") == [("19134-1234", "Near 19134")]


@pytest.mark.parametrize("typed", ["19134-1234", "19134-12"])
def test_a_zip_alone_is_no_telephone_number(reader: Reader, typed: str) -> None:
    reading = read(reader, typed)
    assert (reading.digits, reading.asked, reading.parts) == ("", Query(near="19134"), ())


@pytest.mark.parametrize("typed", ["near 00000", "within 2 miles of 99999"])
def test_a_zip_that_cannot_be_is_no_place(reader: Reader, typed: str) -> None:
    assert read(reader, typed).asked == Query()


@pytest.mark.parametrize(("typed", "digits"), [("24/7", ""), ("9-5", ""), ("1-8", "18"), ("215-5", "2155")])
def test_hours_are_told_from_the_beginning_of_a_telephone_number(reader: Reader, typed: str, digits: str) -> None:
    assert read(reader, typed).digits == digits


@pytest.mark.parametrize("typed", ["within 2.5 miles of 19134", "2.5 mi from 19134", "within 2.5mi 19134"])
def test_miles_around_a_zip_are_a_distance(reader: Reader, typed: str) -> None:
    reading = read(reader, f"detox {typed}")
    assert reading.asked == Query(near="19134", within_miles=2.5)
    assert chips(reader, f"detox {typed}") == [(typed, "Within 2.5 mi of 19134")]


@pytest.mark.parametrize("typed", ["19104 Market Street", "clinic 19104 market st", "19124 n front", "19104"])
def test_five_digits_before_a_street_are_a_house(reader: Reader, typed: str) -> None:
    assert read(reader, typed).asked.near == ("19104" if typed == "19104" else None)


def test_a_zip_of_another_city_is_a_place_only_when_said_to_be_one(reader: Reader) -> None:
    assert looked_up(read(reader, "shelter 90210")) == ["shelter", "90210"]
    assert read(reader, "shelter near 90210").asked.near == "90210"


@pytest.mark.parametrize(
    ("typed", "words", "told"),
    [
        ("detox near kensington", "near kensington", "Near Kensington"),
        ("detox in Fishtown", "in Fishtown", "Near Fishtown"),
        ("detox near kensignton", "near kensignton", "Near Kensington"),
        ("detox within 2 miles of kensington", "within 2 miles of kensington", "Within 2 mi of Kensington"),
        ("detox west philly", "west philly", "Near West Philadelphia"),
        ("soup kitchen kensington", "kensington", "Near Kensington"),
    ],
)
def test_a_neighbourhood_is_a_place(reader: Reader, typed: str, words: str, told: str) -> None:
    assert chips(reader, typed) == [(words, told)]
    assert isinstance(read(reader, typed).asked.near, Spot)


def test_two_neighbourhoods_of_one_zip_are_two_names(reader: Reader, city: City) -> None:
    near = read(reader, "near fishtown").asked.near
    shared = city.zips["19125"]
    assert near == Spot("Fishtown", shared.latitude, shared.longitude, approximate=True)


@pytest.mark.parametrize("typed", ["kensington", "kensington youth orchestra", "friends at logan", "logan"])
def test_a_neighbourhood_may_be_a_part_of_a_name(reader: Reader, typed: str) -> None:
    assert read(reader, typed).asked.near is None


def test_the_city_goes_without_saying(reader: Reader) -> None:
    words = [word for part in read(reader, "shelter in Philly").parts for word in part.words]
    assert [word.text for word in words if word.soft] == ["philly"]


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("215-555-0142", "2155550142"),
        ("call (215) 555 0142", "2155550142"),
        ("+1 215.555.0142 ext. 5", "2155550142"),
        ("215/555-0142", "2155550142"),
        ("215–555–0142", "2155550142"),
        ("2155550142", "2155550142"),
        ("555-0142", "5550142"),
        ("1-800-555-HELP", "8005554357"),
        ("800-555-help detox", "8005554357"),
        ("215 555", "215555"),
        ("detox 2155", ""),
    ],
)
def test_a_telephone_number_is_read_in_any_writing(reader: Reader, typed: str, digits: str) -> None:
    assert read(reader, typed).digits == digits


def test_the_number_of_a_hold_is_no_house(reader: Reader) -> None:
    assert only_part(reader, "302").means
    assert not any(part.means for part in read(reader, "302 market st").parts)


@pytest.mark.parametrize("typed", ["1450 ne 2nd", "1046 civic 19102", "12 st james street", "clinic 30 oak ave"])
def test_an_address_resembles_no_name(reader: Reader, typed: str) -> None:
    assert read(reader, typed).name == ""


def test_streets_and_saints_are_told_apart(reader: Reader) -> None:
    def saints(typed: str) -> bool:
        return any(("saint",) in part.means for part in read(reader, typed).parts)

    assert saints("st stephen")
    assert not saints("18 ridge st")


@pytest.mark.parametrize("typed", ["12 step", "28 day program"])
def test_a_number_of_the_vocabulary_may_be_in_a_name(reader: Reader, typed: str) -> None:
    assert read(reader, typed).name == typed


def test_small_words_do_not_count_unless_there_is_nothing_else(reader: Reader) -> None:
    assert looked_up(read(reader, "I need the detox")) == ["detox"]
    assert looked_up(read(reader, "the")) == ["the"]


def test_words_that_say_little_may_be_missing(reader: Reader) -> None:
    words = [word for part in read(reader, "eyeglass resources open weekends").parts for word in part.words]
    assert [word.text for word in words if not word.soft] == ["eyeglass"]


@pytest.mark.parametrize(
    "typed",
    [
        "soup kitchen",
        "soup kichen",
        "soup kitch",
        "soupkitchen",
        "kitchen soup",
        "soup in the kitchen",
        "soup  Kitchen ",
    ],
)
def test_a_phrase_of_the_vocabulary_is_known_however_it_is_written(reader: Reader, typed: str) -> None:
    assert ("meal",) in only_part(reader, typed).means


def test_a_word_in_two_pieces_is_known(reader: Reader) -> None:
    assert ("detoxification",) in only_part(reader, "de tox").means


def test_a_phrase_that_is_being_typed_goes_on(reader: Reader) -> None:
    *_, last = read(reader, "families forward transitional housi").parts
    assert ("transitional", "living") in last.means
    assert [word.unfinished for word in last.words] == [False, True]
    assert not any(word.unfinished for word in only_part(reader, "transitional housing").words)


@pytest.mark.parametrize(
    ("typed", "is_street"),
    [("rehab", True), ("nowhere to sleep", True), ("iop", False), ("methadone", False), ("st", False), ("lgbt", False)],
)
def test_words_of_the_street_are_told_from_those_of_directories(reader: Reader, typed: str, is_street: bool) -> None:
    assert only_part(reader, typed).street is is_street


def test_the_words_of_a_name_are_no_wish(reader: Reader) -> None:
    known = Knowing("Women Against Harm", "Tonight We Care")
    assert chips(reader, "women against harm", known) == []
    assert chips(reader, "women against", known) == [("women", "Women")]
    assert chips(reader, "detox tonight we care", known) == []


def test_a_name_of_words_of_the_vocabulary_alone_asks_when_there_is_more(reader: Reader) -> None:
    known = Knowing("Men's Shelter")
    assert chips(reader, "mens shelter", known) == []
    assert chips(reader, "mens shelter 19134", known) == [("mens", "Men"), ("19134", "Near 19134")]


def test_only_the_beginning_of_a_long_text_counts_and_that_is_said(reader: Reader) -> None:
    many = read(reader, "detox " * 30)
    assert len(looked_up(many)) == 20
    assert many.understood[0].filter == "Only the first 20 words are searched"
    (long,) = read(reader, "detox" * 2000).understood
    assert long.filter == "Only the first 200 characters are searched"
    assert len(long.words) < 50


_WORDS = st.sampled_from(
    [
        "women",
        "with",
        "kids",
        "no",
        "id",
        "19134",
        "within",
        "2",
        "miles",
        "of",
        "near",
        "kensington",
        "tonight",
        "st",
        "sat",
        "morning",
        "after",
        "5",
        "pm",
        "17",
        "yo",
        "302",
        "od",
        "215-555-0142",
        "Men’s",
        "ﬁ",
        "İ",
        "w/",
        "24/7",
        "+",
    ]
)


@given(st.text(max_size=300) | st.lists(_WORDS, max_size=25).map(" ".join))
@example("İİİ 19134")
@example("near near near")
def test_any_text_is_a_query_and_chips_quote_it(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert all(one.words and one.words in text for one in reading.understood)
    assert reading.asked.text == ""


def test_tonight_asks_by_day_about_the_evening(city: City, vocabulary: Vocabulary) -> None:
    search = Search([made("By day", hours=OFFICE), made("Always", hours=ALWAYS)], vocabulary, city, {})
    by_day = {hit.entry.name: hit for hit in search.find(Query("tonight"), NOON).hits}
    assert by_day["Always"].fit is Fit.FITS
    assert by_day["By day"].fit is Fit.NOT
    assert by_day["By day"].fit_words == "Does not fit: closed tonight"
    at_night = {hit.entry.name: hit for hit in search.find(Query("tonight"), NIGHT).hits}
    assert at_night["By day"].fit is Fit.NOT
    assert date(2026, 11, 23).weekday() == 0
