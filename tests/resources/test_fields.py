"""Fields by name: values as JSON and back, differences, words (resources.fields)."""

import json
from dataclasses import replace

from hypothesis import given

from navigator.resources.field_words import words_of
from navigator.resources.fields import FIELDS, Record, differences, label_of, values_of, with_values
from navigator.resources.model import Address, Entry, Fact, Hours, HoursKind, Phone, Tri
from tests.resources.strategies import RECORDS

HARBOR = Entry("", "", "Harbor Withdrawal Unit", phones=(Phone("215-555-0142", words="intake", extension="7"),))


def canonical(record: Record) -> Record:
    """A place that is not known is not approximate either."""
    entry = record.entry if record.entry.place else replace(record.entry, approximate=False)
    return Record(entry, record.extra)


@given(RECORDS)
def test_values_make_the_same_record_again(record):
    values = json.loads(json.dumps(values_of(record)))
    again = with_values(Record(Entry("", "", "")), values)
    assert again == canonical(record)
    assert values_of(again) == values


@given(RECORDS, RECORDS)
def test_putting_in_every_difference_makes_one_record_the_other(one, other):
    made = differences(values_of(one), values_of(other))
    assert with_values(canonical(one), {each.field: each.after for each in made}) == canonical(other)
    assert all(each.before != each.after for each in made)


@given(RECORDS)
def test_every_value_can_be_said_in_words_under_a_label(record):
    for key, value in values_of(record).items():
        assert label_of(key)
        assert all(isinstance(line, str) for line in words_of(key, value))


def test_words_are_those_a_person_reads():
    values = values_of(
        Record(
            replace(
                HARBOR,
                address=Address("12 Example Street", "Philadelphia", "PA", "19134"),
                categories=("detox",),
                hours=(Hours(HoursKind.INTAKE, text="call first"),),
                facts={Fact.PETS: Tri.NO},
            )
        )
    )
    assert words_of("phones", values["phones"]) == ("215-555-0142 ext. 7 (intake)",)
    assert words_of("address", values["address"]) == ("12 Example Street, Philadelphia, PA 19134",)
    assert words_of("fact:pets welcome", values["fact:pets welcome"]) == ("no",)
    assert words_of("hours", values["hours"]) == ("Hours: “call first”",)
    assert words_of("categories", values["categories"]) == ("Detox",)
    assert words_of("bring", None) == ("not known",)


def test_every_fact_is_a_field_of_its_own():
    assert {f"fact:{fact.value}" for fact in Fact} <= FIELDS.keys()
