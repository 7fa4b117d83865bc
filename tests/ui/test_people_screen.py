"""The page of a person: what was done for them by day, where a line leads, what they are called."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from navigator.access import Role
from navigator.referrals.bases import Basis, BasisKind
from navigator.referrals.calls import Call, CallOutcome, Channel
from navigator.referrals.draft import DraftKind
from navigator.referrals.person import Identity
from navigator.referrals.request import Asks, PersonRequest
from navigator.referrals.steps import Mistake
from navigator.ui.people.person_tabs import Tab
from navigator.ui.rows.row import GroupHead
from navigator.ui.theme import sizes
from tests.conftest import PASSPHRASE
from tests.ui.desk_of_casework import JORDAN, accepted_on, call_on, casework_desk_of, draft_on, ended_on, visit_on
from tests.ui.desk_of_find import TODAY
from tests.ui.test_visits_reach import tabbed, unnamed

ENTER, ESC, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down
ANA = Identity("Ana", "Flores", birth_year=1987)


@pytest.fixture
def bench(visits_bench):
    return visits_bench


def open_person(bench, visit):
    """From the visit to its person."""
    bench.page.show_visit(visit.id)
    bench.settle()
    bench.one.heading.person.click()
    bench.settle()
    return bench.page.person


def named_on(desk, visit):
    """A call in which the person was named, because of an emergency."""
    draft = draft_on(desk, visit)
    call = Call(Channel.PHONE, desk.clock(), CallOutcome.ANSWERED, spoke_to="intake", without_identifiers=False)
    ground = Basis(BasisKind.EMERGENCY, "She took thirty pills an hour ago.")
    desk.casework.referrals.log_call(desk.actor, draft.id, call, draft.seen, basis=ground)


def titles(person) -> list[str]:
    return [line.told.title for line in person.tabs.timeline.list.lines]


class TestTheTimeline:
    def test_the_newest_stands_first_under_its_day(self, bench, clock):
        visit = visit_on(bench.desk)
        accepted_on(bench.desk, call_on(bench.desk, draft_on(bench.desk, visit)))
        clock.forward(hours=30)
        ended_on(bench.desk, visit)
        person = open_person(bench, visit)
        heads = [row.words for row in person.tabs.timeline.list.rows if isinstance(row, GroupHead)]
        assert heads == ["Today", "Yesterday"]
        assert titles(person) == ["The visit ended", "Accepted", "Spoke with them", "No answer", "The team arrived"]

    def test_a_line_tells_the_place_who_and_by_whom(self, bench):
        visit = visit_on(bench.desk)
        accepted_on(bench.desk, draft_on(bench.desk, visit))
        [yes, *_rest] = open_person(bench, visit).tabs.timeline.list.lines
        assert yes.under == "\u2068Harbor Withdrawal Unit\u2069 · Ms. Alvarez, intake nurse"
        assert yes.told.by == bench.desk.actor.name
        assert yes.spoken.startswith("2:14 AM, Accepted, ")

    def test_what_was_entered_in_error_is_struck_through_and_said_to_be(self, bench):
        visit = visit_on(bench.desk)
        asked = call_on(bench.desk, draft_on(bench.desk, visit))
        bench.work.referrals.move(bench.desk.actor, asked.id, Mistake("Written for somebody else."), asked.seen)
        lines = open_person(bench, visit).tabs.timeline.list.lines
        assert [(line.told.title, line.struck) for line in lines] == [
            ("Entered in error", False),
            ("No answer", True),
            ("The team arrived", False),
        ]
        assert "entered in error" in lines[1].spoken

    def test_enter_opens_the_referral_of_the_line(self, bench):
        visit = visit_on(bench.desk)
        asked = call_on(bench.desk, draft_on(bench.desk, visit))
        open_person(bench, visit)
        bench.press(ENTER)
        assert bench.asked == [("referral", asked.id)]

    def test_enter_on_a_visit_opens_it_and_a_button_says_so(self, bench):
        before = ended_on(bench.desk, visit_on(bench.desk))
        now = bench.work.visits.open(bench.desk.actor, before.facts, None, before.person.id)
        person = open_person(bench, now)
        bench.press(DOWN)
        assert person.tabs.timeline.foot.visit.isVisible()
        assert not person.tabs.timeline.foot.referral.isVisible()
        person.tabs.timeline.list.choose(2)
        wanted = person.tabs.timeline.list.lines[2].moment.visit_id
        bench.press(ENTER)
        assert bench.one.isVisible()
        assert bench.one.visit.id == wanted
        assert bench.page.person is None


class TestComingAndGoing:
    def test_esc_goes_back_to_the_visit_with_what_was_typed_in_it(self, bench):
        visit = visit_on(bench.desk)
        bench.page.show_visit(visit.id)
        bench.type(bench.one.editor.form.details.number, "215-555-0133")
        bench.one.heading.person.click()
        bench.settle()
        bench.press(ESC)
        assert bench.page.person is None
        assert bench.one.editor.form.details.number.text() == "215-555-0133"
        assert bench.one.isVisible()

    def test_the_record_of_somebody_who_may_be_meant_is_looked_at_while_a_visit_is_started(self, bench):
        visit_on(bench.desk, ANA)
        bench.page.start_visit()
        bench.who("Anna", "Florez", "1987")
        panel = bench.new.form.essentials.seen_before
        next(button for button in panel.buttons if button.text() == "See the record").click()
        bench.settle()
        assert bench.page.person.heading.title.text() == "Ana Flores"
        bench.press(ESC)
        assert bench.new.isVisible()
        assert bench.new.form.essentials.given.text() == "Anna"
        assert panel.is_open

    def test_the_list_of_visits_closes_it(self, bench):
        open_person(bench, visit_on(bench.desk))
        bench.page.show_list()
        assert bench.page.person is None
        assert bench.page.list.isVisible()

    def test_the_consents_stand_in_a_tab_and_a_new_one_is_asked_for_in_its_place(self, bench):
        person = open_person(bench, visit_on(bench.desk))
        person.tabs.choose(Tab.CONSENTS)
        person.tabs.consents.add.click()
        bench.settle()
        assert person.sheet.isVisible()
        bench.press(ESC)
        assert person.sheet is None
        assert person.tabs.consents.isVisible()


class TestRequests:
    def test_each_stands_with_where_it_stands_and_by_when_an_answer_is_owed(self, bench):
        visit = visit_on(bench.desk)
        asked = PersonRequest(visit.person.id, Asks.ACCESS, TODAY, "Everything of last night.", "By mail")
        bench.work.requests.ask_person(bench.desk.actor, asked)
        person = open_person(bench, visit)
        person.tabs.choose(Tab.REQUESTS)
        [row] = person.tabs.requests.records.records
        assert (row.title, row.state_words, row.right) == ("Asks to see their record", "Waits", "Due Dec 23")

    def test_who_was_told_stands_in_a_tab_and_is_read_anew(self, bench):
        visit = visit_on(bench.desk)
        person = open_person(bench, visit)
        person.tabs.choose(Tab.TOLD)
        assert person.tabs.told.records.records == ()
        named_on(bench.desk, visit)
        person.refresh()
        bench.settle()
        [row] = person.tabs.told.records.records
        assert row.title == "Harbor Withdrawal Unit"

    @pytest.mark.parametrize("which", ["police", "person"])
    def test_a_new_one_is_taken_in_there_and_what_is_typed_stays(self, bench, which):
        person = open_person(bench, visit_on(bench.desk))
        person.tabs.choose(Tab.REQUESTS)
        getattr(person.tabs.requests, which).click()
        bench.settle()
        form = person.sheet.form
        form.words.setPlainText("They say it is urgent.")
        bench.press(ESC)
        assert person.sheet is None
        getattr(person.tabs.requests, which).click()
        bench.settle()
        assert person.sheet.form.words.toPlainText() == "They say it is urgent."


class TestReach:
    def test_every_control_is_reached_by_tab_and_has_a_name(self, bench):
        visit = visit_on(bench.desk)
        bench.work.other_names.add(bench.desk.actor, visit.person.id, "Jay")
        person = open_person(bench, visit)
        seen = tabbed(person.tabs.timeline.list)
        names = person.side.names
        wanted = (*names.take_away, names.entry, names.add, person.side.join, person.tabs.timeline.foot.visit)
        assert [one.accessibleName() or one.text() for one in wanted if one not in seen] == []
        assert seen.index(names.take_away[0]) < seen.index(names.entry)
        assert unnamed(seen) == []

    def test_it_fits_a_narrow_window(self, bench):
        person = open_person(bench, visit_on(bench.desk))
        assert person.minimumSizeHint().width() <= 1024 - sizes.RAIL
        person.side.join.click()
        assert person.minimumSizeHint().height() <= 600

    def test_a_privacy_officer_reads_and_changes_nothing(self, bench, closed):
        visit = visit_on(bench.desk)
        bench.work.other_names.add(bench.desk.actor, visit.person.id, "Jay")
        bench.page.window().hide()
        closed.lock()
        officer = casework_desk_of(closed, closed.sign_in(Role.PRIVACY_OFFICER.value, PASSPHRASE))
        page = bench.open_page(officer)
        page.show_person(visit.person.id)
        bench.settle()
        person = page.person
        assert [line.told.title for line in person.tabs.timeline.list.lines] == ["The team arrived"]
        person.tabs.choose(Tab.REQUESTS)
        names, requests = person.side.names, person.tabs.requests
        buttons = (names.entry, names.add, person.side.join, requests.police, requests.person, *names.take_away)
        assert not any(button.isVisible() for button in buttons)
        page.show_list()
        assert page.person is None


class TestOtherNames:
    @pytest.fixture
    def visit(self, bench):
        return visit_on(bench.desk)

    def test_one_is_written_down_and_shown(self, bench, visit):
        person = open_person(bench, visit)
        bench.type(person.side.names.entry, "Jay Bird")
        bench.press(ENTER)
        assert person.life.person.also == ("Jay Bird",)
        assert person.side.names.entry.text() == ""
        assert [button.accessibleName() for button in person.side.names.take_away] == ["Take away the name Jay Bird"]
        assert bench.taken_up[-1].person.also == ("Jay Bird",)

    def test_one_that_is_known_already_stays_in_the_line_with_the_reason(self, bench, visit):
        person = open_person(bench, visit)
        bench.type(person.side.names.entry, "jordan example")
        bench.press(ENTER)
        assert "already" in person.side.names.trouble.sentence
        assert person.side.names.entry.text() == "jordan example"

    def test_one_is_taken_away(self, bench, visit):
        bench.work.other_names.add(bench.desk.actor, visit.person.id, "Jay")
        person = open_person(bench, visit)
        person.side.names.take_away[0].click()
        bench.settle()
        assert person.life.person.also == ()
        assert person.side.names.take_away == ()

    def test_what_is_typed_survives_a_crash_and_is_settled_by_its_save(self, bench, visit):
        person = open_person(bench, visit)
        bench.type(person.side.names.entry, "Jay")
        bench.page.cover()
        bench.crash()
        person = open_person(bench, visit)
        assert person.side.names.entry.text() == "Jay"
        person.side.names.entry.setFocus()
        bench.press(ENTER)
        drafts = bench.work.drafts.mine(bench.desk.actor)
        assert [draft for draft in drafts if draft.kind is DraftKind.OTHER_NAME] == []

    def test_what_is_typed_survives_going_back(self, bench, visit):
        person = open_person(bench, visit)
        bench.type(person.side.names.entry, "Jay")
        bench.press(ESC)
        assert open_person(bench, visit).side.names.entry.text() == "Jay"

    def test_the_full_name_stands_where_the_person_goes_by_another(self, bench):
        visit = visit_on(bench.desk, replace(JORDAN, preferred_name="Jo"))
        person = open_person(bench, visit)
        assert person.heading.title.text() == "Jo Example"
        assert person.side.names.full.text() == "Full name: \u2068Jordan Example\u2069"


def test_a_name_with_markup_is_shown_as_it_was_written(bench):
    person = open_person(bench, visit_on(bench.desk, Identity("<b>Noor</b>", "نور", birth_year=1990)))
    assert person.heading.title.text() == "<b>Noor</b> نور"
    assert person.heading.title.textFormat() is Qt.TextFormat.PlainText
