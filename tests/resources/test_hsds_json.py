"""HSDS JSON is read whatever it is wrapped in; what a clinician needs stands in fields, all else beside them (S-08)."""

import gzip
import json

import pytest

from navigator.errors import BadInput
from navigator.resources.exchange.hsds_json import is_hsds_json
from navigator.resources.exchange.incoming import Part, Problem
from navigator.resources.exchange.source import open_source
from navigator.resources.model import Address, Fact, HoursKind, Phone, PhoneKind, Status, Tri
from tests.resources.hsds_support import doors, only, read, read_text, read_value

SERVICE = {
    "id": "0d7b0f0e-90a1-4f43-9a55-0f4a4f9a1c01",
    "name": "Harbor Withdrawal Unit",
    "status": "active",
    "organization": {
        "id": "0d7b0f0e-90a1-4f43-9a55-0f4a4f9a1c02",
        "name": "Example Health",
        "description": "Invented.",
    },
}
PLACE = {
    "id": "0d7b0f0e-90a1-4f43-9a55-0f4a4f9a1c03",
    "location": {
        "id": "0d7b0f0e-90a1-4f43-9a55-0f4a4f9a1c04",
        "location_type": "physical",
        "latitude": 39.99,
        "longitude": -75.11,
        "addresses": [
            {
                "id": "0d7b0f0e-90a1-4f43-9a55-0f4a4f9a1c05",
                "address_1": "12 Example Street",
                "address_2": "Floor 3",
                "city": "Philadelphia",
                "state_province": "PA",
                "postal_code": "19134",
                "country": "US",
                "address_type": "physical",
            }
        ],
    },
}


def service(**more: object) -> dict:
    return SERVICE | more


def phone(number: str, **more: object) -> dict:
    return {"id": "0d7b0f0e-90a1-4f43-9a55-0f4a4f9a1c09", "number": number, **more}


def entry(tmp_path, **more: object):
    return only(read_value(tmp_path, service(**more))).record.entry


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(SERVICE),
        json.dumps([SERVICE]),
        json.dumps({"total_pages": 1, "page_number": 1, "contents": [SERVICE]}),
        json.dumps(SERVICE) + "\n",
        json.dumps({name: SERVICE[name] for name in ("id", "name", "status")}) + "\n",
        json.dumps({"id": "x", "name": "Example Health", "services": [SERVICE]}),
        json.dumps({"id": SERVICE["id"], "service": SERVICE}),
    ],
)
def test_one_service_is_one_door_in_every_wrapping(tmp_path, text):
    found = only(read_text(tmp_path, text))
    assert (found.key, found.record.entry.name) == (SERVICE["id"], "Harbor Withdrawal Unit")


def test_json_lines_and_packed_files_are_read_record_by_record(tmp_path):
    path = tmp_path / "many.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(json.dumps(service(id=f"s{n}")) for n in range(3)).encode()))
    assert [(one.row, one.key) for one in doors(read(path))] == [(1, "s0"), (2, "s1"), (3, "s2")]


def test_each_place_of_a_service_is_a_door_and_they_know_that_they_belong_together(tmp_path):
    other = {"id": "0d7b0f0e-90a1-4f43-9a55-0f4a4f9a1c13", "location": {"id": "p2", "location_type": "virtual"}}
    found = doors(read_value(tmp_path, service(service_at_locations=[PLACE, other])))
    assert [one.key for one in found] == [PLACE["id"], other["id"]]
    assert {one.record.entry.service_id for one in found} == {SERVICE["id"]}
    assert found[0].record.entry.address == Address("12 Example Street, Floor 3", "Philadelphia", "PA", "19134")
    assert found[0].record.entry.place == (39.99, -75.11)
    assert found[1].record.entry.address is None


def test_the_number_nearest_to_the_person_wins_and_a_fax_is_not_one_to_call(tmp_path):
    fax = PLACE | {"phones": [phone("215-555-0101", type="fax")]}
    found = entry(
        tmp_path,
        service_at_locations=[fax],
        phones=[phone("(215) 555-0102", type="voice", extension=7, description="Intake")],
        organization=SERVICE["organization"] | {"phones": [phone("215-555-0103")]},
    )
    assert found.phones == (Phone("215-555-0102", PhoneKind.VOICE, "Intake", "7"),)
    assert entry(tmp_path, phones=[phone("215-555-0104", type="textphone")]).phones[0].kind is PhoneKind.TTY
    assert entry(tmp_path, phones=[phone("+44 1234 234567")]).phones == (Phone("+44 1234 234567"),)


def test_an_alert_and_the_way_in_stand_where_a_clinician_reads_them(tmp_path):
    found = entry(tmp_path, alert="Closed this week.", application_process="Walk in before 9 AM")
    assert found.note == "Alert: Closed this week.\nHow to start: Walk in before 9 AM"
    assert entry(tmp_path, application_process="None").note == ""


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("active", Status.ACTIVE),
        ("inactive", Status.CLOSED),
        ("defunct", Status.CLOSED),
        ("temporarily closed", Status.TEMPORARILY_CLOSED),
    ],
)
def test_the_words_of_hsds_for_a_status(tmp_path, said, status):
    assert entry(tmp_path, status=said).status is status


def test_a_status_that_hsds_does_not_know_is_kept_and_counted(tmp_path):
    found = only(read_value(tmp_path, service(status="paused")))
    assert (found.record.entry.status, found.kept_as_text) == (Status.ACTIVE, ("status",))
    assert found.record.extra["service"]["status"] == "paused"


