"""Reads the treatment locator of SAMHSA: a wide table with a column for each service code, and lists of OTPs."""

from collections.abc import Iterator, Mapping
from hashlib import blake2b

from navigator.errors import BadInput
from navigator.resources.exchange.address import joined
from navigator.resources.exchange.door import Door, Surroundings
from navigator.resources.exchange.incoming import Incoming, Part, Piece, Problem, Setting
from navigator.resources.exchange.plain import is_nothing
from navigator.resources.exchange.samhsa_codes import AGES, FACTS, GROUPS, LANGUAGES, PAYMENT, Codes
from navigator.resources.exchange.sheet import Row, Sheet
from navigator.resources.exchange.source import Source
from navigator.resources.model import Address, Status, Tri

_LIST_OF_CODES = ({"service_code", "service_name"}, {"category", "code", "name"})
_WIDE = {"name1", "street1"}
_OTP = {"program_name", "certification"}
_FIELDS = frozenset(
    {
        *("name1", "name2", "program_name", "dba", "street1", "street2", "street", "city", "state", "state_usa"),
        *("zip5", "zip", "zipcode", "zip4", "phone", "intake1", "intake2", "hotline1", "hotline2", "website"),
        *("latitude", "longitude"),
    }
)


def is_samhsa(source: Source) -> bool:
    """Refuses with a sentence a list of codes alone, which is easily taken for the directory it belongs to."""
    if source.tables and all(_is_list_of_codes(sheet) for sheet in source.tables):
        raise BadInput(
            f"{source.name}: this is SAMHSA's list of codes and what they mean, no directory. "
            "Import the table of facilities that uses them."
        )
    return any(_is_ours(sheet) for sheet in source.tables)


def read_samhsa(source: Source, setting: Setting) -> Iterator[Piece]:
    is_samhsa(source)
    around, codes = Surroundings(setting), Codes(setting.categories)
    seen: dict[str, int] = {}
    for sheet in source.tables:
        for line in sheet.lines():
            if isinstance(line, Row) and _is_ours(sheet):
                yield _piece(line, around, codes, seen)
            elif isinstance(line, Row):
                yield Part(line.number, f"{sheet.name}: no facility; it tells of codes.")
            else:
                yield line


def _is_list_of_codes(sheet: Sheet) -> bool:
    return any(needed <= _named(sheet) for needed in _LIST_OF_CODES) and not _is_ours(sheet)


def _is_ours(sheet: Sheet) -> bool:
    return any(needed <= _named(sheet) for needed in (_WIDE, _OTP))


def _named(sheet: Sheet) -> set[str]:
    return {heading.lower() for heading in sheet.headings}


def _piece(line: Row, around: Surroundings, codes: Codes, seen: dict[str, int]) -> Piece:
    cells = {heading.lower(): cell for heading, cell in line.cells.items() if heading.lower() in _FIELDS}
    name = cells.get("name1") or cells.get("program_name", "")
    if not name:
        return Problem(line.number, "name1", "", "The facility has no name.")
    key = line.cells.get("oid") or _key(cells)
    if seen.setdefault(key, line.number) != line.number:
        return Problem(line.number, "oid", key, f"The same facility stands in row {seen[key]} already.")
    return _door(line, key, cells, around, codes)


def _key(cells: Mapping[str, str]) -> str:
    """The locator's own download has no number for a facility: it is known again by name and street."""
    told = "|".join(cells.get(name, "").lower() for name in ("name1", "name2", "street1", "zip5", "zip"))
    return blake2b(told.encode(), digest_size=12).hexdigest()


def _door(line: Row, key: str, cells: Mapping[str, str], around: Surroundings, codes: Codes) -> Incoming:
    door = Door(line.number, key, key, around)
    names = [cells.get(name, "") for name in ("name1", "name2")]
    door.say("name", joined(*names) or cells.get("program_name", ""))
    door.say("organization", cells.get("name1") or cells.get("program_name", ""))
    door.add("alternate_names", (cells.get("dba", ""),))
    _reach(door, cells)
    if "certification" in {heading.lower() for heading in line.cells}:
        door.add("categories", codes.categories(("otp",)))
    given = codes.given(line.cells)
    _codes(door, codes, given)
    _status(door, line.cells)
    for heading, cell in line.cells.items():
        if heading.lower() not in _FIELDS and not codes.is_code(heading, cell):
            door.keep("service", heading, cell)
    door.keep("service", "service codes", ", ".join(given))
    return door.done()


def _reach(door: Door, cells: Mapping[str, str]) -> None:
    line = joined(cells.get("street1", ""), cells.get("street2", ""), cells.get("street", ""))
    state = cells.get("state_usa") or cells.get("state", "")
    postal_code = cells.get("zip5") or cells.get("zip") or cells.get("zipcode", "")
    door.at(Address(line, cells.get("city", ""), state), postal_code)
    door.stands(cells.get("latitude", ""), cells.get("longitude", ""), "latitude")
    for column, words in (("hotline1", "Hotline"), ("hotline2", "Hotline"), ("phone", ""), *_INTAKE):
        door.call(cells.get(column, ""), column, words=words)
    door.browse(cells.get("website", ""), "website")
    if not is_nothing(cells.get("zip4", "")):
        door.keep("location", "zip4", cells["zip4"])


_INTAKE = (("intake1", "Intake"), ("intake2", "Intake"))


def _codes(door: Door, codes: Codes, given: tuple[str, ...]) -> None:
    """What the codes of a facility say. A code that is not there says nothing: no answer was "no" (S-02)."""
    door.add("categories", codes.categories(given))
    door.add("languages", (LANGUAGES[code] for code in given if code in LANGUAGES))
    door.knows({FACTS[code]: Tri.YES for code in given if code in FACTS})
    for field, names in (("payment", PAYMENT), ("eligibility", AGES), ("eligibility", GROUPS)):
        told = [names[code] for code in given if code in names]
        label = "Groups with a program of their own" if names is GROUPS else ""
        door.say(field, ", ".join(dict.fromkeys(told)), label)


def _status(door: Door, cells: Mapping[str, str]) -> None:
    """Lists that a city collects over the years keep what the locator has taken out."""
    if cells.get("why_hidden", "").lower() == "source removed record":
        since = cells.get("date_lastfind", "")
        told = f" (last found {since})" if since else ""
        reason = f"Its source removed the record{told}."
        door.put(status=Status.DO_NOT_REFER, status_reason=reason)
