"""The right pane of the call screen: the warm meter with what adds to it, and the contacts under it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.clock import Clock
from navigator.referrals.handoff import Handoff
from navigator.referrals.handoff_groups import Agreement, Part
from navigator.referrals.warmth import Criterion
from navigator.ui.referrals.contact_words import ContactLine
from navigator.ui.referrals.loop_words import loop_words
from navigator.ui.referrals.marks import PartChoice, ReadBack
from navigator.ui.referrals.situation import Situation
from navigator.ui.referrals.timeline import Timeline
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.meter import WarmMeter
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Elided, Text

_IN_PLACE = (Criterion.PRESENT, Criterion.READ_BACK)


class SidePane(Panel):
    """`wanted` gives a Criterion that is added on the other side; `told` the handoff that is to be saved."""

    wanted = Signal(object)
    told = Signal(object)
    visit_wanted = Signal()

    def __init__(self, theme: Theme, clock: Clock, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._theme, self._clock = theme, clock
        self._situation: Situation | None = None
        self._editing: tuple[Criterion, PartChoice | ReadBack] | None = None
        self.meter = WarmMeter(theme, zone)
        self.timeline = Timeline(theme)
        self.loop = Text(tone="text2", wrap=True)
        self._none = Text("No contacts yet.", tone="text2")
        self._person = Elided(tone="text2")
        self.visit = Button(theme, "Open the visit", "ghost")
        self.visit.clicked.connect(self.visit_wanted)
        self.meter.wanted.connect(self._add)
        self._loop_line = self._tell_of_loop()
        self._lay_out()

    @property
    def editor(self) -> PartChoice | ReadBack | None:
        return self._editing[1] if self._editing else None

    def show_situation(self, situation: Situation, *, writes: bool) -> None:
        before = self._situation
        if before is not None and before.referral.id != situation.referral.id:
            self.close_editor()
        self._situation = situation
        self._person.setText(situation.visit.person.called)
        self.meter.show_meter(situation.meter, now=situation.now, offers=writes)
        words = loop_words(situation.referral.status, situation.follow_ups, situation.now, situation.zone)
        self.loop.setText(words)
        self._loop_line.setVisible(bool(words))

    def show_contacts(self, lines: Sequence[ContactLine]) -> None:
        self.timeline.show_lines(lines)
        self._none.setVisible(not lines)

    def refuse(self, sentence: str) -> None:
        if self._editing is not None:
            self._editing[1].refuse(sentence)

    def focus_missing(self) -> bool:
        """Puts the focus on what can be added here next; False when nothing can."""
        adds = (self.meter.rows[criterion].add for criterion in _IN_PLACE)
        missing = next((add for add in adds if add.isVisible()), None)
        if missing is not None:
            missing.setFocus(Qt.FocusReason.OtherFocusReason)
        return missing is not None

    def close_editor(self) -> None:
        if self._editing is not None:
            criterion, _ = self._editing
            self._editing = None
            self.meter.put_under(criterion, None)

    def _add(self, criterion: Criterion) -> None:
        if criterion not in _IN_PLACE:
            self.wanted.emit(criterion)
            return
        self.close_editor()
        editor = self._part_choice() if criterion is Criterion.PRESENT else self._read_back()
        editor.left.connect(self._leave)
        self._editing = (criterion, editor)
        self.meter.put_under(criterion, editor)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if self._editing is not None:
            criterion, _ = self._editing
            self.close_editor()
            self.meter.rows[criterion].add.setFocus()

    def _part_choice(self) -> PartChoice:
        choice = PartChoice(self._theme)
        choice.chosen.connect(self._tell_part)
        return choice

    def _read_back(self) -> ReadBack:
        yes = self._situation.referral.acceptance if self._situation else None
        editor = ReadBack(self._theme, yes.name if yes else "")
        editor.told.connect(self._tell_read_back)
        return editor

    def _tell_part(self, part: Part | None) -> None:
        if self._situation is None or part is None:
            return
        handoff: Handoff = self._situation.handoff.handoff
        before = handoff.person
        asked = before.agreed is not Agreement.NOT_ASKED
        agreed = Agreement.YES if part is Part.CONSENTED and not asked else before.agreed
        person = replace(before, part=part, part_at=self._clock(), agreed=agreed)
        self.told.emit(replace(handoff, person=person))

    def _tell_read_back(self, who: str) -> None:
        if self._situation is not None:
            handoff: Handoff = self._situation.handoff.handoff
            ipass = replace(handoff.ipass, read_back_by=who, read_back_at=self._clock())
            self.told.emit(replace(handoff, ipass=ipass))

    def _tell_of_loop(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 8, 0, 4)
        row.setSpacing(10)
        row.addWidget(Icon(self._theme, "history", "text2", 20), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.loop, 1)
        return box

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(0)
        column.addWidget(self.meter)
        column.addWidget(self._loop_line)
        column.addSpacing(10)
        column.addWidget(Rule())
        column.addSpacing(20)
        column.addWidget(Text("Contacts", px=sizes.NAME, weight=600))
        column.addSpacing(14)
        column.addWidget(self._none)
        column.addWidget(self.timeline)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName("Handoff and contacts")
        scroll.setProperty("ringRadius", 0)
        scroll.setWidget(inside)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(scroll, 1)
        room.addWidget(Rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 12, 8)
        foot.setSpacing(8)
        foot.addWidget(Icon(self._theme, "user-round", "text2", 18))
        foot.addWidget(self._person, 1)
        foot.addWidget(self.visit)
        room.addLayout(foot)
