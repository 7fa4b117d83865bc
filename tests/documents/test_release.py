"""The door: what leaves is written down before, what could not leave after, and papers on people stay (P-06, P-13)."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from sqlalchemy import select

from navigator.access import Actor, Permission, Role, may, permission_of
from navigator.documents.pages import Pages
from navigator.documents.release import Door, OwnCopy
from navigator.documents.render import render
from navigator.errors import NotAllowed, UserError
from navigator.referrals.casework import Casework, open_casework
from navigator.referrals.person import Identity, Person
from navigator.referrals.register import Paper, PaperState
from navigator.referrals.visit import PlaceKind, Visit, VisitFacts
from navigator.storage.rows import AuditRow
from navigator.storage.station import Station
from tests.conftest import FakeClock, Signed

from .casework import HARBOR, paper, plan
from .conftest import CITY, Compose, harbor


@dataclass
class Tray:
    """An outlet that keeps what it is given, or is jammed."""

    jam: Exception | None = None
    kind: str = "printer"
    taken: list[Pages] = field(default_factory=list)

    def take(self, pages: Pages) -> str:
        if self.jam:
            raise self.jam
        self.taken.append(pages)
        return "Taken."


@pytest.fixture
def pages(compose: Compose) -> Pages:
    return render(compose(harbor()))


def trail(station: Station) -> list[tuple[str, str, dict[str, object]]]:
    with station.directory.reading() as session:
        rows = session.scalars(select(AuditRow).where(AuditRow.action.startswith("handout")).order_by(AuditRow.number))
        return [(row.action, row.subject, json.loads(row.detail)) for row in rows]


@pytest.mark.parametrize("role", Role)
def test_every_role_may_hand_out_and_the_trail_says_what_left(
    signed: Callable[[Role], Signed], clock: FakeClock, pages: Pages, role: Role
) -> None:
    desk = signed(role)
    tray = Tray()
    assert Door(desk.station.directory, clock).hand_out(desk.actor, pages, tray) == "Taken."
    assert tray.taken == [pages]
    detail = {"template": "handout 1.0", "pages": 1, "outlet": "printer"}
    assert trail(desk.station) == [("handout released", pages.digest, detail)]


@pytest.mark.parametrize("jam", [UserError("The printer is out of paper."), RuntimeError("a fault")])
def test_what_could_not_leave_is_written_down_too(
    signed: Callable[[Role], Signed], clock: FakeClock, pages: Pages, jam: Exception
) -> None:
    desk = signed(Role.CLINICIAN)
    with pytest.raises(type(jam)):
        Door(desk.station.directory, clock).hand_out(desk.actor, pages, Tray(jam))
    assert [action for action, _, _ in trail(desk.station)] == ["handout released", "handout not released"]


def test_paper_about_a_person_does_not_leave_as_a_handout(
    signed: Callable[[Role], Signed], clock: FakeClock, pages: Pages
) -> None:
    desk = signed(Role.SUPERVISOR)
    tray = Tray()
    with pytest.raises(UserError, match="about a person"):
        Door(desk.station.directory, clock).hand_out(desk.actor, replace(pages, about="person-1"), tray)
    assert not tray.taken
    assert trail(desk.station) == []


def test_what_cannot_be_written_down_does_not_leave(
    signed: Callable[[Role], Signed], clock: FakeClock, pages: Pages
) -> None:
    desk = signed(Role.OFFICER)
    tray = Tray()
    desk.station.close()
    with pytest.raises(UserError):
        Door(desk.station.directory, clock).hand_out(desk.actor, pages, tray)
    assert not tray.taken


def test_the_door_names_its_permission() -> None:
    assert permission_of(Door.hand_out) is Permission.PRINT_HANDOUT


@dataclass
class Shift:
    """A clinician with casework open, a visit to an invented person, and the door."""

    station: Station
    actor: Actor
    work: Casework
    door: Door
    visit: Visit

    @property
    def own_copy(self) -> OwnCopy:
        return OwnCopy(self.visit.person.id, self.visit.id)

    def plan(self, person: Person | None = None) -> Pages:
        return render(paper(plan(HARBOR), person or self.visit.person))

    def register(self) -> list[tuple[PaperState, Paper]]:
        return [(line.state, line.paper) for line in self.work.register.of_visits(self.actor, [self.visit.id])]

    def trail(self) -> list[AuditRow]:
        wanted = AuditRow.action.startswith("person's paper")
        with self.station.casework.reading() as session:
            return list(session.scalars(select(AuditRow).where(wanted).order_by(AuditRow.number)))


@pytest.fixture
def shift(signed: Callable[[Role], Signed], clock: FakeClock) -> Shift:
    desk = signed(Role.CLINICIAN)
    work = open_casework(desk.station.casework, CITY.zone, CITY)
    facts = VisitFacts(arrived_at=clock(), place_kind=PlaceKind.STREET)
    visit = work.visits.open(desk.actor, facts, Identity("Miranda", "Canary", "Mia", birth_year=1984))
    return Shift(desk.station, desk.actor, work, Door(desk.station.directory, clock, work.register), visit)


def test_a_persons_own_copy_leaves_and_stands_in_the_register(shift: Shift) -> None:
    pages, tray = shift.plan(), Tray()
    assert shift.door.disclose(shift.actor, pages, shift.own_copy, tray) == "Taken."
    assert tray.taken == [pages]
    line = Paper(
        person_id=shift.visit.person.id,
        visit_id=shift.visit.id,
        template="plan 1.0",
        digest=pages.digest,
        pages=pages.count,
        basis="the person's own copy",
        own_copy=True,
        outlet="printer",
    )
    assert shift.register() == [(PaperState.RELEASED, line)]
    assert [(row.action, row.subject) for row in shift.trail()] == [("person's paper released", shift.visit.person.id)]


def test_the_register_is_written_before_the_paper_leaves(shift: Shift) -> None:
    class Watching(Tray):
        def take(self, pages: Pages) -> str:
            self.seen = shift.register()
            return super().take(pages)

    tray = Watching()
    shift.door.disclose(shift.actor, shift.plan(), shift.own_copy, tray)
    assert [state for state, _ in tray.seen] == [PaperState.INTENDED]


@pytest.mark.parametrize("jam", [UserError("The printer is out of paper."), RuntimeError("a fault")])
def test_a_plan_that_could_not_leave_is_written_down_as_such(shift: Shift, jam: Exception) -> None:
    with pytest.raises(type(jam)):
        shift.door.disclose(shift.actor, shift.plan(), shift.own_copy, Tray(jam))
    assert [state for state, _ in shift.register()] == [PaperState.NOT_RELEASED]
    assert [row.action for row in shift.trail()] == ["person's paper released", "person's paper not released"]


def test_the_trail_of_a_plan_holds_no_name_and_the_directorys_none_of_it(shift: Shift) -> None:
    shift.door.disclose(shift.actor, shift.plan(), shift.own_copy, Tray())
    said = " ".join(f"{row.subject} {row.detail}" for row in shift.trail())
    assert "digest" in said
    assert not any(name in said for name in ("Miranda", "Mia", "Canary", "Harbor"))
    assert trail(shift.station) == []


def test_a_plan_is_no_own_copy_of_somebody_else(shift: Shift) -> None:
    somebody_else, tray = Person("person-9", Identity("Ann", "Other", birth_year=1990)), Tray()
    with pytest.raises(UserError, match="not about that person"):
        shift.door.disclose(shift.actor, shift.plan(somebody_else), shift.own_copy, tray)
    with pytest.raises(UserError, match="not about that person"):
        shift.door.disclose(shift.actor, shift.plan(), replace(shift.own_copy, person_id="person-9"), tray)
    assert (tray.taken, shift.register()) == ([], [])


def test_a_handout_is_not_disclosed_and_a_plan_is_not_handed_out(shift: Shift, pages: Pages) -> None:
    tray = Tray()
    with pytest.raises(UserError, match="not about that person"):
        shift.door.disclose(shift.actor, pages, shift.own_copy, tray)
    with pytest.raises(UserError, match="about a person"):
        shift.door.hand_out(shift.actor, shift.plan(), tray)
    assert (tray.taken, shift.register(), trail(shift.station)) == ([], [], [])


def test_a_plan_that_cannot_be_written_down_does_not_leave(shift: Shift) -> None:
    pages, tray = shift.plan(), Tray()
    shift.station.casework.close()
    with pytest.raises(UserError, match="locked"):
        shift.door.disclose(shift.actor, pages, shift.own_copy, tray)
    assert not tray.taken


@pytest.mark.parametrize("table", ["printed", "audit"])
def test_a_plan_does_not_leave_where_register_or_trail_have_no_room(shift: Shift, table: str) -> None:
    full = f"CREATE TRIGGER full BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    pages, tray = shift.plan(), Tray()
    with shift.station.casework.connection(writes=True) as store:
        store.exec_driver_sql(full)
    with pytest.raises(UserError, match="full"):
        shift.door.disclose(shift.actor, pages, shift.own_copy, tray)
    with shift.station.casework.connection(writes=True) as store:
        store.exec_driver_sql("DROP TRIGGER full")
    assert (tray.taken, shift.register(), shift.trail()) == ([], [], [])


def test_a_plan_of_nobody_in_casework_does_not_leave(shift: Shift) -> None:
    nobody, tray = Person("person-9", Identity("Ann", "Other", birth_year=1990)), Tray()
    with pytest.raises(UserError, match="no such visit"):
        shift.door.disclose(shift.actor, shift.plan(nobody), OwnCopy(nobody.id, shift.visit.id), tray)
    assert not tray.taken


def test_a_door_without_casework_lets_no_plan_out(shift: Shift, clock: FakeClock) -> None:
    tray = Tray()
    with pytest.raises(UserError, match="casework of this station"):
        Door(shift.station.directory, clock).disclose(shift.actor, shift.plan(), shift.own_copy, tray)
    assert not tray.taken


@pytest.mark.parametrize("role", [role for role in Role if not may(role, Permission.WRITE_CASEWORK)])
def test_who_may_not_write_casework_may_not_let_a_plan_out(shift: Shift, role: Role) -> None:
    tray = Tray()
    with pytest.raises(NotAllowed):
        shift.door.disclose(replace(shift.actor, role=role), shift.plan(), shift.own_copy, tray)
    assert (tray.taken, shift.register()) == ([], [])


def test_the_way_out_for_plans_names_its_permission() -> None:
    assert permission_of(Door.disclose) is Permission.WRITE_CASEWORK
