"""What cannot be saved as it is typed, input by input, in a sentence that says what to do."""

import re
from collections.abc import Iterator
from datetime import date

from navigator.resources.fields import Record
from navigator.resources.model import Status
from navigator.ui.directory.editor.content import (
    ALERT_ENDS,
    ALERT_STARTS,
    ALERT_WORDS,
    PART,
    Content,
    PhoneLine,
    phone_lines,
    phone_of,
)
from navigator.ui.directory.phone_reading import read_phone
from navigator.ui.widgets.day_entry import NO_DAY
from navigator.ui.widgets.day_reading import read_day

NO_NAME = "Every service needs a name."
NO_KIND = "Choose at least one kind of help, or nobody finds it."
NO_ZIP = "A ZIP has five digits."
NO_STATE = "Write the state in two letters, such as PA."
NO_AGE = "Write an age in years, 0 to 120."
AGES_CROSS = "The oldest age is under the youngest."
NO_REASON = "Say why: the clinician reads it beside the name."
NO_PAGE = "This is no web page. Write it like example.org."
OLDEST = 120
_ZIP = re.compile(r"\d{5}(-\d{4})?")
_PAGE = re.compile(r"(https?://)?[^\s/.]+(\.[^\s/.]+)+(/\S*)?")
_NEEDS_REASON = (Status.DO_NOT_REFER.value,)


def troubles_of(record: Record, typed: Content, now: Content, today: date) -> dict[str, str]:
    """A sentence by input, only of inputs that were `typed` in: what came from elsewhere is never in the way."""
    found = {
        **dict(_missing(record, now)),
        **dict(_shapes(typed, today)),
        **dict(_ages(typed, now)),
        **dict(_alert(typed, today)),
    }
    if "phones" in typed:
        found["phones"] = phone_trouble(phone_lines(now.get("phones", "")), record)
    if now.get("status", "") in _NEEDS_REASON and not now.get("status_reason", "").strip() and "status" in typed:
        found["status_reason"] = NO_REASON
    return {key: sentence for key, sentence in found.items() if sentence}


def phone_trouble(lines: tuple[PhoneLine, ...], record: Record) -> str:
    """The first of the numbers that cannot be read."""
    typed = [line for line in lines if not line.is_empty and phone_of(line) not in record.entry.phones]
    for line in typed:
        read = read_phone(line.number, line.kind)
        if read.trouble or not read.number:
            return read.trouble or f"Write the number of “{line.words or line.extension}”, or take the line away."
    return ""


def _missing(record: Record, now: Content) -> Iterator[tuple[str, str]]:
    if not now.get("name", "").strip():
        yield "name", NO_NAME
    if not record.entry.id and not now.get("categories", "").strip():
        yield "categories", NO_KIND


def _shapes(typed: Content, today: date) -> Iterator[tuple[str, str]]:
    shapes = {PART + "postal_code": (_ZIP, NO_ZIP), PART + "state": (re.compile(r"[A-Za-z]{2}"), NO_STATE)}
    shapes["url"] = (_PAGE, NO_PAGE)
    for key, (shape, sentence) in shapes.items():
        text = typed.get(key, "").strip()
        if text and not shape.fullmatch(text):
            yield key, sentence
    for key in ("status_until", ALERT_STARTS, ALERT_ENDS):
        if typed.get(key, "").strip() and read_day(typed[key], today) is None:
            yield key, NO_DAY


def _alert(typed: Content, today: date) -> Iterator[tuple[str, str]]:
    starts = read_day(typed.get(ALERT_STARTS, ""), today) or today
    ends = read_day(typed.get(ALERT_ENDS, ""), today)
    if ends is not None and ends < starts:
        yield ALERT_ENDS, "The alert would end before it begins."
    if not typed.get(ALERT_WORDS, "").strip() and (typed.get(ALERT_STARTS) or typed.get(ALERT_ENDS)):
        yield ALERT_WORDS, "Write what is so, or take the days away."


def _ages(typed: Content, now: Content) -> Iterator[tuple[str, str]]:
    read: dict[str, int] = {}
    for key in ("minimum_age", "maximum_age"):
        text = now.get(key, "").strip()
        if text.isascii() and text.isdigit() and int(text) <= OLDEST:
            read[key] = int(text)
        elif text and key in typed:
            yield key, NO_AGE
    if len(read) == 2 and read["minimum_age"] > read["maximum_age"] and typed.keys() & read.keys():
        yield "maximum_age", AGES_CROSS
