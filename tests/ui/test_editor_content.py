"""What the editor's form holds as text, and what of it becomes values: an untouched field stays as it was."""

from dataclasses import replace
from datetime import date

import pytest

from navigator.city import load_city
from navigator.resources.confidential import allowed
from navigator.resources.fields import FIELDS, Record, values_of, with_values
from navigator.resources.model import Address, DatedHours, Entry, Fact, Hours, HoursKind, Phone, PhoneKind, Span, Tri
from navigator.ui.directory.editor.content import (
    NOT_KEPT,
    HoursLine,
    PhoneLine,
    hours_lines,
    hours_text,
    phone_lines,
    phones_text,
    written,
)
from navigator.ui.directory.editor.merging import SEEN, merge, restore
from navigator.ui.directory.editor.troubles import NO_AGE, NO_NAME, NO_REASON, NO_ZIP, troubles_of
from navigator.ui.directory.editor.values import changed_values, read_hours
from navigator.ui.directory.phone_reading import NO_NUMBER, read_phone
from tests.ui.desk_of_find import HARBOR, SAFE_HAVEN

TODAY = date(2026, 11, 23)
ZIPS = load_city("philadelphia").zips
RECORD = Record(HARBOR)


def changed(record: Record, **typed: str):
    now = written(record) | {key.replace("__", "."): text for key, text in typed.items()}
    return changed_values(record, written(record), now, ZIPS, TODAY)


def troubles(record: Record, **typed: str):
    texts = {key.replace("__", "."): text for key, text in typed.items()}
    return troubles_of(record, texts, written(record) | texts, TODAY)


def test_a_record_that_nobody_touched_has_no_changed_values():
    assert changed(RECORD) == {}


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("name", "Harbor Detox", "Harbor Detox"),
        ("alternate_names", "HWU\nThe Harbor\nHWU", ["HWU", "The Harbor"]),
        ("categories", "detox\nshelter", ["detox", "shelter"]),
        ("minimum_age", "21", 21),
        ("minimum_age", "", None),
        ("fact:takes men", "no", "no"),
        ("fact:takes men", "", None),
        ("status_until", "2026-12-24", "2026-12-24"),
        ("status_until", "tomorrow", "2026-11-24"),
    ],
)
def test_what_was_typed_is_the_value_of_its_field_and_of_no_other(key, text, value):
    assert changed(RECORD, **{key: text}) == {key: value}


def test_every_value_that_is_typed_can_be_put_into_the_record():
    typed = {"name": "Harbor", "url": "example.org", "fact:pets welcome": "yes", "status": "closed"}
    values = changed(RECORD, **typed)
    assert {key: values_of(with_values(RECORD, values))[key] for key in typed} == typed


def test_another_address_makes_the_place_about_from_its_zip():
    values = changed(RECORD, address__line="12 Elsewhere Street", address__postal_code="19104")
    assert values["address"]["line"] == "12 Elsewhere Street"
    assert values["place"] == [ZIPS["19104"].latitude, ZIPS["19104"].longitude, True]


def test_a_place_that_moved_to_an_unknown_zip_is_not_known_on_the_map():
    assert changed(RECORD, address__postal_code="10001")["place"] is None


def test_an_address_that_was_emptied_is_no_address():
    values = changed(RECORD, address__line="", address__city="", address__state="", address__postal_code="")
    assert values["address"] is None


def test_a_number_is_kept_as_it_is_dialled():
    lines = [PhoneLine("(215) 555 0177 x12", words="Night desk")]
    assert changed(RECORD, phones=phones_text(lines))["phones"] == [
        {"number": "215-555-0177", "kind": "voice", "words": "Night desk", "extension": "12"}
    ]


def test_a_number_that_came_unreadable_stays_and_stands_in_nobodys_way():
    record = Record(replace(HARBOR, phones=(Phone("call the church"), Phone("215-555-0142"))))
    lines = [*phone_lines(written(record)["phones"]), PhoneLine("215 555 0188")]
    typed = phones_text(lines)
    assert troubles(record, phones=typed) == {}
    assert [one["number"] for one in changed(record, phones=typed)["phones"]] == [
        "call the church",
        "215-555-0142",
        "215-555-0188",
    ]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("215.555.0100", "215-555-0100"),
        ("(215) 555-0100", "215-555-0100"),
        ("+1 215 555 0100", "215-555-0100"),
        ("988", "988"),
    ],
)
def test_numbers_are_read_as_people_write_them(typed, shown):
    assert read_phone(typed).number == shown


@pytest.mark.parametrize("typed", ["215-555-01", "call us", "215-555-0100 or 215-555-0101", "215-555-0100 nights"])
def test_what_is_no_number_is_said_to_be_none(typed):
    assert read_phone(typed).trouble == NO_NUMBER


def test_a_code_to_text_is_short():
    assert read_phone("741741", PhoneKind.TEXT).number == "741741"
    assert read_phone("741741").trouble == NO_NUMBER


