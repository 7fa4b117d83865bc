"""The tour's morning at the directory desk: what is due, what was reported, a list that comes in, one record."""

from navigator.app import demo
from navigator.app.guide import Guide
from navigator.app.tour_words import walk_words
from navigator.data import data_dir
from navigator.ui.directory.imports.tab import ImportsTab

LIST = data_dir() / "demo" / "autumn-list.csv"
"""An invented list as cities keep them: places that are here already, one kept secret, one doubtful, a bad row."""


def walk_desk(guide: Guide) -> None:
    """From the card that asks who signs in."""
    guide.write("Name", demo.SOCIAL_WORKER)
    guide.write("Passphrase", demo.PASSPHRASE)
    guide.press("Sign in")
    guide.wait_for("Search for help")
    guide.press("Directory")
    _look_at_tabs(guide)
    _bring_in(guide)
    walk_words(guide)
    _edit(guide)


def _look_at_tabs(guide: Guide) -> None:
    guide.picture("42-due-today")
    guide.press_starting("Proposals")
    guide.picture("43-proposal")
    guide.press_starting("Duplicates")
    guide.picture("44-duplicates")
    guide.keys("Ctrl+5")
    guide.picture("45-beds")
    guide.keys("7", "Return")
    guide.picture("46-beds-told")


def _bring_in(guide: Guide) -> None:
    guide.press_starting("Imports")
    guide.picture("47-imports")
    guide.widget(ImportsTab).bring_in((LIST,))
    guide.wait_for("See what would change")
    guide.picture("48-columns")
    guide.press("See what would change")
    guide.wait_for("Leave everything as it is")
    guide.picture("49-import-differences")
    guide.press("Leave out 1 bad row")
    guide.press_starting("Bring in")
    guide.wait_for("Undo this import")
    guide.picture("50-brought-in")


def _edit(guide: Guide) -> None:
    guide.press("Find help")
    guide.write("Search for help", "kite youth")
    guide.picture("51-report-or-edit")
    guide.press("Edit…")
    guide.picture("52-editor")
    guide.resize(1024, 640)
    guide.picture("53-editor-small-window")
    guide.resize(1280, 800)
