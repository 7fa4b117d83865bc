"""The detail pane: the number first, what fits, where and when, who checked it, and what is not known."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from navigator.resources.model import Capacity, Entry, Fact, Phone, PhoneKind, Status, Tri
from navigator.resources.search import Fit, Hit, Query
from navigator.ui.clipboard import copy_number
from navigator.ui.find import particulars
from navigator.ui.find.detail_pane import DetailPane
from navigator.ui.find.fit_words import fit_lines
from navigator.ui.find.result_row import Telling
from tests.ui.desk_of_find import (
    BRIGID,
    DO_NOT_REFER,
    HARBOR,
    LEHIGH,
    NORTHBANK,
    NOW,
    NUMBERLESS,
    SAFE_HAVEN,
    desk_with,
    in_front,
)
from tests.ui.told_hit import Says

NOTHING_ASKED = Query()


@pytest.fixture
def show(qtbot: QtBot, theme, clock):
    """Shows an entry as the first answer to a query; gives the pane."""
    pane = DetailPane(theme, "211")
    in_front(qtbot, pane)

    def one(entry: Entry, query: Query = NOTHING_ASKED, width: int = 380) -> DetailPane:
        desk = desk_with(clock, (entry,))
        pane.setFixedWidth(width)
        (hit,) = desk.search.find(query, NOW).hits
        telling = Telling(NOW, desk.city.zone, desk.categories)
        pane.show_hit(hit, telling, asked=query.near is not None)
        QApplication.processEvents()
        return pane

    return one


def said(pane: DetailPane) -> list[str]:
    """Every sentence of the pane, in the order in which it was laid."""
    return [label.text() for label in pane.body.findChildren(QLabel) if not label.isHidden()]


def test_the_pane_says_what_a_clinician_needs_first(show):
    text = said(show(HARBOR))
    assert text[0] == "Harbor Withdrawal Unit"
    assert "Detox, inpatient · Example Health Partners" in text
    for sentence in (
        "3 beds · 20 min ago",
        "215-555-0142",
        "Intake desk. Answers day and night.",
        "215-555-0143 · TTY",
        "1420 Example Street, 19134",
        "Side door on Hope Street. Press “Intake”.",
        "Bring: medicines in their bottles. No pets.",
        "English, Spanish. Phone interpreter",
        "Checked Nov 11 by Dana R., by phone, Ms. Alvarez (intake)",
        "Next check due Feb 9, 2027",
    ):
        assert sentence in text, sentence


def test_the_distance_stands_beside_the_address_when_a_place_was_asked_for(show):
    assert any("19134 · about" in line for line in said(show(HARBOR, Query(near="19104"))))


def test_copy_puts_the_number_on_the_clipboard(show, qtbot):
    pane = show(HARBOR)
    pane.copied.connect(copy_number)
    qtbot.mouseClick(pane.body.number.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "215-555-0142"
    assert pane.body.number.copy.text() == "Copied"


def test_without_a_number_the_pane_offers_the_information_line(show):
    pane = show(NUMBERLESS)
    assert pane.body.number is None
    assert "No number known. Call 211 and ask for it." in said(pane)


@pytest.mark.parametrize("width", [344, 372, 424])
@pytest.mark.parametrize("number", ["215-555-0142", "1-800-555-0142", "1-888-555-0188"])
@pytest.mark.parametrize("extension", ["", "10509"])
def test_a_number_is_never_cut(show, width, number, extension):
    pane = show(replace(HARBOR, phones=(Phone(number, extension=extension),)), width=width)
    shown = pane.body.number.number
    assert QFontMetrics(shown.font()).horizontalAdvance(shown.text()) <= shown.width()
    copy = pane.body.number.copy
    assert pane.body.number.rect().contains(copy.geometry())
    assert pane.body.width() <= width


def test_a_confidential_place_says_only_to_call(show):
    text = " ".join(said(show(SAFE_HAVEN, Query(near="19134"))))
    assert "Call; they will tell you where to go." in text
    assert "Example Street" not in text
    assert "19134" not in text


def test_an_entry_from_a_public_list_says_so_with_source_and_date(show):
    text = said(show(NORTHBANK))
    assert "From a public list, seen 2025-10. Not yet checked: call first." in text
    assert "Source: an official page of the City" in text


def test_an_overdue_check_is_told_with_its_day(show):
    assert "Next check due Nov 14 (overdue)" in said(show(BRIGID))


def test_a_status_stands_with_its_reason_and_its_end(show):
    assert "Active, do not refer: complaints are being looked into." in said(show(DO_NOT_REFER))
    repairs = replace(HARBOR, status=Status.TEMPORARILY_CLOSED, status_until=date(2026, 12, 1), status_reason="repairs")
    assert "Temporarily closed until Dec 1: repairs." in said(show(repairs))


def test_every_count_of_beds_is_told_with_who_said_so(show):
    women = Capacity("bed", 0, 8, "Women only", "Front desk", NOW)
    text = said(show(replace(HARBOR, capacities=(*HARBOR.capacities, women))))
    assert "No beds · just now" in text
    assert "Of 8 in all. Women only. Said by Front desk" in text
    assert "Of 16 in all. Said by Ms. Alvarez" in text


def test_old_beds_are_told_in_the_pane_too(show):
    assert "4 chairs · 6 h ago, old" in said(show(LEHIGH))


def test_why_this_one_opens_and_stays_open_for_the_next_entry(show, qtbot):
    pane = show(HARBOR, Query("detox"))
    why = pane.body.why
    assert why.reasons.isHidden()
    qtbot.mouseClick(why.toggle, Qt.MouseButton.LeftButton)
    assert not why.reasons.isHidden()
    assert any(line.startswith("Matched “detox”") for line in said(pane))
    assert not show(replace(HARBOR, id="other", name="Other"), Query("detox")).body.why.reasons.isHidden()


def test_the_same_answer_leaves_the_pane_as_it_is(show):
    before = show(HARBOR).body
    assert show(HARBOR).body is before


def hit(entry: Entry, fit: Fit, words: str, desk) -> Hit:
    (found,) = desk.search.find(Query(), NOW).hits
    return replace(found, fit=fit, teller=Says(entry, words))


def test_what_fits_what_to_ask_and_what_is_not_taken_are_told_once_each(clock):
    told = fit_lines(hit(HARBOR, Fit.FITS, "Fits: men, 18+", desk_with(clock, (HARBOR,))))
    assert [(line.fit, line.words) for line in told] == [
        (Fit.FITS, "Fits: men, 18+, Medicaid, no ID needed"),
        (Fit.NOT, "Does not take: under 18"),
    ]


def test_what_is_not_known_is_a_question_and_never_a_no(clock):
    blank = replace(HARBOR, facts={}, minimum_age=None)
    told = fit_lines(hit(blank, Fit.ASK, "Ask: Medicaid", desk_with(clock, (blank,))))
    assert [line.fit for line in told] == [Fit.ASK, Fit.ASK]
    assert told[1].words == "Ask: who they take, payment, whether ID is needed"


def test_conditions_are_questions_to_put_on_the_telephone(clock):
    strict = replace(HARBOR, facts={**HARBOR.facts, Fact.ID_NEEDED: Tri.YES, Fact.SOBRIETY_REQUIRED: Tri.YES})
    told = fit_lines(hit(strict, Fit.FITS, "Fits: men", desk_with(clock, (strict,))))
    assert "Mind: sobriety required, ID needed" in [line.words for line in told]


@pytest.mark.parametrize(
    ("phone", "words"),
    [
        (Phone("215-555-0100"), ""),
        (Phone("215-555-0100", words="intake"), "Intake"),
        (Phone("215-555-0100", PhoneKind.FAX), "Fax"),
        (Phone("88788", PhoneKind.TEXT, "text START"), "Text START"),
        (Phone("215-555-0100", PhoneKind.TTY, "evenings"), "TTY. evenings"),
    ],
)
def test_a_number_says_what_it_is_for(phone, words):
    assert particulars.number_words(phone) == words
