"""The screen of one person: what was done for them, what they agreed to, what they are called."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.merges import Merge
from navigator.ui.consent.screen import consent_screen
from navigator.ui.decide.screens import person_screen, police_screen
from navigator.ui.people.joining import Joining
from navigator.ui.people.person_side import PersonSide
from navigator.ui.people.person_tabs import PersonTabs, Tab
from navigator.ui.people.reading import Life, read_life
from navigator.ui.people.who_words import born_words
from navigator.ui.ports import Desk
from navigator.ui.sheets.reading import Reading
from navigator.ui.sheets.sheet import Sheet
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.heading import Heading
from navigator.ui.visits.screen import Screen
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Rule
from navigator.ui.worker import Worker


class PersonScreen(Screen):
    """`left` goes back, `changed` when it is another person now or called otherwise; `visit_chosen` and
    `referral_chosen` give an id."""

    left = Signal()
    changed = Signal()
    visit_chosen = Signal(str)
    referral_chosen = Signal(str)

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker, person_id: str) -> None:
        super().__init__()
        self._desk, self._casework, self._theme, self._worker = desk, casework, theme, worker
        self._person_id, self._merge_id = person_id, ""
        self.life: Life | None = None
        self.sheet: Sheet | None = None
        self.heading, self.trouble = Heading(theme, back="Back"), Trouble(theme)
        self.tabs = PersonTabs(desk, casework, theme, worker)
        self.side = PersonSide(desk, casework, theme, worker)
        self.joining = Joining(desk, casework, theme, worker)
        self._main, self._stack = QWidget(), QStackedWidget()
        self._reading = Reading[Life](worker, self)
        self._lay_out()
        self._connect()

    @property
    def is_joining(self) -> bool:
        return self._stack.currentWidget() is self.joining

    def refresh(self) -> None:
        """Reads everything again; the answer is shown when it comes."""
        self._reading.ask(lambda: read_life(self._casework, self._desk.actor, self._person_id))

    def say(self, sentence: str) -> None:
        self.trouble.say(sentence)

    def put_down(self) -> str:
        """The sentence stands where the words are that could not be kept."""
        kept = (self.side.names.kept.flush(), self.joining.flush(), self.sheet.flush() if self.sheet else "")
        sentence = next((one for one in kept if one), "")
        self.say(sentence)
        return sentence

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
        else:
            super().keyPressEvent(event)

    def _step_back(self) -> None:
        """By Esc and by the button alike: one step, from the timeline to where one came from."""
        if self.is_joining:
            self.joining.step_back()
        elif self.sheet is not None:
            self._leave_sheet()
        elif self.tabs.timeline.foot.is_asking:
            self.tabs.timeline.foot.stop_asking()
        else:
            self.left.emit()

    def _focus_next(self) -> None:
        match self._stack.currentWidget():
            case self.joining:
                self.joining.take_focus()
            case Sheet() as sheet:
                sheet.take_focus()
            case _:
                self.tabs.take_focus()

    def _show(self, life: Life) -> None:
        self.life, self._person_id = life, life.person.id
        self.say("")
        self.heading.title.setText(life.person.called)
        self.heading.say_under(born_words(life.person))
        self.side.show_life(life)
        self.tabs.show_life(life)
        if self._merge_id:
            self.tabs.timeline.choose_merge(self._merge_id)
            self._merge_id = ""

    def _begin_joining(self) -> None:
        if self.life is not None:
            self.joining.begin(self.life.person)
            self._turn_to(self.joining)

    def _take_merge(self, merge: Merge) -> None:
        """The timeline goes on from there, on the line where the two can be taken apart again."""
        self._person_id, self._merge_id = merge.kept_id, merge.id
        self.tabs.choose(Tab.TIMELINE)
        self._turn_to(self._main)
        self._tell_change()

    def _tell_change(self) -> None:
        self.changed.emit()
        self.refresh()

    def _turn_to(self, widget: QWidget) -> None:
        self._stack.setCurrentWidget(widget)
        self.take_focus()

    def _open_sheet(self, make: Callable[[Desk, Casework, Theme, Worker, str], Sheet]) -> None:
        """A form in the place of the tabs, which wait as they are."""
        try:
            sheet = make(self._desk, self._casework, self._theme, self._worker, self._person_id)
        except UserError as error:
            self.say(error.sentence)
            return
        self.sheet = sheet
        sheet.left.connect(self._leave_sheet)
        sheet.saved.connect(lambda _saved: self._leave_sheet())
        self._stack.addWidget(sheet)
        self._turn_to(sheet)

    def _leave_sheet(self) -> None:
        """Unless what is typed cannot be kept: the form says why."""
        sheet = self.sheet
        if sheet is None or sheet.flush():
            return
        self.sheet = None
        self._turn_to(self._main)
        self._stack.removeWidget(sheet)
        sheet.deleteLater()
        self.refresh()

    def _connect(self) -> None:
        self.heading.left.connect(self._step_back)
        self.tabs.consent_wanted.connect(lambda: self._open_sheet(consent_screen))
        self.tabs.police_asked.connect(lambda: self._open_sheet(police_screen))
        self.tabs.person_asked.connect(lambda: self._open_sheet(person_screen))
        self.tabs.timeline.visit_chosen.connect(self.visit_chosen)
        self.tabs.timeline.referral_chosen.connect(self.referral_chosen)
        self.tabs.timeline.parted.connect(self._tell_change)
        self.side.joining_wanted.connect(self._begin_joining)
        self.side.names.changed.connect(self._tell_change)
        self.side.names.kept.troubled.connect(self.say)
        self.joining.joined.connect(self._take_merge)
        self.joining.left.connect(lambda: self._turn_to(self._main))
        self.joining.finding.kept.troubled.connect(self.say)
        self._reading.came.connect(self._show)
        self._reading.failed.connect(self.say)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tabs, 1)
        row.addWidget(Rule("down"))
        row.addWidget(self.side)
        self._stack.addWidget(self._main)
        self._stack.addWidget(self.joining)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        self.trouble.setContentsMargins(24, 10, 24, 10)
        column.addWidget(self.trouble)
        column.addWidget(self._stack, 1)
