"""Puts one door of an iCarol export together from its row, its program, its site and its agency."""

from collections.abc import Mapping
from dataclasses import replace

from navigator.resources.exchange import said
from navigator.resources.exchange.address import joined
from navigator.resources.exchange.dates import day_of
from navigator.resources.exchange.door import Door, Surroundings
from navigator.resources.exchange.icarol_rows import PROGRAM_AT_SITE, SITE, Columns, Ties, is_secret, shown
from navigator.resources.exchange.incoming import Incoming
from navigator.resources.exchange.open_days import hours_of_days
from navigator.resources.exchange.plain import plain
from navigator.resources.hours_text import Understood, read_hours_text
from navigator.resources.model import Address, Fact, PhoneKind, Status, Tri

_PHONES: Mapping[str, tuple[PhoneKind, str]] = {
    "PhoneNumberHotline": (PhoneKind.VOICE, "Hotline"),
    "Phone1": (PhoneKind.VOICE, ""),
    "Phone2": (PhoneKind.VOICE, ""),
    "Phone3": (PhoneKind.VOICE, ""),
    "Phone4": (PhoneKind.VOICE, ""),
    "Phone5": (PhoneKind.VOICE, ""),
    "PhoneTollFree": (PhoneKind.VOICE, "Toll-free"),
    "PhoneNumberAfterHours": (PhoneKind.VOICE, "After hours"),
    "PhoneNumberOutOfArea": (PhoneKind.VOICE, "From outside the area"),
    "PhoneNumberBusinessLine": (PhoneKind.VOICE, "Business line"),
    "PhoneTTY": (PhoneKind.TTY, ""),
    "PhoneFax": (PhoneKind.FAX, ""),
}
_TEXTS = (
    ("description", "AgencyDescription", ""),
    ("eligibility", "Eligibility", ""),
    ("payment", "FeeStructureSource", ""),
    ("payment", "PaymentMethods", ""),
    ("bring", "DocumentsRequired", ""),
    ("note", "ApplicationProcess", "How to apply"),
    ("note", "NormalWaitTime", "Wait"),
)
_PEOPLE = {
    "EligibilityAdult": Fact.ADULTS,
    "EligibilityChild": Fact.YOUTH,
    "EligibilityTeen": Fact.YOUTH,
    "EligibilityFamily": Fact.FAMILIES,
    "EligibilityFemale": Fact.WOMEN,
    "EligibilityMale": Fact.MEN,
}


def read_door(row: int, own: Columns, ties: Ties, around: Surroundings) -> Incoming:
    program, site = own, own
    if own["TaxonomyLevelName"] == PROGRAM_AT_SITE:
        program, site = ties.row(own["ConnectsToProgramNum"]), ties.row(own["ConnectsToSiteNum"])
    number = own["ResourceAgencyNum"]
    door = Door(row, number, own["ConnectsToProgramNum"] or number, around)
    secret = any(is_secret(columns) for columns in (own, program, site))
    if secret:
        door.hide()
    _name(door, own, program, secret=secret)
    _service(door, own, program, around)
    _agency(door, own, ties)
    _status(door, own, program)
    _place(door, own, site)
    for columns in dict.fromkeys((own, program, site)):
        _phones(door, columns)
    _hours(door, own, program, site)
    _rest(door, own, program, site)
    return door.done()


def _service(door: Door, own: Columns, program: Columns, around: Surroundings) -> None:
    for columns in dict.fromkeys((program, own)):
        door.add("alternate_names", (columns.read("AlternateName"), columns.read("OfficialName")))
        for field, column, label in _TEXTS:
            door.say(field, columns.read(column), label)
        for column in ("LanguagesOfferedList", "LanguagesOffered"):
            door.speaks(columns.read(column), column)
        door.browse(columns.read("WebsiteAddress"), "WebsiteAddress")
        _message(door, columns, around)
        _facts(door, columns)
    verified = day_of(own.read("LastVerifiedOn") or program.read("LastVerifiedOn"), around.setting.now.date())
    door.put(seen=verified.isoformat() if verified else "")


def _name(door: Door, own: Columns, program: Columns, *, secret: bool) -> None:
    """That of the program; a site is often called by its street, which must not be the name of a secret one."""
    name = program.read("PublicName") if program["TaxonomyLevelName"] != SITE else ""
    name = name or own.read("ProgramAgencyNamePublic") or ("" if secret else own.read("PublicName"))
    if not name:
        name = own["ParentAgency"] or own["ResourceAgencyNum"]
        door.repaired("The row has no name; it is called by the name of its agency.")
    door.say("name", name)


