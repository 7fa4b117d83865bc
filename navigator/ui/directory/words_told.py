"""What the tab "Words" says of a group: what it stands for, how it came to be, and its row."""

from collections.abc import Mapping

from navigator.resources.ages import ago
from navigator.resources.stewardship.word_groups import Listed
from navigator.resources.vocabulary import Kind
from navigator.ui.ports import Desk
from navigator.ui.rows.table import Cell, TableRow

NEW_WORDS = "New words"
STAYS = "These words bring the crisis lines to the front. You can add to them; they cannot be taken away."
_IN_A_ROW: Mapping[Kind, str] = {
    Kind.SAME: "Each means the others",
    Kind.FILTER: "Filter: {means}",
    Kind.PERSON: "Who: {means}",
    Kind.WITHOUT: "Without: {means}",
    Kind.LANGUAGE: "Language: {means}",
    Kind.TIME: "Time: {means}",
    Kind.TIME_BESIDE: "Time: {means}",
    Kind.DANGER: "Crisis lines first",
    Kind.PLAIN: "No danger is meant",
}
_ROOM = 30
"""Characters of the names that a row shows."""
_STANDS_FOR: Mapping[Kind, str] = {
    Kind.SAME: "Each of these means all the others.",
    Kind.FILTER: "Asks for: {means}",
    Kind.PERSON: "Tells of the person: {means}",
    Kind.WITHOUT: "Asks for a place without: {means}",
    Kind.LANGUAGE: "Asks for the language: {means}",
    Kind.TIME: "A time: {means}",
    Kind.TIME_BESIDE: "A time, beside another word of time: {means}",
    Kind.DANGER: "Crisis lines first",
    Kind.PLAIN: "No danger is meant",
}


def name_of(one: Listed) -> str:
    """The group by its first phrase."""
    return plainly(one.group.say[0]) if one.group.say else NEW_WORDS


def plainly(phrase: str) -> str:
    """A line as one says it: "has|have (a) gun" is "has a gun"."""
    return " ".join(word.strip("()").split("|")[0] for word in phrase.split())


def stands_for(one: Listed) -> str:
    """What the words mean, in one line."""
    means = ", ".join(one.group.means)
    return _STANDS_FOR.get(one.group.kind, "{means}").format(means=means)


def came_from(one: Listed, desk: Desk) -> str:
    """Whose words these are, and who changed them last."""
    if one.at is None:
        return "Came with Navigator" if one.group.key else "Not saved yet"
    told = f"{one.by_name}, {ago(one.at, desk.clock())}"
    if one.is_own:
        return f"Your team’s own, {told}"
    return f"Switched off by {told}" if not one.is_on else f"Came with Navigator, changed by {told}"


def row_of(one: Listed, *, is_typed: bool) -> TableRow:
    """A group that is switched off stays readable."""
    words = ", ".join(map(plainly, one.group.say)) or NEW_WORDS
    said = Cell(words, ink="text", weight=600) if one.is_on else Cell(words)
    return TableRow(one.ref, (said, Cell(_shortly(one)), _state(one, is_typed=is_typed)))


def _shortly(one: Listed) -> str:
    """As many of the names as a narrow column holds, and how many more there are."""
    if one.group.kind is not Kind.MEANS:
        return _IN_A_ROW.get(one.group.kind, "{means}").format(means=one.group.means[0] if one.group.means else "")
    shown = 1
    while shown < len(one.group.means) and len(", ".join(one.group.means[: shown + 1])) <= _ROOM:
        shown += 1
    more = len(one.group.means) - shown
    return ", ".join(one.group.means[:shown]) + (f" +{more}" if more > 0 else "")


def _state(one: Listed, *, is_typed: bool) -> Cell:
    if is_typed:
        return Cell("Not saved", "square-pen", "accent", "text", 500)
    if not one.is_on:
        return Cell("Off", "eye-off", "closed", "text2", 500)
    if one.is_own:
        return Cell("Your own", "pencil", "accent", "text", 500) if one.id else Cell("")
    return Cell("Changed", "pencil", "text2", "text2", 500) if one.is_changed else Cell("")
