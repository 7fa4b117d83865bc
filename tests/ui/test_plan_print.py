"""A plan on its way onto paper: the bytes that were shown, written down; or nothing at all (P-06, D-05)."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.referrals.plan import Carry
from navigator.referrals.register import PaperState
from navigator.ui.outlets import NO_PRINTER
from navigator.ui.plan.carry_question import NOT_SAFE
from tests.documents.drawn import text
from tests.ui.desk_of_casework import accepted_on, draft_on, visit_on
from tests.ui.desk_of_plan import Plans, spool_in


@pytest.fixture
def visit(casework_desk):
    made = visit_on(casework_desk)
    accepted_on(casework_desk, draft_on(casework_desk, made))
    return made


@pytest.fixture
def spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return spool_in(tmp_path, monkeypatch)


@pytest.fixture
def where(tmp_path: Path) -> list[Path | None]:
    """What the file dialog answers."""
    return [tmp_path / "Plan.pdf"]


@pytest.fixture
def asked() -> list[str]:
    """The file names that the dialog was opened with."""
    return []


@pytest.fixture
def plans(open_plans, spool, where, asked) -> Plans:
    def ask(_parent, name: str) -> Path | None:
        asked.append(name)
        return where[0]

    return open_plans(ask=ask)


def papers(plans: Plans, visit):
    return plans.desk.casework.register.of_visits(plans.desk.actor, [visit.id])


def print_now(plans: Plans) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def test_what_is_printed_is_what_was_shown_and_stands_in_the_register(plans, visit, spool, qtbot):
    plans.open_safe(visit.id)
    shown = plans.pages()
    with qtbot.waitSignal(plans.page.printed) as printed:
        print_now(plans)
    assert printed.args == [visit.id]
    assert (spool / "bytes").read_bytes() == shown.data
    (line,) = papers(plans, visit)
    assert (line.state, line.paper.digest, line.paper.pages) == (PaperState.RELEASED, shown.digest, shown.count)
    assert line.paper.own_copy
    assert plans.screen.strip.sentence == f"Sent to printer Front desk: {shown.count} pages."
    assert "printed 2:14 AM" in plans.screen.toolbar.who.text()


def test_printing_saves_the_plan_that_is_on_the_paper(plans, visit, spool, qtbot):
    screen = plans.open_safe(visit.id)
    plans.type(screen.words.form.bring, "A warm coat")
    with qtbot.waitSignal(plans.page.printed):
        print_now(plans)
    kept = plans.desk.casework.plans.plan(plans.desk.actor, visit.id)
    assert kept.revision == 1
    assert kept.plan.steps[0].bring == "A warm coat"
    assert b"warm" in text(plans.pages()).encode()
    assert (spool / "bytes").read_bytes() == screen.pages.pages.data


def test_the_same_plan_printed_again_is_not_saved_again(plans, visit, qtbot):
    plans.open_safe(visit.id)
    for _ in range(2):
        with qtbot.waitSignal(plans.page.printed):
            print_now(plans)
    assert plans.desk.casework.plans.plan(plans.desk.actor, visit.id).revision == 1
    assert len(papers(plans, visit)) == 2


def test_the_person_has_no_name_in_file_job_and_metadata(plans, visit, where, asked, spool, qtbot):
    screen = plans.open_safe(visit.id)
    with qtbot.waitSignal(plans.page.printed):
        print_now(plans)
    with qtbot.waitSignal(plans.page.printed):
        screen.toolbar.release.save.click()
    assert asked == ["Plan.pdf"]
    assert screen.strip.sentence.startswith("Saved as Plan.pdf")
    kept = PdfReader(BytesIO(where[0].read_bytes()))
    told = (str(kept.metadata), (spool / "order").read_text(), plans.page.window().windowTitle())
    assert not any("Jordan" in words for words in told)
    assert "Plan" in (spool / "order").read_text().split()


def test_cancelling_the_dialog_lets_nothing_out(plans, visit, where, asked):
    screen = plans.open_safe(visit.id)
    where[0] = None
    screen.toolbar.release.save.click()
    assert asked == ["Plan.pdf"]
    assert papers(plans, visit) == ()
    assert screen.toolbar.release.print.isEnabled()


def test_a_printer_that_refuses_is_said_and_written_down(plans, visit, spool):
    screen = plans.open_safe(visit.id)
    (spool / "answer").write_text("1")
    print_now(plans)
    plans.said("Printer Front desk did not take the paper")
    (line,) = papers(plans, visit)
    assert line.state is PaperState.NOT_RELEASED
    assert screen.toolbar.release.print.isEnabled()
    assert "printed" not in screen.toolbar.who.text()


def test_where_paper_is_not_safe_nothing_leaves(plans, visit, where, asked, spool):
    screen = plans.open_safe(visit.id)
    plans.answer(Carry.NOT_SAFE)
    assert screen.strip.sentence == NOT_SAFE
    assert not screen.toolbar.release.print.isEnabled()
    assert not screen.toolbar.release.save.isEnabled()
    print_now(plans)
    screen.printing.print("Front desk")
    screen.printing.save_as_file()
    plans.rested()
    assert not (spool / "bytes").exists()
    assert asked == []
    assert papers(plans, visit) == ()


def test_an_answer_while_the_pages_are_made_still_stops_them(plans, visit, spool):
    screen = plans.open_safe(visit.id)
    plans.type(screen.words.form.bring, "A coat")
    print_now(plans)
    plans.answer(Carry.NOT_SAFE)
    plans.said(NOT_SAFE)
    plans.rested()
    assert not (spool / "bytes").exists()
    assert papers(plans, visit) == ()


def test_the_answer_is_saved_with_its_time_and_can_be_changed(plans, visit, clock):
    screen = plans.open_safe(visit.id)
    plans.answer(Carry.NOT_SAFE)
    assert screen.carry.told.text() == "They said no, 2:14 AM."
    screen.toolbar.keep.click()
    plans.said("Saved.")
    assert NOT_SAFE in screen.strip.sentence
    kept = plans.desk.casework.plans.plan(plans.desk.actor, visit.id).plan
    assert (kept.carry, kept.carry_at) == (Carry.NOT_SAFE, clock())
    plans.answer(Carry.SAFE)
    assert screen.toolbar.release.print.isEnabled()
    assert screen.strip.isHidden()


def test_without_a_printer_saving_as_pdf_comes_first(open_plans, visit, where, qtbot):
    plans = open_plans(ask=lambda *_: where[0], find_printers=lambda: ())
    screen = plans.open_safe(visit.id)
    assert screen.strip.sentence == NO_PRINTER
    assert screen.toolbar.release.first is screen.toolbar.release.save
    assert not screen.toolbar.release.print.isEnabled()
    with qtbot.waitSignal(plans.page.printed):
        screen.toolbar.release.save.click()
    assert where[0].read_bytes() == plans.pages().data


def test_with_two_printers_one_chooses(open_plans, visit, spool):
    plans = open_plans(find_printers=lambda: ("Front desk", "Upstairs"))
    screen = plans.open_safe(visit.id)
    assert screen.toolbar.release.printer.isVisible()
    screen.toolbar.release.printer.setCurrentText("Upstairs")
    print_now(plans)
    plans.said("Sent to printer Upstairs")


def test_one_press_prints_one_copy(plans, visit, spool, qtbot):
    plans.open_safe(visit.id)
    with qtbot.waitSignal(plans.page.printed):
        print_now(plans)
        print_now(plans)
    plans.rested()
    assert len(papers(plans, visit)) == 1


def test_after_printing_one_key_leads_back_to_the_visit(plans, visit, qtbot):
    screen = plans.open_safe(visit.id)
    with qtbot.waitSignal(plans.page.printed):
        print_now(plans)
    with qtbot.waitSignal(plans.page.visit_chosen) as chosen:
        screen.strip.act.click()
    assert chosen.args == [visit.id]
