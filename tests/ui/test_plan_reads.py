"""How often a plan reads casework: once to open, and no record again while nothing changed."""

import pytest
from sqlalchemy import event

from navigator.referrals.handoff import Handoff
from navigator.referrals.handoff_groups import Transport
from tests.ui.desk_of_casework import accepted_on, draft_on, visit_on
from tests.ui.desk_of_find import BRIGID, HARBOR, RIDGE
from tests.ui.desk_of_plan import Plans


@pytest.fixture
def visit(casework_desk):
    """Three places said yes."""
    made = visit_on(casework_desk)
    for place in (HARBOR, RIDGE, BRIGID):
        accepted_on(casework_desk, draft_on(casework_desk, made, place))
    return made


@pytest.fixture
def plans(open_plans, visit) -> Plans:
    return open_plans()


@pytest.fixture
def begun(plans) -> list[str]:
    """A word for each transaction that casework begins from now on."""
    told: list[str] = []
    event.listen(plans.desk.casework.plans._store._opened(), "begin", lambda _connection: told.append("begun"))
    return told


def test_opening_reads_the_draft_the_records_and_whether_they_changed(plans, visit, begun):
    plans.page.show_visit(visit.id)
    assert len(begun) == 3


def test_a_look_for_changes_is_one_reading(plans, visit, begun):
    screen = plans.open(visit.id)
    before = screen.work.opened.sources
    begun.clear()
    screen._tick.timeout.emit()
    assert len(begun) == 1
    assert screen.work.opened.sources is before


def test_what_changed_is_read_at_once(plans, visit, begun):
    screen = plans.open(visit.id)
    harbor = plans.desk.casework.referrals.of_visit(plans.desk.actor, visit.id)[0]
    plans.desk.casework.handoffs.save(plans.desk.actor, harbor.id, Handoff(transport=Transport(by="the team")), 0)
    begun.clear()
    screen._tick.timeout.emit()
    assert len(begun) == 1
    assert screen.words.form.how.text().startswith("Your ride: the team.")


def test_typing_reads_nothing(plans, visit, begun):
    screen = plans.open(visit.id)
    begun.clear()
    plans.type(screen.words.form.bring, "A warm coat")
    assert begun == []


def test_time_goes_on_though_nothing_changed(plans, visit, clock):
    screen = plans.open(visit.id)
    assert screen.words.form.day.text() == "Monday, November 23"
    clock.forward(days=1)
    screen._tick.timeout.emit()
    assert screen.words.form.day.text() == "Tuesday, November 24"
