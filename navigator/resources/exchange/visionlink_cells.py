"""The cells of a VisionLink row: text, lists and values as JSON, and addresses that must not be kept."""

import json
import re
from collections.abc import Mapping
from typing import Any

from navigator.resources.exchange.plain import is_nothing

_SECRET = re.compile(r"Confidential\w*_(?:address_1|address_2|city|zip|notes|latitude|longitude|county|state)")
_SECRET_COLUMN = re.compile(r"Confidential\w*Address")
_EMPTY = ("", "0", "0.0", "[]", "{}", "null")


class Cells:
    """One row by heading; `read` marks a cell as one that became a field, the others stay with the record."""

    def __init__(self, row: Mapping[str, str]) -> None:
        self._row = {heading: cell for heading, cell in row.items() if cell not in _EMPTY and not is_nothing(cell)}
        self._read: set[str] = set()

    def __getitem__(self, heading: str) -> str:
        return self._row.get(heading, "")

    def read(self, heading: str) -> str:
        self._read.add(heading)
        return self[heading]

    def json(self, heading: str) -> Any:
        """The value of a cell that holds JSON, None where it holds none."""
        try:
            return json.loads(self[heading])
        except ValueError:
            return None

    def words(self, heading: str) -> tuple[str, ...]:
        """The words of a choice: '["Active"]', or "Spanish,English" as other exports write it."""
        value = self.json(heading)
        if isinstance(value, list):
            return tuple(str(word) for word in value)
        return tuple(word.strip() for word in self[heading].split(",") if word.strip())

    def items(self) -> tuple[tuple[str, str], ...]:
        return tuple(self._row.items())

    def unread(self) -> dict[str, str]:
        return {heading: cell for heading, cell in self._row.items() if heading not in self._read}


def has_secret_address(cells: Cells) -> bool:
    """Whether a confidential address is filled in (S-13); its country alone is there in every row."""
    return any(_SECRET.search(heading) for heading, _ in cells.items())


def without_secrets(cells: Cells) -> dict[str, str]:
    """What has not become a field, without confidential addresses: those are not stored anywhere (P-16).

    Beside a confidential address the open one goes too, for nobody knows which of the two a service is at.
    """
    secret = has_secret_address(cells)
    return {
        heading: cell
        for heading, cell in cells.unread().items()
        if not (_SECRET_COLUMN.search(heading) or (secret and "Addressus_" in heading))
    }
