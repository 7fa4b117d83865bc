"""The writes of the call screen: each is one call of a service, on the worker."""

from PySide6.QtCore import QObject, Signal

from navigator.errors import UserError
from navigator.referrals.bases import Basis
from navigator.referrals.calls import Call
from navigator.referrals.casework import Casework
from navigator.referrals.handoff import Handoff, SavedHandoff
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import snapshot_of
from navigator.referrals.steps import Step
from navigator.ui.ports import Desk
from navigator.ui.referrals.situation import Situation
from navigator.ui.referrals.writing import Writing
from navigator.ui.worker import Worker


class CallActs(QObject):
    """`moved` gives the referral as it is now, `begun` a new draft, `handed` a saved handoff, `refused` a sentence.

    `unsettled` gives the sentence why the other places stay open, `unhanded` why the handoff is as it was. `writing`
    tells when something is being written.
    """

    moved = Signal(object)
    begun = Signal(object)
    settled = Signal()
    unsettled = Signal(str)
    handed = Signal(object)
    unhanded = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk, casework: Casework, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._casework = desk, casework
        self.writing = Writing(worker, self)

    @property
    def busy(self) -> bool:
        return self.writing.busy

    def log(self, situation: Situation, call: Call, then: Step | None, basis: Basis | None) -> None:
        """Logs the call and what came of it in one step."""
        actor, referral = self._desk.actor, situation.referral

        def work() -> Referral:
            return self._casework.referrals.log_call(actor, referral.id, call, referral.seen, then, basis)

        self.writing.run(work, self.moved.emit, self._refuse)

    def move(self, situation: Situation, step: Step) -> None:
        actor, referral = self._desk.actor, situation.referral

        def work() -> Referral:
            return self._casework.referrals.move(actor, referral.id, step, referral.seen)

        self.writing.run(work, self.moved.emit, self._refuse)

    def discard(self, situation: Situation) -> None:
        actor, referral = self._desk.actor, situation.referral

        def work() -> Referral:
            return self._casework.referrals.discard(actor, referral.id, referral.seen)

        self.writing.run(work, self.moved.emit, self._refuse)

    def fetch_back(self, situation: Situation) -> None:
        actor, referral = self._desk.actor, situation.referral

        def work() -> Referral:
            return self._casework.referrals.fetch_back(actor, referral.id)

        self.writing.run(work, self.moved.emit, self._refuse)

    def start_again(self, situation: Situation) -> None:
        """A new draft in place of an ended referral, for the place as the directory knows it now (R-01)."""
        actor, referral, entry = self._desk.actor, situation.referral, situation.entry
        now, zone = self._desk.clock(), self._desk.city.zone

        def work() -> Referral:
            taken = snapshot_of(entry, now, zone) if entry is not None else situation.snapshot
            return self._casework.referrals.draft(actor, referral.visit_id, taken, referral.need, referral.id)

        self.writing.run(work, self.begun.emit, self._refuse)

    def settle(self, situation: Situation) -> None:
        """Closes what is shown as still open for the same need, and nothing that nobody saw (R-05)."""
        actor, referral = self._desk.actor, situation.referral
        seen = {one.id: one.seen for one in situation.siblings}

        def work() -> tuple[Referral, ...]:
            return self._casework.referrals.settle_siblings(actor, referral.id, seen)

        self.writing.run(work, lambda _closed: self.settled.emit(), lambda error: self.unsettled.emit(error.sentence))

    def save_handoff(self, situation: Situation, handoff: Handoff) -> bool:
        """Whether it was begun."""
        actor, referral, seen = self._desk.actor, situation.referral, situation.handoff.revision

        def work() -> SavedHandoff:
            return self._casework.handoffs.save(actor, referral.id, handoff, seen)

        return self.writing.run(work, self.handed.emit, lambda error: self.unhanded.emit(error.sentence))

    def _refuse(self, error: UserError) -> None:
        self.refused.emit(error.sentence)
