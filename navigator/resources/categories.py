"""The kinds of help in plain words, with the SAMHSA and HUD codes they answer to (data/categories.toml)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from navigator.content import Table, read_content
from navigator.data import data_dir

DUE_DAYS = 365
UNITS = ("", "bed", "chair", "slot")
_SAMHSA = re.compile(r"[A-Z]+|[a-z_]+")
_HUD = re.compile(r"2\.\d\d\.[0-9A-Z]:\d+")


@dataclass(frozen=True)
class Category:
    """A kind of help. `name` is for the screen, `paper` for the handout, `words` for search.

    `unit` is what is counted there ("bed"), or "". A check of such a place holds for `due_days` (S-06). In `samhsa`
    capitals are codes of the mental health list, small letters of the substance use list; `hud` is "list:value".
    """

    code: str
    name: str
    paper: str
    words: tuple[str, ...] = ()
    samhsa: tuple[str, ...] = ()
    hud: tuple[str, ...] = ()
    unit: str = ""
    due_days: int = DUE_DAYS


def load_categories() -> Mapping[str, Category]:
    """Every category by its code, in the order in which the window offers them."""
    return read_content(data_dir() / "categories.toml", read_categories)


def read_categories(table: Table) -> Mapping[str, Category]:
    return MappingProxyType({code: _category(code, table.table(code)) for code in table.untaken()})


def _category(code: str, table: Table) -> Category:
    category = Category(
        code=code,
        name=table.needed("name"),
        paper=table.needed("paper"),
        words=table.texts("words"),
        samhsa=_codes(table, "samhsa", _SAMHSA),
        hud=_codes(table, "hud", _HUD),
        unit=table.text("unit"),
        due_days=table.whole("due_days", least=1) or DUE_DAYS,
    )
    if category.unit not in UNITS:
        raise table.wrong("unit", f"{category.unit!r} is not one of: {', '.join(UNITS[1:])}.")
    table.done()
    return category


def _codes(table: Table, key: str, form: re.Pattern[str]) -> tuple[str, ...]:
    codes = table.texts(key)
    for code in codes:
        if not form.fullmatch(code):
            raise table.wrong(key, f"{code!r} does not look like a code of this list.")
    return codes
