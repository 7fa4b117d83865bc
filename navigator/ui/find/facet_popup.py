"""A small window of filters in groups, each with how many places it would find for the words typed (S-12)."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.resources.search.facets import Count
from navigator.ui.find.age_line import AgeLine
from navigator.ui.find.counted_check import CountedCheck
from navigator.ui.find.facet_groups import FacetGroup
from navigator.ui.find.filter_keys import KNOWN
from navigator.ui.find.popup import Popup
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.choice import Check
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text

COUNTS = "The number is how many fit. “Ask” is how many do not say: call and ask."
LEAVE_OUT = "Leave out those where it is not known"
_MOST_HEIGHT, _LEAST_HEIGHT = 440, 160
_AROUND = 80
"""What stands under the list inside the window: the legend and the edges."""
_WIDTH = 340


class FacetPopup(Popup):
    """`ticked` gives the key of the box and whether it is on. It stays open until it is left."""

    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, title: str, groups: Sequence[FacetGroup], owner: QWidget) -> None:
        super().__init__(theme, title, owner)
        self._boxes: dict[str, CountedCheck] = {}
        self._known: dict[str, Check] = {}
        self._room = _MOST_HEIGHT
        self.age: AgeLine | None = None
        self._inside = QWidget()
        self._inside.setProperty("surface", "surface")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(16, 10, 18, 12)
        self._column.setSpacing(8)
        for group in groups:
            self._add_group(group)
        self._scroll = _scrolling(self._inside)
        self._lay_out()

    def box(self, key: str) -> CountedCheck:
        return self._boxes[key]

    def known_box(self, group: str) -> Check:
        """The quiet tick of a group that leaves out what is not known."""
        return self._known[group]

    def tick(self, keys: frozenset[str]) -> None:
        """Shows which boxes are on, without telling."""
        for key, box in (*self._boxes.items(), *((f"{KNOWN}{group}", box) for group, box in self._known.items())):
            if box.isChecked() != (key in keys):
                box.blockSignals(True)
                box.setChecked(key in keys)
                box.blockSignals(False)
                box.update()
        if self.age is not None:
            self.age.show_age(keys)

    def show_counts(self, counts: Mapping[str, Count]) -> None:
        """Of every box."""
        for key, box in self._boxes.items():
            box.show_count(counts[key])
        if self.isVisible():
            self._size()

    def open_under(self, anchor: QWidget) -> None:
        window = anchor.window()
        self._room = window.height() - anchor.mapTo(window, anchor.rect().bottomLeft()).y() - _AROUND
        self._size()
        self.open_at(anchor, next(iter(self._boxes.values())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """What has the focus is in sight."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget) and self._scroll.isAncestorOf(watched):
            self._scroll.ensureWidgetVisible(watched, 0, 24)
        return super().eventFilter(watched, event)

    def _size(self) -> None:
        """As wide as the longest line with its count, as high as there is room."""
        layout = self._inside.layout()
        if layout is not None:
            layout.activate()
        inside = self._inside.sizeHint()
        height = max(_LEAST_HEIGHT, min(_MOST_HEIGHT, inside.height() + 2, self._room))
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setFixedSize(max(_WIDTH, inside.width() + bar), height)
        self.fit()

    def _add_group(self, group: FacetGroup) -> None:
        head = QHBoxLayout()
        head.addWidget(Text(group.title, tone="text2", weight=600))
        head.addStretch(1)
        head.addWidget(Text(group.several, tone="text3", px=sizes.HINT))
        if self._column.count():
            self._column.addSpacing(6)
        self._column.addLayout(head)
        if group.asks_age:
            self.age = AgeLine()
            self.age.told.connect(self.ticked)
            self._column.addWidget(self.age)
        for key, label in group.options:
            self._column.addWidget(self._box(key, label))
        if group.may_be_unknown:
            self._column.addWidget(self._known_box(group))

    def _box(self, key: str, label: str) -> CountedCheck:
        box = self._boxes[key] = CountedCheck(self._theme, label)
        box.toggled.connect(self._tell)
        return box

    def _known_box(self, group: FacetGroup) -> Check:
        box = self._known[group.key] = Check(self._theme, LEAVE_OUT)
        box.setFont(self._theme.font(sizes.HINT))
        box.setProperty("quiet", True)
        box.setAccessibleName(f"{group.title}: {LEAVE_OUT.casefold()}")
        box.toggled.connect(self._tell)
        return box

    def _tell(self, on: bool) -> None:
        boxes = {**self._boxes, **{f"{KNOWN}{group}": box for group, box in self._known.items()}}
        self.ticked.emit(next(key for key, box in boxes.items() if box is self.sender()), on)

    def _lay_out(self) -> None:
        legend = Text(COUNTS, tone="text3", px=sizes.HINT, width=_WIDTH - 34)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 6, 16, 4)
        foot.addWidget(legend)
        foot.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 6, 1, 6)
        around.setSpacing(0)
        around.addWidget(self._scroll)
        around.addWidget(Rule())
        around.addLayout(foot)


def _scrolling(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
