"""How much room one place has now: whom to call, the last word, and a count that takes two keys."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from navigator.resources.model import Capacity, Entry
from navigator.resources.stewardship.beds import BedLine
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.ui.clipboard import copy_number
from navigator.ui.directory.acts import Acts
from navigator.ui.directory.head import PaneHead
from navigator.ui.directory.pane import Pane
from navigator.ui.directory.room_words import NO_WHOLE, NOT_KNOWN, read_room, save_words, told_words
from navigator.ui.find.fact_line import FactLine
from navigator.ui.find.number_card import NumberCard, other_numbers
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble, line
from navigator.ui.worker import Worker

KEYS = "0123456789?\b"
"""What may be pressed on the table: digits, "?" for not known, and Backspace."""
_FREE, _WHOLE, _ONLY, _SAID = "free", "whole", "only_for", "said_by"
_LONGEST = 4


class BedsPane(Pane):
    """`settled` by a count that was saved; `typed` gives the count that is typed and not saved, or ""."""

    typed = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self.line: BedLine | None = None
        self._entry: Entry | None = None
        self.free, self.whole = line(length=_LONGEST), line(length=_LONGEST)
        self.only_for, self.said_by = line(length=120), line(length=120)
        self.said_by.setPlaceholderText(desk.actor.name)
        self.save = Button(theme, "Save", "primary", height=sizes.MAIN_ACTION)
        self._acts, self._trouble = Acts((self.save,)), Trouble(theme)
        self._fields = {
            _FREE: Field(theme, "Free now", self.free, hint="0 is full, ? is not known"),
            _WHOLE: Field(theme, "In all", self.whole),
            _ONLY: Field(theme, "Only for", self.only_for),
            _SAID: Field(theme, "Who said so", self.said_by),
        }
        beside = _beside(self._fields[_FREE], self._fields[_WHOLE])
        self._stand((beside, self._fields[_ONLY], self._fields[_SAID]), (self._trouble, self._acts))
        self._connect()

    def show_line(self, line: BedLine) -> bool:
        """Shows it; what is shown already stays. False where what is typed about the one before cannot be kept."""
        entry = self._desk.directory.entry(self._desk.actor, line.entry_id)
        if (line, entry) == (self.line, self._entry):
            return True
        if self.flush():
            return False
        self.line, self._entry = line, entry
        self._fill(line, entry)
        return True

    def press(self, key: str) -> bool:
        """A digit goes on with what is typed, "?" puts "not known" there, Backspace takes the last one away."""
        if self.line is None or not self.free.isEnabled() or key not in KEYS:
            return False
        before = self.free.text().replace(NOT_KNOWN, "")
        words = {"\b": self.free.text()[:-1], NOT_KNOWN: NOT_KNOWN}.get(key, (before + key)[-_LONGEST:])
        self.free.setText(words)
        self._note()
        return True

    def take_away(self) -> None:
        """The count that is typed, and not on its way."""
        if self.line is not None and self.free.isEnabled():
            self.free.clear()
            self._note()

    @property
    def is_typed(self) -> bool:
        """Whether a count is typed that Enter would save."""
        return bool(self.free.text().strip())

    def save_it(self) -> None:
        """Saves the count, or says under its field why it is none."""
        bed, whole = self.line, self._whole_number()
        read = read_room(self.free.text(), whole)
        wrong = self.whole.text().strip() and whole is None
        self._fields[_WHOLE].say(NO_WHOLE if wrong else "")
        self._fields[_FREE].say(read.trouble)
        if bed is None or wrong or read.trouble:  # what is asked for again while it is on its way changes nothing
            (self.whole if wrong else self.free).setFocus()
            return
        said_by = self.said_by.text().strip() or self._desk.actor.name
        capacity = Capacity(bed.unit, read.available, whole, self.only_for.text().strip(), said_by, self._desk.clock())
        report, actor = self._desk.directory.report_capacity, self._desk.actor
        self._write(bed.name, lambda: (report(actor, bed.entry_id, capacity),))

    def take_focus(self) -> None:
        self.free.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        for entry in (self.free, self.whole, self.only_for, self.said_by):
            entry.textEdited.connect(self._note)
            entry.returnPressed.connect(self.save_it)
        self.save.clicked.connect(self.save_it)

    @property
    def trouble(self) -> str:
        """What is said, under a field or at the foot."""
        said = (self._trouble.sentence, *(field.trouble for field in self._fields.values()))
        return " ".join(part for part in said if part)

    def _fill(self, bed: BedLine, entry: Entry) -> None:
        self._take_draft(bed)
        tone: ColorRole = "closing" if bed.is_old else "text2"
        told = FactLine(self._theme, "bed-double", told_words(bed, self._desk.clock()), tone, carry=bed.is_old)
        numbers = self._numbers(entry)
        head = PaneHead(bed.name, bed.organization if bed.organization != bed.name else "")
        copy = tuple(card.copy for card in numbers if isinstance(card, NumberCard))
        self.put([head, told, *numbers], (*copy, self.free, self.whole, self.only_for, self.said_by, self.save))
        self._name_save()

    def _numbers(self, entry: Entry) -> list[QWidget]:
        if entry.first_phone is None:
            return [FactLine(self._theme, "circle-question-mark", "No number of this place is known.", "unknown")]
        card = NumberCard(self._theme, entry.first_phone)
        card.copied.connect(copy_number)
        return [card, *(FactLine(self._theme, "phone", words) for words in other_numbers(entry))]

    def _let_go(self) -> None:
        super()._let_go()
        self.line = self._entry = None
        self.free.clear()
        self.typed.emit("")

    def _lock(self, *, locked: bool) -> None:
        for widget in (self.free, self.whole, self.only_for, self.said_by, self.save):
            widget.setEnabled(not locked)

    def _note(self) -> None:
        for field in self._fields.values():
            field.say("")
        self._name_save()
        self.typed.emit(self.free.text().strip())
        super()._note()

    def _troubled(self, sentence: str) -> None:
        self._trouble.say(sentence)

    def _name_save(self) -> None:
        if self.line is not None:
            self.save.setText(save_words(self.line.unit, self.free.text(), self._whole_number()))
            self._acts.arrange()

    def _whole_number(self) -> int | None:
        words = self.whole.text().strip()
        return int(words) if words.isdecimal() else None

    def _take_draft(self, bed: BedLine) -> None:
        found = self._begin_draft(DeskDraftKind.BEDS, subject_of(bed), self._content)
        for field in self._fields.values():
            field.say("")
        self.free.setText(found.get(_FREE, ""))
        self.whole.setText(found.get(_WHOLE, str(bed.maximum or "")))
        self.only_for.setText(found.get(_ONLY, bed.restriction))
        self.said_by.setText(found.get(_SAID, ""))

    def _content(self) -> Mapping[str, str]:
        """What differs from how the form begins."""
        bed = self.line
        usual = {_WHOLE: str(bed.maximum or ""), _ONLY: bed.restriction} if bed is not None else {}
        inputs = {_FREE: self.free, _WHOLE: self.whole, _ONLY: self.only_for, _SAID: self.said_by}
        return {key: entry.text() for key, entry in inputs.items() if entry.text() != usual.get(key, "")}


def key_of(bed: BedLine) -> tuple[str, str, str]:
    """One entry may count several things."""
    return bed.entry_id, bed.unit, bed.restriction


def subject_of(bed: BedLine) -> str:
    return "/".join(key_of(bed))


def _beside(*fields: Field) -> QWidget:
    beside = QWidget()
    row = QHBoxLayout(beside)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for field in fields:
        row.addWidget(field, 1, alignment=Qt.AlignmentFlag.AlignTop)
    return beside
