"""The door: what leaves is written down before, what could not leave after, and papers on people stay (P-06, P-13)."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from sqlalchemy import select

from navigator.access import Permission, Role, permission_of
from navigator.documents.pages import Pages
from navigator.documents.release import Door
from navigator.documents.render import render
from navigator.errors import UserError
from navigator.storage.rows import AuditRow
from navigator.storage.station import Station
from tests.conftest import FakeClock, Signed

from .conftest import Compose, harbor


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
