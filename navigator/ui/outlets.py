"""Where paper goes: a file or a printer. The only module that names either; `documents.release.Door` alone calls it."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from navigator.documents.pages import Pages
from navigator.errors import UserError

NO_PRINTER = "No printer is set up on this computer. Save as PDF instead."
_PATIENCE = 60.0
_DOTS_PER_INCH = 300
_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def printers() -> tuple[str, ...]:
    """The printers of this computer; none: say `NO_PRINTER`, for Qt would quietly make a PDF instead."""
    return tuple(QPrinterInfo.availablePrinterNames())


class FileOutlet:
    """Writes the very bytes of the paper to `path`, whole or not at all, readable by this account alone."""

    kind = "file"

    def __init__(self, path: Path) -> None:
        self._path = path

    def take(self, pages: Pages) -> str:
        try:
            _write_whole(self._path, pages.data)
        except OSError as error:
            raise UserError(self._sentence(error)) from None
        return f"Saved as {self._path.name}: {_count(pages)}."

    def _sentence(self, error: OSError) -> str:
        name, folder = self._path.name, self._path.parent.name or "this place"
        if error.errno in _FULL:
            return f"{name} was not saved: the disk is full. Make room or choose another place."
        if error.errno in _FORBIDDEN:
            return f"{name} was not saved: you may not write in {folder}. Choose another place."
        if error.errno == errno.ENOENT:
            return f"{name} was not saved: the folder {folder} is no longer there. Choose another place."
        return f"{name} was not saved: {folder} did not take it. Choose another place."


def _write_whole(path: Path, data: bytes) -> None:
    """Beside its place first (a new file is 0600), then renamed into it."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


class PrinterOutlet:
    """Prints the very bytes on the printer `name`."""

    kind = "printer"

    def __init__(self, name: str, copies: int = 1) -> None:
        self._name = name
        self._copies = copies

    def take(self, pages: Pages) -> str:
        if sys.platform == "win32":
            self._paint(pages)
        else:
            self._spool(pages)
        copies = f", {self._copies} copies" if self._copies > 1 else ""
        return f"Sent to printer {self._name}: {_count(pages)}{copies}."

    def _spool(self, pages: Pages) -> None:
        """Through `lp` and its standard input: Qt's own way would leave the job in the temporary folder (D-11)."""
        command = shutil.which("lp")
        if command is None:
            raise UserError("This computer lacks the command lp that prints. Save as PDF instead.")
        order = [command, "-d", self._name, "-n", str(self._copies), "-t", pages.job, "-"]
        try:
            subprocess.run(order, input=pages.data, capture_output=True, check=True, timeout=_PATIENCE)  # noqa: S603 - fixed command, no shell
        except (OSError, subprocess.SubprocessError):
            raise self._refused() from None

    def _paint(self, pages: Pages) -> None:
        """Through Qt where there is no `lp`."""
        printer = QPrinter(QPrinterInfo.printerInfo(self._name), QPrinter.PrinterMode.HighResolution)
        if printer.printerName() != self._name or not printer.isValid():
            raise self._refused()
        printer.setCopyCount(self._copies)
        if not paint(pages, printer):
            raise self._refused()

    def _refused(self) -> UserError:
        return UserError(f"Printer {self._name} did not take the paper. Check the printer, or save as PDF instead.")


def paint(pages: Pages, printer: QPrinter) -> bool:
    """Paints each page on white, in its own size, at 300 dots per inch; whether the printer began."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pages.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    printer.setDocName(pages.job)
    printer.setFullPage(True)
    printer.setResolution(_DOTS_PER_INCH)
    printer.setPageSize(QPageSize(document.pagePointSize(0), QPageSize.Unit.Point))
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        sheet = QRect(0, 0, printer.width(), printer.height())
        painter.fillRect(sheet, Qt.GlobalColor.white)
        painter.drawImage(sheet, document.render(number, sheet.size()))
    return painter.end()


def _count(pages: Pages) -> str:
    return "1 page" if pages.count == 1 else f"{pages.count} pages"
