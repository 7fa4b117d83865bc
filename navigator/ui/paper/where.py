"""Asks a person where a paper shall be saved."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

AskWhere = Callable[[QWidget, str], Path | None]
"""Asks a person where to save a file of that name; None: nowhere."""


def ask_where(parent: QWidget, name: str) -> Path | None:
    from PySide6.QtCore import QStandardPaths  # asked for long after the window stands
    from PySide6.QtWidgets import QFileDialog

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getSaveFileName(parent, "Save as PDF", str(Path(folder) / name), "PDF (*.pdf)")
    return Path(chosen).with_suffix(".pdf") if chosen else None
