"""Proposals: what differs, what is taken with or without a check, what is asked back and what is turned down (S-07)."""

import pytest
from PySide6.QtCore import Qt

from navigator.resources.field_values import phones_value
from navigator.resources.model import Fact, Outcome, Phone, Tri
from navigator.resources.stewardship.reported import ProposalState
from navigator.ui.directory.check_form import NOBODY
from navigator.ui.directory.proposal_foot import NO_QUESTION, NO_REASON
from tests.ui.desk_of_directory import ALLEGHENY, CEDAR, DANA, SAM, Bench, entry_on, id_of, proposed_on


@pytest.fixture
def bench(open_directory) -> Bench:
    """Dana's proposal for the Cedar Family Shelter stands in front."""
    made = open_directory(prepare=lambda desk, _station: proposed_on(desk))
    made.open("proposals")
    return made


def pane(bench: Bench):
    return bench.page.proposals.pane


def tick(bench: Bench, field: str) -> None:
    row = next(row for row in pane(bench).differences.rows if row.difference.field == field)
    row.tick.setFocus()
    bench.press(Qt.Key.Key_Space)


def checked(bench: Bench, whom: str = "Mr. Tran, night desk") -> None:
    """ "By phone", after "Not checked"."""
    pane(bench).form.method.setFocus()
    bench.press(Qt.Key.Key_Down)
    pane(bench).form.whom.setFocus()
    bench.write(whom)


def state_of(bench: Bench) -> ProposalState:
    """As its author sees it."""
    return bench.desk.keeping.proposals.mine(DANA)[0].state


def test_who_when_their_words_and_every_difference_are_shown(bench):
    assert bench.names() == [CEDAR.name]
    told = pane(bench).findChildren(type(pane(bench).foot._tick_one))
    words = [text.text() for text in told]
    assert "Proposed by Dana R., clinician, today at 2:14 AM" in words
    assert "“Night desk says the old line is dead. Intake moved to 6 PM.”" in words
    assert [row.difference.field for row in pane(bench).differences.rows] == ["phones", "hours", "fact:police drop-off"]


def test_the_button_counts_what_is_ticked(bench):
    assert pane(bench).foot.take.text() == "Take 3 of 3 changes"
    tick(bench, "fact:police drop-off")
    assert pane(bench).foot.take.text() == "Take 2 of 3 changes"
    tick(bench, "phones")
    tick(bench, "hours")
    assert not pane(bench).foot.take.isEnabled()


def test_two_of_three_are_taken_as_an_edit_and_the_rest_stays_as_it_was(bench, qtbot):
    tick(bench, "fact:police drop-off")
    with qtbot.waitSignal(bench.page.changed):
        bench.click(pane(bench).foot.take)
    found = entry_on(bench.desk, CEDAR)
    assert found.phones == (Phone("215-555-0194"),)
    assert found.fact(Fact.POLICE_DROP_OFF) is Tri.UNKNOWN
    assert found.verified.source == "Ms. Alvarez (intake)"
    assert state_of(bench) is ProposalState.PARTLY
    assert bench.names() == []


def test_taken_with_a_check_it_counts_as_checked(bench):
    checked(bench)
    bench.click(pane(bench).foot.take)
    found = entry_on(bench.desk, CEDAR).verified
    assert (found.outcome, found.source) == (Outcome.CHANGED, "Mr. Tran, night desk")
    assert state_of(bench) is ProposalState.TAKEN


def test_a_check_with_nobody_is_refused_under_its_field(bench):
    checked(bench, "")
    bench.click(pane(bench).foot.take)
    assert pane(bench).form.trouble == NOBODY
    assert state_of(bench) is ProposalState.OPEN


