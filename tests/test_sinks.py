"""Every place where data could leave the program is known by name and has its reason (P-06, D-11)."""

import ast
from pathlib import Path

import pytest

import navigator

ROOT = Path(navigator.__file__).parent
SINKS = {
    *("QPrinter", "QClipboard", "clipboard", "QDrag", "QMimeData", "QSettings", "QDesktopServices", "QProcess"),
    *("subprocess", "socket", "urllib", "http", "ssl", "smtplib", "logging", "syslog", "tempfile", "print"),
    *("webbrowser", "QFile", "QSaveFile", "copyfileobj", "copy2"),
    *("shutil.copy", "shutil.move", "import_module", "__import__", "eval"),
    *("write_text", "write_bytes", "fdopen", "mkstemp", "copyfile", "copytree", "system", "popen", "grab"),
}
OWN_WORDS = {"print", "clipboard"}
"""As attributes these are words of the program's own; the builtin and Qt's clipboard() are still seen."""
ALLOWED = {
    "ui/outlets.py": (
        {"QPrinter", "fdopen", "mkstemp", "subprocess", "tempfile"},
        "papers go to a printer or a file here, through the door alone",
    ),
    "ui/clipboard.py": (
        {"clipboard", "QClipboard"},
        "a telephone number of the directory; all that was copied leaves at the lock",
    ),
    "ui/widgets/area.py": ({"QMimeData"}, "what is pasted into a text comes in as plain words; nothing goes out"),
    "ui/faults.py": ({"fdopen", "open for writing"}, "the log: types and places of faults, never values"),
    "storage/vault.py": ({"fdopen", "open for writing"}, "the vault: wrapped keys"),
    "storage/database.py": ({"open for writing"}, "the encrypted stores"),
    "resources/whole_file.py": (
        {"fdopen", "open for writing"},
        "exports and parcels: the directory, in which no person is, to a path that a person named",
    ),
    "cli.py": ({"print"}, "the sentence of an error to the person at the terminal"),
    "app/signing_in.py": ({"print"}, "answers to the person at the terminal"),
    "app/exchange_commands.py": ({"print"}, "the bad rows of a file, to the person at the terminal"),
    "app/window.py": ({"print"}, "one sentence where there is no screen"),
    "app/tour.py": ({"print", "tempfile"}, "a temporary profile, and what it tells the person at the terminal"),
    "app/front.py": ({"import_module"}, "two modules of the program itself, named there, read while somebody signs in"),
    "storage/migrations/__init__.py": ({"import_module"}, "the steps of the program itself, by the names of its list"),
    "app/guide.py": ({"grab"}, "pictures of the tour's own window"),
}
"""For each file the sinks it may name, and why."""


def _names(tree: ast.AST):
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute) and node.attr not in OWN_WORDS:
            yield from (node.attr, ast.unparse(node))
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]
            yield from (name for alias in node.names for name in (alias.name, f"{node.module}.{alias.name}"))
        elif isinstance(node, ast.Call):
            yield from _names_of_call(node)


def _names_of_call(node: ast.Call):
    """Qt's clipboard(), a sink asked for by its name, and a file opened to be written."""
    if isinstance(node.func, ast.Attribute) and node.func.attr == "clipboard":
        yield node.func.attr
    if isinstance(node.func, ast.Name) and node.func.id == "getattr":
        yield from (part.value for part in node.args[1:2] if isinstance(part, ast.Constant))
    if _opens_for_writing(node):
        yield "open for writing"


def _opens_for_writing(node: ast.Call) -> bool:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    words = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    flags = {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}
    writes = any(word in {"w", "wb", "a", "ab", "x", "r+"} for word in words) or bool(flags & {"O_WRONLY", "O_RDWR"})
    return name == "open" and (writes or _in_a_mode_that_is_not_told(node))


def _in_a_mode_that_is_not_told(node: ast.Call) -> bool:
    modes = [*node.args[1:2], *(word.value for word in node.keywords if word.arg == "mode")]
    return isinstance(node.func, ast.Name) and any(not isinstance(mode, ast.Constant) for mode in modes)


def _used(root: Path) -> dict[str, set[str]]:
    """The sinks that each source below `root` names."""
    return {path.relative_to(root).as_posix(): _sinks_of(path) for path in sorted(root.rglob("*.py"))}


def _sinks_of(path: Path) -> set[str]:
    return set(_names(ast.parse(path.read_text(encoding="utf-8")))) & (SINKS | {"open for writing"})


def _beyond(used: dict[str, set[str]]) -> dict[str, set[str]]:
    """What is named beyond the list: nothing of the program, and anything new."""
    beyond = {name: sinks - ALLOWED.get(name, (set(), ""))[0] for name, sinks in used.items()}
    return {name: sinks for name, sinks in beyond.items() if sinks}


USED = _used(ROOT)
NEW_SINKS = {
    "from PySide6.QtPrintSupport import QPrinter": "QPrinter",
    "from PySide6.QtPrintSupport import QPrinter as Paper": "QPrinter",
    "import PySide6.QtPrintSupport as paper\npaper.QPrinter()": "QPrinter",
    "QGuiApplication.clipboard().setText(name)": "clipboard",
    "from PySide6.QtCore import QSaveFile": "QSaveFile",
    "Path(name).write_text(words)": "write_text",
    "write = Path(name).write_bytes": "write_bytes",
    "open(name, 'w').write(words)": "open for writing",
    "Path(name).open(mode='ab')": "open for writing",
    "os.open(name, os.O_WRONLY)": "open for writing",
    "open(name, mode)": "open for writing",
    "import urllib.request": "urllib",
    "from http import client": "http",
    "import socket as wire": "socket",
    "import logging": "logging",
    "print(person)": "print",
    "widget.grab().save(name)": "grab",
    "__import__('subprocess')": "__import__",
    "importlib.import_module('socket')": "import_module",
    "eval(words)": "eval",
    "getattr(os, 'popen')": "popen",
    "shutil.copy(name, other)": "shutil.copy",
    "from shutil import move as put": "shutil.move",
}
"""Lines that would let something out, each with the name by which it is to be seen."""


def test_data_can_leave_only_where_and_how_it_is_allowed_to():
    assert _beyond(USED) == {}


@pytest.mark.parametrize("line", NEW_SINKS)
def test_a_new_way_out_is_seen_in_a_new_file_and_in_one_that_has_another(tmp_path: Path, line):
    for name in ("ui/decide/new.py", "cli.py", "documents/release.py"):
        source = tmp_path / name
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(f"def let_out():\n    {line.replace(chr(10), chr(10) + '    ')}\n", encoding="utf-8")
    seen = _beyond(_used(tmp_path))
    expected = {NEW_SINKS[line]}
    assert seen["ui/decide/new.py"] >= expected
    assert seen["documents/release.py"] >= expected
    assert seen.get("cli.py", set()) >= expected - ALLOWED["cli.py"][0]


def test_a_source_that_lets_nothing_out_is_left_alone(tmp_path: Path):
    (tmp_path / "quiet.py").write_text("def read(path):\n    return open(path).read(), getattr(path, 'name')\n")
    assert _beyond(_used(tmp_path)) == {}


def test_no_reason_is_kept_for_what_is_no_sink():
    assert {name: sinks for name, (sinks, _) in ALLOWED.items()} == {name: USED.get(name) for name in ALLOWED}
