"""Exports of iCarol: what hangs on what, what is private, what is no longer offered."""

import csv
import io
from pathlib import Path

import pytest

from navigator.resources.exchange.incoming import Part
from navigator.resources.model import Fact, HoursKind, PhoneKind, Span, Status, Tri
from tests.resources.pieces import Pieces, Read, Write

AGENCY = {
    "ResourceAgencyNum": "1",
    "PublicName": "Oak House",
    "TaxonomyLevelName": "Agency",
    "ParentAgency": "Oak House",
}
PROGRAM = {
    "ResourceAgencyNum": "20",
    "PublicName": "Beds",
    "TaxonomyLevelName": "Program",
    "ParentAgency": "Oak House",
    "ParentAgencyNum": "1",
    "AgencyStatus": "Active",
}
SITE = {
    "ResourceAgencyNum": "30",
    "PublicName": "Oak Street",
    "TaxonomyLevelName": "Site",
    "ParentAgencyNum": "1",
    "PhysicalAddress1": "12 Oak St",
    "PhysicalCity": "Philadelphia",
    "PhysicalStateProvince": "PA",
    "PhysicalPostalCode": "19104-1234",
    "Phone1Number": "(215) 555-0102",
}
LINK = {
    "ResourceAgencyNum": "40",
    "PublicName": "Beds at Oak Street",
    "TaxonomyLevelName": "ProgramAtSite",
    "ParentAgency": "Oak House",
    "ParentAgencyNum": "1",
    "ConnectsToProgramNum": "20",
    "ConnectsToSiteNum": "30",
    "IsLinkOnly": "TRUE",
    "AgencyStatus": "Active",
}


@pytest.fixture
def export(write: Write, read: Read) -> object:
    def of(*rows: dict[str, str]) -> Pieces:
        headings = list(dict.fromkeys([*AGENCY, *(name for row in rows for name in row)]))
        into = io.StringIO()
        table = csv.DictWriter(into, headings, lineterminator="\r\n")
        table.writeheader()
        table.writerows(rows)
        return read(write("export.csv", into.getvalue()))

    return of


def test_a_program_at_a_site_is_a_door_put_together_from_both(export: Read) -> None:
    program = PROGRAM | {"AgencyDescription": "<p>Beds &amp; meals.</p>", "Phone1Number": "215-555-0100"}
    pieces = export(AGENCY, program, LINK, SITE)
    entry = pieces.door.record.entry
    assert (pieces.door.row, pieces.door.key, entry.service_id) == (4, "40", "20")
    assert (entry.name, entry.organization, entry.description) == ("Beds", "Oak House", "Beds & meals.")
    assert entry.address
    assert (entry.address.line, entry.address.postal_code, entry.area) == ("12 Oak St", "19104", "University City")
    assert entry.approximate, "only the ZIP is known"
    assert [phone.number for phone in entry.phones] == ["215-555-0100", "215-555-0102"]
    assert [part.row for part in pieces.parts] == [2, 3, 5]
    assert [part.words.split(";")[0] for part in pieces.parts] == [
        "An agency with 1 door",
        "A program with 1 door",
        "A site with 1 door",
    ]


def test_places_of_one_program_are_places_of_one_service(export: Read) -> None:
    other = SITE | {"ResourceAgencyNum": "31", "PhysicalAddress1": "3 Elm St"}
    link = LINK | {"ResourceAgencyNum": "41", "ConnectsToSiteNum": "31"}
    doors = export(AGENCY, PROGRAM, LINK, link, SITE, other).doors
    assert {door.record.entry.service_id for door in doors} == {"20"}
    assert [door.record.entry.address.line for door in doors if door.record.entry.address] == ["12 Oak St", "3 Elm St"]


def test_what_carries_nothing_is_a_door_of_its_own(export: Read) -> None:
    pieces = export(AGENCY, PROGRAM | {"ParentAgencyNum": "9"}, SITE | {"ParentAgencyNum": "9"})
    assert [door.key for door in pieces.doors] == ["1", "20", "30"]
    assert not pieces.parts


