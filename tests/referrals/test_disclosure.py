"""The one road by which a person's paper leaves: registered before, settled after (P-06, P-07)."""

from dataclasses import dataclass, field, replace

import pytest

from navigator.access import Role
from navigator.documents.blocks import NO_PERSON
from navigator.documents.pages import Pages
from navigator.documents.release import Door, OwnCopy, about
from navigator.errors import NotAllowed, UserError
from navigator.referrals.register import PaperState
from navigator.storage.database import Store

from .scenes import NOW, STRANGER, Bench, trail_of


@dataclass
class Tray:
    """An outlet that keeps what it is given, is jammed, or sees the window lock meanwhile."""

    jam: Exception | None = None
    locks: Store | None = None
    kind: str = "printer"
    taken: list[Pages] = field(default_factory=list)

    def take(self, pages: Pages) -> str:
        if self.locks:
            self.locks.close()
        if self.jam:
            raise self.jam
        self.taken.append(pages)
        return "Printed."


@pytest.fixture
def door(bench: Bench) -> Door:
    """Of a desk whose directory is never asked."""
    return Door(bench.store, bench.clock, bench.work.register)


@pytest.fixture
def visit(bench: Bench):
    return bench.visit()


def paper(person_id: str) -> Pages:
    return Pages(b"%PDF-1.7 for Ana", 2, "plan 1.0", about(person_id), "Plan")


def own(visit) -> OwnCopy:
    return OwnCopy(visit.person.id, visit.id)


def test_what_left_stands_in_the_register_and_the_trail_by_its_hash(bench: Bench, door: Door, visit):
    tray, pages = Tray(), paper(visit.person.id)
    assert door.disclose(bench.actor, pages, own(visit), tray) == "Printed."
    assert tray.taken == [pages]
    (line,) = bench.work.register.of_visits(bench.actor, [visit.id])
    assert (line.state, line.at, line.by) == (PaperState.RELEASED, NOW, "clinician")
    assert (line.paper.digest, line.paper.template, line.paper.outlet) == (pages.digest, "plan 1.0", "printer")
    assert line.paper.own_copy
    assert [(action, subject) for action, subject, _ in trail_of(bench.store)][-2:] == [
        ("person's paper released", visit.person.id),
        ("person viewed", visit.person.id),
    ]
    assert "for Ana" not in repr(bench.rows())


@pytest.mark.parametrize("jam", [UserError("The printer is out of paper."), RuntimeError("a fault")])
def test_what_could_not_leave_is_written_down_too(bench: Bench, door: Door, visit, jam):
    with pytest.raises(type(jam), match=str(jam)):
        door.disclose(bench.actor, paper(visit.person.id), own(visit), Tray(jam))
    assert bench.work.register.of_visits(bench.actor, [visit.id])[0].state is PaperState.NOT_RELEASED
    assert "person's paper not released" in {action for action, _, _ in trail_of(bench.store)}


def test_paper_about_somebody_else_or_about_nobody_does_not_leave(bench: Bench, door: Door, visit):
    other, tray = bench.visit(STRANGER), Tray()
    rows = bench.rows()
    for pages in (paper(other.person.id), replace(paper(visit.person.id), about=NO_PERSON)):
        with pytest.raises(UserError, match="not about that person"):
            door.disclose(bench.actor, pages, own(visit), tray)
    assert tray.taken == []
    assert bench.rows() == rows


def test_paper_does_not_leave_under_the_visit_of_somebody_else(bench: Bench, door: Door, visit):
    other, tray = bench.visit(STRANGER), Tray()
    rows = bench.rows()
    for visit_id in (other.id, "nothing"):
        with pytest.raises(UserError):
            door.disclose(bench.actor, paper(visit.person.id), OwnCopy(visit.person.id, visit_id), tray)
    assert tray.taken == []
    assert bench.rows() == rows


def test_paper_about_a_person_who_is_not_there_does_not_leave(bench: Bench, door: Door, visit):
    tray = Tray()
    with pytest.raises(UserError):
        door.disclose(bench.actor, paper("nobody"), OwnCopy("nobody", visit.id), tray)
    assert tray.taken == []


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.CLINICIAN, Role.SUPERVISOR}])
def test_no_other_role_lets_a_persons_paper_out(bench: Bench, door: Door, visit, filed, role):
    tray = Tray()
    rows = bench.rows()
    with pytest.raises(NotAllowed):
        door.disclose(filed.actors[role], paper(visit.person.id), own(visit), tray)
    assert tray.taken == []
    assert bench.rows() == rows


def test_without_casework_nothing_about_a_person_leaves(bench: Bench, visit):
    tray = Tray()
    with pytest.raises(UserError, match="casework"):
        Door(bench.store, bench.clock).disclose(bench.actor, paper(visit.person.id), own(visit), tray)
    assert tray.taken == []


def test_what_cannot_be_registered_does_not_leave(bench: Bench, door: Door, visit):
    tray = Tray()
    bench.store.close()
    with pytest.raises(UserError):
        door.disclose(bench.actor, paper(visit.person.id), own(visit), tray)
    assert tray.taken == []


def test_a_paper_that_left_while_the_window_locked_is_said_to_have_left(bench: Bench, door: Door, visit, filed):
    """It is in the person's hand: "nothing was saved" would make somebody print it twice. The intent stands."""
    tray = Tray(locks=bench.store)
    assert door.disclose(bench.actor, paper(visit.person.id), own(visit), tray).startswith("Printed. ")
    bench.store.open(filed.key)
    assert bench.work.register.of_visits(bench.actor, [visit.id])[0].state in {PaperState.INTENDED, PaperState.RELEASED}


def test_why_a_paper_could_not_leave_is_said_also_when_that_cannot_be_written_down(bench: Bench, door: Door, visit):
    tray = Tray(UserError("The printer is out of paper."), locks=bench.store)
    with pytest.raises(UserError, match="out of paper"):
        door.disclose(bench.actor, paper(visit.person.id), own(visit), tray)


def test_the_persons_paper_never_leaves_as_a_handout(bench: Bench, door: Door, visit):
    tray = Tray()
    with pytest.raises(UserError, match="about a person"):
        door.hand_out(bench.actor, paper(visit.person.id), tray)
    assert tray.taken == []
