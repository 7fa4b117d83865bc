"""The newest visits, and how far the plan of each got."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.draft import DraftKind
from navigator.referrals.plan import Plan, SavedPlan
from navigator.referrals.register import Registered
from navigator.referrals.visit import Visit
from navigator.ui.clock_words import moment_words
from navigator.ui.plan.standing import printed_words, standing_words
from navigator.ui.ports import Desk
from navigator.ui.records.record import Record, RecordGroup
from navigator.ui.records.record_list import RecordList
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

_NONE = "No visits yet."
_HOW = "A plan belongs to a visit. Start one under Visits, then come back here."


@dataclass(frozen=True)
class _Known:
    """What there is of the plans of the listed visits: saved, on paper (newest first), and being typed."""

    plans: Mapping[str, SavedPlan]
    papers: Sequence[Registered]
    typed: frozenset[str]


class PlanList(Panel):
    """`opened` gives the id of a visit."""

    opened = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, casework: Casework, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._desk, self._casework = desk, casework
        self.trouble = Trouble(theme)
        self.records = RecordList(theme, name="Visits and their plans")
        self.records.opened.connect(self._open)
        self._lay_out()
        self.setFocusProxy(self.records)

    def refresh(self) -> None:
        try:
            groups = tuple(self._groups())
        except UserError as error:
            self.trouble.say(error.sentence)
            return
        self.trouble.say("")
        self.records.show_groups(groups)
        self._stack.setCurrentWidget(self.records if groups else self.empty)

    def _groups(self) -> Iterator[RecordGroup]:
        visits = self._casework.visits.recent(self._desk.actor)
        known = self._known([visit.id for visit in visits])
        for title, open_now in (("Visits under way", True), ("Ended visits", False)):
            records = tuple(self._record(visit, known) for visit in visits if visit.is_open is open_now)
            if records:
                yield RecordGroup(title, records)

    def _known(self, visit_ids: Sequence[str]) -> _Known:
        actor = self._desk.actor
        papers = self._casework.register.of_visits(actor, visit_ids)
        return _Known(self._casework.plans.of_visits(actor, visit_ids), papers, self._typed())

    def _typed(self) -> frozenset[str]:
        """The visits whose plan the actor is writing."""
        if not may(self._desk.actor.role, Permission.WRITE_CASEWORK):
            return frozenset()
        drafts = self._casework.drafts.mine(self._desk.actor)
        return frozenset(draft.subject for draft in drafts if draft.kind is DraftKind.PLAN)

    def _record(self, visit: Visit, known: _Known) -> Record:
        now, zone = self._desk.clock(), self._desk.city.zone
        saved, typed = known.plans.get(visit.id, SavedPlan(visit.id, Plan())), visit.id in known.typed
        papers = [line for line in known.papers if line.paper.visit_id == visit.id]
        printed = printed_words(papers, now, zone)
        began = visit.facts.arrived_at or visit.made_at
        return Record(
            key=visit.id,
            title=visit.person.called,
            under=standing_words(saved, now, zone, changed=typed) if saved.revision or typed else "No plan yet",
            right=f"Visit {moment_words(began, now, zone)}",
            right_under=printed[:1].upper() + printed[1:],
            icon="file-check" if printed else "file-text",
        )

    def _open(self, visit_id: object) -> None:
        self.opened.emit(str(visit_id))

    def _lay_out(self) -> None:
        self.empty = QWidget()
        none = QVBoxLayout(self.empty)
        none.setContentsMargins(24, 24, 24, 24)
        none.setSpacing(6)
        none.addWidget(Text(_NONE, px=sizes.NAME, weight=600))
        none.addWidget(Text(_HOW, tone="text2", wrap=True))
        none.addStretch(1)
        room = QWidget()
        self._stack = QStackedLayout(room)
        self._stack.addWidget(self.records)
        self._stack.addWidget(self.empty)
        head = QVBoxLayout()
        head.setContentsMargins(24, 18, 24, 10)
        head.setSpacing(8)
        head.addWidget(Text("Plans", px=sizes.TITLE, weight=700))
        head.addWidget(self.trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(room, 1)
