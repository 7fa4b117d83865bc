"""What the toolbar and the line under it tell: whose plan, how far it got, what is under way, why nothing may leave."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from navigator.referrals.plan import Carry
from navigator.ui.clock_words import moment_words
from navigator.ui.isolated import isolated
from navigator.ui.outlets import NO_PRINTER
from navigator.ui.plan.carry_question import NOT_SAFE
from navigator.ui.plan.places_now import Uncovered
from navigator.ui.plan.standing import printed_words, standing_words
from navigator.ui.plan.strip import NOTHING, Said, Strip, Tone
from navigator.ui.plan.toolbar import Toolbar
from navigator.ui.plan.work import PlanWork
from navigator.ui.plan.written import Written
from navigator.ui.ports import Desk

STAYS = "This plan stays open: what you typed could not be kept."
_SAVED_ELSEWHERE = "{by} saved this plan ({at}) while you were writing. What you typed is kept."
_PUT_ASIDE = "{by} saved this plan ({at}). What you typed is put aside."
_UNCOVERED = "{name} is confidential now. Take its address out of this step."
_HIDDEN = "The step of {name} tells no address now."


class Telling(QObject):
    """`visit_wanted` when a person goes on from a plan that is done."""

    visit_wanted = Signal()

    def __init__(self, desk: Desk, work: PlanWork, toolbar: Toolbar, strip: Strip) -> None:
        super().__init__(toolbar)
        self._desk, self._work, self._toolbar, self._strip = desk, work, toolbar, strip
        self._busy = False
        self._not_kept = self._not_read = ""
        self._came: Said | None = None

    def rest(self) -> None:
        """Somebody writes on: what came of the last order has been read."""
        self._came = None
        self.look()

    def look(self) -> None:
        """Tells anew how far the plan got, and the most pressing of what there is to say."""
        self._standing()
        if not self._busy:
            self._toolbar.forbid(self._forbidden)
            self._strip.tell(next(self._sayings(), NOTHING))

    def begin(self, sentence: str) -> None:
        self._busy = True
        self._toolbar.work()
        self._strip.tell(Said(Tone.BUSY, sentence))

    def end(self, sentence: str) -> None:
        """It is told until somebody writes on, also where the station locks just now."""
        self._settle(Said(Tone.DONE, sentence, "Back to the visit", self.visit_wanted.emit))

    def fail(self, sentence: str) -> None:
        self._settle(Said(Tone.WARNING, sentence))

    def trouble(self, sentence: str) -> None:
        """The draft cannot be kept; "" when it can again."""
        if sentence != self._not_kept:
            self._not_kept = sentence
            self.look()

    def stay(self, sentence: str) -> None:
        """The plan was to be left, and cannot be: what was typed is nowhere else."""
        self.trouble(f"{STAYS} {sentence}")

    def unread(self, sentence: str) -> None:
        """What there is now cannot be read; "" when it was."""
        self._not_read = sentence
        self.look()

    @property
    def _forbidden(self) -> bool:
        return self._work.written.words.carry is Carry.NOT_SAFE

    def _sayings(self) -> Iterator[Said]:
        """Everything there is to say, the most pressing first."""
        if self._not_kept:
            yield Said(Tone.WARNING, self._not_kept)
        if self._work.outdated:
            yield Said(Tone.WARNING, self._by_whom(_SAVED_ELSEWHERE), "Look again", self._look_again)
        yield from self._uncovered()
        if self._came is not None:
            yield self._came
        if self._not_read:
            yield Said(Tone.WARNING, self._not_read)
        if self._work.has_mine:
            yield Said(Tone.NOTE, self._by_whom(_PUT_ASIDE), "Put mine back", self._put_mine_back)
        if self._forbidden:
            yield Said(Tone.WARNING, NOT_SAFE)
        if changes := self._work.changes:
            yield Said(Tone.WARNING, changes)
        if not self._toolbar.release.can_print:
            yield Said(Tone.NOTE, NO_PRINTER)

    def _uncovered(self) -> Iterator[Said]:
        """After what came of the last order, for it may say that paper has left."""
        found = self._work.uncovered
        if found is not None:
            came = f"{self._came.sentence} " if self._came else ""
            sentence = _UNCOVERED.format(name=isolated(found.name))
            yield Said(Tone.WARNING, came + sentence, "Take it out", lambda: self._hide(found))

    def _hide(self, found: Uncovered) -> None:
        before = self._work.written
        self._work.rewrite(before.changed(found.place, found.hidden))
        sentence = _HIDDEN.format(name=isolated(found.name))
        self._came = Said(Tone.DONE, sentence, "Undo", lambda: self._undo(before))
        self.look()

    def _undo(self, before: Written) -> None:
        self._work.rewrite(before)
        self.rest()

    def _look_again(self) -> None:
        self._work.look_again()
        self.rest()

    def _put_mine_back(self) -> None:
        self._work.put_mine_back()
        self.rest()

    def _standing(self) -> None:
        """Whose plan it is and how far it got."""
        now, zone, opened = self._desk.clock(), self._desk.city.zone, self._work.opened
        far = standing_words(opened.saved, now, zone, changed=self._work.unsaved)
        who = isolated(opened.visit.person.called)
        parts = (who, far, printed_words(opened.sources.papers, now, zone))
        self._toolbar.show_who(" · ".join(part for part in parts if part))

    def _settle(self, came: Said) -> None:
        self._busy, self._came = False, came
        self._toolbar.rest()
        self.look()

    def _by_whom(self, sentence: str) -> str:
        saved = self._work.opened.saved
        at = moment_words(saved.saved_at, self._desk.clock(), self._desk.city.zone) if saved.saved_at else ""
        return sentence.format(by=isolated(saved.saved_by) if saved.saved_by else "Somebody", at=at)
