"""A door that becomes confidential on its way in keeps what S-13 allows and nothing of its place."""

from dataclasses import replace

import pytest

from navigator.resources.exchange.hidden import hidden, says_secret
from navigator.resources.exchange.incoming import Incoming
from navigator.resources.fields import Record
from navigator.resources.model import Address, Entry, Fact, Hours, HoursKind, Phone, Span, Status, Tri

ENTRY = Entry(
    id="",
    service_id="s1",
    source_id="d1",
    name="Beds at 77 Secret Rd",
    organization="Oak House",
    alternate_names=("The Secret House",),
    categories=("shelter",),
    kind="Secret kind",
    description="On Secret Rd.",
    address=Address("77 Secret Rd, Suite 2", "Ardmore", "PA", "19003"),
    directions="Behind Secret Rd",
    area="Secret Hill",
    place=(39.96, -75.19),
    approximate=True,
    phones=(Phone("215-555-0100", words="Secret desk"),),
    hours=(Hours(HoursKind.OFFICE, (Span(540, 1020),), "9 to 5 at Secret Rd"), Hours(HoursKind.UNKNOWN, text="secret")),
    eligibility="Women of Secret Rd",
    facts={Fact.WOMEN: Tri.YES},
    minimum_age=18,
    languages=("Spanish", "Secret tongue"),
    bring="A map of Secret Rd",
    url="http://secret.example",
    status=Status.SEASONAL,
    note="Secret note",
)


def incoming(entry: Entry = ENTRY) -> Incoming:
    return Incoming(4, "d1", Record(entry, {"location": {"id": "Secret"}}), ("Secret column",), repaired=("Secret",))


def test_only_what_is_allowed_stays() -> None:
    entry = hidden(incoming()).record.entry
    assert entry == Entry(
        id="",
        service_id="s1",
        source_id="d1",
        name="Beds",
        organization="Oak House",
        categories=("shelter",),
        phones=(Phone("215-555-0100"),),
        hours=(Hours(HoursKind.OFFICE, (Span(540, 1020),)),),
        facts={Fact.WOMEN: Tri.YES},
        minimum_age=18,
        languages=("Spanish",),
        status=Status.SEASONAL,
        confidential=True,
    )


def test_free_text_waits_by_field_and_the_place_is_not_among_it() -> None:
    door = hidden(incoming(), {"wait": "Two weeks"})
    assert set(door.free_text) == {
        *("alternate_names", "kind", "description", "phones", "hours", "eligibility", "languages", "bring", "note"),
        "wait",
    }
    for trace in ("77 Secret", "Ardmore", "19003", "39.96", "secret.example", "Secret Hill", "Behind"):
        assert trace not in repr(door.record)
        assert trace not in repr(door.free_text)
    assert not door.record.extra
    assert not door.repaired


def test_hiding_twice_changes_nothing() -> None:
    once = hidden(incoming(), {"wait": "Two weeks"})
    assert hidden(once) == once


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("77 secret rd", "Oak House"),
        ("Beds (77 Secret Rd)", "Beds"),
        ("77 Secret Rd - Beds", "Beds"),
        ("Secret Women", "Secret Women"),
    ],
)
def test_a_name_that_is_the_street_is_replaced(name: str, kept: str) -> None:
    assert hidden(incoming(replace(ENTRY, name=name))).record.entry.name == kept


def test_a_door_called_by_nothing_but_its_street_still_has_a_name() -> None:
    entry = replace(ENTRY, name="77 Secret Rd", organization="77 Secret Rd")
    assert hidden(incoming(entry)).record.entry.name == "Confidential service"


@pytest.mark.parametrize(
    "text",
    ["Confidential", "UNDISCLOSED LOCATION", "Address withheld", "Location is not given", "address unlisted"],
)
def test_words_that_say_a_place_is_secret(text: str) -> None:
    assert says_secret("", text)


@pytest.mark.parametrize("text", ["", "12 Oak St", "Address: 12 Oak St", "Location 4"])
def test_words_that_do_not(text: str) -> None:
    assert not says_secret(text)
