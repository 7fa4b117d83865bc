"""Requests about a person in the store: written down, decided by somebody else, told as far as granted (P-11, P-25)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, tzinfo

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store, to_store
from navigator.errors import BadInput, NotAllowed, NotFound
from navigator.ids import new_id
from navigator.referrals import accounting
from navigator.referrals.accounting import told_to_police
from navigator.referrals.bounds import Bounds
from navigator.referrals.circle import named
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import settle
from navigator.referrals.kept import keep, take_back
from navigator.referrals.names import account_names
from navigator.referrals.part2 import part2_applies
from navigator.referrals.request import (
    Answer,
    PersonRequest,
    PoliceRequest,
    Request,
    RequestState,
    SavedRequest,
    Verdict,
)
from navigator.referrals.request_law import RequestLaw
from navigator.referrals.request_rows import DisclosureRow, RequestDecisionRow, RequestRow
from navigator.referrals.same_person import ids_of
from navigator.referrals.viewed import Viewed
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

POLICE = "police"
GONE = "This request is not in casework."
NOT_GRANTED = "Nobody has granted this request, so nothing may be told."
TOLD_ALREADY = "The police were told already. Write a new request for anything more."


class Requests:
    """A request, its decision and what was told on it are rows that never change, each with its audit row."""

    def __init__(self, store: Store, zone: tzinfo, viewed: Viewed, law: RequestLaw) -> None:
        self._store = store
        self._zone = zone
        self._viewed = viewed
        self._law = law
        self._trail = Trail(store.clock)

    @requires(Permission.WRITE_CASEWORK)
    def ask_police(self, actor: Actor, request: PoliceRequest) -> SavedRequest:
        """Writes down what the police ask; nothing may be told before a second person has granted it (P-11)."""
        missing = request.lacks(needs_document=self._law.paragraphs[request.paragraph].needs_document)
        return self._write(actor, request, missing, POLICE, DraftKind.POLICE_REQUEST)

    @requires(Permission.WRITE_CASEWORK)
    def ask_person(self, actor: Actor, request: PersonRequest) -> SavedRequest:
        """Writes down what the person asks of their own record, and by when an answer is owed (P-25)."""
        missing = request.lacks(Bounds(self._store.clock(), self._zone))
        return self._write(actor, request, missing, request.asks.value, DraftKind.PERSON_REQUEST)

    @requires(Permission.DECIDE)
    def decide(self, actor: Actor, request_id: str, granted: bool, words: str) -> SavedRequest:
        """Grants or refuses, with a reason; never one's own request, never what the law does not allow."""
        with self._store.writing() as session:
            saved = _one(session, request_id)
            self._refuse_verdict(session, actor, saved, words, granted=granted)
            row = RequestDecisionRow(
                request_id=request_id,
                granted=granted,
                words=words.strip(),
                made_by=actor.id,
                made_at=to_store(self._store.clock()),
            )
            session.add(row)
            self._trail.record(session, actor, Action.REQUEST_DECIDED, request_id, granted=int(granted))
            settle(session, actor, DraftKind.DECISION, request_id)
            session.flush()
            return _one(session, request_id)

    @requires(Permission.WRITE_CASEWORK)
    def tell(self, actor: Actor, request_id: str, answer: Answer) -> SavedRequest:
        """Writes down what the police were told on a granted request, once; it enters the accounting (P-12)."""
        with self._store.writing() as session:
            saved = _one(session, request_id)
            request = saved.request
            if not isinstance(request, PoliceRequest):
                raise BadInput("Only a request of the police is answered here.")
            self._refuse_answer(session, saved, request, answer)
            told, now = told_to_police(request, answer), self._store.clock()
            accounting.write(session, actor, now, request.person_id, told, request_id=request_id)
            self._trail.record(session, actor, Action.REQUEST_ANSWERED, request_id)
            settle(session, actor, DraftKind.DECISION, request_id)
            return _one(session, request_id)

    @requires(Permission.READ_CASEWORK)
    def request(self, actor: Actor, request_id: str) -> SavedRequest:
        with self._store.reading() as session:
            found = _one(session, request_id)
        self._viewed.note(actor, [found.request.person_id])
        return found

    @requires(Permission.READ_CASEWORK)
    def waiting(self, actor: Actor) -> tuple[SavedRequest, ...]:
        """Those that nobody has decided, the oldest first."""
        with self._store.reading() as session:
            found = undecided(session)
        self._viewed.note(actor, [saved.request.person_id for saved in found])
        return found

    @requires(Permission.READ_CASEWORK)
    def of_person(self, actor: Actor, person_id: str) -> tuple[SavedRequest, ...]:
        """Every request about the person, the newest first."""
        with self._store.reading() as session:
            mine = select(RequestRow).where(RequestRow.person_id.in_(ids_of(session, person_id)))
            found = _saved(session, mine.order_by(RequestRow.made_at.desc(), RequestRow.id.desc()))
        self._viewed.note(actor, [person_id])
        return found

    def _write(self, actor: Actor, request: Request, missing: str, kind: str, form: DraftKind) -> SavedRequest:
        if missing:
            raise BadInput(missing)
        due_on = self._law.due(request)
        with self._store.writing() as session:
            named(session, request.person_id)
            row = RequestRow(
                id=new_id(),
                person_id=request.person_id,
                kind=kind,
                due_on=due_on.isoformat() if due_on else None,
                content=keep(request),
                made_by=actor.id,
                made_at=to_store(self._store.clock()),
            )
            session.add(row)
            session.flush()
            self._trail.record(session, actor, Action.REQUEST_MADE, row.id, kind=kind)
            settle(session, actor, form, request.person_id)
            return _one(session, row.id)

    def _refuse_verdict(
        self, session: Session, actor: Actor, saved: SavedRequest, words: str, *, granted: bool
    ) -> None:
        closed = saved.closed_to(actor)
        if closed:
            raise NotAllowed(closed) if saved.verdict is None else BadInput(closed)
        if not granted and not words.strip():
            raise BadInput("Write why, so that whoever asked knows. Nothing was decided.")
        forbidden = self._law.forbids(saved.request, part2=part2_applies(session)) if granted else ""
        if forbidden:
            raise BadInput(forbidden)

    def _refuse_answer(self, session: Session, saved: SavedRequest, request: PoliceRequest, answer: Answer) -> None:
        if saved.state is RequestState.TOLD:
            raise BadInput(TOLD_ALREADY)
        if saved.state is not RequestState.GRANTED:
            raise NotAllowed(NOT_GRANTED)
        wrong = answer.lacks(request) or self._law.forbids(request, part2=part2_applies(session))
        if wrong:
            raise BadInput(wrong)


