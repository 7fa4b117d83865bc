"""Weeks by chance, written as people write them, come back; any text at all is kept and harms nothing."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from navigator.resources.hours_text import Understood, read_hours_text
from navigator.resources.model import WEEK, HoursKind, Span
from navigator.resources.week import DAY, DAYS, merged

Open = tuple[tuple[int, ...], tuple[tuple[int, int], ...]]
"""Days, and when they are open."""


def clock(minutes: int, dot: str = "") -> str:
    hour, minute = divmod(minutes % DAY, 60)
    half = f"{dot and ' '}{'p' if hour >= 12 else 'a'}{dot}m{dot}"
    return f"{hour % 12 or 12}:{minute:02}{half}" if minute or dot else f"{hour % 12 or 12}{half}"


def times_first(one: Open) -> str:
    return (
        f"{' & '.join(f'{clock(start)}-{clock(end)}' for start, end in one[1])}, {', '.join(DAYS[d] for d in one[0])}"
    )


def days_first(one: Open) -> str:
    times = ", ".join(f"{clock(start, '.')} to {clock(end, '.')}" for start, end in one[1])
    return f"{' and '.join(DAYS[day][:3] for day in one[0])}: {times}"


def of_24(one: Open) -> str:
    times = " / ".join(f"{s // 60:02}:{s % 60:02} - {e // 60 % 24:02}:{e % 60:02}" for s, e in one[1])
    return f"{'/'.join(DAYS[day][:3] for day in one[0])} {times}"


@st.composite
def weeks(draw: st.DrawFn) -> list[Open]:
    """Days shared out among at most three sets of hours; each set in the morning, the afternoon or both."""
    days = draw(st.permutations(range(7)))
    cuts = sorted(draw(st.sets(st.integers(1, 6), max_size=2)))
    found: list[Open] = []
    for first, last in zip([0, *cuts], [*cuts, 7], strict=True):
        start, noon, end = (
            draw(st.integers(20, 40)) * 15,
            draw(st.integers(46, 54)) * 15,
            draw(st.integers(58, 94)) * 15,
        )
        two = draw(st.booleans())
        ranges = ((start, noon), (noon + 15, end)) if two else ((start, end),)
        found.append((tuple(sorted(days[first:last])), ranges))
    return found


@given(weeks(), st.sampled_from((times_first, days_first, of_24)), st.sampled_from(("; ", "\n", ";\n", " | ")))
def test_a_week_comes_back_from_each_way_of_writing(week: list[Open], way: Callable[[Open], str], joint: str) -> None:
    reading = read_hours_text(joint.join(map(way, week)))
    spans = merged(
        Span(day * DAY + start, day * DAY + end) for days, times in week for day in days for start, end in times
    )
    assert reading.understood is Understood.WHOLE
    assert [one.spans for one in reading.hours] == [spans]


PIECES = st.sampled_from(
    (
        *DAYS,
        *[
            "Mon",
            "M-F",
            "Th",
            "S",
            "9",
            "9-5",
            "7am-3pm",
            "12",
            "noon",
            "closed",
            "except",
            "1st",
            "summer",
            "hotline",
            "office:",
            "8/15",
            "24/7",
            "17:00",
            "weekly",
        ],
        *["and", "or", ",", ";", "-", ":", "(", ")", "|", ".", "&", "to", "only", "holidays", "–"],
        *("24 hours", "by appointment", "until 4", "June 3, 2026", "voice mail", "\n", "\n\n"),
    )
)
TEXTS = st.text(max_size=60) | st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=9).map("".join)


@given(TEXTS, st.sampled_from(HoursKind))
def test_any_text_is_kept_whole_and_gives_hours_that_can_be(text: str, kind: HoursKind) -> None:
    reading = read_hours_text(text, kind)
    assert bool(reading.hours) == bool(text.strip())
    assert all(one.text == text for one in reading.hours)
    for one in reading.hours:
        assert merged(one.spans) == one.spans
        assert all(0 <= start < end <= 2 * DAY for dated in one.exceptions for start, end in dated.spans)
        assert sum(span.end - span.start for span in one.spans) <= WEEK


@given(TEXTS)
def test_what_is_not_understood_whole_ends_with_the_text_alone(text: str) -> None:
    reading = read_hours_text(text)
    if reading.understood is Understood.WHOLE:
        assert all(one.spans or one.exceptions or one.by_appointment for one in reading.hours)
    elif reading.hours:
        last = reading.hours[-1]
        assert (last.spans, last.exceptions, last.by_appointment) == ((), (), False)
