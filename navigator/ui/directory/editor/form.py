"""The form of one record: its parts under each other, all of it read and filled as text."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import chain

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from navigator.resources.fields import Record
from navigator.ui.directory.editor import sections
from navigator.ui.directory.editor.content import PART, Content, is_kept
from navigator.ui.directory.editor.inputs import Input
from navigator.ui.directory.editor.kinds import Kinds
from navigator.ui.directory.editor.section import Section
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Rule

_ZIP, _AREA = PART + "postal_code", "area"
_WIDEST = 720
ABOUT = "On the map: about, from the ZIP. Nothing finer is known."
KNOWN = "On the map: the place itself is known. A change of the address makes it “about”, from the ZIP."
NOWHERE = "On the map: not known."


class RecordForm(QWidget):
    """`changed` gives the input that a person changed. Made once, and filled again for each record."""

    changed = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, today: Callable[[], date]) -> None:
        super().__init__()
        self._zips = desk.city.zips
        self._filling = False
        self.setProperty("surface", "surface")
        self.setMaximumWidth(_WIDEST)
        self.phones, self.hours, self.place = (
            sections.PhonesSection(theme),
            sections.HoursSection(theme),
            sections.PlaceSection(theme),
        )
        self.sections: tuple[Section, ...] = (
            sections.names_section(theme, desk),
            self.phones,
            self.hours,
            self.place,
            sections.people_section(theme),
            sections.access_section(theme, desk),
            sections.status_section(theme, today),
            sections.alert_section(theme, today),
            sections.rest_section(theme),
        )
        self.inputs = {one.key: one for one in chain.from_iterable(part.inputs for part in self.sections)}
        self._lay_out()
        for one in self.inputs.values():
            one.listen(self._heard(one))

    @property
    def content(self) -> dict[str, str]:
        told = {key: one.words() for key, one in self.inputs.items()}
        return {key: text for key, text in told.items() if text}

    def show_record(self, record: Record, content: Content) -> None:
        """Fills in all inputs and tells nobody."""
        self.hours.rows.know(record.entry.hours)
        self.put(content)
        entry = record.entry
        for key, one in self.inputs.items():
            one.field.setVisible(is_kept(entry, key))
        self.place.secret.setVisible(entry.confidential)
        self.place.position.setVisible(not entry.confidential)
        self.place.position.setText(NOWHERE if entry.place is None else ABOUT if entry.approximate else KNOWN)

    def put(self, content: Content) -> None:
        self._filling = True
        for key, one in self.inputs.items():
            if one.words() != content.get(key, ""):
                one.put(content.get(key, ""))
        self.hours.rows.put(content.get("hours", ""))
        self._filling = False

    def mark(self, confirmed: Mapping[str, str], typed: Content) -> None:
        """Beside each label whether it was changed, or when it was last confirmed."""
        for key, one in self.inputs.items():
            one.field.mark.show_mark(confirmed.get(key, ""), changed=key in typed)

    def say(self, troubles: Mapping[str, str], typed: Content, *, everything: bool) -> None:
        """What cannot be, each under its input.

        Unless `everything` is to be said, nobody is told of a number that is half typed, or of what they have not
        come to yet; a sentence that stands there goes when it is mended.
        """
        for key, one in self.inputs.items():
            told = everything or bool(one.field.trouble) or (key in typed and not self.is_in(key))
            one.field.say(troubles.get(key, "") if told else "")

    def section_of(self, key: str) -> int:
        """The place of the part that an input stands in."""
        return next(place for place, part in enumerate(self.sections) if any(one.key == key for one in part.inputs))

    def is_in(self, key: str) -> bool:
        """Whether somebody is writing in that input."""
        focused, field = QApplication.focusWidget(), self.inputs[key].field
        return focused is not None and field.isAncestorOf(focused)

    def close_popups(self) -> None:
        for kinds in self.findChildren(Kinds):
            kinds.close_up()

    def _heard(self, one: Input) -> Callable[[], None]:
        def heard() -> None:
            if self._filling:
                return
            if one.key == _ZIP:
                self._follow_zip(one.words())
            self.changed.emit(one.key)

        return heard

    def _follow_zip(self, code: str) -> None:
        """The neighborhood goes with the ZIP, unless somebody wrote one of their own."""
        area = self.inputs[_AREA]
        found = self._zips.get(code.strip())
        known = {one.area for one in self._zips.values()}
        if found is not None and area.words().strip() in ("", *known):
            area.put(found.area)
            self.changed.emit(_AREA)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 24)
        column.setSpacing(20)
        for place, part in enumerate(self.sections):
            if place:
                column.addWidget(Rule())
            column.addWidget(part)
        column.addStretch(1)
