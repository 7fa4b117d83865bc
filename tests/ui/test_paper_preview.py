"""The preview: the very bytes that are printed and saved, and what is said when they cannot be (D-11, P-06)."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from navigator.documents.pages import Pages
from navigator.ui.find.handout import handout_of
from navigator.ui.paper.page_images import PageImages
from navigator.ui.paper.preview import PaperPreview
from navigator.ui.theme.theme import Scheme
from tests.ui.desk_of_find import HARBOR, LEHIGH, PLACES, RIDGE, FakeDoor, desk_with, in_front


@pytest.fixture
def door() -> FakeDoor:
    return FakeDoor()


@pytest.fixture
def desk(clock, door):
    return desk_with(clock, door=door)


@pytest.fixture
def pages(desk) -> Pages:
    return handout_of(desk, (HARBOR, RIDGE))()


@pytest.fixture
def where(tmp_path) -> list[Path | None]:
    """What the file dialog answers."""
    return [tmp_path / "Handout.pdf"]


@pytest.fixture
def printers() -> list[str]:
    """The printers of the computer."""
    return []


@pytest.fixture
def asked() -> list[str]:
    """The file names that the dialog was opened with."""
    return []


@pytest.fixture
def preview(qtbot: QtBot, desk, theme, worker, where, asked, printers, pages) -> PaperPreview:
    def ask(_parent, name: str) -> Path | None:
        asked.append(name)
        return where[0]

    made = PaperPreview(theme, worker, desk.door, desk.actor, ask=ask, find_printers=lambda: tuple(printers))
    in_front(qtbot, made)
    made.show_pages(pages, "Handout", "2 places")
    return made


def said(preview: PaperPreview) -> str:
    return " ".join(label.text() for label in preview.panel.findChildren(QLabel) if not label.isHidden())


def test_the_pages_are_those_of_the_bytes(preview, pages):
    assert len(preview.sheets.sheets) == pages.count == 1
    told = preview.sheets.sheets[0]
    assert told.accessibleName() == "Page 1 of 1"
    assert "Harbor Withdrawal Unit" in told.accessibleDescription()
    assert "215-555-0142" in told.accessibleDescription()


def test_a_page_is_drawn_in_the_pixels_of_the_screen_and_on_white(pages, qapp):
    images = PageImages(pages)
    drawn = images.image(0, QSize(612, 792), 2.0)
    assert (drawn.width(), drawn.height()) == (1224, 1584)
    assert drawn.pixelColor(3, 3).name() == "#ffffff"
    assert images.image(0, QSize(612, 792), 2.0).cacheKey() == drawn.cacheKey()


def test_the_page_stays_white_in_the_dark(preview, theme):
    theme.choose(Scheme.DARK)
    sheet = preview.sheets.sheets[0]
    assert sheet.grab().toImage().pixelColor(6, 6).name() == "#ffffff"


def test_five_long_entries_make_several_pages_and_each_is_shown(preview, desk):
    active = [place for place in PLACES if place.id not in {"stop", "odd"}]
    paper = handout_of(desk, active[:5])()
    preview.show_pages(paper, "Handout", "5 places")
    assert len(preview.sheets.sheets) == paper.count
    assert preview.sheets.sheets[-1].accessibleName() == f"Page {paper.count} of {paper.count}"


def test_save_writes_the_very_bytes_under_a_neutral_name(preview, pages, where, asked, door, qtbot):
    preview.panel.save.click()
    qtbot.waitUntil(lambda: preview.panel.result.startswith("Saved as Handout.pdf"))
    assert where[0].read_bytes() == pages.data
    assert door.let_out == [pages]
    assert asked == ["Handout.pdf"]


def test_nothing_leaves_when_the_dialog_is_cancelled(preview, where, door):
    where[0] = None
    preview.panel.save.click()
    assert door.let_out == []
    assert preview.panel.result == ""


def test_a_refusal_stands_under_the_buttons_and_can_be_tried_again(preview, door, qtbot):
    door.refusal = "Your role may not print handouts."
    preview.panel.save.click()
    qtbot.waitUntil(lambda: preview.panel.trouble == door.refusal)
    assert preview.panel.save.isEnabled()
    door.refusal = ""
    preview.panel.save.click()
    qtbot.waitUntil(lambda: preview.panel.result.startswith("Saved"))
    assert preview.panel.trouble == ""


def test_a_folder_that_is_gone_is_said_in_place(preview, where, tmp_path, qtbot):
    where[0] = tmp_path / "gone" / "Handout.pdf"
    preview.panel.save.click()
    qtbot.waitUntil(lambda: "no longer there" in preview.panel.trouble)


def test_without_a_printer_the_preview_says_so_and_saving_comes_first(preview):
    assert not preview.panel.print.isEnabled()
    assert preview.panel.first is preview.panel.save
    assert "No printer is set up on this computer." in said(preview)


def test_with_printers_one_is_chosen_and_printing_comes_first(preview, printers, pages):
    printers += ["Front desk", "Upstairs"]
    preview.show_pages(pages, "Handout", "2 places")
    assert preview.panel.print.isEnabled()
    assert preview.panel.first is preview.panel.print
    assert [preview.panel.printer.itemText(at) for at in range(2)] == ["Front desk", "Upstairs"]
    assert preview.focusProxy() is preview.panel.print


def test_the_panel_says_how_many_pages_and_places_there_are(preview):
    assert "2 places · 1 page" in said(preview)


def test_escape_goes_back(preview, qtbot):
    preview.setFocus()
    with qtbot.waitSignal(preview.left):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_a_handout_of_a_place_with_old_beds_says_nothing_of_beds(desk):
    paper = handout_of(desk, (LEHIGH,))()
    assert "chairs" not in PageImages(paper).words(0)
