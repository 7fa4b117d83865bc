"""Tells the number of a house from a ZIP and from a number of the vocabulary ("302")."""

from navigator.resources.search.draft import Draft

_STREETS = frozenset(
    [
        "st",
        "street",
        "ave",
        "av",
        "avenue",
        "rd",
        "road",
        "blvd",
        "boulevard",
        "dr",
        "drive",
        "ln",
        "lane",
        "pike",
        "pkwy",
        "parkway",
        "hwy",
        "highway",
        "terrace",
    ]
)
_DIRECTIONS = frozenset(["n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south", "east", "west"])
_NEAR_BY = 3
_SHORT, _MOST_DIGITS = 2, 6


def is_house(draft: Draft, place: int) -> bool:
    """Whether a street follows the number at `place`."""
    if not is_number(draft.tokens[place].word):
        return False
    after = [token.word for token in draft.tokens[place + 1 : place + 2 + _NEAR_BY]]
    return bool(after) and (
        after[0] in _DIRECTIONS or (not is_number(after[0]) and any(word in _STREETS for word in after[1:]))
    )


def is_number(word: str) -> bool:
    return word.isdigit() and word.isascii() and len(word) <= _MOST_DIGITS


def begins_address(draft: Draft, place: int) -> bool:
    """Whether the first word is a number as houses have them, with a word after it: "1046 civic"."""
    number, *after = [token.word for token in draft.tokens[place : place + 2]]
    return is_number(number) and len(number) > _SHORT and bool(after) and not is_number(after[0])
