"""Every place where data could leave the program is known by name and has its reason (P-06, D-11)."""

import ast
from pathlib import Path

import navigator

ROOT = Path(navigator.__file__).parent
SINKS = {
    *("QPrinter", "QClipboard", "clipboard", "QDrag", "QMimeData", "QSettings", "QDesktopServices", "QProcess"),
    *("subprocess", "socket", "urllib", "http", "ssl", "smtplib", "logging", "syslog", "tempfile", "print"),
    *("webbrowser", "QFile", "QSaveFile", "copyfileobj", "copy2"),
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
    "app/guide.py": ({"grab"}, "pictures of the tour's own window"),
}
"""For each file the sinks it may name, and why."""


def _names(tree: ast.AST):
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute) and node.attr not in OWN_WORDS:
            yield node.attr
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "clipboard":
            yield node.func.attr
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]
        elif _opens_for_writing(node):
            yield "open for writing"


def _opens_for_writing(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    words = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    flags = {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}
    writes = any(word in {"w", "wb", "a", "ab", "x", "r+"} for word in words) or bool(flags & {"O_WRONLY", "O_RDWR"})
    return name == "open" and writes


def _used(path: Path) -> set[str]:
    return set(_names(ast.parse(path.read_text(encoding="utf-8")))) & (SINKS | {"open for writing"})


USED = {path.relative_to(ROOT).as_posix(): _used(path) for path in sorted(ROOT.rglob("*.py"))}


def test_data_can_leave_only_where_and_how_it_is_allowed_to():
    beyond = {name: sinks - ALLOWED.get(name, (set(), ""))[0] for name, sinks in USED.items()}
    assert not {name: sinks for name, sinks in beyond.items() if sinks}


def test_no_reason_is_kept_for_what_is_no_sink():
    assert {name: sinks for name, (sinks, _) in ALLOWED.items()} == {name: USED.get(name) for name in ALLOWED}
