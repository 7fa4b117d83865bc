"""What frames the words of every paper: the foot, the marking of a demo, and whom to call when it gets hard."""

from datetime import datetime

from navigator.city import City
from navigator.documents.blocks import Footer, Lifeline
from navigator.documents.wording import Wording

_EMERGENCY = "911"


def footer(name: str, version: str, wording: Wording, now: datetime, staff: str) -> Footer:
    """What the paper is, when it was printed and by whose first name (D-08); `now` is in the city's zone."""
    first_name = next(iter(staff.split()), "")
    text = wording.say(
        "paper.footer_by" if first_name else "paper.footer",
        name=name,
        version=version,
        moment=wording.moment(now),
        staff=first_name,
    )
    return Footer(text, wording.say("paper.page", page="{page}", pages="{pages}"))


def marking(wording: Wording, *, demo: bool, any_invented: bool, all_invented: bool) -> str:
    """Every page of a demo says so; an invented place says so wherever it turns up."""
    if all_invented:
        return wording.say("paper.demo")
    return wording.say("paper.demo_mixed") if demo or any_invented else ""


def local_lines(wording: Wording, city: City) -> tuple[Lifeline, ...]:
    """The city's own lines: 988 and 911 are told apart from them, each in words of its own (S-11)."""
    known = {_EMERGENCY, wording.say("crisis.number")}
    return tuple(Lifeline(line.label, "", line.number) for line in city.crisis_lines if line.number not in known)
