"""The way of a plan onto paper: the pages of what was typed last, the plan saved, then those very bytes released."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from navigator.documents.pages import Pages
from navigator.documents.release import Outlet, OwnCopy
from navigator.referrals.plan import Carry
from navigator.ui.outlets import PrinterOutlet
from navigator.ui.paper.release import Release
from navigator.ui.paper.where import AskWhere
from navigator.ui.plan.carry_question import NOT_SAFE
from navigator.ui.plan.gate import Gate
from navigator.ui.plan.work import PlanWork
from navigator.ui.ports import Desk
from navigator.ui.worker import Worker

_NO_PAGES = "The pages cannot be made of these words. See what it says under the pages."


class Printing(QObject):
    """`began`, then `ended` or `failed`, each with its sentence; `released` when paper has left.

    Takes one order at a time.
    """

    began = Signal(str)
    ended = Signal(str)
    failed = Signal(str)
    released = Signal()

    def __init__(self, desk: Desk, worker: Worker, work: PlanWork, gate: Gate, ask: AskWhere, asking: QWidget) -> None:
        super().__init__(asking)
        self._work, self._gate, self._door, self._actor = work, gate, desk.door, desk.actor
        self._job = desk.wording.say("plan.name")
        self._ordered: Outlet | None = None
        self._release = Release(worker, self._let_out, ask, asking)
        self._release.began.connect(self.began)
        self._release.ended.connect(self._tell)
        self._release.failed.connect(self._fail)
        work.refused.connect(self._fail)

    def save_as_file(self) -> None:
        """The name is the paper's neutral one (D-11)."""
        if self._ordered is None and self._may_leave():
            self._order(self._release.file_for(self._job))

    def print(self, printer: str) -> None:
        self._order(PrinterOutlet(printer))

    def keep(self) -> None:
        """Saves the plan; nothing leaves."""
        if self._ordered is None:
            self.began.emit("Saving…")
            self._work.save(self._kept)

    def _order(self, outlet: Outlet | None) -> None:
        if outlet is None or self._ordered is not None or not self._may_leave():
            return
        self._ordered = outlet
        self.began.emit("Making the pages…")
        self._work.pages.when_current(self._send)

    def _may_leave(self) -> bool:
        """Only through the gate; else it is said why, and the focus goes where that is mended."""
        held = self._gate.held(self._work.written)
        if held is None:
            return True
        self._fail(held.sentence)
        held.lead()
        return False

    def _send(self, pages: Pages | None) -> None:
        outlet = self._ordered
        if pages is None or outlet is None:
            self._fail(_NO_PAGES)
        elif self._may_leave():
            self._work.save(lambda: self._release_saved(pages, outlet))

    def _release_saved(self, pages: Pages, outlet: Outlet) -> None:
        """Asks once more: they may have said no while the plan was saved."""
        if self._may_leave():
            self._release.send(pages, outlet)

    def _let_out(self, pages: Pages, outlet: Outlet) -> str:
        visit = self._work.opened.visit
        return self._door.disclose(self._actor, pages, OwnCopy(visit.person.id, visit.id), outlet)

    def _kept(self) -> None:
        safe = self._work.written.words.carry is not Carry.NOT_SAFE
        self._end("Saved." if safe else f"Saved. {NOT_SAFE}")

    def _tell(self, sentence: str) -> None:
        self._end(sentence)
        self.released.emit()

    def _end(self, sentence: str) -> None:
        self._ordered = None
        self.ended.emit(sentence)

    def _fail(self, sentence: str) -> None:
        self._ordered = None
        self.failed.emit(sentence)
