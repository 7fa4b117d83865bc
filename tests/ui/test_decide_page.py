"""For you to decide: what waits, decided by somebody other than its author, told as far as granted (P-11)."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from navigator.access import Actor, Role
from navigator.city import Signer, load_city
from navigator.referrals.consent import Category, Consent, ConsentKind, ConsentState
from navigator.referrals.draft import DraftKind
from navigator.referrals.person import Identity
from navigator.referrals.request import Asks, LocateItem, Paragraph, PersonRequest, PoliceRequest, RequestState
from navigator.ui.decide.decision_pane import OWN, READ_ONLY
from navigator.ui.decide.page import DecidePage
from navigator.ui.decide.screens import person_screen, police_screen
from tests.ui.desk_of_casework import casework_desk_of, visit_on

NOOR = Actor("noor", "Noor", Role.CLINICIAN)
CITY = load_city("philadelphia")
OFF = "No program under Part 2, counsel says so."


@pytest.fixture
def supervisor_desk(signed):
    laid = signed(Role.SUPERVISOR)
    return casework_desk_of(laid.station, laid.actor)


@pytest.fixture
def visit(supervisor_desk):
    return visit_on(supervisor_desk)


class Desk:
    """The page in a window; `settle` waits for its worker."""

    def __init__(self, qtbot, desk, theme, worker):
        self.qtbot, self.desk, self.worker = qtbot, desk, worker
        self.page = DecidePage(desk, theme, worker)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 760)
        with qtbot.waitSignal(self.page.counted):
            self.page.show()

    @property
    def titles(self):
        return [record.title for record in self.page.records.records]

    def decide(self, button):
        with self.qtbot.waitSignal(self.page.counted):
            button.click()

    def read_again(self):
        with self.qtbot.waitSignal(self.page.counted):
            self.page.refresh()


@pytest.fixture
def open_page(qtbot, theme, worker, supervisor_desk):
    return lambda desk=supervisor_desk: Desk(qtbot, desk, theme, worker)


def police_on(desk, visit, paragraph=Paragraph.PREMISES, by=NOOR, **changes):
    what = {"categories": (Category.NEED,)} if paragraph is not Paragraph.LOCATE else {"items": (LocateItem.MARKS,)}
    usual = {"requester": "Officer Reed 4471", "agency": "Example Police"}
    request = PoliceRequest(visit.person.id, paragraph, **{**usual, **what, **changes})
    return desk.casework.requests.ask_police(by, request)


def test_nothing_waits_and_the_page_says_what_would_stand_there(open_page):
    shown = open_page()
    assert shown.page.empty.isVisible()
    assert not shown.page.pane.isVisible()


def test_a_request_of_the_police_waits_is_granted_and_told(open_page, supervisor_desk, visit, qtbot):
    saved = police_on(supervisor_desk, visit)
    shown = open_page()
    assert shown.titles == ["Police: Officer Reed 4471, Example Police"]
    page = shown.page
    assert page.pane.isVisible()
    shown.decide(page.pane.verdict.grant)
    requests = supervisor_desk.casework.requests
    assert requests.request(supervisor_desk.actor, saved.id).state is RequestState.GRANTED
    page.pane.tell.click()
    page.sheet.form.words.setPlainText("She was at the desk at two.")
    shown.decide(page.sheet.form.save)
    assert requests.request(supervisor_desk.actor, saved.id).state is RequestState.TOLD
    assert shown.titles == []


def test_ones_own_request_is_not_ones_to_decide(open_page, supervisor_desk, visit):
    police_on(supervisor_desk, visit, by=supervisor_desk.actor)
    pane = open_page().page.pane
    assert pane.verdict.stops == ()
    assert any(label.text() == OWN for label in pane.verdict.findChildren(QLabel))


def test_what_part_2_closes_can_only_be_refused_with_a_reason(open_page, supervisor_desk, visit):
    saved = police_on(supervisor_desk, visit, Paragraph.LOCATE)
    shown = open_page()
    verdict = shown.page.pane.verdict
    assert not verdict.grant.isEnabled()
    verdict.refuse.click()
    assert "Write why" in verdict.trouble
    verdict.words.setPlainText("Part 2 allows nothing here.")
    shown.decide(verdict.refuse)
    saved = supervisor_desk.casework.requests.request(supervisor_desk.actor, saved.id)
    assert (saved.state, saved.verdict.words) == (RequestState.REFUSED, "Part 2 allows nothing here.")


def test_the_words_of_a_decision_are_kept_while_one_looks_at_another(open_page, supervisor_desk, visit):
    first = police_on(supervisor_desk, visit)
    police_on(supervisor_desk, visit, requester="Officer Moss")
    shown = open_page()
    page = shown.page
    page.records.choose(first.id)
    page.pane.verdict.words.setPlainText("Only the day.")
    page.records.choose(shown.page.records.records[1].key)
    page.records.choose(first.id)
    assert page.pane.verdict.words.toPlainText() == "Only the day."
    drafts = supervisor_desk.casework.decider_drafts
    assert drafts.find(supervisor_desk.actor, DraftKind.DECISION, first.id) is not None


def test_a_minors_signer_is_settled_here(open_page, supervisor_desk, clock):
    child = visit_on(supervisor_desk, Identity(given_name="Bea", family_name="Young", birth_year=2016))
    paper = Consent(
        person_id=child.person.id,
        visit_id=child.id,
        kind=ConsentKind.ON_PAPER,
        discloser="The team",
        categories=(Category.NEED,),
        described="Who it is.",
        recipient="Example Clinic",
        recipient_service_id="",
        purpose="To find a bed.",
        told_of_right=True,
        expires_on=None,
        expires_event="She is settled.",
        signed_by="Ada Young",
        signer=Signer.PARENT_OR_GUARDIAN,
        signed_at=clock(),
    )
    consents = supervisor_desk.casework.consents
    saved = consents.record(NOOR, paper)
    shown = open_page()
    assert shown.titles == ["Ada Young signed for Bea Young"]
    shown.page.pane.verdict.words.setPlainText("Her mother.")
    shown.decide(shown.page.pane.verdict.grant)
    (now,) = consents.of_person(NOOR, child.person.id)
    assert (now.id, now.state(clock())) == (saved.id, ConsentState.LIVE)


def test_what_is_owed_first_stands_first_with_its_day(open_page, supervisor_desk, visit, clock):
    today = clock().astimezone(CITY.zone).date()
    requests = supervisor_desk.casework.requests
    requests.ask_person(NOOR, PersonRequest(visit.person.id, Asks.AMENDMENT, today, "The date is wrong."))
    requests.ask_person(NOOR, PersonRequest(visit.person.id, Asks.ACCESS, today - timedelta(days=28)))
    records = open_page().page.records.records
    assert [record.title for record in records] == ["Asks to see their record", "Asks to change their record"]
    assert records[0].state_words == "Due soon"


def test_another_decider_was_faster_and_nothing_typed_is_lost(open_page, supervisor_desk, visit, qtbot):
    saved = police_on(supervisor_desk, visit)
    shown = open_page()
    verdict = shown.page.pane.verdict
    verdict.words.setPlainText("Only the day.")
    officer = Actor("pia", "Pia", Role.PRIVACY_OFFICER)
    supervisor_desk.casework.requests.decide(officer, saved.id, False, "No.")
    verdict.grant.click()
    qtbot.waitUntil(lambda: bool(verdict.trouble))
    assert "decided this already" in verdict.trouble
    assert verdict.words.toPlainText() == "Only the day."


def test_a_privacy_officer_decides_and_is_told_who_writes(open_page, signed, supervisor_desk, visit):
    police_on(supervisor_desk, visit)
    officer = supervisor_desk.__class__(**{**vars(supervisor_desk), "actor": Actor("pia", "Pia", Role.PRIVACY_OFFICER)})
    shown = open_page(officer)
    shown.decide(shown.page.pane.verdict.grant)
    assert shown.page.pane.tell is None
    assert READ_ONLY.startswith("Somebody")


def test_part_2_is_switched_off_with_a_reason_and_on_without(open_page, supervisor_desk, qtbot):
    shown = open_page()
    page = shown.page
    page.setting.click()
    assert page.part2.isVisible()
    page.part2.switch.click()
    qtbot.waitUntil(lambda: bool(page.part2.trouble))
    assert "20 letters" in page.part2.trouble
    page.part2.reason.setPlainText(OFF)
    shown.decide(page.part2.switch)
    assert not supervisor_desk.casework.consents.part2(supervisor_desk.actor)
    shown.decide(page.part2.switch)
    assert supervisor_desk.casework.consents.part2(supervisor_desk.actor)


class TestForms:
    def test_the_police_form_writes_what_they_ask_and_says_that_nothing_is_told_yet(
        self, supervisor_desk, visit, theme, worker, qtbot
    ):
        sheet = police_screen(supervisor_desk, supervisor_desk.casework, theme, worker, visit.person.id)
        qtbot.addWidget(sheet)
        sheet.show()
        form = sheet.form
        form.save.click()
        assert "paragraph" in form.trouble
        form.paragraph.setCurrentIndex(form.paragraph.findData(Paragraph.LOCATE.value))
        form.requester.setText("Officer Reed")
        form.agency.setText("Example Police")
        form.items.boxes[LocateItem.MARKS].click()
        assert not form.fields["categories"].isVisible()
        with qtbot.waitSignal(sheet.saved) as saved:
            form.save.click()
        assert saved.args[0].request.items == (LocateItem.MARKS,)
        assert saved.args[0].state is RequestState.WAITING

    def test_the_persons_form_counts_from_the_day_it_was_received(self, supervisor_desk, visit, theme, worker, qtbot):
        sheet = person_screen(supervisor_desk, supervisor_desk.casework, theme, worker, visit.person.id)
        qtbot.addWidget(sheet)
        sheet.show()
        sheet.form.asks.segments[0].click()
        sheet.form.received.setText("yesterday")
        with qtbot.waitSignal(sheet.saved) as saved:
            sheet.form.save.click()
        saved = saved.args[0]
        assert saved.due_on - saved.request.received_on == timedelta(days=30)

    def test_escape_leaves_and_what_was_typed_is_there_again(self, supervisor_desk, visit, theme, worker, qtbot):
        def opened():
            sheet = police_screen(supervisor_desk, supervisor_desk.casework, theme, worker, visit.person.id)
            qtbot.addWidget(sheet)
            sheet.show()
            return sheet

        sheet = opened()
        QTest.keyClicks(sheet.form.requester, "Officer Reed")
        with qtbot.waitSignal(sheet.left):
            QTest.keyClick(sheet.form.requester, Qt.Key.Key_Escape)
        assert sheet.flush() == ""
        assert opened().form.requester.text() == "Officer Reed"
