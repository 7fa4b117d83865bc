"""Puts one door of a VisionLink export together from a service and its agency."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from navigator.resources.exchange import said
from navigator.resources.exchange.address import joined
from navigator.resources.exchange.dates import day_of
from navigator.resources.exchange.door import Door, Surroundings
from navigator.resources.exchange.incoming import Incoming
from navigator.resources.exchange.open_days import Minutes, week_of
from navigator.resources.exchange.plain import plain
from navigator.resources.exchange.visionlink_cells import Cells, has_secret_address, without_secrets
from navigator.resources.hours_text import Understood, read_hours_text
from navigator.resources.model import Address, Fact, Hours, HoursKind, PhoneKind, Status, Tri
from navigator.resources.week import DAY, DAYS

_STATUSES = {
    "active": Status.ACTIVE,
    "new": Status.ACTIVE,
    "seasonal": Status.SEASONAL,
    "inactive": Status.CLOSED,
    "cancelled - do not use": Status.CLOSED,
    "rejected - do not use": Status.CLOSED,
}
"""Other words, such as "On Hold", mean that nobody should be sent there."""
_PEOPLE = {
    "individual men": Fact.MEN,
    "individual women": Fact.WOMEN,
    "couples": Fact.COUPLES,
    "families with children": Fact.FAMILIES,
    "households with pets": Fact.PETS,
    "children/youth (4-12)": Fact.YOUTH,
    "adolescents/teens (13-17)": Fact.YOUTH,
    "older adults (60+)": Fact.OLDER_ADULTS,
}
_TEXTS = (
    ("description", "ServiceSystem_Description", ""),
    ("eligibility", "ServiceSystem_Eligibility", ""),
    ("payment", "ServiceSystem_FeeStructure", ""),
    ("payment", "ServiceSystem_MethodOfPaymentAccepted", ""),
    ("bring", "ServiceSystem_DocumentsRequired", ""),
    ("note", "ServiceSystem_ApplicationintakeProcess", "How to apply"),
)
_ADDRESS = "AgencyAddressus_AgencyAddressus"


def service_door(row: int, cells: Cells, agency: Cells, shared: Mapping[str, Any], around: Surroundings) -> Incoming:
    """A service. Its sites are known by name only, so the address of the agency stands for it where it names none."""
    number = cells.read("Service_Id")
    door = Door(row, number, number, around)
    door.say("name", cells.read("ServiceSystem_Name") or agency["AgencySystem_Name"])
    door.say("organization", agency["AgencySystem_Name"])
    door.add("alternate_names", (cells.read("ServiceSystem_Aka"),))
    for field, column, label in _TEXTS:
        door.say(field, cells.read(column), label)
    _facts(door, cells)
    _common(door, cells, "Service", around)
    if not cells["ServiceSystem_Websiteurl"]:
        door.browse(agency["AgencySystem_Websiteurl"], "AgencySystem_Websiteurl")
    door.call(cells.read("ServiceSystem_PhoneMain"), "ServiceSystem_PhoneMain")
    _reach(door, cells, "Service")
    _sites(door, cells, agency)
    if has_secret_address(cells) or has_secret_address(agency):
        door.hide()
    cells.read("Agency_Id")
    door.share("organization", shared)
    door.share("service", without_secrets(cells))
    return door.done()


def agency_door(row: int, cells: Cells, around: Surroundings) -> Incoming:
    """An agency that has no service in this export."""
    number = cells["Agency_Id"]
    door = Door(row, f"agency {number}", f"agency {number}", around)
    for field in ("name", "organization"):
        door.say(field, cells.read("AgencySystem_Name"))
    door.add("alternate_names", (cells.read("AgencySystem_Aka"),))
    door.say("description", cells.read("AgencySystem_Description"))
    _common(door, cells, "Agency", around)
    door.call(cells.read("AgencySystem_HotlinePhoneNumber"), "AgencySystem_HotlinePhoneNumber", words="Hotline")
    _reach(door, cells, "Agency")
    _address(door, cells)
    if has_secret_address(cells):
        door.hide()
    cells.read("Agency_Id")
    door.share("organization", {"id": number, **without_secrets(cells)})
    return door.done()


def _common(door: Door, cells: Cells, kind: str, around: Surroundings) -> None:
    """What agencies and services have alike, under headings that begin with `kind`."""
    _status(door, cells, kind)
    column = f"{kind}Option_LanguagesOtherThanEnglish"
    door.speaks(", ".join(cells.words(column)), column)
    cells.read(column)
    door.browse(cells.read(f"{kind}System_Websiteurl"), f"{kind}System_Websiteurl")
    seen = day_of(cells.read(f"{kind}System_DateOfLastCompleteUpdate"), around.setting.now.date())
    door.put(seen=seen.isoformat() if seen else "")
    text_column = f"{kind}System_{'Hoursofoperation' if kind == 'Service' else 'HoursOfOperation'}"
    _hours(door, cells, text_column, f"{kind}Hoursofoperation_ModuleHoursofoperation")


def _reach(door: Door, cells: Cells, kind: str) -> None:
    door.call(cells.read(f"{kind}System_TddPhone"), f"{kind}System_TddPhone", PhoneKind.TTY)
    door.call(cells.read(f"{kind}System_Fax"), f"{kind}System_Fax", PhoneKind.FAX)


def _status(door: Door, cells: Cells, kind: str) -> None:
    words = (*cells.words(f"{kind}Option_Status"), cells[f"{kind}_Status"])
    for word in (word for word in words if word):
        status = _STATUSES.get(word.lower(), Status.DO_NOT_REFER)
        if status is not Status.ACTIVE:
            door.put(status=status, status_reason=f'The source lists it as "{word}".')
            return


def _facts(door: Door, cells: Cells) -> None:
    """Choices that are ticked; one that is not ticked says nothing (S-02)."""
    for column in ("ServiceOption_EligibilityHouseholdMembers", "ServiceOption_EligibilityAges"):
        ticked = (_PEOPLE.get(word.strip().lower()) for word in cells.words(column))
        door.knows({fact: Tri.YES for fact in ticked if fact})
    door.knows(said.of_fees(cells["ServiceSystem_FeeStructure"]))
    door.knows(said.of_fees(cells["ServiceSystem_MethodOfPaymentAccepted"]))
    door.knows(said.of_access(cells["ServiceSystem_ApplicationintakeProcess"]))
    door.knows(said.of_papers(cells["ServiceSystem_DocumentsRequired"]))
    door.knows(said.of_building(cells["ServiceSystem_AdaAccess"]))
    door.knows(said.of_people(cells["ServiceSystem_Eligibility"]))
    youngest, oldest = said.ages_of(cells["ServiceSystem_Eligibility"])
    if (youngest, oldest) != (None, None):
        door.put(minimum_age=youngest, maximum_age=oldest)


def _sites(door: Door, cells: Cells, agency: Cells) -> None:
    sites = cells.json("ServiceSite_ServiceSite_Both") or cells.json("ServiceSite_ServiceSite")
    names = [str(site["Name"]) for site in sites or () if isinstance(site, dict) and site.get("Name")]
    if names:
        door.hide_if_said(*names)
        door.say("directions", ", ".join(names), "Site")
    if not sites:
        _address(door, agency)


def _address(door: Door, cells: Cells) -> None:
    part = {name: cells.read(f"{_ADDRESS}_{name}") for name in ("address_1", "address_2", "city", "state", "zip")}
    door.at(Address(joined(part["address_1"], part["address_2"]), part["city"], part["state"]), part["zip"])
    door.stands(cells.read(f"{_ADDRESS}_latitude"), cells.read(f"{_ADDRESS}_longitude"), f"{_ADDRESS}_latitude")
    notes = cells.read(f"{_ADDRESS}_notes")
    door.hide_if_said(notes)
    door.say("directions", notes)


def _hours(door: Door, cells: Cells, text_column: str, typed_column: str) -> None:
    text, typed = cells.read(text_column), _typed(cells.json(typed_column))
    if typed and read_hours_text(text).understood is not Understood.WHOLE:
        door.open_at(replace(typed, text=plain(text)))
        cells.read(typed_column)
    else:
        door.open(text, text_column)


def _typed(value: Any) -> Hours | None:
    """The hours of {"open": {"Monday": [[[9,0],[17,30]]]}}; None where one of them cannot be read."""
    week = value.get("open") if isinstance(value, dict) else None
    if not isinstance(week, dict) or not week:
        return None
    try:
        days = {DAYS.index(day): [_times(*span) for span in spans] for day, spans in week.items()}
        return week_of(days, HoursKind.UNKNOWN, "")
    except (ValueError, TypeError):
        return None


def _times(opens: list[int], closes: list[int]) -> Minutes:
    """On a clock of 24 hours; "8 to 5" was meant otherwise and is refused."""
    start, end = (hour * 60 + minute for hour, minute in (opens, closes))
    if start == end or end < start < DAY // 2:
        raise ValueError("not plain")
    return start, end if end > start else end + DAY
