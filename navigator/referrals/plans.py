"""Discharge plans in the store: each save is a row of its own, the newest counts."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store, to_store
from navigator.errors import NotFound, UserError
from navigator.referrals.draft import VERSIONS, DraftKind
from navigator.referrals.drafts import settle
from navigator.referrals.kept import keep, take_back
from navigator.referrals.names import account_names
from navigator.referrals.plan import Plan, SavedPlan
from navigator.referrals.plan_sources import PlanSources, mark_of, read
from navigator.referrals.rows import PlanRow, VisitRow
from navigator.referrals.viewed import Viewed
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

CHANGED = "{name} changed this plan meanwhile. What you typed is kept: look at the plan again, then save."


class Plans:
    def __init__(self, store: Store, viewed: Viewed) -> None:
        self._store = store
        self._viewed = viewed
        self._trail = Trail(store.clock)

    @requires(Permission.READ_CASEWORK)
    def plan(self, actor: Actor, visit_id: str) -> SavedPlan:
        """The newest plan of a visit; an empty one of revision 0 before the first save."""
        with self._store.reading() as session:
            person_id = _visit(session, visit_id).person_id
            found = _newest(session, visit_id)
        self._viewed.note(actor, [person_id])
        return found

    @requires(Permission.READ_CASEWORK)
    def sources(self, actor: Actor, visit_id: str, known: PlanSources | None = None) -> PlanSources:
        """What the plan of a visit is made of; `known` as it was given before while nothing has changed since."""
        with self._store.reading() as session:
            _visit(session, visit_id)
            mark = mark_of(session, visit_id)
            if known is None or (known.saved.visit_id, known.mark) != (visit_id, mark):
                known = read(session, _newest(session, visit_id), mark)
        self._viewed.note(actor, [known.visit.person.id])
        return known

    @requires(Permission.READ_CASEWORK)
    def of_visits(self, actor: Actor, visit_ids: Sequence[str]) -> Mapping[str, SavedPlan]:
        """The newest plan of each visit that has one."""
        with self._store.reading() as session:
            people = session.scalars(select(VisitRow.person_id).where(VisitRow.id.in_(visit_ids))).all()
            found = {row.visit_id: row for row in session.scalars(_in_order(visit_ids))}
            names = account_names(session)
        self._viewed.note(actor, people)
        return {visit_id: _saved(row, names.get(row.made_by, "")) for visit_id, row in found.items()}

    @requires(Permission.WRITE_CASEWORK)
    def save(self, actor: Actor, visit_id: str, plan: Plan, seen: int) -> SavedPlan:
        """Saves the whole plan after revision `seen`."""
        with self._store.writing() as session:
            _visit(session, visit_id)
            before = _newest(session, visit_id)
            if before.revision != seen:
                raise UserError(CHANGED.format(name=before.saved_by or "Somebody"))
            session.add(
                PlanRow(
                    visit_id=visit_id,
                    number=before.revision + 1,
                    made_by=actor.id,
                    made_at=to_store(self._store.clock()),
                    version=VERSIONS[DraftKind.PLAN],
                    content=keep(plan),
                )
            )
            settle(session, actor, DraftKind.PLAN, visit_id)
            self._trail.record(session, actor, Action.PLAN_SAVED, visit_id, revision=before.revision + 1)
            session.flush()
            return _newest(session, visit_id)


def _visit(session: Session, visit_id: str) -> VisitRow:
    row = session.get(VisitRow, visit_id)
    if row is None:
        raise NotFound("This visit is no longer in casework.")
    return row


def _newest(session: Session, visit_id: str) -> SavedPlan:
    row = session.scalar(select(PlanRow).where(PlanRow.visit_id == visit_id).order_by(PlanRow.number.desc()).limit(1))
    return _saved(row, account_names(session).get(row.made_by, "")) if row else SavedPlan(visit_id, Plan())


def _in_order(visit_ids: Sequence[str]) -> Select[PlanRow]:
    """The newest of each visit last."""
    return select(PlanRow).where(PlanRow.visit_id.in_(visit_ids)).order_by(PlanRow.number)


def _saved(row: PlanRow, name: str) -> SavedPlan:
    return SavedPlan(row.visit_id, take_back(row.content, Plan), row.number, from_store(row.made_at), name)