def test_what_the_agency_says_stands_with_its_doors_and_taxonomy_only_there(export: Read) -> None:
    program = PROGRAM | {"TaxonomyTerms": "Invented Terms", "TaxonomyCodes": "ZZ-1"}
    door = export(AGENCY | {"MailingCity": "Ardmore"}, program).door
    assert door.record.extra["organization"]["MailingCity"] == "Ardmore"
    assert door.record.extra["organization"]["id"] == "1"
    assert door.record.extra["service"]["TaxonomyTerms"] == "Invented Terms"
    assert door.record.entry.categories == ()
    assert door.record.entry.kind == ""


@pytest.mark.parametrize("where", ["program", "site", "link"])
def test_a_private_address_makes_the_door_confidential_and_is_nowhere(export: Read, where: str) -> None:
    rows = {"program": PROGRAM, "site": SITE, "link": LINK}
    rows[where] = rows[where] | {"PhysicalAddressIsPrivate": "Yes", "MailingAddress1": "PO Box 7"}
    door = export(AGENCY, rows["program"], rows["link"], rows["site"]).door
    assert door.record.entry.confidential
    assert "Oak St" not in repr(door)
    assert "PO Box" not in repr(door)
    assert "19104" not in repr(door)
    assert not door.record.extra


def test_a_private_address_of_the_agency_is_not_carried_by_its_open_doors(export: Read) -> None:
    agency = AGENCY | {"PhysicalAddress1": "Confidential", "MailingAddress1": "77 Secret Rd", "Latitude": "39.9"}
    door = export(agency, PROGRAM | {"PhysicalAddress1": "12 Oak St"}).door
    assert not door.record.entry.confidential
    assert "Secret Rd" not in repr(door)


@pytest.mark.parametrize("column", ["PhysicalAddress1", "MailingAddress1", "PhysicalLocationDescription"])
def test_the_word_confidential_for_an_address_hides_the_door(export: Read, column: str) -> None:
    told = {column: "Confidential location", "Phone1Number": "215-555-0100", "AgencyDescription": "A house on Elm St."}
    door = export(PROGRAM | told).door
    entry = door.record.entry
    assert entry.confidential
    assert [phone.number for phone in entry.phones] == ["215-555-0100"]
    assert (entry.address, entry.place, entry.description) == (None, None, "")
    assert door.free_text["description"] == "A house on Elm St."


def test_private_phones_are_not_taken_anywhere(export: Read) -> None:
    told = {"Phone1Number": "215-555-0100", "Phone2Number": "215-555-0199", "Phone2IsPrivate": "TRUE"}
    hotline = {"PhoneNumberHotline": "215-555-0198", "PhoneNumberHotlineIsPrivate": "Yes"}
    door = export(PROGRAM | told | hotline).door
    assert [phone.number for phone in door.record.entry.phones] == ["215-555-0100"]
    assert "0199" not in repr(door)
    assert "0198" not in repr(door)


def test_the_hotline_is_dialled_first_and_numbers_are_said_once(export: Read) -> None:
    told = {
        "Phone1Number": "215-555-0100",
        "Phone1Name": "Main",
        "Phone2Number": "(215) 555-0100",
        "PhoneNumberHotline": "988",
        "PhoneFax": "215-555-0101",
        "Phone5Number": "215-555-0103",
        "Phone5Description": "TTY/TDD Number",
    }
    phones = export(PROGRAM | told).door.record.entry.phones
    assert [(phone.number, phone.kind, phone.words) for phone in phones] == [
        ("988", PhoneKind.VOICE, "Hotline"),
        ("215-555-0100", PhoneKind.VOICE, "Main"),
        ("215-555-0103", PhoneKind.TTY, "TTY/TDD Number"),
        ("215-555-0101", PhoneKind.FAX, ""),
    ]


def test_inactive_is_closed_with_its_reason_and_not_dropped(export: Read) -> None:
    gone = PROGRAM | {"AgencyStatus": "Inactive", "MadeInactiveOn": "2025-06-09 19:29:58"}
    paused = PROGRAM | {"ResourceAgencyNum": "21", "AgencyStatus": "Active, but do not refer"}
    entries = [door.record.entry for door in export(gone, paused).doors]
    assert [entry.status for entry in entries] == [Status.CLOSED, Status.DO_NOT_REFER]
    assert entries[0].status_reason == 'The source lists it as "Inactive" since 2025-06-09.'


