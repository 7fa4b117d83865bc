"""How alike two records are, and the search for those that are."""

from dataclasses import replace

import pytest

from navigator.resources.fields import Record
from navigator.resources.importing.blocking import Blocks
from navigator.resources.importing.faces import face_of
from navigator.resources.importing.likeness import DOUBTFUL, alike
from navigator.resources.model import Address, Entry, Phone, PhoneKind
from tests.resources.importing import HARBOR


def _with(**more: object) -> Entry:
    return replace(HARBOR, **more)


def _address(line: str, code: str = "19134") -> Address:
    return Address(line, "Philadelphia", "PA", code)


SURE = {
    "the same": {},
    "a slip in the name": {"name": "Harbor Withdrawl Unit"},
    "another order and small words": {"name": "The Unit of Harbor Withdrawal, Inc."},
    "another number at the same address": {"phones": (Phone("215-555-0199"),)},
    "no address": {"address": None},
    "the street spelled out, and a suite": {"address": _address("12 example st., Suite 4")},
    "the number with its country": {"phones": (Phone("+1 (215) 555-0142"),), "address": None},
}
DOUBTFUL_ONES = {
    "the same telephone at another address": {"address": _address("900 Sample Avenue")},
    "a longer name": {"name": "Harbor Withdrawal Unit North Building"},
    "the name alone": {"address": None, "phones": ()},
    "the name in another organization": {"organization": "Unlike Partners"},
}
OTHERS = {
    "another name at the same door": {"name": "Laundry and Showers"},
    "the name far away, with another number": {
        "address": _address("4 Sample Road", "15201"),
        "phones": (Phone("412-555-0100"),),
    },
    "a name that only shares a word": {"name": "Harbor Legal Aid"},
}


@pytest.mark.parametrize("more", SURE.values(), ids=SURE)
def test_records_are_one_when_name_and_number_or_address_agree(more):
    found = alike(Record(HARBOR), Record(_with(**more)))
    assert found.sure
    assert found.score >= 90


@pytest.mark.parametrize("more", DOUBTFUL_ONES.values(), ids=DOUBTFUL_ONES)
def test_a_person_must_look_where_one_thing_speaks_against_it(more):
    found = alike(Record(HARBOR), Record(_with(**more)))
    assert not found.sure
    assert DOUBTFUL <= found.score < 90


@pytest.mark.parametrize("more", OTHERS.values(), ids=OTHERS)
def test_other_places_are_not_brought_up(more):
    assert alike(Record(HARBOR), Record(_with(**more))).score < DOUBTFUL


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Safe House for Men", "Safe House for Women"),
        ("Inpatient Program", "Outpatient Program"),
        ("Shelter 1", "Shelter 2"),
        ("Adult Day Center", "Child Day Center"),
        ("Male Residence", "Female Residence"),
    ],
)
def test_one_word_that_tells_two_services_apart_is_never_overlooked(one, other):
    found = alike(Record(_with(name=one)), Record(_with(name=other)))
    assert not found.sure


def test_the_order_of_the_two_does_not_matter():
    for more in (SURE | DOUBTFUL_ONES | OTHERS).values():
        one, other = Record(HARBOR), Record(_with(**more))
        assert alike(one, other) == alike(other, one)


def test_reasons_say_what_is_alike_and_what_is_not():
    assert alike(Record(HARBOR), Record(_with(address=_address("900 Sample Avenue")))).reasons == (
        "same name",
        "same telephone",
        "another address",
    )


def test_a_fax_number_is_no_telephone_in_common():
    fax = (Phone("215-555-0142", PhoneKind.FAX),)
    one, other = _with(phones=fax, address=None), _with(phones=fax, address=None)
    assert not alike(Record(one), Record(other)).sure


def test_letters_with_marks_are_the_same_letters():
    assert alike(Record(_with(name="Casa Ébano")), Record(_with(name="casa ebano"))).sure


def _found(entries: list[Entry], asked: list[Entry]) -> set[tuple[int, int]]:
    blocks = Blocks([face_of(entry) for entry in entries])
    return {(one, other) for one, other, like in blocks.near([face_of(entry) for entry in asked]) if like.sure}


def test_the_search_finds_by_number_by_address_and_by_name():
    entries = [HARBOR, _with(name="Rose House", phones=(Phone("215-555-0101"),), address=_address("4 Sample Road"))]
    asked = [
        _with(name="Harbor Withdrawl Unit", address=None),
        _with(name="Rose Housse", phones=(), address=_address("4 Sample Rd")),
        _with(name="Somewhere Else", phones=(Phone("215-555-0177"),), address=None),
    ]
    assert _found(entries, asked) == {(0, 0), (1, 1)}


def test_a_number_that_very_many_share_still_leaves_the_right_one_to_be_found():
    entries = [
        _with(name=f"Program {number} of the City", address=_address(f"{number} Sample Road")) for number in range(200)
    ]
    assert _found(entries, [entries[150]]) == {(0, 150)}


def test_nothing_is_found_where_nothing_is():
    assert _found([], [HARBOR]) == set()
    assert _found([HARBOR], []) == set()
