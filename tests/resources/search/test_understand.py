"""What words of a query stand for."""

from datetime import date

import pytest

from navigator.city import City
from navigator.resources.model import Fact
from navigator.resources.search import Fit, Query, Search, Understood
from navigator.resources.search.reading import Reading
from navigator.resources.search.understand import Reader
from navigator.resources.vocabulary import Filter, Vocabulary

from .conftest import ALWAYS, NIGHT, NOON, OFFICE, made


@pytest.fixture(scope="module")
def reader(vocabulary: Vocabulary, city: City) -> Reader:
    return Reader(vocabulary, city.zips)


class Nothing:
    """A directory that knows one name and no word."""

    def word(self, word: str) -> bool:
        return False

    def name(self, stems: tuple[str, ...]) -> bool:
        return stems == ("women", "against", "harm")


def read(reader: Reader, text: str) -> Reading:
    return reader.read(text, Nothing())


def looked_up(reading: Reading) -> list[str]:
    return [word.text for part in reading.parts for word in part.words]


def test_a_zip_is_a_place_and_no_word(reader: Reader) -> None:
    reading = read(reader, "food pantry near 19134")
    assert reading.near == "19134"
    assert looked_up(reading) == ["food", "pantry"]
    assert reading.understood == (Understood("near 19134", "Near 19134"),)


def test_miles_around_a_zip_are_a_distance(reader: Reader) -> None:
    reading = read(reader, "detox within 2.5 miles of 19134")
    assert (reading.near, reading.within_miles) == ("19134", 2.5)
    assert reading.understood == (Understood("within 2.5 miles of 19134", "Within 2.5 mi of 19134"),)


def test_five_digits_before_a_street_are_a_house(reader: Reader) -> None:
    assert read(reader, "19104 Market Street").near is None


def test_a_zip_of_another_city_is_a_word(reader: Reader) -> None:
    assert looked_up(read(reader, "shelter 90210")) == ["shelter", "90210"]


@pytest.mark.parametrize("typed", ["detox open now", "open now detox", "Detox, open right now"])
def test_open_now_is_a_filter(reader: Reader, typed: str) -> None:
    reading = read(reader, typed)
    assert reading.filters == {Filter.OPEN_NOW}
    assert looked_up(reading) == ["detox"]


@pytest.mark.parametrize("typed", ["tonight", "tonite", "Tonihgt"])
def test_tonight_is_a_filter(reader: Reader, typed: str) -> None:
    assert read(reader, f"detox {typed}").understood == (Understood(typed, "Open tonight"),)


@pytest.mark.parametrize("typed", ["walk in clinic", "walk-in clinic", "clinic walkin", "clinic no appointment"])
def test_walking_in_is_a_filter(reader: Reader, typed: str) -> None:
    assert Filter.WALK_IN in read(reader, typed).filters


@pytest.mark.parametrize(
    ("typed", "fact"),
    [("mens shelter", Fact.MEN), ("bed for a woman", Fact.WOMEN), ("shelter with kids", Fact.FAMILIES)],
)
def test_words_about_the_person_are_facts_to_fit(reader: Reader, typed: str, fact: Fact) -> None:
    assert read(reader, typed).leanings == {fact}


def test_the_words_of_a_name_are_no_wish(reader: Reader) -> None:
    assert read(reader, "women against harm").leanings == frozenset()
    assert read(reader, "women against").leanings == {Fact.WOMEN}


def test_words_that_were_understood_are_quoted_as_typed(reader: Reader) -> None:
    assert Understood("Men's", "Men") in read(reader, "Men's shelter").understood


def test_small_words_do_not_count_unless_there_is_nothing_else(reader: Reader) -> None:
    assert looked_up(read(reader, "I need the detox")) == ["detox"]
    assert looked_up(read(reader, "the")) == ["the"]


def test_a_phrase_of_the_vocabulary_is_known_misspelt_and_unfinished(reader: Reader) -> None:
    for typed in ("soup kitchen", "soup kichen", "soup kitch"):
        (part,) = read(reader, typed).parts
        assert ("meal",) in part.means


def test_only_the_beginning_of_a_long_text_counts_and_that_is_said(reader: Reader) -> None:
    many = read(reader, "detox " * 30)
    assert len(looked_up(many)) == 20
    assert many.understood[0].filter == "Only the first 20 words are searched"
    (long,) = read(reader, "detox" * 2000).understood
    assert long.filter == "Only the first 200 characters are searched"
    assert len(long.words) < 50


def test_tonight_asks_by_day_about_the_evening(city: City, vocabulary: Vocabulary) -> None:
    search = Search([made("By day", hours=OFFICE), made("Always", hours=ALWAYS)], vocabulary, city, {})
    by_day = {hit.entry.name: hit for hit in search.find(Query("tonight"), NOON).hits}
    assert by_day["Always"].fit is Fit.FITS
    assert by_day["By day"].fit is Fit.NOT
    assert by_day["By day"].fit_words == "Does not fit: closed tonight"
    at_night = {hit.entry.name: hit for hit in search.find(Query("tonight"), NIGHT).hits}
    assert at_night["By day"].fit_words == "Does not fit: closed now"
    assert date(2026, 11, 23).weekday() == 0
