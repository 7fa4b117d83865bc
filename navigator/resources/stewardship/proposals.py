"""What clinicians report: changed fields, new services, words to the desk; and what the desk makes of it (S-07)."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import to_store
from navigator.errors import BadInput, NotFound
from navigator.ids import new_id
from navigator.resources.categories import Category
from navigator.resources.fields import Record, Value, Values, differences, values_of, with_values
from navigator.resources.model import Entry
from navigator.resources.stewardship.aliases import current_id
from navigator.resources.stewardship.changing import Act, Hand, record_of, refuse_hidden
from navigator.resources.stewardship.checks import Check, CheckBook
from navigator.resources.stewardship.desk_drafts import NEW, DeskDraftKind, settle
from navigator.resources.stewardship.do_not_list import refuse_barred
from navigator.resources.stewardship.editing import changed_meanwhile, edit, told
from navigator.resources.stewardship.marks import How
from navigator.resources.stewardship.proposal import Proposal, Proposed, proposals_of
from navigator.resources.stewardship.records import add
from navigator.resources.stewardship.reported import UNSETTLED, ProposalState
from navigator.resources.stewardship.rows import ProposalRow
from navigator.resources.stewardship.soundness import refuse_unsound
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

_NOTHING = Record(Entry(id="", service_id="", name=""))


class Proposals:
    """Proposals from those who see the services to those who keep the directory."""

    def __init__(self, store: Store, categories: Mapping[str, Category], zone: tzinfo) -> None:
        self._store = store
        self._categories = categories
        self._zone = zone
        self._trail = Trail(store.clock)

    @requires(Permission.PROPOSE)
    def propose(
        self, actor: Actor, entry_id: str | None, values: Values, words: str = "", saw: Values | None = None
    ) -> tuple[Entry, ...]:
        """Keeps a proposal; returns the entry, which shows a phone, hours or closure of it at once.

        `saw` are the values on the author's screen, None: those that are there now.
        """
        with self._store.writing() as session:
            subject, entry_id = entry_id or NEW, current_id(session, entry_id) if entry_id else None
            before = _before(session, entry_id, values) if saw is None else {key: saw.get(key) for key in values}
            after = {one.field: one.after for one in differences(before, {**before, **values})}
            _refuse_proposal(session, entry_id, after, words)
            row = _row(actor, entry_id, words.strip(), to_store(self._store.clock()))
            row.values_before, row.values_after = {key: before.get(key) for key in after}, after
            session.add(row)
            settle(session, actor, DeskDraftKind.PROPOSAL, subject)
            return self._told(session, actor, Action.PROPOSAL_MADE, row)

    @requires(Permission.EDIT)
    def waiting(self, actor: Actor) -> tuple[Proposal, ...]:  # noqa: ARG002 - the permission is the actor's
        """The unsettled ones: those that wait for the desk before those asked back, oldest first."""
        unsettled = select(ProposalRow).where(ProposalRow.state.in_(UNSETTLED))
        with self._store.reading() as session:
            found = session.scalars(unsettled.order_by(ProposalRow.at, ProposalRow.id)).all()
            return proposals_of(session, sorted(found, key=lambda row: row.state != ProposalState.OPEN))

    @requires(Permission.PROPOSE)
    def mine(self, actor: Actor) -> tuple[Proposal, ...]:
        """The actor's own with what the desk said, newest first."""
        own = select(ProposalRow).where(ProposalRow.by == actor.id)
        with self._store.reading() as session:
            newest = session.scalars(own.order_by(ProposalRow.at.desc(), ProposalRow.id.desc())).all()
            return proposals_of(session, newest)

    @requires(Permission.EDIT)
    def take(
        self,
        actor: Actor,
        proposal_id: str,
        fields: Collection[str],
        check: Check | None = None,
        over: Values | None = None,
    ) -> tuple[Entry, ...]:
        """Takes the chosen fields, with `check` as a check of the entry.

        A field that `moved` is taken only when `over` has the value that whoever chose it saw: else
        `ChangedMeanwhile`, and nothing is written.
        """
        hand = Hand(actor, Act.PROPOSAL_TAKEN, self._store.clock())
        with self._store.writing() as session:
            row = _unsettled(session, proposal_id)
            chosen = _chosen(session, row, fields, over or {})
            whole = set(chosen) == set(row.values_after)
            self._settle(row, hand, ProposalState.TAKEN if whole else ProposalState.PARTLY)
            doors = self._carry_out(session, row, chosen, check, hand)
            return self._told(session, actor, Action.PROPOSAL_TAKEN, row, doors)

    @requires(Permission.EDIT)
    def turn_down(self, actor: Actor, proposal_id: str, words: str) -> tuple[Entry, ...]:
        """Settles it with no change; its author reads the words."""
        hand = Hand(actor, Act.PROPOSAL_TAKEN, self._store.clock())
        with self._store.writing() as session:
            row = _unsettled(session, proposal_id)
            row.answer = _more(row.answer, words, "Say why. Its author reads it.")
            self._settle(row, hand, ProposalState.TURNED_DOWN)
            return self._told(session, actor, Action.PROPOSAL_TURNED_DOWN, row)

    @requires(Permission.EDIT)
    def ask(self, actor: Actor, proposal_id: str, words: str) -> tuple[Entry, ...]:
        """Asks its author something; it stays unsettled."""
        with self._store.writing() as session:
            row = _unsettled(session, proposal_id)
            row.answer = _more(row.answer, words, "Write what you want to know.")
            row.state = ProposalState.ASKED.value
            return self._told(session, actor, Action.PROPOSAL_ASKED, row)

    @requires(Permission.PROPOSE)
    def answer(self, actor: Actor, proposal_id: str, words: str) -> tuple[Entry, ...]:
        """The author's answer to the desk: it waits for the desk again."""
        with self._store.writing() as session:
            row = _unsettled(session, proposal_id)
            if row.by != actor.id:
                raise BadInput("Only who made this proposal can answer the desk.")
            row.words = _more(row.words, words, "Write the answer first.")
            row.state = ProposalState.OPEN.value
            return self._told(session, actor, Action.PROPOSAL_ANSWERED, row)

    def _carry_out(
        self, session: Session, row: ProposalRow, chosen: Values, check: Check | None, hand: Hand
    ) -> tuple[str, ...]:
        """Returns the ids of the doors that changed."""
        if row.entry_id is None and chosen:
            row.entry_id = add(session, chosen, hand)
            session.flush()
        if row.entry_id is None:
            return ()
        if check is None:
            return edit(session, row.entry_id, chosen, hand, How.EDITED)
        checked = replace(check, values={**check.values, **chosen})
        return CheckBook(session, self._categories, self._zone).enter(row.entry_id, checked, hand)

    def _settle(self, row: ProposalRow, hand: Hand, state: ProposalState) -> None:
        row.state = state.value
        row.settled_at, row.settled_by, row.settled_by_name = to_store(hand.at), hand.actor.id, hand.actor.name

    def _told(
        self, session: Session, actor: Actor, action: Action, row: ProposalRow, doors: tuple[str, ...] = ()
    ) -> tuple[Entry, ...]:
        subject = row.entry_id
        if subject is None:
            self._trail.record(session, actor, action, row.id)
            return ()
        return told(session, self._trail, actor, action, doors or (subject,), proposal=row.id)


