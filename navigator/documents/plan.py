"""Composes the discharge plan (D-01), the person's own copy: what to do next on its first page, then all the rest."""

from collections.abc import Iterator
from datetime import datetime

from navigator.city import City
from navigator.documents.blocks import Block, CrisisBox, Document, Fact, Lead, Lifeline, NextStep, Note, Title
from navigator.documents.calls import without_press_three
from navigator.documents.frame import footer, local_lines, marking
from navigator.documents.lines import drawable
from navigator.documents.plan_sections import sections
from navigator.documents.release import about
from navigator.documents.wording import Wording
from navigator.referrals.person import Person
from navigator.referrals.plan import Plan, PlanStep, When

VERSION = "1.0"
_ORDER = tuple(When)
_WHEN = {When.TODAY: "when.today", When.THIS_WEEK: "when.this_week", When.LATER: "when.later"}


def compose_plan(
    person: Person,
    plan: Plan,
    *,
    wording: Wording,
    city: City,
    printed_at: datetime,
    staff: str,
    demo: bool,
    any_invented: bool = False,
) -> Document:
    """The plan's words. `printed_at` is aware; `staff` is cut to the first name (D-08).

    `any_invented`: a place of the plan is invented, so that its pages say so wherever they are printed.
    """
    now = printed_at.astimezone(city.zone)
    first = _FirstPage(plan, wording, now)
    return Document(
        job=wording.say("plan.name"),
        template=f"plan {VERSION}",
        about=about(person.id),
        language=wording.language,
        direction=wording.direction,
        blocks=(
            Title(wording.say("plan.title")),
            *_for(person, wording),
            Lead(wording.say("plan.lead")),
            *first.steps(),
            _crisis_box(wording, city),
            Title(wording.say("plan.title_of_rest")),
            *sections(plan, first.in_order, wording, city, now.date()),
        ),
        footer=footer(wording.say("plan.name"), VERSION, wording, now, staff),
        marking=marking(wording, demo=demo, any_invented=any_invented, all_invented=False),
    )


def _for(person: Person, wording: Wording) -> Iterator[Note]:
    """Whose it is, as they like to be called. What was seen of an unknown person is never printed."""
    known = person.identity
    if any(drawable(name) for name in (known.preferred_name, known.given_name, known.family_name)):
        yield Note(wording.say("plan.for", name=person.called))


def _crisis_box(wording: Wording, city: City) -> CrisisBox:
    national = Lifeline(wording.say("hard.who"), wording.say("hard.how"), wording.say("crisis.number"))
    return CrisisBox((national, *local_lines(wording, city)), on_first_page=True)


class _FirstPage:
    """The steps in the order of their time; within one, as they were written."""

    def __init__(self, plan: Plan, wording: Wording, now: datetime) -> None:
        told = [step for step in plan.steps if _says_something(step)]
        self.in_order = tuple(sorted(told, key=lambda step: _ORDER.index(step.when)))
        self._wording = wording
        self._today = now.date()

    def steps(self) -> Iterator[Block]:
        if not self.in_order:
            yield Lead(self._wording.say("plan.no_steps"))
        for step in self.in_order:
            yield self._step(step)

    def _step(self, step: PlanStep) -> NextStep:
        on = self._today if step.on is None and step.when is When.TODAY else step.on
        return NextStep(
            when=self._wording.say(self._when(step)),
            day=self._wording.day(on, self._today) if on else "",
            done=self._wording.say("plan.done"),
            what=step.what,
            number=without_press_three(step.number),
            facts=self._facts(step),
        )

    def _when(self, step: PlanStep) -> str:
        """A plan that is printed again on a later day does not call yesterday "today"."""
        if step.when is When.TODAY and step.on not in (None, self._today):
            return "when.that_day"
        return _WHEN[step.when]

    def _facts(self, step: PlanStep) -> tuple[Fact, ...]:
        rows = (
            ("label.why", step.why),
            ("label.said_yes", step.said_yes),
            ("label.when", step.at),
            ("label.how", step.how),
            ("label.bring", step.bring),
        )
        return tuple(Fact(self._wording.say(label), text) for label, text in rows if drawable(text))


def _says_something(step: PlanStep) -> bool:
    told = (step.what, step.number, step.said_yes, step.why, step.at, step.how, step.bring)
    return any(drawable(text) for text in told)
