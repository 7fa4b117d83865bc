"""Rows that may be a place which is hidden here: they never come in open under another key or name (S-13).

Where a hidden place is, nobody here knows any more, so a shared number or a like name is enough to ask a person.
"""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from navigator.resources.importing.faces import Face

_LIKE = 70.0
_LONG_ENOUGH = 7
"""Digits of a number that is one provider's; 988 and 211 are everybody's."""
SAME_PHONE, LIKE_NAME = "same telephone as a confidential place", "named like a confidential place"


class HiddenTwins:
    """The confidential entries by their faces."""

    def __init__(self, hidden: Iterable[tuple[str, Face]]) -> None:
        self._ids: list[str] = []
        self._names: list[str] = []
        self._phones: dict[str, str] = {}
        for entry_id, face in hidden:
            self._ids.append(entry_id)
            self._names.append(face.name)
            self._phones |= dict.fromkeys((one for one in face.phones if len(one) >= _LONG_ENOUGH), entry_id)

    def of(self, face: Face) -> tuple[str, str] | None:
        """The entry that it may be, and why."""
        by_phone = next((self._phones[number] for number in sorted(face.phones) if number in self._phones), None)
        if by_phone is not None:
            return by_phone, SAME_PHONE
        found = process.extractOne(face.name, self._names, scorer=fuzz.ratio, score_cutoff=_LIKE)
        return (self._ids[found[2]], LIKE_NAME) if found else None