def _message(door: Door, columns: Columns, around: Surroundings) -> None:
    """A message for a time: shown while it is on, else only kept with the record."""
    today = around.setting.now.astimezone(around.setting.city.zone).date()
    ends = day_of(columns["TemporaryMessageExpires"], today)
    if not ends or ends >= today:
        door.say("note", columns.read("TemporaryMessage"))


def _facts(door: Door, columns: Columns) -> None:
    """A box that is not ticked says nothing: in the exports none is ticked for people who do not use them (S-02)."""
    door.knows({fact: Tri.YES for column, fact in _PEOPLE.items() if columns.says_yes(column)})
    door.knows(said.of_fees(columns["FeeStructureSource"]))
    door.knows(said.of_fees(columns["PaymentMethods"]))
    door.knows(said.of_access(columns["ApplicationProcess"]))
    door.knows(said.of_papers(columns["DocumentsRequired"]))
    door.knows(said.of_people(columns["Eligibility"]))
    youngest, oldest = said.ages_of(columns["Eligibility"])
    if (youngest, oldest) != (None, None):
        door.put(minimum_age=youngest, maximum_age=oldest)


def _agency(door: Door, own: Columns, ties: Ties) -> None:
    """An agency that is itself the door is its own organization."""
    number = own.read("ParentAgencyNum")
    door.say("organization", own.read("ParentAgency"))
    door.share("organization", ties.agency(own["ResourceAgencyNum"] if number in ("", "0") else number))


def _status(door: Door, own: Columns, program: Columns) -> None:
    for columns in (own, program):
        word = columns.read("AgencyStatus")
        if word.lower().startswith("active, but"):
            door.put(status=Status.DO_NOT_REFER, status_reason=f'The source lists it as "{word}".')
        elif word and not word.lower().startswith("active"):
            since = columns.read("MadeInactiveOn")
            told = f" since {since.split()[0]}" if since and not since.startswith("1900") else ""
            door.put(status=Status.CLOSED, status_reason=f'The source lists it as "{word}"{told}.')
            return


def _place(door: Door, own: Columns, site: Columns) -> None:
    place = own if own["PhysicalAddress1"] or own["PhysicalPostalCode"] else site
    line = joined(place.read("PhysicalAddress1"), place.read("PhysicalAddress2"))
    town, state = place.read("PhysicalCity"), place.read("PhysicalStateProvince")
    door.at(Address(line, town, state), place.read("PhysicalPostalCode"))
    door.stands(place.read("Latitude"), place.read("Longitude"), "Latitude")
    for columns in dict.fromkeys((own, site)):
        door.say("directions", columns.read("PhysicalLocationDescription"))
        door.say("directions", columns.read("BusServiceAccess"))
        door.knows(said.of_building(columns["DisabilitiesAccess"]))


def _phones(door: Door, columns: Columns) -> None:
    for start, (kind, words) in _PHONES.items():
        column = start if columns[start] else f"{start}Number"
        if not columns.says_yes(f"{start}IsPrivate"):
            told = columns.read(f"{start}Description") or columns.read(f"{start}Name")
            door.call(columns.read(column), column, kind, told or words)


def _hours(door: Door, *told: Columns) -> None:
    """Those of the door, else of its program, else of its site; typed ones where the text cannot be read whole."""
    columns = next((one for one in told if one["HoursOfOperation"] or hours_of_days(one["Hours"])), None)
    if columns is None:
        return
    text, typed = columns.read("HoursOfOperation"), hours_of_days(columns["Hours"])
    if typed and read_hours_text(text).understood is not Understood.WHOLE:
        door.open_at(replace(typed, text=plain(text) or typed.text))
        columns.read("Hours")
    else:
        door.open(text, "HoursOfOperation")


def _rest(door: Door, own: Columns, program: Columns, site: Columns) -> None:
    """What has no field stays with the part that says it."""
    number = own.read("ResourceAgencyNum")
    if program is own:
        own.read("TaxonomyLevelName")
        door.share("service", dict(shown(own)))
        return
    door.share("service", {"id": own.read("ConnectsToProgramNum"), **dict(shown(program))})
    door.share("location", {"id": own.read("ConnectsToSiteNum"), **dict(shown(site))})
    door.share("at_location", {"id": number, **dict(shown(own))})
