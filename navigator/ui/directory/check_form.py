"""How one knows: by which way, with whom, and when to look again. The same for a check and for a proposal."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.model import Outcome
from navigator.resources.stewardship.checks import Check, Method
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.choice import Select
from navigator.ui.widgets.day_entry import DayEntry
from navigator.ui.widgets.field import Field, line
from navigator.ui.widgets.text import Text

HOW_YOU_KNOW = "Editing is not checking. Say how you know."
NOBODY = "Write with whom you spoke, or which page you read."
type _Way = tuple[Method | None, str]
_NOT_CHECKED: _Way = (None, "Not checked")
_WAYS: tuple[_Way, ...] = (
    (Method.PHONE, "By phone"),
    (Method.VISIT, "On a visit"),
    (Method.WEB, "On their web page"),
    (Method.EMAIL, "By e-mail"),
    (Method.LETTER, "By letter"),
)
_METHOD, _WHOM, _NEXT = "method", "with_whom", "next_due"


class CheckForm(QWidget):
    """`typed` at each change by a person. `optional`: it may also be that nothing was checked, and so it begins."""

    typed = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date], *, optional: bool = False) -> None:
        super().__init__()
        self._due: date | None = None
        self.method = Select(theme)
        self._ways = (_NOT_CHECKED, *_WAYS) if optional else _WAYS
        self.method.addItems([words for _way, words in self._ways])
        self.whom = line()
        self.next_due = DayEntry(theme, today, name="Next check due")
        self._fields = {
            _METHOD: Field(theme, "Checked how", self.method),
            _WHOM: Field(theme, "With whom", self.whom),
            _NEXT: Field(theme, "Next check due", self.next_due),
        }
        self._lay_out()
        self._connect()
        self._follow_method()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """In the order of Tab."""
        return (self.method, self.whom, self.next_due)

    @property
    def is_checked(self) -> bool:
        """Whether it says that something was checked."""
        return self._way is not None

    @property
    def trouble(self) -> str:
        """What is said under its fields."""
        return " ".join(field.trouble for field in self._fields.values() if field.trouble)

    def begin(self, due: date | None, content: Mapping[str, str]) -> None:
        """Another record: `due` is when its next check would be due by itself, `content` what was typed before."""
        self._due = due
        for field in self._fields.values():
            field.say("")
        first = content.get(_METHOD, "")
        self.method.setCurrentIndex(int(first) if first.isdecimal() else 0)
        self.whom.setText(content.get(_WHOM, ""))
        self.next_due.put(None if _NEXT in content else due, content.get(_NEXT, ""))
        self.set_locked(False)

    def refuses(self, outcome: Outcome) -> bool:
        """Whether something is missing for this outcome; it says so, and goes there."""
        missing = NOBODY if outcome is not Outcome.NOT_REACHED and not self.whom.text().strip() else ""
        self._fields[_WHOM].say(missing)
        self._fields[_NEXT].say(self.next_due.trouble)
        wrong = self.whom if missing else self.next_due if self.next_due.trouble else None
        if wrong is not None:
            wrong.setFocus()
        return wrong is not None

    def check(self, outcome: Outcome, **further: Any) -> Check | None:
        """What is to be written down; None: nothing was checked. Nobody reached: it is asked again soon by itself."""
        way = self._way
        if way is None:
            return None
        own = outcome is not Outcome.NOT_REACHED or self.next_due.day != self._due
        due = self.next_due.day if own else None
        return Check(way, self.whom.text().strip(), outcome, due, **further)

    def content(self) -> Mapping[str, str]:
        """What a person typed, for the draft; {} where nothing differs from how the form begins."""
        whom, words = self.whom.text(), self.next_due.text()
        kept = {_METHOD: str(self.method.currentIndex()) if self.method.currentIndex() else "", _WHOM: whom}
        kept[_NEXT] = "" if self.next_due.day == self._due else words
        return {key: text for key, text in kept.items() if text}

    def set_locked(self, locked: bool) -> None:
        """Nothing can be typed while it is saved."""
        self.setEnabled(not locked)
        self._follow_method()

    @property
    def _way(self) -> Method | None:
        """Kept beside the words: Qt would give back plain text."""
        return self._ways[self.method.currentIndex()][0]

    def _lay_out(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self._fields[_METHOD], 1)
        beside.addWidget(self._fields[_WHOM], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(beside)
        column.addWidget(self._fields[_NEXT])
        column.addWidget(Text(HOW_YOU_KNOW, tone="text3", wrap=True))

    def _connect(self) -> None:
        self.method.activated.connect(self._choose_method)
        self.whom.textEdited.connect(self._type_whom)
        self.next_due.typed.connect(self._type_day)

    def _choose_method(self, _at: int) -> None:
        self._follow_method()
        self.typed.emit()

    def _type_whom(self, _words: str) -> None:
        self._fields[_WHOM].say("")
        self.typed.emit()

    def _type_day(self) -> None:
        self._fields[_NEXT].say("")
        self.typed.emit()

    def _follow_method(self) -> None:
        """Where nothing was checked there is nobody to name and no next day."""
        for entry in (self.whom, self.next_due):
            entry.setEnabled(self.is_checked)
