"""The register of papers about a person: by hash and version, never by content (D-11, P-07)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store, to_store
from navigator.errors import NotAllowed, NotFound
from navigator.ids import new_id
from navigator.referrals import accounting
from navigator.referrals.accounting import Told
from navigator.referrals.bases import Basis, BasisKind
from navigator.referrals.consent import Category
from navigator.referrals.law import Law
from navigator.referrals.names import account_names
from navigator.referrals.part2 import part2_applies
from navigator.referrals.rows import PrintedRow, VisitRow
from navigator.referrals.same_person import kept_of
from navigator.referrals.telling import Recipient, why_not
from navigator.referrals.viewed import Viewed
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

NO_NOTICE = "This paper lacks the notice of 42 CFR 2.32, which every consented paper carries."
NOT_THEIR_OWN = "Only the person's own copy leaves without a ground. Nothing left."
NO_CATEGORIES = "Tick what this paper may tell."


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


@dataclass(frozen=True)
class Telling:
    """Whom a paper tells, on which ground, which kinds of things; `notice` as `Pages.notice` has it."""

    to: Recipient
    basis: Basis
    categories: tuple[Category, ...]
    notice: str = ""


def told_by(telling: Telling) -> Told:
    """The line of the accounting for it."""
    what = tuple(category.value for category in telling.categories)
    return Told(telling.to.name, what, telling.basis.kind.value, telling.basis.words.strip())


class PrintRegister:
    def __init__(self, store: Store, viewed: Viewed, law: Law) -> None:
        self._store = store
        self._viewed = viewed
        self._law = law
        self._trail = Trail(store.clock)

    @requires(Permission.WRITE_CASEWORK)
    def intend(self, actor: Actor, paper: Paper) -> str:
        """Written before the person's own copy leaves; returns the line's id. What cannot be written does not leave."""
        if not paper.own_copy:
            raise NotAllowed(NOT_THEIR_OWN)
        with self._store.writing() as session:
            return self._line(session, actor, paper)

    @requires(Permission.WRITE_CASEWORK)
    def intend_for(self, actor: Actor, paper: Paper, telling: Telling) -> str:
        """The same for a paper that tells somebody else: only on a ground that stands now, with its line in the
        accounting (P-07, P-08, P-12), and with the notice where a consented paper needs it (P-09)."""
        now = self._store.clock()
        with self._store.writing() as session:
            sentence = self._hinders(session, paper, telling, now)
            if sentence:
                raise NotAllowed(f"{sentence} Nothing left.")
            line_id = self._line(session, actor, replace(paper, basis=telling.basis.kind.value, own_copy=False))
            accounting.write(
                session, actor, now, paper.person_id, told_by(telling), visit_id=paper.visit_id, printed_id=line_id
            )
            return line_id

    def _hinders(self, session: Session, paper: Paper, telling: Telling, now: datetime) -> str:
        ground = telling.basis
        sentence = why_not(session, self._law, paper.person_id, ground, telling.to, telling.categories, now)
        if sentence:
            return sentence
        noticed = telling.notice == self._law.notice_hash
        if ground.kind is BasisKind.CONSENT and part2_applies(session) and not noticed:
            return NO_NOTICE
        return "" if telling.categories else NO_CATEGORIES

    def _line(self, session: Session, actor: Actor, paper: Paper) -> str:
        visit = session.get(VisitRow, paper.visit_id)
        if visit is None or kept_of(session, visit.person_id) != kept_of(session, paper.person_id):
            raise NotFound("There is no such visit of this person in casework. Nothing left.")
        row = PrintedRow(
            id=new_id(),
            person_id=visit.person_id,
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
