"""The colours can be read by everyone, the icons and fonts are there, and a change of scheme reaches all."""

import re
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import navigator.ui
from navigator.ui.theme.fonts import font
from navigator.ui.theme.icons import icon_names
from navigator.ui.theme.stylesheet import stylesheet
from navigator.ui.theme.theme import Scheme, Theme
from navigator.ui.theme.tokens import DARK, LIGHT, ColorRole, StateName
from navigator.ui.widgets.text import Text

UI = Path(navigator.ui.__file__).parent
TABLES = {"light": LIGHT, "dark": DARK}
GROUNDS = ("canvas", "surface", "sunken", "well", "soft")


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: (L1 + 0.05) / (L2 + 0.05)."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_role_has_a_colour(table):
    assert set(table) == set(get_args(ColorRole))


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["text", "text2", "text3"])
def test_words_can_be_read_on_every_ground(table, ink, ground):
    assert contrast(table[ink], table[ground]) >= 4.5


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("accent", "surface"),
        ("accent", "canvas"),
        ("accent", "sunken"),
        ("accent", "soft"),
        ("on_fill", "accent"),
        ("on_fill", "accent_down"),
        ("on_soft", "soft"),
    ],
)
def test_actions_can_be_read(table, ink, ground):
    assert contrast(table[ink], table[ground]) >= 4.5


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("state", get_args(StateName))
def test_states_can_be_read_on_their_tint_and_on_the_surface(table, state):
    assert contrast(table[state], table[f"{state}_tint"]) >= 4.5
    assert contrast(table[state], table["surface"]) >= 4.5
    assert contrast(table[state], table["soft"]) >= 4.5


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_outline_of_a_control_can_be_seen(table, ground):
    assert contrast(table["edge"], table[ground]) >= 3


def test_the_style_sheet_fills_every_colour():
    assert "$" not in stylesheet(LIGHT)
    assert DARK["surface"] in stylesheet(DARK)


def test_a_change_of_scheme_is_told_once(theme: Theme, qtbot: QtBot):
    with qtbot.waitSignal(theme.changed):
        theme.choose(Scheme.DARK)
    assert theme.color("canvas").name().upper() == DARK["canvas"]
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Scheme.DARK)


def test_words_on_the_screen_change_colour_with_the_scheme(theme: Theme, qtbot: QtBot):
    label = Text("Checked 12 days ago", tone="text2")
    qtbot.addWidget(label)
    label.ensurePolished()
    theme.choose(Scheme.DARK)
    assert label.palette().color(label.foregroundRole()).name().upper() == DARK["text2"]


def test_typed_words_are_never_markup(theme: Theme, qtbot: QtBot):
    label = Text("<b>Sons & Daughters</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>Sons & Daughters</b>"


def test_inter_is_drawn_in_four_weights(theme: Theme):
    assert QFontInfo(font(14)).family() == "Inter"
    widths = {weight: QFontMetrics(font(40, weight)).horizontalAdvance("Navigator") for weight in (400, 500, 600, 700)}
    assert sorted(set(widths.values())) == list(widths.values())


def test_a_telephone_number_keeps_its_narrow_hyphens(theme: Theme):
    number = "215-555-0142"
    plain, tabular = font(14), font(14, tabular=True)
    assert QFontMetrics(plain).horizontalAdvance(number) < QFontMetrics(tabular).horizontalAdvance(number)


def test_every_icon_that_is_named_is_there():
    named = set()
    for path in UI.rglob("*.py"):
        named |= set(re.findall(r'(?:icon=|Icon\(\w+(?:\.\w+)?, |Well\(theme, )"([a-z0-9-]+)"', path.read_text()))
    assert named <= icon_names()


def test_an_icon_is_drawn_once_and_sharp(theme: Theme):
    small = theme.pixmap("lock", "text", 18, 1.0)
    large = theme.pixmap("lock", "text", 18, 2.0)
    assert small.cacheKey() == theme.pixmap("lock", "text", 18, 1.0).cacheKey()
    assert (small.width(), large.width()) == (18, 36)
    assert large.deviceIndependentSize().width() == 18


def test_an_icon_takes_the_colour_of_its_role(theme: Theme):
    inks = set()
    image = theme.pixmap("lock", "danger", 48, 1.0).toImage()
    for x in range(48):
        inks |= {image.pixelColor(x, y).name().upper() for y in range(48) if image.pixelColor(x, y).alpha() == 255}
    assert inks == {LIGHT["danger"]}


def test_fonts_and_icons_carry_their_licences():
    assert "SIL Open Font License" in (UI / "assets" / "fonts" / "OFL.txt").read_text()
    assert "ISC License" in (UI / "assets" / "icons" / "LICENSE.txt").read_text()


def test_a_name_in_another_script_is_no_row_of_boxes(theme: Theme, qapp: QApplication):
    from navigator.ui.theme.fonts import register_other_scripts

    register_other_scripts()
    words = "بيت الأمل"
    drawn = {glyph for run in _glyph_runs(words) for glyph in run.glyphIndexes()}
    assert drawn
    assert 0 not in drawn


def _glyph_runs(words: str):
    from PySide6.QtGui import QTextLayout

    layout = QTextLayout(words, font(14))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout.glyphRuns()