def test_hours_that_came_without_words_are_said_in_words_and_stay_as_they_are():
    ((line, known),) = [(one, HARBOR.hours) for one in hours_lines(written(RECORD)["hours"])]
    assert line.text == "Day and night, every day"
    assert read_hours([line], HARBOR.hours) == known


def test_hours_written_anew_are_read_and_keep_what_was_written():
    (read,) = read_hours([HoursLine("Mon-Fri 9am-5pm", HoursKind.INTAKE)], HARBOR.hours)
    assert read.kind is HoursKind.INTAKE
    assert read.text == "Mon-Fri 9am-5pm"
    assert read.spans[0] == Span(540, 1020)


def test_dated_hours_stay_when_the_weekly_ones_are_written_anew():
    holiday = DatedHours(date(2026, 12, 25), words="Christmas")
    known = (Hours(HoursKind.OFFICE, (Span(0, 60),), "Mon midnight to 1", exceptions=(holiday,)),)
    (read,) = read_hours([HoursLine("Mon-Fri 9am-5pm", HoursKind.OFFICE)], known)
    assert read.exceptions == (holiday,)


def test_two_texts_of_hours_are_two_lines():
    text = hours_text([HoursLine("Mon-Fri 9-5", HoursKind.OFFICE), HoursLine("Mon 1-3 pm", HoursKind.INTAKE)])
    assert [one.kind for one in hours_lines(text)] == [HoursKind.OFFICE, HoursKind.INTAKE]


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("name", " ", NO_NAME),
        ("address.postal_code", "1913", NO_ZIP),
        ("minimum_age", "eighteen", NO_AGE),
        ("maximum_age", "121", NO_AGE),
        ("phones", phones_text([PhoneLine("215-555")]), NO_NUMBER),
    ],
)
def test_what_cannot_be_saved_is_said_under_its_input(key, text, sentence):
    assert troubles(RECORD, **{key: text})[key] == sentence


def test_do_not_refer_needs_a_reason():
    assert troubles(RECORD, status="active, do not refer") == {"status_reason": NO_REASON}
    assert troubles(RECORD, status="active, do not refer", status_reason="Complaints") == {}


def test_an_alert_cannot_end_before_it_begins():
    typed = {"alert__words": "Closed", "alert__starts": "2026-11-25", "alert__ends": "2026-11-24"}
    assert "alert.ends" in troubles(RECORD, **typed)


def test_what_a_confidential_record_may_not_have_is_what_the_allow_list_leaves_out():
    probe = {
        "description": "d",
        "address": {"line": "1 A Street"},
        "area": "Olney",
        "directions": "left",
        "place": [1.0, 2.0, False],
        "bring": "b",
        "url": "example.org",
        "note": "n",
        "alternate_names": ["x"],
        "kind": "k",
        "eligibility": "e",
        "payment": "p",
        "language_text": "l",
        "status_reason": "r",
        "discreet_label": "Help line",
        "source": "s",
        "seen": "2026",
    }
    whole = with_values(Record(replace(SAFE_HAVEN, address=None)), probe).entry
    kept = values_of(Record(allowed(whole)))
    lost = {key for key in probe if key not in kept and key in FIELDS}
    assert lost == {*NOT_KEPT, "place"}


def test_both_windows_words_are_kept_apart_by_field():
    merged = merge({"name": "A", "note": "x"}, {"name": "B", "note": "x"}, {"name": "A", "note": "y"})
    assert merged.content == {"name": "B", "note": "y"}
    assert merged.theirs == ("Note",)
    assert merged.both == ()


def test_where_both_changed_a_field_ones_own_words_stand_and_it_is_said():
    merged = merge({"name": "A"}, {"name": "B"}, {"name": "C"})
    assert merged.content["name"] == "B"
    assert merged.both == ("Name",)


def test_a_draft_over_a_record_that_changed_names_what_differs():
    assert restore({"name": "C"}, "2", {"name": "B", SEEN: "1"}).both == ("Name",)
    assert restore({"name": "C"}, "1", {"name": "B", SEEN: "1"}).both == ()


def test_a_new_record_is_what_was_typed():
    nothing = Record(Entry(id="", service_id="", name=""))
    values = changed(nothing, name="Oak House", categories="shelter", **{"fact:pets welcome": "yes"})
    entry = with_values(nothing, values).entry
    assert entry.name == "Oak House"
    assert entry.fact(Fact.PETS) is Tri.YES
    assert entry.address is None


def test_an_address_typed_in_parts_is_one_value():
    nothing = Record(Entry(id="", service_id="", name=""))
    values = changed(nothing, address__line="1 Oak Street", address__state="pa", address__postal_code="19134")
    entry = with_values(nothing, values).entry
    assert entry.address == Address("1 Oak Street", "", "PA", "19134")
    assert entry.approximate
