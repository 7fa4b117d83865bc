"""The inputs of a report: for each kind of it what stands there now, and the lines for what is so."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from navigator.resources.field_words import words_of
from navigator.resources.fields import Record, values_of
from navigator.resources.hours_text import Understood, read_hours_text
from navigator.resources.model import Entry, Status
from navigator.ui.directory.propose_values import FIELDS, Closed, Typed, What, whats
from navigator.ui.find.number_card import dialled
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.choice import Select
from navigator.ui.widgets.day_entry import DayEntry
from navigator.ui.widgets.field import Field, line
from navigator.ui.widgets.segments import Segments
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text
from navigator.ui.widgets.week_strip import WeekStrip

_LABELS = {
    "place": "Which number is wrong",
    "phone": "The right number",
    "hours": "The right hours",
    "closed": "How long",
    "until": "Open again on, if you know",
    "who": "Who they take now",
    "address": "Street and number now",
    "zip": "ZIP",
}
_SHOWN: Mapping[What, tuple[str, ...]] = {
    What.PHONE: ("place", "phone"),
    What.HOURS: ("hours",),
    What.CLOSED: ("closed", "until"),
    What.WHO: ("who",),
    What.ADDRESS: ("address", "zip"),
    What.OTHER: (),
}
"""The inputs of each kind; what is wrong is said under the last."""
_UNDERSTOOD = {
    Understood.PARTLY: "Only partly understood. All of it is sent as you wrote it.",
    Understood.NOT: "Not understood as hours. It is sent as you wrote it.",
}
ANOTHER = "Another number, not listed"
NOT_KNOWN, OPEN = "Not known", "Open"


class ProposeInputs(QWidget):
    """`changed` by a person; `entered` when Enter was pressed in a line. Each kind keeps what was typed in it."""

    changed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self._what, self._whats = What.PHONE, tuple(What)
        self._closed_meant = False
        self.phone, self.hours, self.address, self.zip = line(length=40), line(), line(), line(length=5)
        self.place, self.who = Select(theme), area(lines=3)
        self.place.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.closed = Segments(theme, [(one, one.value) for one in Closed], name=_LABELS["closed"])
        self.until = DayEntry(theme, today, name=_LABELS["until"])
        self.strip, self.told = WeekStrip(theme), Text(tone="text2", wrap=True)
        self.now = Text(wrap=True)
        self._now = _well(self.now)
        self.fields = {name: Field(theme, label, self._entry(name)) for name, label in _LABELS.items()}
        self._lay_out()
        self._connect()

    @property
    def trouble(self) -> str:
        return " ".join(field.trouble for field in self.fields.values() if field.trouble)

    @property
    def first(self) -> QWidget | None:
        """Where the new value is written; words alone say what else is wrong."""
        names = [name for name in _SHOWN[self._what] if name != "place"]
        return self._entry(names[0]) if names else None

    def begin(self, entry: Entry) -> None:
        """Empty, for that place and its numbers."""
        self.clear()
        self._whats = whats(entry)
        self._show_numbers(entry)

    def clear(self) -> None:
        """It was sent."""
        self._closed_meant = False
        for edit in (self.phone, self.hours, self.address, self.zip, self.until):
            edit.clear()
        self.who.clear()
        self.closed.choose(Closed.FOR_GOOD)

    def show_entry(self, entry: Entry, what: What) -> None:
        """The inputs for that kind of report, beside what stands there now."""
        self._what = what
        values = values_of(Record(entry))
        told = [one for key in FIELDS[what] if key in values for one in words_of(key, values[key])]
        self.now.setText("\n".join(told) or NOT_KNOWN)
        if what is What.CLOSED and entry.status is Status.ACTIVE:
            self.now.setText(OPEN)
        self._now.setVisible(what is not What.OTHER and not (what is What.PHONE and entry.phones))
        self._show_fields(has_numbers=bool(entry.phones))

    def read(self, words: str) -> tuple[Typed, ...]:
        """The kind that is shown, and after it every other kind that something is typed in."""
        others = (self._typed(what, words) for what in self._whats if what is not self._what)
        return (self._typed(self._what, words), *(one for one in others if self._is_written(one)))

    def _typed(self, what: What, words: str) -> Typed:
        texts = {What.PHONE: self.phone.text(), What.HOURS: self.hours.text(), What.WHO: self.who.toPlainText()}
        texts |= {What.ADDRESS: self.address.text()}
        more = {What.CLOSED: self.until.text(), What.ADDRESS: self.zip.text()}.get(what, "")
        place, closed = max(0, self.place.currentIndex()), Closed(str(self.closed.value))
        return Typed(what, texts.get(what, ""), more, place, closed, words)

    def _is_written(self, typed: Typed) -> bool:
        """That it is closed is also said by choosing how long."""
        return typed.is_written or (typed.what is What.CLOSED and self._closed_meant)

    def put(self, typed: Typed) -> None:
        """What a draft says of one kind."""
        lines = {What.PHONE: self.phone, What.HOURS: self.hours, What.ADDRESS: self.address}
        if typed.what in lines:
            lines[typed.what].setText(typed.new)
        if typed.what is What.WHO:
            self.who.setPlainText(typed.new)
        if typed.what is What.ADDRESS:
            self.zip.setText(typed.more)
        if typed.what is What.PHONE:
            self.place.setCurrentIndex(min(typed.place, self.place.count() - 1))
        if typed.what is What.CLOSED:
            self.until.setText(typed.more)
            self.closed.choose(typed.closed)
            self._closed_meant = True
        self._show_week()
        self._show_until()

    def say(self, sentence: str) -> None:
        for field in self.fields.values():
            field.say("")
        shown = [name for name in _SHOWN[self._what] if not self.fields[name].isHidden()]
        if shown:
            self.fields[shown[-1]].say(sentence)

    def _entry(self, name: str) -> QWidget:
        found = getattr(self, name)
        assert isinstance(found, QWidget)  # noqa: S101 - the labels are those of inputs
        return found

    def _show_numbers(self, entry: Entry) -> None:
        self.place.clear()
        for phone in entry.phones:
            self.place.addItem(" · ".join(part for part in (dialled(phone), phone.words) if part))
        self.place.addItem(ANOTHER)

    def _show_fields(self, *, has_numbers: bool) -> None:
        for name, field in self.fields.items():
            field.setVisible(name in _SHOWN[self._what] and (name != "place" or has_numbers))
        self._show_until()
        self._show_week()

    def _show_until(self) -> None:
        for_a_time = self._what is What.CLOSED and self.closed.value is Closed.FOR_A_TIME
        self.fields["until"].setVisible(for_a_time)

    def _show_week(self) -> None:
        """The hours that are typed, and how much of them was understood."""
        typed = self.hours.text().strip() if self._what is What.HOURS else ""
        reading = read_hours_text(typed)
        self.strip.setVisible(any(one.spans for one in reading.hours))
        self.strip.show_hours(reading.hours)
        self.told.setText(_UNDERSTOOD.get(reading.understood, "") if typed else "")
        self.told.setVisible(bool(self.told.text()))

    def _hear(self) -> None:
        self._show_until()
        self._show_week()
        self.changed.emit()

    def _mean_closed(self) -> None:
        self._closed_meant = True
        self._hear()

    def _connect(self) -> None:
        for edit in (self.phone, self.hours, self.address, self.zip):
            edit.textEdited.connect(self._hear)
        for edit in (self.phone, self.hours, self.address, self.zip, self.until):
            edit.returnPressed.connect(self.entered)
        self.until.typed.connect(self._hear)
        self.who.textChanged.connect(self._hear)
        self.place.activated.connect(self._hear)
        self.closed.chosen.connect(self._mean_closed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._now)
        for field in self.fields.values():
            column.addWidget(field)
        column.addWidget(self.told)
        column.addWidget(self.strip)


def _well(now: Text) -> Panel:
    well = Panel("well")
    column = QVBoxLayout(well)
    column.setContentsMargins(14, 10, 14, 10)
    column.setSpacing(2)
    column.addWidget(Text("Listed now", tone="text2"))
    column.addWidget(now)
    return well