def test_a_value_that_was_changed_since_is_said_and_not_ticked(bench):
    desk, cedar = bench.desk, id_of(bench.desk, CEDAR)
    seen = desk.keeping.records.view(desk.actor, cedar).seen
    desk.keeping.records.edit(desk.actor, cedar, {"phones": phones_value([Phone("215-555-0133")])}, seen)
    bench.page.refresh()
    bench.settle()
    phone = pane(bench).differences.rows[0]
    assert phone.note.sentence == "This was changed since. Dana saw: 215-555-0111"
    assert not phone.is_ticked
    tick(bench, "phones")
    bench.click(pane(bench).foot.take)
    assert entry_on(desk, CEDAR).phones == (Phone("215-555-0194"),)


def test_its_author_is_asked_and_it_goes_on_waiting(bench):
    foot = pane(bench).foot
    bench.click(foot.ask)
    assert foot.question.words.hasFocus()
    bench.click(foot.question.act)
    assert foot.question.trouble == NO_QUESTION
    bench.write("Which desk was it?")
    bench.click(foot.question.act)
    assert state_of(bench) is ProposalState.ASKED
    assert bench.page.proposals.table.rows[0].cells[1].words == "Asked back"


def test_it_is_turned_down_only_with_words(bench):
    foot = pane(bench).foot
    bench.click(foot.turn_down)
    bench.click(foot.reason.act)
    assert foot.reason.trouble == NO_REASON
    bench.write("The old number still answers.")
    bench.click(foot.reason.act)
    assert state_of(bench) is ProposalState.TURNED_DOWN
    assert bench.desk.keeping.proposals.mine(DANA)[0].answer == "The old number still answers."
    assert entry_on(bench.desk, CEDAR).phones == CEDAR.phones


def test_the_way_back_from_a_reply_keeps_its_words(bench):
    foot = pane(bench).foot
    bench.click(foot.turn_down)
    bench.write("Not sure")
    bench.click(foot.reason.back)
    assert foot.turn_down.hasFocus()
    bench.click(foot.turn_down)
    assert foot.reason.words.toPlainText() == "Not sure"


def test_ticks_and_words_come_back_with_the_row(open_directory):
    def prepare(desk, _station) -> None:
        proposed_on(desk)
        desk.keeping.proposals.propose(SAM, id_of(desk, ALLEGHENY), {"bring": "an ID"}, "")

    bench = open_directory(prepare=prepare)
    bench.open("proposals")
    tick(bench, "hours")
    checked(bench)
    bench.click(pane(bench).foot.turn_down)
    bench.write("Wait")
    bench.page.proposals.table.setFocus()
    bench.press(Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert pane(bench).differences.chosen == ("phones", "fact:police drop-off")
    assert pane(bench).form.whom.text() == "Mr. Tran, night desk"
    assert pane(bench).foot.reason.words.toPlainText() == "Wait"


def test_a_new_service_is_added_by_taking_it(open_directory):
    def prepare(desk, _station) -> None:
        desk.keeping.proposals.propose(DANA, None, {"name": "Riverside Night Kitchen"}, "Open since last week.")

    bench = open_directory(prepare=prepare)
    bench.open("proposals")
    assert bench.page.proposals.table.rows[0].cells[1].words == "New service"
    assert pane(bench).foot.take.text() == "Take the change"
    bench.click(pane(bench).foot.take)
    assert entry_on(bench.desk, "Riverside Night Kitchen").organization == "Riverside Night Kitchen"


def test_words_alone_are_done_with(open_directory):
    bench = open_directory(
        prepare=lambda desk, _s: desk.keeping.proposals.propose(DANA, None, {}, "No detox in Olney.")
    )
    bench.open("proposals")
    assert pane(bench).foot.take.text() == "Done with it"
    bench.click(pane(bench).foot.take)
    assert bench.names() == []


def test_enter_goes_into_the_pane_and_esc_back(bench):
    bench.page.proposals.table.setFocus()
    bench.press(Qt.Key.Key_Return)
    assert pane(bench).differences.ticks[0].hasFocus()
    bench.press(Qt.Key.Key_Escape)
    assert bench.page.proposals.table.hasFocus()
