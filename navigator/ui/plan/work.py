"""The plan under the hands: what is written, its draft, its pages, and how it is saved without losing a word."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.draft import DraftKind
from navigator.referrals.plan import Carry, SavedPlan
from navigator.referrals.plan_sources import PlanSources
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.plan.draft_words import as_words, from_words
from navigator.ui.plan.live_pages import LivePages
from navigator.ui.plan.opening import Opened, is_saved, open_plan
from navigator.ui.plan.paper import paper_of
from navigator.ui.plan.places_now import Uncovered, changes, uncovered
from navigator.ui.plan.written import Written
from navigator.ui.ports import Desk
from navigator.ui.worker import Worker


class PlanWork(QObject):
    """`changed` when the words are others without anybody having typed them; `kept` when the plan was saved.

    `refused` gives the sentence why it could not be, `troubled` that of the draft, "" when it can be kept again.
    """

    changed = Signal()
    kept = Signal()
    refused = Signal(str)
    troubled = Signal(str)

    def __init__(self, desk: Desk, casework: Casework, worker: Worker, visit_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._casework, self._worker, self._visit_id = desk, casework, worker, visit_id
        self._keeper = DraftKeeper(casework.drafts, desk.actor, worker, DraftKind.PLAN, visit_id, self)
        self._keeper.troubled.connect(self.troubled)
        self.pages = LivePages(worker, self)
        self._mine: Written | None = None
        self._edits = 0
        self.opened: Opened
        self.written: Written
        draft = self._keeper.found()
        self._take_up(self._sources(), from_words(draft) if draft else None)

    @property
    def outdated(self) -> bool:
        """Whether the plan was saved elsewhere since this one was begun."""
        return self.opened.saved.revision != self.written.seen

    @property
    def unsaved(self) -> bool:
        """Whether there are words that only the draft holds."""
        return self._typed

    @property
    def has_mine(self) -> bool:
        """Whether what was typed was put aside to look at what another saved."""
        return self._mine is not None

    @property
    def uncovered(self) -> Uncovered | None:
        """The first step that may still tell where a place is that is confidential now."""
        return next(uncovered(self._desk, self.opened, self.written), None)

    @property
    def changes(self) -> str:
        """What the directory says by now of the places of the steps, in sentences, or ""."""
        return changes(self._desk, self.opened, self.written)

    def write(self, written: Written) -> None:
        """The steps and words on the screen now, by a person's hand."""
        now = self.written
        offered = now.offered | written.offered
        fresh = replace(written, seen=now.seen, offered=offered)
        self._put(fresh.answered(now.words.carry, now.words.carry_at))

    def answer(self, carry: Carry) -> None:
        """What they said on carrying paper, now."""
        at = None if carry is Carry.NOT_ASKED else self._desk.clock()
        self._put(self.written.answered(carry, at))

    def take_in(self) -> None:
        """Adds the steps of the referrals that the plan does not know yet."""
        news, self.opened = self.opened.news, replace(self.opened, news=(), sentence="")
        self.rewrite(self.written.taking_in(news))

    def rewrite(self, written: Written) -> None:
        """Other words by one press, in place of what stands on the screen."""
        self._put(replace(written, seen=self.written.seen))
        self.changed.emit()

    def refresh(self) -> None:
        """Looks for what changed: referrals go on and others save. What was typed stays."""
        before = self.written
        self._take_up(self._sources(self.opened.sources), self.written if self._typed else None)
        if before != self.written:
            self.changed.emit()

    def look_again(self) -> None:
        """Shows the plan as it was saved elsewhere; what was typed is put aside."""
        self._mine = self.written
        self._take_up(self.opened.sources, None)
        self.changed.emit()

    def put_mine_back(self) -> None:
        """What was put aside, now on top of what was saved elsewhere; what was typed since is put aside for it."""
        mine, self._mine = self._mine, self.written if self._typed else None
        if mine is not None:
            self._put(replace(mine, seen=self.opened.saved.revision))
            self.changed.emit()

    def save(self, then: Callable[[], None]) -> None:
        """Saves what is written where it is not saved as it stands, then goes on."""
        if is_saved(self.written, self.opened.saved) and not self.outdated:
            self._drop_draft()
            self.kept.emit()
            then()
            return
        written, edits, mark = self.written, self._edits, self._keeper.mark()
        plans, actor, visit_id = self._casework.plans, self._desk.actor, self._visit_id
        self._worker.run(
            self,
            lambda: plans.save(actor, visit_id, written.plan, written.seen),
            lambda saved: self._done(saved, mark, edits, then),
            self._refuse,
        )

    def keep(self) -> str:
        """Puts what was typed on the disk as a draft now; returns why it could not be, or ""."""
        return self._keeper.flush()

    def cover(self) -> None:
        """Nothing typed is lost when the station locks now."""
        self.keep()
        self.pages.rest()

    def _put(self, written: Written) -> None:
        if written == self.written:
            return
        self.written, self._typed = written, True
        self._edits += 1
        self._keeper.typed(as_words(written))
        self._show_pages()

    def _sources(self, known: PlanSources | None = None) -> PlanSources:
        return self._casework.plans.sources(self._desk.actor, self._visit_id, known)

    def _take_up(self, sources: PlanSources, typed: Written | None) -> None:
        """What is told by the records now, with what was typed on top; a draft of what is saved is none."""
        self.opened = open_plan(self._desk, sources, typed)
        self.written = self.opened.written
        self._typed = typed is not None
        if self.written is not typed:
            self._drop_draft()
        self._show_pages()

    def _drop_draft(self) -> None:
        """All that was typed stands in the saved plan."""
        if self._typed:
            self._typed = False
            self._keeper.drop()

    def _done(self, saved: SavedPlan, mark: int, edits: int, then: Callable[[], None]) -> None:
        """What was typed while it was saved stays a draft, begun from what is saved now."""
        self.opened, self._mine = replace(self.opened, saved=saved), None
        self.written = replace(self.written, seen=saved.revision)
        if not is_saved(self.written, saved):
            self._keeper.forget(mark)
            self._keeper.typed(as_words(self.written))
        elif self._edits == edits:
            self._typed = False
            self._keeper.forget(mark)
        else:
            self._drop_draft()
        self.kept.emit()
        then()

    def _refuse(self, error: UserError) -> None:
        """Perhaps somebody else saved meanwhile: then there is something to look at."""
        with suppress(UserError):  # the store is closed or broken: the sentence at hand says it
            sources = self._sources(self.opened.sources)
            self.opened = replace(self.opened, sources=sources, saved=sources.saved)
        self.refused.emit(error.sentence)

    def _show_pages(self) -> None:
        person, plan, now = self.opened.visit.person, self.written.plan, self._desk.clock()
        invented = any(step.referral_id in self.opened.invented for step in plan.steps)
        self.pages.show_soon(paper_of(self._desk, person, plan, now, any_invented=invented))
