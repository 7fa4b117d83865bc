"""The telephone script of one check: whom to call, what to ask, and one key for each way it can end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.resources.model import Entry, Outcome
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.resources.stewardship.due import Due
from navigator.resources.stewardship.records import RecordView
from navigator.ui.clipboard import copy_number
from navigator.ui.directory.check_foot import CheckFoot
from navigator.ui.directory.check_form import CheckForm
from navigator.ui.directory.due_words import asks_all, face_of
from navigator.ui.directory.head import PaneHead
from navigator.ui.directory.pane import Pane
from navigator.ui.directory.question_line import QuestionLine
from navigator.ui.directory.script import Now, opening, questions
from navigator.ui.find.fact_line import FactLine
from navigator.ui.find.number_card import NumberCard, other_numbers
from navigator.ui.find.result_row import Telling
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

NO_NUMBER = "No number of this place is known. Look for one, and press 2 to write it down."
EDITED = "What you changed is saved. It counts as checked when you press 2 or 1."


class CheckPane(Pane):
    """`settled` by a check that was written down; `change_wanted` gives the entry that is to be edited."""

    change_wanted = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self._edited = False
        self.due: Due | None = None
        self._view: RecordView | None = None
        self.form, self.foot = CheckForm(theme, lambda: self._today), CheckFoot(theme)
        self.script: tuple[QuestionLine, ...] = ()
        self._stand((Rule(), self.form), (self.foot,))
        self.form.typed.connect(self._note)
        self.foot.chosen.connect(self._choose)

    def show_due(self, due: Due) -> bool:
        """Shows it; of the record that is shown already only the words change.

        False where what is typed about the one before cannot be kept: that one stays.
        """
        goes_on = self.due is not None and due.entry_id == self.due.entry_id
        if not goes_on and self.flush():
            return False
        view = self._desk.keeping.records.view(self._desk.actor, due.entry_id)
        if (due, view) == (self.due, self._view):
            return True
        self.due = due
        if not goes_on:
            self._begin(view.record.entry)
        self._tell(due, view, scrolls=not goes_on)
        return True

    def note_edited(self, entry_id: str) -> None:
        """The record was changed in the editor: the check itself is still to be written down."""
        if self.due is not None and self.due.entry_id == entry_id:
            self._edited = True
            self.foot.begin(edited=True)
            self._tell(self.due, self._desk.keeping.records.view(self._desk.actor, entry_id), scrolls=True)

    def press(self, key: str) -> bool:
        return self.due is not None and self.foot.press(key)

    def take_focus(self) -> None:
        self.reveal(self.form.whom)
        self.form.whom.setFocus()

    def set_narrow(self, narrow: bool) -> None:
        self.foot.set_narrow(narrow)

    def _begin(self, entry: Entry) -> None:
        self._edited = False
        usual = self._desk.keeping.checks.next_due_of(self._desk.actor, entry)
        self.form.begin(usual, self._begin_draft(DeskDraftKind.CHECK, entry.id, self.form.content))
        self.foot.begin(edited=False)

    def _tell(self, due: Due, view: RecordView, *, scrolls: bool) -> None:
        self._view = view
        entry = view.record.entry
        number = self._number(entry)
        told = [*self._head(due, entry), number, *self._others(entry), *self._script(due, view)]
        copy = (number.copy,) if isinstance(number, NumberCard) else ()
        self.put(told, (*copy, *self.form.stops, *self.foot.stops), scrolls=scrolls)

    def _head(self, due: Due, entry: Entry) -> list[QWidget]:
        icon, tone = face_of(due.why).icon, face_of(due.why).tone
        under = " · ".join(part for part in (self._telling().kind(entry), entry.area) if part)
        said = EDITED if self._edited else due.words[:1].upper() + due.words[1:]
        mark = (
            FactLine(self._theme, "pencil", said, "accent") if self._edited else FactLine(self._theme, icon, said, tone)
        )
        return [PaneHead(entry.name, under), mark]

    def _number(self, entry: Entry) -> QWidget:
        if entry.first_phone is None:
            return FactLine(self._theme, "circle-question-mark", NO_NUMBER, "unknown", carry=True)
        card = NumberCard(self._theme, entry.first_phone)
        card.copied.connect(copy_number)
        return card

    def _others(self, entry: Entry) -> list[QWidget]:
        return [FactLine(self._theme, "phone", words) for words in other_numbers(entry)]

    def _script(self, due: Due, view: RecordView) -> list[QWidget]:
        entry, now = view.record.entry, Now(self._desk.clock(), self._desk.city.zone)
        look_at = () if asks_all(due) else due.look_at
        asked = questions(entry, view.confirmed, look_at, self._telling().unit(entry), now)
        self.script = tuple(QuestionLine(self._theme, question) for question in asked)
        return [_say(opening(self._desk.actor.name)), *self.script]

    def _choose(self, outcome: Outcome) -> None:
        if self.due is None:
            return
        if outcome is Outcome.CHANGED and not self._edited:
            self.flush()
            self.change_wanted.emit(self.due.entry_id)
        elif not self.form.refuses(outcome):
            self._check(self.due, outcome)
        else:
            self.reveal(self.form)

    def _check(self, due: Due, outcome: Outcome) -> None:
        check = self.form.check(outcome)
        verify, actor = self._desk.keeping.checks.verify, self._desk.actor
        if check is not None:
            self._write(due.name, lambda: verify(actor, due.entry_id, check))

    def _let_go(self) -> None:
        super()._let_go()
        self.due = self._view = None

    def _lock(self, *, locked: bool) -> None:
        self.form.set_locked(locked)
        self.foot.set_locked(locked)

    def _troubled(self, sentence: str) -> None:
        self.foot.say(sentence)

    def _telling(self) -> Telling:
        return Telling(self._desk.clock(), self._desk.city.zone, self._desk.categories)


def _say(words: str) -> QWidget:
    well = Panel("well")
    well.setAccessibleName(f"Say: {words}")
    column = QVBoxLayout(well)
    column.setContentsMargins(14, 10, 14, 12)
    column.setSpacing(2)
    column.addWidget(Text("Say", tone="text2", weight=600))
    column.addWidget(Text(f"“{words}”", px=sizes.BODY, wrap=True))
    return well
