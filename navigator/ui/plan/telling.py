"""What the toolbar and the line under it tell: whose plan, how far it got, what is under way, why nothing may leave."""

from PySide6.QtCore import QObject, Signal

from navigator.referrals.casework import Casework
from navigator.referrals.plan import Carry
from navigator.referrals.register import Registered
from navigator.ui.clock_words import moment_words
from navigator.ui.outlets import NO_PRINTER
from navigator.ui.plan.carry_question import NOT_SAFE
from navigator.ui.plan.standing import printed_words, standing_words
from navigator.ui.plan.strip import Strip
from navigator.ui.plan.toolbar import Toolbar
from navigator.ui.plan.work import PlanWork
from navigator.ui.ports import Desk

_SAVED_ELSEWHERE = "{by} saved this plan ({at}) while you were writing. What you typed is kept."
_PUT_ASIDE = "{by} saved this plan ({at}). What you typed is put aside."


class Telling(QObject):
    """`visit_wanted` when a person goes on from a plan that is done."""

    visit_wanted = Signal()

    def __init__(self, desk: Desk, casework: Casework, work: PlanWork, toolbar: Toolbar, strip: Strip) -> None:
        super().__init__(toolbar)
        self._desk, self._casework, self._work = desk, casework, work
        self._toolbar, self._strip = toolbar, strip
        self._busy = self._troubled = False
        self._papers: tuple[Registered, ...] = ()

    def read(self) -> None:
        """Which papers have left, as of now."""
        self._papers = self._casework.register.of_visits(self._desk.actor, [self._work.opened.visit.id])

    def rest(self) -> None:
        """What there is to say while nothing is under way."""
        if self._busy:
            return
        forbidden = self._work.written.words.carry is Carry.NOT_SAFE
        self._toolbar.forbid(forbidden)
        if self._work.outdated:
            self._strip.warn(self._by_whom(_SAVED_ELSEWHERE), "Look again", self._work.look_again)
        elif self._work.has_mine:
            self._strip.note(self._by_whom(_PUT_ASIDE), "Put mine back", self._work.put_mine_back)
        elif forbidden:
            self._strip.warn(NOT_SAFE)
        elif not self._toolbar.release.can_print:
            self._strip.note(NO_PRINTER)
        else:
            self._strip.rest()

    def standing(self) -> None:
        """Whose plan it is and how far it got."""
        now, zone, opened = self._desk.clock(), self._desk.city.zone, self._work.opened
        far = standing_words(opened.saved, now, zone, changed=self._work.unsaved)
        who = f"\u2068{opened.visit.person.called}\u2069"
        parts = (who, far, printed_words(self._papers, now, zone))
        self._toolbar.show_who(" · ".join(part for part in parts if part))

    def begin(self, sentence: str) -> None:
        self._busy = True
        self._toolbar.work()
        self._strip.busy(sentence)

    def end(self, sentence: str) -> None:
        self._settle()
        self.read()
        self.standing()
        self._strip.done(sentence, "Back to the visit", self.visit_wanted.emit)

    def fail(self, sentence: str) -> None:
        self._settle()
        if not self._work.outdated:
            self._strip.warn(sentence)

    def trouble(self, sentence: str) -> None:
        """The draft cannot be kept; "" when it can again."""
        if sentence:
            self._strip.warn(sentence)
        elif not self._busy and self._troubled:
            self.rest()
        self._troubled = bool(sentence)

    def _settle(self) -> None:
        self._busy = False
        self._toolbar.rest()
        self.rest()

    def _by_whom(self, sentence: str) -> str:
        saved = self._work.opened.saved
        at = moment_words(saved.saved_at, self._desk.clock(), self._desk.city.zone) if saved.saved_at else ""
        return sentence.format(by=saved.saved_by or "Somebody", at=at)
