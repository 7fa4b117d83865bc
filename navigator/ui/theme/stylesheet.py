"""The style sheet of the window, built from the colour table: surfaces, buttons, inputs, scroll bars, menus.

The buttons and chips of `widgets` are not here: they paint and measure themselves.
"""

from collections.abc import Mapping
from string import Template

from navigator.ui.theme.tokens import ColorRole

_SURFACES = """
QWidget[surface="canvas"] { background: $canvas; }
QWidget[surface="surface"] { background: $surface; }
QWidget[surface="well"] { background: $well; border-radius: 10px; }
QFrame[surface="card"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[rule="across"] { background: $line; border: none; min-height: 1px; max-height: 1px; }
QFrame[rule="down"] { background: $line; border: none; min-width: 1px; max-width: 1px; }
QDialog { background: $surface; }
QSplitter::handle { background: $line; }
"""

_BUTTONS = """
QPushButton { border-radius: 6px; border: 1px solid $edge; background: $surface; color: $text; padding: 8px 14px; }
QCheckBox { spacing: 10px; color: $text; }
QCheckBox[quiet="true"] { color: $text2; }
QCheckBox[dimmed="true"] { color: $text3; }
QCheckBox::indicator { width: 20px; height: 20px; border: none; background: transparent; }
"""

_INPUTS = """
QAbstractScrollArea { border: none; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: 6px;
  selection-background-color: $accent; selection-color: $on_fill; placeholder-text-color: $text3;
}
QLineEdit { padding: 0 10px; min-height: 34px; }
QLineEdit[tall="true"], QComboBox[tall="true"] { min-height: 40px; }
QPlainTextEdit, QTextEdit { padding: 8px; }
QComboBox { padding: 0 12px; min-height: 34px; }
QLineEdit:disabled, QComboBox:disabled { border-style: dashed; color: $text2; background: transparent; }
QComboBox::drop-down { border: none; width: 32px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: $surface; color: $text; border: 1px solid $edge; outline: none; padding: 4px;
  selection-background-color: $soft; selection-color: $on_soft;
}
QComboBox QAbstractItemView::item { min-height: 32px; padding: 0 8px; }
"""

_LISTS = """
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }
QListView, QTableView, QTreeView { background: $surface; color: $text; border: none; outline: none; }
QHeaderView::section {
  background: $surface; color: $text2; border: none; border-bottom: 1px solid $line; padding: 0 12px;
  min-height: 36px;
}
QScrollBar:vertical { width: 12px; background: transparent; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 2px; margin: 0 4px; min-height: 32px; }
QScrollBar:horizontal { height: 12px; background: transparent; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 2px; margin: 4px 0; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_FLOATING = """
QToolTip { background: $surface; color: $text; border: 1px solid $edge; padding: 6px 8px; }
QMenu { background: $surface; color: $text; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 8px 28px 8px 12px; border-radius: 6px; }
QMenu::item:selected { background: $soft; color: $on_soft; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QProgressBar { background: $sunken; border: none; border-radius: 2px; min-height: 4px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
"""


def stylesheet(colors: Mapping[ColorRole, str]) -> str:
    tones = "".join(f'QLabel[tone="{role}"] {{ color: {color}; }}\n' for role, color in colors.items())
    rules = Template(_SURFACES + _BUTTONS + _INPUTS + _LISTS + _FLOATING)
    return rules.substitute({str(role): color for role, color in colors.items()}) + tones
