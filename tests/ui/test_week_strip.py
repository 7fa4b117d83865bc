"""The week as a picture: what is drawn, what is said of it, and that unknown hours are never drawn as closed."""

import pytest

from navigator.resources.model import WEEK, Hours, HoursKind, Span
from navigator.ui.theme.theme import Scheme
from navigator.ui.widgets.week_strip import NOT_KNOWN, WeekStrip, pieces

DAY = 1440
OFFICE = Hours(HoursKind.OFFICE, tuple(Span(day * DAY + 540, day * DAY + 1020) for day in range(5)))
NIGHT = Hours(HoursKind.OVERNIGHT, (Span(6 * DAY + 1200, 6 * DAY + 1200 + 660),))


@pytest.fixture
def strip(qtbot, theme) -> WeekStrip:
    made = WeekStrip(theme)
    qtbot.addWidget(made)
    made.resize(500, 200)
    return made


def test_a_night_is_cut_at_midnight_and_goes_on_on_monday():
    assert list(pieces(NIGHT.spans)) == [(6, 1200, 1440), (0, 0, 420)]


def test_a_week_that_never_closes_is_seven_whole_days():
    assert list(pieces((Span(0, WEEK),))) == [(day, 0, DAY) for day in range(7)]


def test_each_kind_has_a_lane_of_its_own(strip):
    strip.show_hours((NIGHT, OFFICE))
    assert strip.kinds == (HoursKind.OFFICE, HoursKind.OVERNIGHT)


def test_it_tells_a_screen_reader_the_hours_in_words(strip):
    strip.show_hours((OFFICE,))
    assert strip.accessibleName() == "Monday to Friday, 9:00 AM to 5:00 PM"


def test_text_that_was_not_read_is_told_and_drawn_as_not_known(strip):
    strip.show_hours((Hours(HoursKind.OFFICE, text="after mass"),))
    assert strip.kinds == ()
    assert "after mass" in strip.accessibleName()


def test_without_any_hours_it_says_that_they_are_not_known(strip):
    strip.show_hours(())
    assert strip.accessibleName() == NOT_KNOWN


def test_open_hours_are_inked_and_closed_ones_are_ground(strip, theme):
    strip.show_hours((OFFICE,))
    image = strip.grab().toImage()
    ratio = image.width() / strip.width()
    noon_on_monday = image.pixelColor(int(ratio * (40 + 459 / 2)), int(ratio * 27))
    midnight = image.pixelColor(int(ratio * 60), int(ratio * 27))
    assert noon_on_monday == theme.color("accent")
    assert midnight == theme.color("well")


def test_it_is_drawn_anew_in_the_dark(strip, theme):
    strip.show_hours((OFFICE,))
    light = strip.grab().toImage()
    theme.choose(Scheme.DARK)
    assert strip.grab().toImage() != light


def test_many_kinds_take_more_lines_of_the_legend_and_no_more_width(strip):
    strip.show_hours(tuple(Hours(kind, (Span(600, 700),)) for kind in HoursKind))
    assert len(strip.kinds) == len(HoursKind)
    assert strip.minimumSizeHint().width() <= 300
