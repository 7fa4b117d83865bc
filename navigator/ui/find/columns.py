"""The columns of a result row, so that a number, a state, an age or a distance is never cut (LOOK.md "Result row")."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from navigator.ui.find import remarks
from navigator.ui.find.result_row import ResultRow
from navigator.ui.rows.row_delegate import LEFT, RIGHT
from navigator.ui.theme import sizes
from navigator.ui.theme.fonts import font
from navigator.ui.widgets.pill import pill_size

ICON_COLUMN = 28
"""From the left of the middle column to the words beside an icon."""

PHONE_COLUMN = 30
"""From the left of the sign of a large number to the number."""

_USUAL = 344
"""What middle and right column take together; a row whose words need more takes it from its own name."""

_LONG_NUMBER = "000-000-0000"
"""Large numbers share one column, the three digits of 988 too."""

_GAP = 12


@dataclass(frozen=True)
class Columns:
    """Where the words of one row stand: names and fit at the left, the rest from `middle` on."""

    left: QRect
    middle: QRect

    @property
    def right(self) -> QRect:
        """The right column shares its lines with the middle one, and is written from the right."""
        return self.middle


def columns_of(row: ResultRow, box: QRect) -> Columns:
    """The columns of `row` painted into `box`."""
    right = box.right() + 1 - RIGHT
    middle = right - (_needed_urgent(row) if row.urgent else max(_USUAL, _needed(row)))
    left = box.left() + LEFT
    return Columns(
        QRect(left, box.top(), max(0, middle - _GAP - left), box.height()),
        QRect(middle, box.top(), right - middle, box.height()),
    )


def _needed(row: ResultRow) -> int:
    """The widest of the three lines: state and number, beds and distance, check and way in."""
    name, body, medium = (QFontMetrics(font(*kind)) for kind in ((sizes.NAME, 600), (sizes.BODY,), (sizes.BODY, 500)))
    number = name.horizontalAdvance(row.phone) if row.phone else medium.horizontalAdvance(remarks.NO_NUMBER)
    beds = ICON_COLUMN + medium.horizontalAdvance(row.beds.words) if row.beds else 0
    return _GAP + max(
        pill_size(row.state_words).width() + number,
        beds + body.horizontalAdvance(row.distance),
        ICON_COLUMN + body.horizontalAdvance(row.checked.words) + body.horizontalAdvance(row.way_in),
    )


def _needed_urgent(row: ResultRow) -> int:
    """The large number with its sign, and the state under it."""
    large = QFontMetrics(font(sizes.NUMBER, 700))
    number = max(large.horizontalAdvance(words) for words in (row.phone or remarks.NO_NUMBER, _LONG_NUMBER))
    return max(number + PHONE_COLUMN, pill_size(row.state_words).width())
