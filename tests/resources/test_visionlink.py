"""Exports of VisionLink: services with their agencies, legends, JSON in cells, confidential addresses."""

import csv
import io
from pathlib import Path

import pytest

from navigator.resources.model import Fact, Span, Status, Tri
from tests.resources.pieces import Read, Write

ORG = {
    "Agency_Id": "7",
    "Agency_CreateStamp": "2024-01-01",
    "Agency_Status": "active",
    "AgencySystem_Name": "Oak House",
    "AgencyAddressus_AgencyAddressus_address_1": "12 Oak St",
    "AgencyAddressus_AgencyAddressus_city": "Philadelphia",
    "AgencyAddressus_AgencyAddressus_state": "PA",
    "AgencyAddressus_AgencyAddressus_zip": "19104",
    "AgencyAddressus_ConfidentialAddress_country": "US",
    "AgencyAddressus_ConfidentialAddress_latitude": "0",
    "AgencySystem_HotlinePhoneNumber": "215-555-0100",
    "AgencySystem_Websiteurl": "www.example.org",
    "AgencyHoursofoperation_ModuleHoursofoperation": '{"open":{"Monday":[[[9,0],[17,30]]]},"closed":[]}',
}
SERVICE = {
    "Agency_Id": "7",
    "Service_Id": "70",
    "Service_CreateStamp": "2024-01-01",
    "ServiceSystem_Name": "Beds",
    "ServiceOption_Status": '["Active"]',
    "ServiceSystem_FeeStructure": "None",
    "ServiceSystem_PhoneMain": "215-555-0101",
    "ServiceOption_EligibilityHouseholdMembers": '["Individual Women"]',
}


@pytest.fixture
def table(write: Write) -> object:
    def of(name: str, *rows: dict[str, str]) -> Path:
        headings = list(dict.fromkeys(heading for row in rows for heading in row))
        legend = dict.fromkeys(headings, "text") | {
            heading: word
            for heading, word in {"Agency_Id": "Agency ID", "Service_Id": "Service ID"}.items()
            if heading in headings
        }
        stamps = dict.fromkeys((one for one in headings if one.endswith("CreateStamp")), "Unchangeable")
        into = io.StringIO()
        sheet = csv.DictWriter(into, headings)
        sheet.writeheader()
        sheet.writerows([legend | stamps, *rows])
        return write(name, into.getvalue())

    return of


def test_services_and_agencies_given_together_are_one_list(table: Read, read: Read) -> None:
    pieces = read(table("org.csv", ORG), table("service.csv", SERVICE))
    entry = pieces.door.record.entry
    assert (pieces.door.row, pieces.door.key, entry.name, entry.organization) == (3, "70", "Beds", "Oak House")
    assert entry.address
    assert entry.address.line == "12 Oak St"
    assert entry.facts == {Fact.FREE: Tri.YES, Fact.WOMEN: Tri.YES}
    assert entry.url == "http://www.example.org"
    assert [(part.row, part.words.split(":")[0][:14]) for part in pieces.parts] == [
        (2, "The legend"),
        (3, "An agency with"),
        (2, "The legend"),
    ]


def test_services_alone_keep_the_number_of_their_agency(table: Read, read: Read) -> None:
    door = read(table("service.csv", SERVICE)).door
    assert door.record.entry.organization == ""
    assert door.record.extra["organization"] == {"id": "7"}


def test_an_agency_without_services_is_a_door_with_typed_hours_of_json(table: Read, read: Read) -> None:
    entry = read(table("org.csv", ORG)).door.record.entry
    assert (entry.name, [phone.words for phone in entry.phones]) == ("Oak House", ["Hotline"])
    assert entry.hours[0].spans == (Span(540, 1050),)


def test_the_address_of_the_agency_is_not_taken_for_a_site_known_by_name_only(table: Read, read: Read) -> None:
    site = SERVICE | {"ServiceSite_ServiceSite_Both": '[{"Site_Id":3,"Name":"North Branch"}]'}
    entry = read(table("org.csv", ORG), table("service.csv", site)).door.record.entry
    assert entry.address is None
    assert entry.directions == "Site: North Branch"


@pytest.mark.parametrize("column", ["ConfidentialAddress_address_1", "ConfidentialMailingAddress_city"])
def test_a_confidential_address_hides_the_doors_of_its_agency_and_is_nowhere(
    table: Read, read: Read, column: str
) -> None:
    secret = ORG | {f"AgencyAddressus_{column}": "77 Secret Rd"}
    pieces = read(table("org.csv", secret), table("service.csv", SERVICE))
    assert pieces.door.record.entry.confidential
    assert [phone.number for phone in pieces.door.record.entry.phones] == ["215-555-0101"]
    assert "Secret Rd" not in repr(pieces)
    assert "Oak St" not in repr(pieces), "nobody knows which of the two addresses a service is at"
    (alone,) = read(table("org.csv", secret)).doors
    assert alone.record.entry.confidential
    assert "Secret Rd" not in repr(alone)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Active", Status.ACTIVE),
        ("Inactive", Status.CLOSED),
        ("Seasonal", Status.SEASONAL),
        ("On Hold - DO NOT USE", Status.DO_NOT_REFER),
    ],
)
def test_the_words_for_a_status_are_kept_as_its_reason(table: Read, read: Read, word: str, status: Status) -> None:
    entry = read(table("service.csv", SERVICE | {"ServiceOption_Status": f'["{word}"]'})).door.record.entry
    assert entry.status is status
    assert (word in entry.status_reason) is (status is not Status.ACTIVE)


def test_rows_without_a_number_or_with_one_twice_are_problems(table: Read, read: Read) -> None:
    pieces = read(table("service.csv", SERVICE, SERVICE, SERVICE | {"Service_Id": ""}))
    assert [problem.row for problem in pieces.problems] == [4, 5]