def test_the_publishers_check_is_no_check_of_ours(tmp_path):
    found = entry(tmp_path, assured_date="2026-03-01")
    assert (found.seen, found.verified, found.due_on) == ("2026-03-01", None, None)


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("Wheelchair accessible", Tri.YES),
        ("Handicap accessible", Tri.YES),
        ("Not wheelchair accessible", Tri.NO),
        ("Call about wheelchair access", Tri.UNKNOWN),
        ("Limited wheelchair access", Tri.UNKNOWN),
        ("Large print", Tri.UNKNOWN),
    ],
)
def test_wheelchair_access_is_known_only_where_it_is_said_plainly(tmp_path, words, known):
    place = PLACE | {"location": PLACE["location"] | {"accessibility": [{"id": "a", "description": words}]}}
    assert entry(tmp_path, service_at_locations=[place]).fact(Fact.WHEELCHAIR) is known


def test_a_position_that_stands_the_wrong_way_round_is_put_right_and_told(tmp_path):
    turned = PLACE | {"location": PLACE["location"] | {"latitude": -75.11, "longitude": 39.99}}
    found = only(read_value(tmp_path, service(service_at_locations=[turned])))
    assert found.record.entry.place == (39.99, -75.11)
    assert found.repaired == ("Latitude and longitude stood the wrong way round.",)
    assert found.record.extra["location"]["latitude"] == -75.11


def test_schedules_become_typed_hours_and_stay_as_they_came(tmp_path):
    schedules = [{"id": "h", "freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00", "closes_at": "17:00"}]
    found = only(read_value(tmp_path, service(schedules=schedules)))
    (hours,) = found.record.entry.hours
    assert (hours.kind, len(hours.spans)) == (HoursKind.UNKNOWN, 2)
    assert found.record.extra["service"]["schedules"] == schedules


def test_a_term_of_the_treatment_locator_is_a_kind_of_help_of_ours(tmp_path):
    terms = [
        {"id": code, "code": code, "name": code, "description": "", "taxonomy": "SAMHSA codes"}
        for code in ("MH", "WI", "MD")
    ]
    told = entry(tmp_path, attributes=[{"id": "a", "taxonomy_term": term} for term in terms])
    assert (told.categories, told.payment) == (("crisis-center",), "Medicaid")
    assert (told.fact(Fact.MEDICAID), told.fact(Fact.MEDICARE)) == (Tri.YES, Tri.UNKNOWN)


def test_a_place_that_is_said_to_be_confidential_has_none_here(tmp_path):
    secret = {"id": "p", "location_type": "physical", "name": "Cedar House", "description": "Confidential location."}
    at = {"id": "at", "location": PLACE["location"] | secret}
    found = only(
        read_value(tmp_path, service(service_at_locations=[at], description="Behind the mill.", x_key="by the mill"))
    )
    assert found.record.entry.confidential
    assert (found.record.entry.address, found.record.entry.place, dict(found.record.extra)) == (None, None, {})
    assert found.free_text["description"] == "Behind the mill."
    assert "mill" not in repr(found.record)


def test_confidential_counseling_is_no_confidential_place(tmp_path):
    open_ = PLACE | {"location": PLACE["location"] | {"description": "Free, confidential counseling."}}
    assert not entry(tmp_path, service_at_locations=[open_]).confidential


@pytest.mark.parametrize(
    ("broken", "column"),
    [({"name": ""}, "name"), ({"name": 7}, "name"), ({"id": ""}, "id"), ({"service_at_locations": [{}]}, "service_at")],
)
def test_a_record_that_cannot_be_taken_is_a_problem_with_its_row_and_column(tmp_path, broken, column):
    (_, bad) = read_value(tmp_path, [SERVICE, service(**broken)])
    assert isinstance(bad, Problem)
    assert bad.row == 2
    assert bad.column.startswith(column)


def test_what_has_the_wrong_type_is_kept_as_it_is(tmp_path):
    found = only(read_value(tmp_path, service(email=False, minimum_age="twelve", url="example/harbor")))
    assert found.record.extra["service"] | {"email": False, "minimum_age": "twelve"} == found.record.extra["service"]
    assert set(found.kept_as_text) == {"minimum_age", "url"}


def test_an_organization_without_a_service_is_told_and_is_no_door(tmp_path):
    (part,) = read_value(tmp_path, {"id": "o", "name": "Example Health", "website": "http://example.org"})
    assert isinstance(part, Part)
    assert "Example Health" in part.words


def test_the_other_pages_of_a_list_are_missed(tmp_path):
    page, _ = read_value(tmp_path, {"total_pages": 4, "page_number": 2, "contents": [SERVICE]})
    assert isinstance(page, Part)
    assert "page 2 of 4" in page.words


@pytest.mark.parametrize(
    "answer",
    [
        {"version": "3.0", "openapi_url": "https://example.org/openapi.json"},
        {"isUp": True, "isServiceFound": True},
        [{"label": "Example Council", "isServicesValid": True}],
        {"service": {}, "definitions": {"columns": {}}, "content": []},
    ],
)
def test_what_an_interface_says_of_itself_is_no_directory(tmp_path, answer):
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(answer), encoding="utf-8")
    with pytest.raises(BadInput, match=r"answer\.json.*no services"):
        is_hsds_json(open_source([path]))


def test_a_file_that_ends_too_soon_is_refused_by_name(tmp_path):
    with pytest.raises(BadInput, match=r"given\.json"):
        read_text(tmp_path, json.dumps([SERVICE, SERVICE])[:-40])


def test_a_published_list_of_services_without_names_is_four_problems(corpora):
    found = read(corpora / "hsds-oruk-mock/V3.0-UK-Fail/service_list.json")
    assert [(one.row, one.column) for one in found if isinstance(one, Problem)] == [(n, "name") for n in (1, 2, 3, 4)]
