"""Asks a person which files to bring in, and where to write one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

AskFiles = Callable[[QWidget, str], tuple[Path, ...]]
"""Asks for files to read, under a title; none: nothing was chosen."""
AskTarget = Callable[[QWidget, str], Path | None]
"""Asks where to write a file of that name."""


def ask_files(parent: QWidget, title: str) -> tuple[Path, ...]:
    names, _ = QFileDialog.getOpenFileNames(parent, title, _documents())
    return tuple(map(Path, names))


def ask_target(parent: QWidget, name: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, "Save the file", str(Path(_documents()) / name))
    return Path(chosen) if chosen else None


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
