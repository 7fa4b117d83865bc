"""Rewrites the set phrases of hours texts into single marks before the text is cut into tokens."""

import re
from collections.abc import Callable

from navigator.resources.hours_text.dates import with_dates_marked

ALWAYS = "\ue000"
DAILY = "\ue001"
CLOSED = "\ue002"
APPOINTMENT = "\ue003"
NAME = "\ue004"
"""Stands for a number that only names something: a grade, an age, a telephone number."""
MONTHLY = "\ue005"
MARKS = ALWAYS + DAILY + CLOSED + APPOINTMENT + NAME + MONTHLY

_WEEK = r"(?:7|seven)\s*days?\s*(?:(?:a|per|each|/|every)\s*)?(?:week|wk)\b\.?|every\s*day\s+of\s+the\s+week|7\s*days\b"
_DAY = r"(?:\s*(?:a|per|each|/|every)\s*day\b|\s*,?\s*daily\b)"
_CLOCK = rf"24[\s-]*(?:hours?|hrs?)(?!(?-i:[a-z])){_DAY}?"
_HOLIDAYS = (
    r"(?:all\s+|most\s+)?(?:federal\s+|government\s+|public\s+|official\s+|legal\s+|major\s+|national\s+|bank\s+)?"
    r"holidays?\b"
)
_APPOINTMENT = r"(?:appointments?\b|appt\b\.?s?)"


_LOST_BREAK = re.compile(
    r"(?<=[ap]m)(?=[A-Z])|(?<=[AP]M)(?=[A-Z][a-z]{2})|(?<=[a-z]{4})(?=[A-Z][a-z]{3})|(?<=\))(?=[A-Z][a-z]{2})"
    r"|(?<=\d)(?=[A-Z][a-z]{2}|[A-Z]{3})(?!(?i:noon|midnight|hours?|hrs?|days?|am|pm|st|nd|rd|th|min))"
)


def _mark(pattern: str, mark: str) -> Callable[[str], str]:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda text: compiled.sub(f" {mark} " if mark else " ", text)


_STEPS: tuple[Callable[[str], str], ...] = (
    # Line breaks that were escaped once too often.
    lambda text: text.replace("\\r", "").replace("\\n", "\n"),
    # Dashes of every kind, also as a wrong code page shows them.
    _mark(r"GÇô|GÇö|â€“|â€”|[\u2010-\u2015\u2212]", "-"),
    # A line break that was lost: "10-5:30Friday", "9AM-5PMFriday", "(Crisis)Office".
    lambda text: _LOST_BREAK.sub("; ", text),
    lambda text: re.sub(r"(?<![A-Za-z])([AaPp])\s?\.\s?[Mm]\b\.?", r"\1m", text),
    _mark(r"(?<=m)\s*\(noon\)", ""),
    lambda text: re.sub(r"(?<=\d)\s?\(?noon\)?", " noon", text, flags=re.IGNORECASE),
    _mark(r"(?<!\d)\(?\d{3}\)?[\s.-]?\d{3}-(?:\d{4}|[A-Z]{4})\b", NAME),
    _mark(r"\bgrades?\s+(?:k|\d+)(?:\s*(?:-|to|through)\s*(?:grades?\s+)?\d+)?|\bk\s*(?:-|to)\s*grade\s+\d+", "aged"),
    _mark(r"\bages?\s+\d+(?:\s*(?:-|to)\s*\d+)?(?:\s*(?:\+|and\s+(?:up|older|over)))?", "aged"),
    _mark(r"\b\d{1,2}(?:st|nd|rd|th)\s+(?:fl\b\.?|floor|street|st\b\.?|avenue|ave\b\.?|grade)", NAME),
    _mark(r"\bH1N1\b", NAME),
    _mark(rf"{_CLOCK}\s*,?\s*(?:and|/|&)?\s*(?:{_WEEK})|(?:{_WEEK})\s*,?\s*(?:and\s+)?{_CLOCK}", ALWAYS),
    _mark(r"\b24\s*/\s*7\b(?:\s*(?:/\s*365|daily))?", ALWAYS),
    _mark(_CLOCK, ALWAYS),
    with_dates_marked,
    _mark(r"\bsunday\s+(?:services?|school|worship)\b|\bbible\s+study\b", NAME),
    _mark(rf"{_WEEK}|\bevery\s*day\b|\bdaily\b|\bnightly\b|\beach\s+(?:day|night)\b", DAILY),
    _mark(rf"\(?\b(?:except(?:ing)?|excluding|closed)\s+(?:on\s+|for\s+)?(?:the\s+)?{_HOLIDAYS}\)?", ""),
    _mark(rf"\b{_HOLIDAYS}\s*[:,-]?\s*closed\b", ""),
    _mark(rf"(?:,\s*)?(?:&|\band\b|,)\s*{_HOLIDAYS}", ""),
    _mark(r"\bno\s+appointments?\s+(?:is\s+|are\s+)?(?:necessary|needed|required)\b", NAME),
    # "And by appointment" adds to the hours as "or by appointment" does.
    _mark(rf"\band\s+(?=by\s+{_APPOINTMENT})", "or"),
    _mark(rf"\b(?:by|upon|with|via)\s+(?:prior\s+|advance\s+)?{_APPOINTMENT}(?:\s+only\b)?", APPOINTMENT),
    _mark(rf"\bcall\s+(?:for|to\s+(?:make|schedule|set\s+up))\s+(?:an?\s+)?{_APPOINTMENT}", APPOINTMENT),
    _mark(rf"\b{_APPOINTMENT}\s+(?:only|required|necessary)\b", APPOINTMENT),
    _mark(
        r"\b(?:closed|closes|close)\s+(?:daily\s+)?for\s+(?:lunch|prayer)\b|\(?\blunch\s+break\b\)?|\bexcept\s+lunch\b",
        CLOSED,
    ),
    _mark(r"\bclosed\b(?:\s+to\s+the\s+public)?|\bclose\b(?=\s+sunday)", CLOSED),
    _mark(r"\bfor\s+lunch\b", ""),
    _mark(r"\bevery\s+other\b|\balternat(?:e|ing)\b|\bbi-?weekly\b", MONTHLY),
    _mark(r"\bof\s+(?:each|every|the)\s+month\b|\b(?:each|every)\s+month\b|\bmonthly\b", MONTHLY),
)


def marked(text: str) -> str:
    """The text with its set phrases as marks; nothing of what it says of days or times is lost."""
    for step in _STEPS:
        text = step(text)
    return text
