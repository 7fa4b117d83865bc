"""A form in the place of the outcomes: a few fields, Enter moves on, Esc goes back, nothing typed is lost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from navigator.clock import Clock
from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.referrals.forms.wrong import Wrong
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble, line
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.moment_entry import MomentEntry
from navigator.ui.widgets.segments import Segments
from navigator.ui.widgets.text import Text


@dataclass(frozen=True)
class Setting:
    """What every form is made with."""

    theme: Theme
    clock: Clock
    zone: tzinfo


@dataclass(frozen=True)
class _Kept:
    """How one field is read into a draft and put back from it."""

    read: Callable[[], str]
    write: Callable[[str], None]


class Form(QWidget):
    """`saved` asks to write it down, `left` to go back; `typed` at each change, for the draft.

    `key` names the form in a draft. `wrong` is what the form itself finds; everything else the service says.
    """

    key: ClassVar[str] = ""
    saved = Signal()
    left = Signal()
    typed = Signal()
    looked_again = Signal()

    def __init__(self, setting: Setting, icon: str, title: str, save: str, *, danger: bool = False) -> None:
        super().__init__()
        self.setting, self.theme = setting, setting.theme
        self.setAccessibleName(title)
        self._kept: dict[str, _Kept] = {}
        self._inputs: list[QWidget] = []
        self.fields: dict[str, Field] = {}
        self._places = 0
        self._went_on = False
        self._start: dict[str, str] = {}
        self._grid = QGridLayout()
        self._rows = QVBoxLayout()
        self._trouble = Trouble(self.theme)
        self.look = Button(self.theme, "Look again")
        self.save = PromptButton(
            self.theme, save, "danger" if danger else "primary", shortcut="Ctrl+S", height=sizes.MAIN_ACTION
        )
        self.back = Button(self.theme, "Back", "quiet", icon="arrow-left")
        self._lay_out(icon, title)
        self.save.clicked.connect(self.saved)
        self.back.clicked.connect(self.left)
        self.look.clicked.connect(self.looked_again)

    @property
    def trouble(self) -> str:
        """What is said, under the form or under one of its fields."""
        said = (field.trouble for field in self.fields.values())
        return self._trouble.sentence or next((sentence for sentence in said if sentence), "")

    def wrong(self) -> Wrong | None:
        """The first that is missing or cannot be read as it is typed."""
        return None

    def contents(self) -> dict[str, str]:
        """Every field by its name, as it is typed."""
        return {name: kept.read() for name, kept in self._kept.items()}

    def put(self, contents: Mapping[str, str]) -> None:
        for name, kept in self._kept.items():
            if name in contents:
                kept.write(contents[name])

    def settle(self) -> None:
        """Everything that is filled in from the start is filled in by now, and the last input stands."""
        self._start = self.contents()
        for before, after in pairwise((self.back, *self._inputs, *self.beside(), self.save, self.look)):
            QWidget.setTabOrder(before, after)

    def settle_field(self, name: str) -> None:
        """What stands in that field now was not typed."""
        self._start[name] = self._kept[name].read()

    def beside(self) -> list[QWidget]:
        """What Tab reaches after the fields, and Enter passes over."""
        return []

    @property
    def is_untouched(self) -> bool:
        return self.contents() == self._start

    def refuse(self, sentence: str, *, stale: bool = False) -> None:
        """Says why nothing was written; `stale` offers to look at what somebody else did meanwhile."""
        for field in self.fields.values():
            if field.trouble:
                field.say("")
        self._trouble.say(sentence)
        self.look.setVisible(stale)

    def correct(self, wrong: Wrong) -> QWidget:
        """Says it under its field and puts the focus there; returns what is to be seen."""
        field = self.fields.get(wrong.field)
        self.refuse("" if field else wrong.words)
        if field is None:
            return self._trouble
        field.say(wrong.words)
        field.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        return field

    def take_focus(self) -> None:
        """To the first field that is still empty."""
        empty = (entry for entry in self._inputs if not (isinstance(entry, QLineEdit) and entry.text()))
        target = next(empty, self.save)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc goes back; Enter on a choice that is made goes on."""
        focused, led_here = self.focusWidget(), self._went_on
        self._went_on = False
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif led_here:
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            self._move_on(focused)
        else:
            super().keyPressEvent(event)

    def add_line(self, name: str, label: str, *, hint: str = "", wide: bool = False, length: int = 200) -> QLineEdit:
        entry = line(length=length)
        self.keep_field(name, entry.text, entry.setText)
        entry.textEdited.connect(self.tell_typed)
        entry.returnPressed.connect(lambda: self._leave_line(entry))
        self._add(name, Field(self.theme, label, entry, hint=hint), wide=wide)
        return entry

    def add_choice(
        self, name: str, label: str, options: Sequence[tuple[object, str]], *, hint: str = "", wide: bool = True
    ) -> Segments:
        """One of a few; its value is kept in the draft as text."""
        entry = Segments(self.theme, options, name=label)
        by_text = {str(value): value for value, _ in options}
        self.keep_field(
            name,
            lambda: "" if entry.value is None else str(entry.value),
            lambda text: entry.choose(by_text.get(text)),
        )
        entry.chosen.connect(self.tell_typed)
        self._add(name, Field(self.theme, label, entry, hint=hint), wide=wide)
        return entry

    def add_moment(self, name: str, label: str, *, ahead: bool = False, hint: str = "") -> MomentEntry:
        entry = MomentEntry(self.theme, self.setting.clock, self.setting.zone, name=label, ahead=ahead)
        self.keep_field(name, lambda: entry.text, entry.put_text)
        entry.changed.connect(self.tell_typed)
        entry.line.returnPressed.connect(lambda: self._leave_line(entry))
        self._add(name, Field(self.theme, label, entry, hint=hint), wide=False)
        return entry

    def keep_field(self, name: str, read: Callable[[], str], write: Callable[[str], None]) -> None:
        """Takes a field into the draft."""
        self._kept[name] = _Kept(read, write)

    def add_row(self, row: QWidget) -> None:
        """A row of its own under the fields."""
        self._rows.addWidget(row)

    def add_words(self, words: str) -> None:
        """A sentence across the form."""
        self._grid.addWidget(Text(words, tone="text2", wrap=True), self._row(wide=True), 0, 1, 2)
        self._places += 2

    def now(self) -> datetime:
        return self.setting.clock()

    def _add(self, name: str, field: Field, *, wide: bool) -> None:
        self.fields[name] = field
        row = self._row(wide=wide)
        self._grid.addWidget(
            field, row, 0 if wide else self._places % 2, 1, 2 if wide else 1, Qt.AlignmentFlag.AlignTop
        )
        self._places += 2 if wide else 1
        self._inputs.append(field.entry)

    def _row(self, *, wide: bool) -> int:
        if wide and self._places % 2:
            self._places += 1
        return self._places // 2

    def _leave_line(self, entry: QWidget) -> None:
        """Qt gives the same Enter to the form as well: it does not also leave the choice that it led to."""
        before = self.focusWidget()
        self._move_on(entry)
        self._went_on = self.isEnabled() and self.focusWidget() is not before

    def _move_on(self, entry: QWidget) -> None:
        """Enter goes to the next input, and from the last one saves."""
        place = next((at for at, one in enumerate(self._inputs) if one is entry or one.isAncestorOf(entry)), 0)
        after = [one for one in self._inputs[place + 1 :] if one.isVisibleTo(self)]
        if after:
            after[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.saved.emit()

    def tell_typed(self, *_changed: object) -> None:
        """Somebody changed something: what was said of it before no longer holds."""
        self.refuse("")
        self.typed.emit()

    def _lay_out(self, icon: str, title: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Icon(self.theme, icon, "text2", 20))
        head.addWidget(Text(title, px=sizes.NAME, weight=600), 1)
        head.addWidget(self.back)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.save)
        foot.addWidget(self.look)
        foot.addStretch(1)
        self.look.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(self._grid)
        self._rows.setContentsMargins(0, 4, 0, 0)
        column.addLayout(self._rows)
        column.addWidget(self._trouble)
        column.addSpacing(4)
        column.addLayout(foot)
