"""HSDS tables of every version are joined by their ids, and nothing of them is passed over in silence (S-08)."""

import json
import zipfile

import pytest

from navigator.resources.exchange.hsds_tabular import is_hsds_tabular
from navigator.resources.exchange.incoming import Incoming, Part, Problem
from navigator.resources.exchange.source import open_source
from navigator.resources.model import Address, Fact, Phone, Tri
from tests.resources.hsds_support import only, read

OLD = {
    "organizations.csv": "id,name,description,url\n1,Example Health,Invented,http://example.org\n",
    "services.csv": "id,organization_id,name,status,application_process\n1,1,Harbor,active,Walk in\n",
    "locations.csv": "id,organization_id,name,latitude,longitude\n1,1,Harbor House,39.99,-75.11\n",
    "services_at_location.csv": "id,service_id,location_id\n9,1,1\n",
    "physical_addresses.csv": "id,location_id,address_1,city,state_province,postal_code\n"
    "1,1,12 Example Street,Philadelphia,PA,19134\n",
    "phones.csv": "id,location_id,service_id,service_at_location_id,number\n1,1,1,9,215-555-0142\n",
    "regular_schedules.csv": "service_id,weekday,opens_at,closes_at\n1,Monday,9:00am,5:00pm\n",
    "languages.csv": "id,service_id,language\n1,1,English\n2,1,Khmer\n",
    "accessibility_for_disabilities.csv": "id,location_id,accessibility\n1,1,Wheelchair accessible\n",
    "eligibility.csv": "service_id,eligibility\n1,Adults\n1,Veterans\n",
    "payments_accepted.csv": "id,service_id,payment\n1,1,cash\n",
}


def packed(tmp_path, files: dict[str, str]):
    path = tmp_path / "package.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        for name, text in files.items():
            archive.writestr(f"data/{name}", text)
    return path


def test_tables_of_the_first_version_become_one_door(tmp_path):
    found = only(read(packed(tmp_path, OLD)))
    entry = found.record.entry
    assert (found.key, entry.service_id, entry.name, entry.organization) == ("9", "1", "Harbor", "Example Health")
    assert entry.address == Address("12 Example Street", "Philadelphia", "PA", "19134")
    assert (entry.place, entry.phones) == ((39.99, -75.11), (Phone("215-555-0142"),))
    assert (entry.languages, entry.fact(Fact.WHEELCHAIR)) == (("English", "Khmer"), Tri.YES)
    assert (entry.eligibility, entry.payment, entry.note) == ("Adults; Veterans", "cash", "How to start: Walk in")
    assert [(span.start, span.end) for span in entry.hours[0].spans] == [(9 * 60, 17 * 60)]
    assert found.record.extra["organization"]["website"] == "http://example.org"


def test_a_folder_is_read_like_a_zip(tmp_path):
    for name, text in OLD.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert only(read(tmp_path)).record == only(read(packed(tmp_path / "..", OLD))).record


def test_a_service_without_a_place_has_one_door(tmp_path):
    alone = {name: OLD[name] for name in ("organizations.csv", "services.csv")}
    assert only(read(packed(tmp_path, alone))).key == "1"


def test_names_of_the_third_version_are_known(tmp_path):
    new = {
        "services.csv": "id,name,status,minimum_age\ns,Harbor,active,18\n",
        "service_at_location.csv": "id,service_id,location_id\na,s,l\n",
        "locations.csv": "id,location_type\nl,physical\n",
        "addresses.csv": "id,location_id,address_1,city,state_province,postal_code,country,address_type\n"
        "1,l,PO Box 1,Philadelphia,PA,19134,US,postal\n",
        "schedules.csv": "id,service_id,freq,byday,opens_at,closes_at\n1,s,WEEKLY,MO,09:00,17:00\n",
    }
    found = only(read(packed(tmp_path, new)))
    assert (found.key, found.record.entry.minimum_age, found.record.entry.address) == ("a", 18, None)
    assert found.record.extra["location"]["addresses"][0]["address_1"] == "PO Box 1"
    assert found.record.entry.hours[0].spans


def test_rows_that_belong_to_nothing_are_told_one_by_one(tmp_path):
    pieces = read(packed(tmp_path, OLD | {"languages.csv": "id,service_id,language\n1,7,English\n2,,Khmer\n"}))
    parts = [piece for piece in pieces if isinstance(piece, Part)]
    assert [part.row for part in parts] == [2, 3]
    assert all("languages.csv" in part.words for part in parts)


def test_a_place_and_an_agency_without_a_service_are_told(tmp_path):
    more = OLD | {
        "organizations.csv": OLD["organizations.csv"] + "2,Example Relief,Invented,\n",
        "locations.csv": OLD["locations.csv"] + "2,1,Empty House,,\n",
    }
    words = [piece.words for piece in read(packed(tmp_path, more)) if isinstance(piece, Part)]
    assert ["Example Relief" in words[0], "Empty House" in words[1]] == [True, True]


def test_a_link_to_a_service_that_is_not_there_is_a_problem(tmp_path):
    more = OLD | {"services_at_location.csv": "id,service_id,location_id\n9,1,1\n10,77,1\n"}
    (problem,) = [piece for piece in read(packed(tmp_path, more)) if isinstance(piece, Problem)]
    assert (problem.row, problem.column, problem.value) == (3, "service_id", "77")


def test_two_services_with_one_id_are_a_problem(tmp_path):
    more = OLD | {"services.csv": OLD["services.csv"] + "1,1,Another,active,\n"}
    kinds = [type(piece) for piece in read(packed(tmp_path, more))]
    assert kinds == [Incoming, Problem]


@pytest.mark.parametrize(
    "tables", [{"people.csv": "id,name\n1,A\n"}, {"services.csv": "name,phone\nHarbor,215-555-0142\n"}]
)
def test_other_tables_are_not_taken_for_hsds(tmp_path, tables):
    assert not is_hsds_tabular(open_source([packed(tmp_path, tables)]))


def test_a_cell_of_ours_that_is_no_json_any_more_stays_text(tmp_path):
    broken = OLD | {"services.csv": "id,organization_id,name,status,x_key:json\n1,1,Harbor,active,{oops\n"}
    assert only(read(packed(tmp_path, broken))).record.extra["service"]["x_key"] == "{oops"
    whole = OLD | {"services.csv": f"id,organization_id,name,status,x_key:json\n1,1,Harbor,active,{json.dumps(7)}\n"}
    assert only(read(packed(tmp_path, whole))).record.extra["service"]["x_key"] == 7