def undecided(session: Session) -> tuple[SavedRequest, ...]:
    """Requests without a decision, the oldest first, for the other services of this package."""
    open_still = select(RequestRow).outerjoin(RequestDecisionRow, RequestDecisionRow.request_id == RequestRow.id)
    open_still = open_still.where(RequestDecisionRow.request_id.is_(None))
    return _saved(session, open_still.order_by(RequestRow.made_at, RequestRow.id))


def granted_untold(session: Session) -> tuple[SavedRequest, ...]:
    """Requests of the police that were granted and not answered yet, the oldest first."""
    told = select(DisclosureRow.id).where(DisclosureRow.request_id == RequestRow.id)
    rows = select(RequestRow).join(RequestDecisionRow, RequestDecisionRow.request_id == RequestRow.id)
    rows = rows.where(RequestRow.kind == POLICE, RequestDecisionRow.granted, ~told.exists())
    return _saved(session, rows.order_by(RequestRow.made_at, RequestRow.id))


def _one(session: Session, request_id: str) -> SavedRequest:
    found = _saved(session, select(RequestRow).where(RequestRow.id == request_id))
    if not found:
        raise NotFound(GONE)
    return found[0]


def _saved(session: Session, asked: Select[RequestRow]) -> tuple[SavedRequest, ...]:
    rows = session.scalars(asked).all()
    ids = [row.id for row in rows]
    names = account_names(session)
    decided = {row.request_id: row for row in _of(session, RequestDecisionRow, ids)}
    told = {row.request_id: row.made_at for row in _of(session, DisclosureRow, ids)}
    return tuple(
        SavedRequest(
            id=row.id,
            request=_request(row),
            author_id=row.made_by,
            author=names.get(row.made_by, ""),
            made_at=from_store(row.made_at),
            due_on=date.fromisoformat(row.due_on) if row.due_on else None,
            verdict=_verdict(decided.get(row.id), names),
            told_at=from_store(told[row.id]) if row.id in told else None,
        )
        for row in rows
    )


def _request(row: RequestRow) -> Request:
    if row.kind == POLICE:
        return take_back(row.content, PoliceRequest)
    return take_back(row.content, PersonRequest)


def _of[R: (RequestDecisionRow, DisclosureRow)](session: Session, kind: type[R], ids: Sequence[str]) -> Iterable[R]:
    return session.scalars(select(kind).where(kind.request_id.in_(ids)))


def _verdict(row: RequestDecisionRow | None, names: Mapping[str, str]) -> Verdict | None:
    if row is None:
        return None
    return Verdict(row.granted, row.words, names.get(row.made_by, ""), from_store(row.made_at))
