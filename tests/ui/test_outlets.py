"""Files and printers: the very bytes, nothing left behind, and a sentence when it fails (D-11)."""

import errno
import os
import stat
import sys
import tempfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from navigator.documents.pages import Pages
from navigator.errors import UserError
from navigator.ui.outlets import FileOutlet, PrinterOutlet, paint, printers

PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""
PAGES = Pages(data=PDF, count=1, template="handout 1.0", about="no person", job="Handout")


@pytest.fixture
def spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer whose `lp` keeps what it was told and given; the folder of what it kept."""
    kept = tmp_path / "spool"
    kept.mkdir()
    lp = tmp_path / "bin" / "lp"
    lp.parent.mkdir()
    lp.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {kept}/order\ncat > {kept}/bytes\nexit $(cat {kept}/answer)\n')
    lp.chmod(0o755)
    (kept / "answer").write_text("0")
    monkeypatch.setenv("PATH", f"{lp.parent}{os.pathsep}{os.environ['PATH']}")
    return kept


def test_a_file_is_the_very_bytes_and_for_this_account_alone(tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    assert FileOutlet(path).take(PAGES) == "Saved as handout.pdf: 1 page."
    assert path.read_bytes() == PDF
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_was_there_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    path.write_bytes(b"older")
    path.chmod(0o644)
    FileOutlet(path).take(PAGES)
    assert path.read_bytes() == PDF
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "you may not write in"),
        (errno.EROFS, "you may not write in"),
        (errno.EIO, "did not take it"),
    ],
)
def test_a_write_that_fails_says_why_and_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    path = tmp_path / "handout.pdf"
    path.write_bytes(b"older")

    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError, match=said):
        FileOutlet(path).take(PAGES)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="the folder gone is no longer there"):
        FileOutlet(tmp_path / "gone" / "handout.pdf").take(PAGES)


def test_a_folder_cannot_be_written_over(tmp_path: Path) -> None:
    (tmp_path / "handout.pdf").mkdir()
    with pytest.raises(UserError, match=r"handout\.pdf was not saved"):
        FileOutlet(tmp_path / "handout.pdf").take(PAGES)
    assert [path.name for path in tmp_path.iterdir()] == ["handout.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="lp is how Linux and macOS print")
def test_a_printer_gets_the_very_bytes_under_a_neutral_name_and_no_file_is_left(spool: Path) -> None:
    before = set(os.listdir(tempfile.gettempdir()))
    assert PrinterOutlet("Front desk", copies=2).take(PAGES) == "Sent to printer Front desk: 1 page, 2 copies."
    assert (spool / "bytes").read_bytes() == PDF
    assert (spool / "order").read_text().splitlines() == ["-d", "Front desk", "-n", "2", "-t", "Handout", "-"]
    assert set(os.listdir(tempfile.gettempdir())) <= before


@pytest.mark.skipif(sys.platform == "win32", reason="lp is how Linux and macOS print")
def test_a_printer_that_refuses_is_named(spool: Path) -> None:
    (spool / "answer").write_text("1")
    with pytest.raises(UserError, match="Printer Front desk did not take the paper"):
        PrinterOutlet("Front desk").take(PAGES)


@pytest.mark.skipif(sys.platform == "win32", reason="lp is how Linux and macOS print")
def test_a_computer_without_lp_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UserError, match="Save as PDF instead"):
        PrinterOutlet("Front desk").take(PAGES)


def test_only_real_printers_are_listed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Front desk"])
    assert printers() == ("Front desk",)


def test_on_windows_a_printer_that_is_gone_never_becomes_a_pdf(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(UserError, match="Printer Front desk did not take the paper"):
        PrinterOutlet("Front desk").take(PAGES)


def test_painting_keeps_the_size_of_the_page(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "painted.pdf"))
    assert paint(PAGES, printer)
    assert printer.docName() == "Handout"
    box = PdfReader(tmp_path / "painted.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)
