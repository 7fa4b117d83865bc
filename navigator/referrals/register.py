"""The register of papers about a person: by hash and version, never by content (D-11, P-07)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store, to_store
from navigator.errors import NotFound
from navigator.ids import new_id
from navigator.referrals.names import account_names
from navigator.referrals.rows import PrintedRow, VisitRow
from navigator.referrals.viewed import Viewed
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store


class PaperState(StrEnum):
    """`INTENDED` alone is left when the power went between the register and the printer."""

    INTENDED = "intended"
    RELEASED = "released"
    NOT_RELEASED = "not released"


@dataclass(frozen=True)
class Paper:
    """What is written down of a paper that leaves; `basis` says by what right, `outlet` "printer" or "file"."""

    person_id: str
    visit_id: str
    template: str
    digest: str
    pages: int
    basis: str
    own_copy: bool
    outlet: str


@dataclass(frozen=True)
class Registered:
    """A line of the register."""

    id: str
    paper: Paper
    state: PaperState
    at: datetime
    by: str


class PrintRegister:
    def __init__(self, store: Store, viewed: Viewed) -> None:
        self._store = store
        self._viewed = viewed
        self._trail = Trail(store.clock)

    @requires(Permission.WRITE_CASEWORK)
    def intend(self, actor: Actor, paper: Paper) -> str:
        """Written before the paper leaves; returns the line's id. What cannot be written down does not leave."""
        with self._store.writing() as session:
            visit = session.get(VisitRow, paper.visit_id)
            if visit is None or visit.person_id != paper.person_id:
                raise NotFound("There is no such visit of this person in casework. Nothing left.")
            row = PrintedRow(
                id=new_id(),
                person_id=paper.person_id,
                visit_id=paper.visit_id,
                template=paper.template,
                digest=paper.digest,
                basis=paper.basis,
                outlet=paper.outlet,
                state=PaperState.INTENDED.value,
                made_by=actor.id,
                made_at=to_store(self._store.clock()),
                pages=paper.pages,
                own_copy=paper.own_copy,
            )
            session.add(row)
            session.flush()
            self._trail.record(
                session,
                actor,
                Action.PAPER_RELEASED,
                paper.person_id,
                line=row.id,
                digest=paper.digest,
                template=paper.template,
                basis=paper.basis,
                outlet=paper.outlet,
            )
            return row.id

    @requires(Permission.WRITE_CASEWORK)
    def settle(self, actor: Actor, line_id: str, *, released: bool) -> None:
        """Written after: it left, or it did not."""
        with self._store.writing() as session:
            row = session.get_one(PrintedRow, line_id)
            row.state = (PaperState.RELEASED if released else PaperState.NOT_RELEASED).value
            if not released:
                self._trail.record(session, actor, Action.PAPER_NOT_RELEASED, row.person_id, line=line_id)

    @requires(Permission.READ_CASEWORK)
    def of_visits(self, actor: Actor, visit_ids: Sequence[str]) -> tuple[Registered, ...]:
        """The papers of those visits, newest first."""
        with self._store.reading() as session:
            found = papers_of(session, visit_ids)
        self._viewed.note(actor, [line.paper.person_id for line in found])
        return found


def papers_of(session: Session, visit_ids: Sequence[str]) -> tuple[Registered, ...]:
    """The papers of those visits, newest first, for the other services of this package."""
    rows = select(PrintedRow).where(PrintedRow.visit_id.in_(visit_ids)).order_by(PrintedRow.made_at.desc())
    names = account_names(session)
    return tuple(_registered(row, names.get(row.made_by, "")) for row in session.scalars(rows))


def _registered(row: PrintedRow, name: str) -> Registered:
    paper = Paper(
        person_id=row.person_id,
        visit_id=row.visit_id,
        template=row.template,
        digest=row.digest,
        pages=row.pages,
        basis=row.basis,
        own_copy=row.own_copy,
        outlet=row.outlet,
    )
    return Registered(row.id, paper, PaperState(row.state), from_store(row.made_at), name)
