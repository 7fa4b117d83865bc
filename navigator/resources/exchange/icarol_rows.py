"""What hangs on what in an iCarol export, by the numbers of its rows."""

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from navigator.resources.exchange.hidden import says_secret
from navigator.resources.exchange.plain import is_nothing
from navigator.resources.exchange.sheet import Sheet

AGENCY, PROGRAM, SITE, PROGRAM_AT_SITE = "Agency", "Program", "Site", "ProgramAtSite"
LEVELS = (AGENCY, PROGRAM, SITE, PROGRAM_AT_SITE)
_BETWEEN = "\x1f"


class Columns:
    """The cells of one row by heading, large and small letters alike; "" where there is none or nothing is said."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self._cells = {heading.lower(): cell for heading, cell in cells.items() if not is_nothing(cell)}
        self._headings = {heading.lower(): heading for heading in cells}
        self._read: set[str] = set()

    def __getitem__(self, heading: str) -> str:
        return self._cells.get(heading.lower(), "")

    def read(self, heading: str) -> str:
        """The same, for a cell that becomes a field."""
        self._read.add(heading.lower())
        return self[heading]

    def says_yes(self, heading: str) -> bool:
        return self[heading].lower() in ("yes", "true", "1", "y")

    def unread(self) -> Iterator[tuple[str, str]]:
        """What is said and not read yet, by the heading as it stands in the file."""
        return ((self._headings[key], cell) for key, cell in self._cells.items() if key not in self._read)


class Ties:
    """Learned in a first reading: how many doors each row carries, and the rows that doors are put together from.

    Those rows are kept as one text each: a large export must fit into memory.
    """

    def __init__(self, sheets: tuple[Sheet, ...]) -> None:
        self._children: list[tuple[str, str, str]] = []
        self.of_program: Counter[str] = Counter()
        self.of_site: Counter[str] = Counter()
        self._kept: dict[str, str] = {}
        self._headings: dict[str, tuple[str, ...]] = {}
        self._agencies: dict[str, Mapping[str, Any]] = {}
        self._learn(sheets)
        self.under_agency = Counter(parent for parent, level, number in self._children if self._is_door(level, number))
        self._children.clear()
        self._keep(sheets)

    def row(self, number: str) -> Columns:
        """The row of this number, if a door is put together from it."""
        if number not in self._kept:
            return Columns({})
        return Columns(dict(zip(self._headings[number], self._kept[number].split(_BETWEEN), strict=True)))

    def agency(self, number: str) -> Mapping[str, Any]:
        """What the agency says, the same value for all its doors."""
        if number not in self._agencies:
            told = dict(shown(self.row(number)))
            self._agencies[number] = MappingProxyType({"id": number, **told} if number else told)
        return self._agencies[number]

    def _learn(self, sheets: tuple[Sheet, ...]) -> None:
        for sheet in sheets:
            names = _names(sheet)
            for _, cells in sheet.rows():
                number, level, parent, program, site = (cells.get(name, "") for name in names)
                if parent not in ("", "0", number):
                    self._children.append((parent, level, number))
                if level == PROGRAM_AT_SITE:
                    self.of_program[program] += 1
                    self.of_site[site] += 1

    def _is_door(self, level: str, number: str) -> bool:
        carried = {PROGRAM: self.of_program, SITE: self.of_site}.get(level)
        return level in LEVELS and not (carried and carried[number])

    def _keep(self, sheets: tuple[Sheet, ...]) -> None:
        nothing = Counter[str]()
        carried = {AGENCY: self.under_agency, PROGRAM: self.of_program, SITE: self.of_site}
        for sheet in sheets:
            number_name, level_name, *_ = _names(sheet)
            for _, cells in sheet.rows():
                number = cells[number_name]
                if carried.get(cells[level_name], nothing)[number]:
                    self._kept[number] = _BETWEEN.join(cell.replace(_BETWEEN, " ") for cell in cells.values())
                    self._headings[number] = sheet.headings


_TYING = ("ResourceAgencyNum", "TaxonomyLevelName", "ParentAgencyNum", "ConnectsToProgramNum", "ConnectsToSiteNum")


def _names(sheet: Sheet) -> tuple[str, ...]:
    """The headings of `_TYING` as they stand in the table."""
    there = {heading.lower(): heading for heading in sheet.headings}
    return tuple(there.get(name.lower(), name) for name in _TYING)


_PLACE = (
    *("physicaladdress", "physicalcity", "physicalcounty", "physicalpostalcode", "physicallocation", "latitude"),
    *("longitude", "mailing", "other", "busservice", "publicaccess"),
)
_PRIVATE: Mapping[str, tuple[str, ...]] = {
    "MailingAddressIsPrivate": ("mailing",),
    "SeniorWorkerIsPrivate": ("seniorworker",),
    "MainContactIsPrivate": ("maincontact",),
    **{f"Phone{name}IsPrivate": (f"phone{name}".lower(),) for name in (*"12345", "Fax", "TTY", "TollFree")},
    **{
        f"PhoneNumber{name}IsPrivate": (f"phonenumber{name}".lower(),)
        for name in ("Hotline", "BusinessLine", "OutOfArea", "AfterHours")
    },
}
_ADDRESSES = (
    *("PhysicalAddress1", "PhysicalAddress2", "PhysicalCity", "PhysicalPostalCode", "PhysicalLocationDescription"),
    *("MailingAddress1", "MailingAddress2", "OtherAddress1", "OtherAddress2"),
)


def is_secret(columns: Columns) -> bool:
    """Whether the row says that its place is not to be known: by its mark, or in the words of an address (S-13)."""
    return columns.says_yes("PhysicalAddressIsPrivate") or says_secret(*(columns[name] for name in _ADDRESSES))


def shown(columns: Columns) -> Iterator[tuple[str, str]]:
    """What is not read yet, without what the row marks as private: such a cell is not taken, not even as it stands."""
    starts = [start for mark, some in _PRIVATE.items() if columns.says_yes(mark) for start in some]
    hidden = (*starts, *(_PLACE if is_secret(columns) else ()))
    told = ((heading, cell) for heading, cell in columns.unread() if not heading.lower().endswith("isprivate"))
    return ((heading, cell) for heading, cell in told if not heading.lower().startswith(hidden))