def _before(session: Session, entry_id: str | None, values: Values) -> dict[str, Value]:
    now = values_of(record_of(session, entry_id)) if entry_id else {}
    return {key: now.get(key) for key in values}


def _refuse_proposal(session: Session, entry_id: str | None, values: Values, words: str) -> None:
    if not values and not words.strip():
        raise BadInput("Nothing was changed and nothing was said, so there is nothing to send to the desk.")
    if entry_id:
        record = record_of(session, entry_id)
        refuse_hidden(record, with_values(record, values))
    elif values:
        proposed = with_values(_NOTHING, values).entry
        refuse_unsound(proposed, {"name"})
        refuse_barred(session, proposed, nothing="Nothing was sent.")


def _row(actor: Actor, entry_id: str | None, words: str, at: str) -> ProposalRow:
    return ProposalRow(
        id=new_id(),
        entry_id=entry_id,
        at=at,
        by=actor.id,
        by_name=actor.name,
        by_role=actor.role.value,
        words=words,
        state=ProposalState.OPEN.value,
        answer="",
    )


def _unsettled(session: Session, proposal_id: str) -> ProposalRow:
    row = session.get(ProposalRow, proposal_id)
    if row is None:
        raise NotFound("This proposal is no longer there.")
    if row.state not in UNSETTLED:
        raise BadInput("This proposal was settled already. Nothing was saved.")
    return row


def _chosen(session: Session, row: ProposalRow, fields: Collection[str], over: Values) -> Values:
    """The chosen values; refuses those that moved unless `over` has what is there now."""
    if row.values_after and not fields:
        raise BadInput("Choose what to take, or turn the proposal down.")
    (proposal,) = proposals_of(session, [row])
    chosen = [one for one in proposal.fields if one.field in fields]
    moved = [one.field for one in chosen if one.moved and not _known(one, over)]
    if row.entry_id and moved:
        raise changed_meanwhile(moved)
    return {one.field: one.proposed for one in chosen}


def _known(one: Proposed, over: Values) -> bool:
    return one.field in over and bool(over[one.field] == one.current)


def _more(before: str, words: str, missing: str) -> str:
    if not words.strip():
        raise BadInput(f"{missing} Nothing was saved.")
    return f"{before}\n\n{words.strip()}" if before else words.strip()
