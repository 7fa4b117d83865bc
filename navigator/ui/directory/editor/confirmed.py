"""When each field was last vouched for, in the few words that stand beside its label."""

from collections.abc import Mapping
from datetime import date

from navigator.resources.ages import day
from navigator.resources.stewardship.marks import How, Mark
from navigator.ui.directory.editor.content import ADDRESS, ALERT, INPUTS, PART, field_of
from navigator.ui.ports import Desk

_UNSAID = (*ALERT, *(PART + part for part in ADDRESS[1:]))
"""An address is vouched for as one: it is said once, beside its first line."""
_HOW = {How.EDITED: "edited", How.VERIFIED: "confirmed"}


def confirmed_words(marks: Mapping[str, Mark], desk: Desk) -> dict[str, str]:
    """By input: "confirmed Nov 11". Edited is not confirmed; the history says by whom."""
    known = {key: marks[field_of(key)] for key in INPUTS if key not in _UNSAID and field_of(key) in marks}
    return {key: _words(mark, desk) for key, mark in known.items()}


def today_of(desk: Desk) -> date:
    """The day it is in the city."""
    return desk.clock().astimezone(desk.city.zone).date()


def _words(mark: Mark, desk: Desk) -> str:
    on = mark.at.astimezone(desk.city.zone).date()
    return f"{_HOW[mark.how]} {day(on, today_of(desk))}"
