"""What follows the first page of a plan: headed sections, each only where there is something to say (D-01)."""

from collections.abc import Iterator, Sequence
from datetime import date

from navigator.city import City
from navigator.documents.blocks import Block, Item, Listing, OwnWords, Paragraph, Part, Section
from navigator.documents.calls import without_press_three
from navigator.documents.frame import local_lines
from navigator.documents.lines import drawable
from navigator.documents.wording import Wording
from navigator.referrals.plan import Plan, PlanStep

_RIGHTS = ("rights.say_no", "rights.take_back", "rights.complain", "rights.copy")
_WRITING_LINES = 4


def sections(plan: Plan, steps: Sequence[PlanStep], wording: Wording, city: City, today: date) -> Iterator[Block]:
    """The sections in the order of D-01; `steps` are those of the first page."""
    told = (
        ("section.goal", _told(plan.goal)),
        ("section.appointments", _appointments(steps, wording, today)),
        ("section.medicines", _medicines(plan, wording)),
        ("section.warning_signs", _told(plan.warning_signs)),
        ("section.if_hard", _told(plan.if_hard)),
        ("section.people", _people(wording, city)),
        ("section.given", _told(plan.given)),
        ("section.next_call", _told(plan.next_call)),
        ("section.rights", tuple(Item(wording.say(right)) for right in _RIGHTS)),
        ("section.notes", _told(plan.notes)),
    )
    for title, parts in told:
        if parts:
            yield Section(wording.say(title), parts)
    yield OwnWords(wording.say("section.own_words"), _WRITING_LINES)
    yield Section(wording.say("section.language"), (Paragraph(wording.say("section.language_help")),))


def _told(text: str) -> tuple[Part, ...]:
    """What somebody typed, a paragraph for each of its lines."""
    return tuple(Paragraph(line) for line in text.splitlines() if drawable(line))


def _appointments(steps: Sequence[PlanStep], wording: Wording, today: date) -> tuple[Part, ...]:
    """The steps of a known day and time, at which somebody is to be met."""
    return tuple(
        Listing(step.what, without_press_three(step.number), _day_and_time(step, step.on, wording, today))
        for step in steps
        if step.on is not None and drawable(step.at)
    )


def _day_and_time(step: PlanStep, on: date, wording: Wording, today: date) -> tuple[str, ...]:
    return tuple(words for words in (wording.day(on, today), step.at) if drawable(words))


def _medicines(plan: Plan, wording: Wording) -> tuple[Part, ...]:
    """Never without saying whose words they are."""
    told = _told(plan.medicines)
    return (*told, Paragraph(wording.say("section.medicines_from"))) if told else ()


def _people(wording: Wording, city: City) -> tuple[Part, ...]:
    """988, the city's own lines, and 911 for danger of life."""
    return (
        Listing(wording.say("people.lifeline"), wording.say("crisis.number"), (wording.say("people.lifeline_how"),)),
        *(Listing(line.who, line.number) for line in local_lines(wording, city)),
        Listing(
            wording.say("people.emergency"),
            wording.say("people.emergency_number"),
            (wording.say("people.emergency_how"),),
        ),
    )
