"""How likely a word was meant by what was typed: fingers and ears make some slips more often than other edits."""

_SOUNDS = ("aeiouy", "ckq", "szc", "fv", "gj", "mn", "td", "bp")
_KEYBOARD = (("qwertyuiop", 0.0), ("asdfghjkl", 0.25), ("zxcvbnm", 0.75))
"""The rows of keys, and how far each begins to the right of the first."""

_EDIT, _ODD, _MORE = 0.1, 0.1, 1.25
"""What an edit takes from the likelihood and what an odd letter takes, and how much more that is from two edits on."""
_USUAL, _SHORT, _LONG = 6, 1.2, 0.6
"""That is in words of so many letters; it is more in shorter ones and less in longer ones, within these bounds."""
_OTHER_START = 0.92


def likelihood(typed: str, meant: str, edits: int, odd: int) -> float:
    """How likely a word was meant that is so many edits away, `odd` of them no slips: 0 to 1."""
    weight = _after(edits, odd, typed)
    return weight if typed[0] == meant[0] else weight * _OTHER_START


def likelihood_by_ear(typed: str, edits: int) -> float:
    """How likely a word was meant that sounds the same: however far its letters are, no less than after two slips."""
    return _after(min(edits, 2), 0, typed)


def _after(edits: int, odd: int, typed: str) -> float:
    cost = (_EDIT * edits + _ODD * odd) * (_MORE if edits > 1 else 1)
    return 1 - cost * min(max(_USUAL / len(typed), _LONG), _SHORT)


def odd_letters(typed: str, meant: str, edits: int) -> int:
    """How many letters of `typed` no slip explains, in a word that is so many edits away.

    A letter is explained when the one that was meant is beside it on the keyboard or sounds like it, and when it is
    doubled or one place off. A letter that was left out explains itself.
    """
    start, end = 0, len(typed)
    longer = len(meant) - end
    shortest = min(end, len(meant))
    while start < shortest and typed[start] == meant[start]:
        start += 1
    last = start + max(-longer, 0)
    while end > last and typed[end - 1] == meant[end + longer - 1]:
        end -= 1
    return min(sum([not _is_slip(typed[at], meant, at, max(at + longer, 0)) for at in range(start, end)]), edits)


def _is_slip(letter: str, meant: str, at: int, moved: int) -> bool:
    """Whether `letter`, typed at place `at`, may stand for what was meant there, or at `moved` after other edits."""
    if letter in meant[max(at - 1, 0) : at + 2]:
        return True
    return letter + meant[at : at + 1] in _AKIN or letter + meant[moved : moved + 1] in _AKIN


def _beside() -> set[str]:
    """The pairs of keys that one finger can miss for the other."""
    places = {key: (at + indent, row) for row, (keys, indent) in enumerate(_KEYBOARD) for at, key in enumerate(keys)}
    return {
        one + other
        for one, (x, row) in places.items()
        for other, (other_x, other_row) in places.items()
        if abs(x - other_x) <= 1 and abs(row - other_row) <= 1
    }


_AKIN = frozenset(_beside() | {one + other for alike in _SOUNDS for one in alike for other in alike})
"""Which letter is typed for which."""
