"""SAMHSA's treatment locator: service codes become kinds of help and facts, lists of codes are refused."""

from pathlib import Path

import pytest

from navigator.errors import BadInput
from navigator.resources.model import Fact, Status, Tri
from tests.resources.pieces import Read, Write

HEAD = (
    "oid,name1,name2,street1,street2,city,state_usa,zip5,zip4,phone,intake1,hotline1,website,type_facility,why_hidden"
)
ROW = "5,Oak House,Clinic,12 Oak St,2nd Floor,Philadelphia,PA,19104,1234,215-555-0100,215-555-0101,,www.example.org"


def test_small_codes_are_of_the_substance_use_list(write: Write, read: Read) -> None:
    codes = "sa,dt,oit,md,pi_field,male,fem,chld,sp,f92,zz9"
    table = f"{HEAD},{codes}\n{ROW},SA,,True,True,True,True,True,True,False,False,True,True,True\n"
    door = read(write("list.csv", table)).door
    entry = door.record.entry
    assert (door.key, entry.name, entry.organization) == ("5", "Oak House, Clinic", "Oak House")
    assert entry.categories == ("detox", "drug-alcohol-outpatient")
    assert entry.facts == {Fact.MEDICAID: Tri.YES, Fact.PRIVATE_INSURANCE: Tri.YES, Fact.MEN: Tri.YES}
    assert entry.languages == ("Spanish", "Vietnamese")
    assert entry.payment == "Medicaid, Private health insurance"
    assert [(phone.number, phone.words) for phone in entry.phones] == [("215-555-0100", ""), ("215-555-0101", "Intake")]
    assert "zz9" in door.record.extra["service"]["service codes"]


@pytest.mark.parametrize(("codes", "kind"), [("PSY,MD,AH", ""), ("psy,md,ah", "MH")])
def test_capitals_or_the_type_of_facility_say_mental_health(write: Write, read: Read, codes: str, kind: str) -> None:
    table = f"{HEAD},{codes},x1,x2\n{ROW},{kind},,1,1,1,0,0\n"
    entry = read(write("list.csv", table)).door.record.entry
    assert entry.categories == ("psychiatric-hospital",)
    assert entry.facts == {Fact.MEDICAID: Tri.YES}
    assert entry.languages == ("American Sign Language",)


def test_a_facility_without_a_number_is_known_again_by_name_and_street(write: Write, read: Read) -> None:
    head, row = HEAD.removeprefix("oid,"), ROW.removeprefix("5,")
    first = read(write("one.csv", f"{head},md\n{row},SA,,True\n")).door
    again = read(write("two.csv", f"{head},md\n{row.replace('0100', '0109')},SA,,False\n")).door
    assert first.key == again.key
    assert "Oak" not in first.key


def test_a_record_that_the_locator_removed_is_not_referred_to(write: Write, read: Read) -> None:
    entry = read(write("list.csv", f"{HEAD},md\n{ROW},SA,Source removed record,True\n")).door.record.entry
    assert entry.status is Status.DO_NOT_REFER
    assert "removed" in entry.status_reason


def test_a_list_of_opioid_treatment_programs_is_one_by_its_columns(write: Write, read: Read) -> None:
    table = "oid,program_name,dba,street,city,state_usa,zipcode,phone,certification\n"
    row = "9,Oak Clinic,The Oaks,12 Oak St,Philadelphia,PA,19104,215-555-0100,Provisional\n"
    door = read(write("otp.csv", table + row)).door
    assert door.record.entry.categories == ("opioid-treatment",)
    assert door.record.entry.alternate_names == ("The Oaks",)
    assert door.record.extra["service"]["certification"] == "Provisional"


@pytest.mark.parametrize("head", ["service_code,category_code,service_name", "category,code,name"])
def test_a_list_of_codes_is_refused_by_what_it_is(write: Write, read: Read, head: str) -> None:
    with pytest.raises(BadInput, match="list of codes and what they mean, no directory"):
        read(write("codes.csv", f"{head}\na,b,c\n"))


def test_codes_beside_the_facilities_are_parts(write: Write, read: Read) -> None:
    codes = write("codes.csv", "service_code,category_code,service_name\nmd,PAY,Medicaid\n")
    pieces = read(write("list.csv", f"{HEAD},md\n{ROW},SA,,True\n"), codes)
    assert len(pieces.doors) == len(pieces.parts) == 1


def test_the_same_number_twice_and_no_name_are_problems(write: Write, read: Read) -> None:
    nameless = ROW.replace("Oak House", "")
    table = f"{HEAD},md\n{ROW},SA,,True\n{ROW},SA,,True\n{nameless},SA,,True\n"
    assert [problem.row for problem in read(write("list.csv", table)).problems] == [3, 4]


def test_every_facility_of_philadelphia_is_placed_and_sorted(corpora: Path, read: Read) -> None:
    doors = read(corpora / "samhsa" / "2021_siterecs_samhsa_ftloc.csv").doors
    assert all(door.record.entry.place and door.record.entry.phones for door in doors)
    assert sum(bool(door.record.entry.categories) for door in doors) >= 135
