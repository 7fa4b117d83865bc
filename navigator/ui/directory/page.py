"""The page "Directory": what keeps the list of help true, in tabs, and the editor of one record in their place."""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from navigator.resources.model import Entry
from navigator.ui.directory.beds_tab import BedsTab
from navigator.ui.directory.desk_tab import DeskTab
from navigator.ui.directory.due_tab import DueTab
from navigator.ui.directory.duplicates_tab import DuplicatesTab
from navigator.ui.directory.editor.screen import RecordEditor
from navigator.ui.directory.imports.ask import AskFiles, AskTarget, ask_files, ask_target
from navigator.ui.directory.imports.tab import ImportsTab
from navigator.ui.directory.proposals_tab import ProposalsTab
from navigator.ui.directory.tabs import HEIGHT, DeskTabs, Tab
from navigator.ui.directory.words_tab import WordsTab
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.worker import Worker

DUE, PROPOSALS, IMPORTS, DUPLICATES, BEDS, WORDS = "due", "proposals", "imports", "duplicates", "beds", "words"
TABS = (
    Tab(DUE, "Due today"),
    Tab(PROPOSALS, "Proposals"),
    Tab(IMPORTS, "Imports"),
    Tab(DUPLICATES, "Duplicates"),
    Tab(BEDS, "Beds"),
    Tab(WORDS, "Words"),
)


type Face = DeskTab | ImportsTab


class DirectoryPage(Panel):
    """`changed` gives the entries that changed; `rebuilt`: much did, read the directory anew; `counted`: due today.

    `spoke` gives the vocabulary when search is to understand other words.
    What is asked for while the page is hidden is read once it is shown.
    """

    changed = Signal(object)
    rebuilt = Signal()
    counted = Signal(int)
    spoke = Signal(object)

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        worker: Worker,
        *,
        ask: AskFiles = ask_files,
        ask_where: AskTarget = ask_target,
    ) -> None:
        super().__init__("surface")
        self._from_check = ""
        self._desk, self._theme, self._worker = desk, theme, worker
        self.tabs = DeskTabs(theme, TABS)
        self.new = Button(theme, "New service", icon="plus")
        self.due = DueTab(desk, theme, worker)
        self.proposals = ProposalsTab(desk, theme, worker)
        self.imports = ImportsTab(desk, theme, worker, ask=ask, ask_where=ask_where)
        self.duplicates = DuplicatesTab(desk, theme, worker)
        self.beds = BedsTab(desk, theme, worker)
        self.words = WordsTab(desk, theme, worker)
        self._faces: dict[str, Face] = {
            DUE: self.due,
            PROPOSALS: self.proposals,
            IMPORTS: self.imports,
            DUPLICATES: self.duplicates,
            BEDS: self.beds,
            WORDS: self.words,
        }
        self._lay_out()
        self._connect()

    @property
    def shown(self) -> QWidget:
        """The tab in front, or the editor."""
        return self._faces[self.tabs.current] if self._at_desk else self.editor

    @cached_property
    def editor(self) -> RecordEditor:
        """Made when it is first wanted: it is as large as all tabs together, and many open none of it."""
        editor = RecordEditor(self._desk, self._theme, self._worker)
        editor.left.connect(self._leave_editor)
        editor.saved.connect(self._note_saved)
        editor.check_wanted.connect(self.check_entry)
        self._stack.addWidget(editor)
        return editor

    def open_record(self, entry_id: str) -> None:
        """Shows the editor with this entry."""
        self._from_check = ""
        self.editor.show_record(entry_id)
        self._show_editor()

    def check_entry(self, entry_id: str) -> None:
        """Shows the telephone script for this entry, due or not."""
        self.open_tab(DUE)
        self.due.check_entry(entry_id)

    def open_tab(self, key: str) -> None:
        """Brings a tab to the front; the focus goes where it begins."""
        self.tabs.show_current(key)
        self._tab_stack.setCurrentWidget(self._faces[key])
        self._stack.setCurrentWidget(self._desk_face)
        if self.isVisible():
            self._faces[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Reads every tab anew, behind the work of the page in front."""
        for face in self._faces.values():
            face.refresh()

    def cover(self) -> None:
        """The station locks: what is typed is kept."""
        for face in self._faces.values():
            face.cover()
        if not self._at_desk:
            self.editor.cover()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        narrow = self.window().width() < sizes.RAIL_BELOW
        for face in self._faces.values():
            face.set_narrow(narrow)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The focus goes on to where it was in what is in front, else to where that begins."""
        super().focusInEvent(event)
        inner = self.shown.focusWidget()
        if inner is not None and inner.isVisible():
            inner.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._desk_face = QWidget()
        self._tab_stack = QStackedLayout()
        column = QVBoxLayout(self._desk_face)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(Rule())
        column.addLayout(self._tab_stack, 1)
        for face in self._faces.values():
            self._tab_stack.addWidget(face)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._desk_face)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 16, 0)
        head.addStrut(HEIGHT)
        head.addWidget(self.tabs, alignment=Qt.AlignmentFlag.AlignTop)
        head.addStretch(1)
        head.addWidget(self.new)
        return head

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._choose_tab)
        self.new.clicked.connect(self._new_service)
        for key, face in self._faces.items():
            face.changed.connect(partial(self._heed, face))
            face.counted.connect(partial(self.tabs.show_count, key))
            face.record_wanted.connect(self.open_record)
        self.due.record_wanted.disconnect(self.open_record)
        self.due.record_wanted.connect(self._edit_from_check)
        self.due.counted.connect(self.counted)
        self.imports.rebuilt.connect(self._read_anew)
        self.words.spoke.connect(self.spoke)
        for place, tab in enumerate(TABS, start=1):
            QShortcut(QKeySequence(f"Ctrl+{place}"), self, self._opener(tab.key))

    @property
    def _at_desk(self) -> bool:
        return self._stack.currentWidget() is self._desk_face

    def _opener(self, key: str) -> Callable[[], None]:
        return lambda: self.open_tab(key) if self._at_desk else None

    def _choose_tab(self, key: str) -> None:
        """By the mouse or arrow keys: the focus stays on the tabs."""
        self.tabs.show_current(key)
        self._tab_stack.setCurrentWidget(self._faces[key])

    def _new_service(self) -> None:
        self._from_check = ""
        self.editor.show_new()
        self._show_editor()

    def _edit_from_check(self, entry_id: str) -> None:
        """The editor leads back to the check, which knows what was edited."""
        self.open_record(entry_id)
        self._from_check = entry_id

    def _show_editor(self) -> None:
        self._stack.setCurrentWidget(self.editor)
        if self.isVisible():
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_editor(self) -> None:
        self.open_tab(self.tabs.current)
        self.refresh()

    def _note_saved(self, entries: tuple[Entry, ...]) -> None:
        self.changed.emit(entries)
        if self._from_check and any(entry.id == self._from_check for entry in entries):
            self.due.note_edited(self._from_check)
        self.refresh()

    def _read_anew(self) -> None:
        """An import, its undoing or a parcel: whatever is listed may be another now."""
        self.refresh()
        self.rebuilt.emit()

    def _heed(self, face: Face, entries: object) -> None:
        """What changed in one tab is read anew in the others."""
        for other in self._faces.values():
            if other is not face:
                other.refresh()
        self.changed.emit(entries)
