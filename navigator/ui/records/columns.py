"""Where the words of a record stand, so that a state and what is at the right are never cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics

from navigator.ui.records.record import Record, RecordRow, Row
from navigator.ui.rows.row_delegate import LEFT, RIGHT
from navigator.ui.theme import sizes
from navigator.ui.theme.fonts import font
from navigator.ui.widgets.pill import pill_size

ICON_COLUMN = 34
LINE = 23
_GAP = 14
_NAME_ROOM = 190
"""Pixels that a title wants before the states step under it."""


@dataclass(frozen=True)
class Columns:
    """The columns of one answer: how wide its states and its right side are, and whether icons stand before titles."""

    icons: bool = False
    pill: int = 0
    right: int = 0
    two_lines: bool = False

    def stacked(self, width: int) -> bool:
        """Whether the states stand on a line of their own in a list of that width."""
        return bool(self.pill) and self._title_room(width) < _NAME_ROOM

    def height(self, width: int, record: Record) -> int:
        lines = (2 if self.two_lines else 1) + (self.stacked(width) and record.pill is not None)
        return lines * LINE + 20

    def title(self, box: QRect) -> QRect:
        """The first line, at the left of state and right side."""
        return self._left(self.line(box, 0), self._aside(self.stacked(box.width())))

    def under(self, box: QRect) -> QRect:
        """The second line, at the left of the right side."""
        return self._left(self.line(box, 1), self._aside(stacked=True))

    def pill_box(self, box: QRect, size: QSize) -> QRect:
        """Where a pill stands: before the right side, or on the last line under the title."""
        width, height = size.width(), size.height()
        if self.stacked(box.width()):
            line = self.line(box, 2 if self.two_lines else 1)
            return QRect(box.left() + LEFT + self._before, line.center().y() + 1 - height // 2, width, height)
        line = self.line(box, 0)
        left = box.right() + 1 - RIGHT - self._aside(stacked=False) + _GAP
        return QRect(left, line.center().y() + 1 - height // 2, width, height)

    def line(self, box: QRect, number: int) -> QRect:
        return QRect(box.left(), box.top() + 10 + number * LINE, box.width(), LINE)

    def _left(self, line: QRect, aside: int) -> QRect:
        before = LEFT + self._before
        return QRect(line.left() + before, line.top(), max(0, line.width() - before - RIGHT - aside), line.height())

    @property
    def _before(self) -> int:
        return ICON_COLUMN if self.icons else 0

    def _title_room(self, width: int) -> int:
        return width - LEFT - RIGHT - self._before - self._aside(stacked=False)

    def _aside(self, stacked: bool) -> int:
        right = self.right + _GAP if self.right else 0
        return right + (self.pill + _GAP if self.pill and not stacked else 0)


def columns_of(rows: Sequence[Row]) -> Columns:
    """As wide as the widest record needs."""
    records = [row.record for row in rows if isinstance(row, RecordRow)]
    return Columns(
        icons=any(record.icon for record in records),
        pill=max((pill_size(record.pill[1]).width() for record in records if record.pill), default=0),
        right=max((_right(record) for record in records), default=0),
        two_lines=any(record.under or record.right_under for record in records),
    )


def _right(record: Record) -> int:
    facts, body = QFontMetrics(font(sizes.BODY, 500)), QFontMetrics(font(sizes.BODY))
    return max(facts.horizontalAdvance(record.right), body.horizontalAdvance(record.right_under))