def test_only_ticked_boxes_and_plain_words_become_facts(export: Read) -> None:
    told = {
        "EligibilityFemale": "TRUE",
        "EligibilityMale": "FALSE",
        "Eligibility": "Must be between ages 5 - 14",
        "FeeStructureSource": "No Fee",
        "PhysicalCounty": "-1",
    }
    entry = (door := export(PROGRAM | told).door).record.entry
    assert entry.facts == {Fact.WOMEN: Tri.YES, Fact.FREE: Tri.YES}
    assert (entry.minimum_age, entry.maximum_age) == (5, 14)
    assert "PhysicalCounty" not in door.record.extra["service"], "-1 is how it writes unknown"


def test_typed_hours_stand_in_where_the_text_cannot_be_read(export: Read) -> None:
    told = {"HoursOfOperation": "ask the janitor", "Hours": "Mon 08:00 - 16:00;"}
    (hours,) = export(PROGRAM | told).door.record.entry.hours
    assert (hours.kind, hours.spans, hours.text) == (HoursKind.UNKNOWN, (Span(480, 960),), "ask the janitor")


def test_messages_are_shown_while_they_are_on(export: Read) -> None:
    on = PROGRAM | {"TemporaryMessage": "Use the side door.", "TemporaryMessageExpires": "7/1/26 0:00"}
    past = on | {"ResourceAgencyNum": "21", "TemporaryMessageExpires": "1/10/12 0:00"}
    first, second = export(on, past).doors
    assert first.record.entry.note == "Use the side door."
    assert second.record.entry.note == ""
    assert second.record.extra["service"]["TemporaryMessage"] == "Use the side door."


def test_what_cannot_be_read_stays_under_its_heading_and_is_counted(export: Read) -> None:
    door = export(PROGRAM | {"Phone1Number": "555-0100", "WebsiteAddress": "see poster"}).door
    assert door.kept_as_text == ("WebsiteAddress", "Phone1Number")
    assert door.record.extra["at_location"]["Phone1Number"] == "555-0100"


def test_rows_that_cannot_be_tied_are_problems(export: Read) -> None:
    pieces = export(PROGRAM, PROGRAM, PROGRAM | {"ResourceAgencyNum": ""}, SITE | {"TaxonomyLevelName": "Branch"})
    assert [(problem.row, problem.column) for problem in pieces.problems] == [
        (3, "ResourceAgencyNum"),
        (4, "ResourceAgencyNum"),
        (5, "TaxonomyLevelName"),
    ]


def test_a_program_without_a_name_is_called_by_its_agency_and_it_is_said(export: Read) -> None:
    door = export(AGENCY, PROGRAM | {"PublicName": ""}).door
    assert door.record.entry.name == "Oak House"
    assert "has no name" in door.repaired[0]


def test_the_export_of_2025_has_private_marks_and_places(corpora: Path, read: Read) -> None:
    pieces = read(corpora / "icarol" / "export-2025-169-columns.csv")
    assert len({door.record.entry.service_id for door in pieces.doors}) == 6
    assert all(door.record.entry.place for door in pieces.doors)
    assert all(isinstance(piece, Part) for piece in pieces if piece not in pieces.doors)


@pytest.mark.parametrize("level", ["Site", "ProgramAtSite"])
def test_a_secret_site_is_not_called_by_its_street(export: Read, level: str) -> None:
    alone = {
        "TaxonomyLevelName": level,
        "PublicName": "At 77 Secret Rd",
        "ConnectsToProgramNum": "",
        "ParentAgencyNum": "9",
    }
    told = {"ParentAgency": "Oak House", "PhysicalAddress1": "77 Secret Road", "PhysicalAddressIsPrivate": "Yes"}
    door = export(SITE | alone | told).door
    assert door.record.entry.name == "Oak House"
    assert "Secret" not in repr(door)
