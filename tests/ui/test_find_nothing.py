"""Nothing found is never a dead end: spellings, a filter less, whom to call, and the directory desk."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from navigator.city import load_city
from navigator.resources.categories import load_categories
from navigator.resources.model import Fact
from navigator.resources.search import Answer, Query, Understood
from navigator.ui.find.plain_words import without_words
from navigator.ui.find.way_on import WayOn, nothing_found, spellings, ways_on

CITY, CATEGORIES = load_city("philadelphia"), load_categories()


def empty(query: Query, understood=(), **further) -> Answer:
    return Answer(query, tuple(understood), (), 0, **further)


def ways(answer: Answer, count):
    return [(way.why, way.button, way.query) for way in ways_on(answer, count, CATEGORIES)]


def test_the_way_on_is_the_next_distance_when_that_finds_something():
    query = Query("detox", near="19134", within_miles=5.0)
    found = ways(empty(query), lambda asked: int(asked.within_miles == 10.0))
    why = "Nothing is listed within 5 mi of 19134."
    assert found == [(why, "Widen to 10 mi", replace(query, within_miles=10.0))]


def test_the_way_on_is_the_filter_whose_removal_finds_most():
    query = Query("detox", walk_in=True, facts=frozenset({Fact.MEN}))
    found = ways(empty(query), lambda asked: 2 if Fact.MEN in asked.facts else 7)
    why = "Without “Men” there are 7 places."
    assert found == [(why, "Search without “Men”", replace(query, facts=frozenset()))]


def test_a_filter_that_was_read_out_of_the_words_can_be_the_one():
    query = Query("detox for women tonight")
    answer = empty(query, [Understood("tonight", "Open tonight"), Understood("women", "Women")])
    found = ways(answer, lambda asked: int("tonight" not in asked.text))
    why = "Without “Open tonight” there is 1 place."
    assert found == [(why, "Search without “Open tonight”", Query("detox for women"))]


def test_where_only_several_filters_together_keep_all_away_all_go():
    query = Query("detox", walk_in=True, age=12)
    found = ways(empty(query), lambda asked: 3 if asked == Query("detox") else 0)
    assert found == [("Without any filter there are 3 places.", "Search without filters", Query("detox"))]


def test_secret_places_that_distance_leaves_out_are_said_and_can_be_shown():
    query = Query("shelter", near="19134", within_miles=5.0)
    found = ways(empty(query, secret_left_out=2), lambda _asked: 0)
    why = "2 places keep their address secret, so distance leaves them out."
    assert found == [(why, "Show them", replace(query, within_miles=None))]


def test_a_distance_that_was_typed_goes_with_its_words():
    query = Query("shelter within 5 miles of 19134")
    understood = Understood("within 5 miles of 19134", "Within 5 mi of 19134")
    answer = empty(query, [understood], secret_left_out=1)
    why = "1 place keeps its address secret, so distance leaves it out."
    assert ways(answer, lambda _asked: 0) == [(why, "Show it", Query("shelter"))]


def test_the_nearest_spellings_are_one_click_away():
    answer = empty(Query("shellter", walk_in=True), nearest=("shelter",))
    assert [(way.button, way.query) for way in spellings(answer)] == [("shelter", Query("shelter", walk_in=True))]


def test_a_long_text_is_not_repeated_whole():
    assert nothing_found(Query("detox")) == "Nothing found for “detox”."
    assert len(nothing_found(Query("x" * 200))) < 90


@pytest.mark.parametrize(
    ("text", "words", "rest"),
    [
        ("detox tonight, man", "tonight", "detox, man"),
        ("tonight", "tonight", ""),
        ("Tonight tonight", "tonight", "tonight"),
        ("mental", "men", "mental"),
    ],
)
def test_words_are_taken_out_of_a_text_with_what_they_leave_behind(text, words, rest):
    assert without_words(text, words) == rest


def test_nothing_found_names_the_filter_that_empties_the_list(page, qtbot):
    page.column.ask(Query(text="food table", categories=frozenset({"legal-aid"})))
    first = page.column.empty.ways[0]
    assert page.column.empty.sentence == "Nothing found for “food table”."
    qtbot.waitUntil(first.isVisible)
    assert first.button.text().startswith("Search without “")
    first.button.click()
    assert page.column.results.rows[1].name == "Oak Lane Food Table"
    assert (page.column.box.text(), page.column.box.hasFocus()) == ("food table", True)


def test_nothing_found_at_all_says_whom_to_call(page, ask):
    ask("qqqqqqqq")
    assert page.column.empty.isVisible()
    numbers = page.column.empty.calls.numbers
    assert numbers == ["211", "988", "215-685-6440"]
    large = [label for label in page.column.empty.calls.children() if getattr(label, "text", str)() in numbers]
    assert {label.font().pixelSize() for label in large} == {30}


def test_the_ways_on_of_the_words_before_are_not_offered_for_other_words(page, ask, qtbot):
    page.column.ask(Query(text="food table", categories=frozenset({"legal-aid"})))
    qtbot.waitUntil(page.column.empty.ways[0].isVisible)
    page.column.box.setText("qqqqqqqq")
    qtbot.waitUntil(lambda: page.column.answer.query.text == "qqqqqqqq")
    assert not page.column.empty.ways[0].isVisible()


def test_a_smaller_window_scrolls_to_the_rest_and_cuts_nothing_off(page, ask):
    ask("qqqqqqqq")
    page.window().resize(1024, 592)
    long = tuple(WayOn("", "words " * 30, Query()) for _ in range(3))
    page.column.empty.show_nothing("Nothing found.", Query("qqqqqqqq"), long)
    QApplication.processEvents()
    assert page.column.empty.widget().width() == page.column.empty.viewport().width()
    assert page.column.empty.horizontalScrollBar().maximum() == 0
