"""How long a handout of five places and a plan take, composed and rendered, beside a bare page of ReportLab."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from statistics import median, quantiles

from reportlab.pdfgen.canvas import Canvas

from navigator.city import load_city
from navigator.documents.handout import compose_handout
from navigator.documents.pages import Pages
from navigator.documents.plan import compose_plan
from navigator.documents.render import render
from navigator.documents.wording import load_wording
from navigator.referrals.person import Identity, Person
from navigator.referrals.plan import Plan, PlanStep, When
from navigator.resources.categories import load_categories
from navigator.resources.model import (
    WEEK,
    Address,
    Entry,
    Fact,
    Hours,
    HoursKind,
    Outcome,
    Phone,
    Span,
    Tri,
    Verification,
)

ROUNDS = 100
REACH = 100.0
SHORT = 2
_WORDS = ("goal", "medicines", "warning_signs", "if_hard", "given", "next_call", "notes")
NOW = datetime(2026, 11, 23, 7, 14, tzinfo=UTC)


def rows() -> Iterator[tuple[str, str, str]]:
    """What was measured, the figure, its floor."""
    bare = median(_times(_bare_page))
    for what, make in (("a handout of five", _handout()), ("a plan", _plan(SHORT)), ("a long plan", _plan(6))):
        started = time.perf_counter()
        count = make().count
        first = (time.perf_counter() - started) * 1000
        times = _times(make)
        figure = f"first {first:.0f}, p50 {median(times):.0f}, p95 {quantiles(times, n=20)[-1]:.0f} ms"
        floor = f"to reach {REACH:.0f} ms; a bare ReportLab page {bare:.1f} ms"
        yield f"{what}, {count} pages, composed and inked", figure, floor


def _handout() -> Callable[[], Pages]:
    wording, categories, city = load_wording("en"), load_categories(), load_city("philadelphia")
    entries = [_place(number, next(iter(categories))) for number in range(5)]

    def make() -> Pages:
        return render(
            compose_handout(
                entries,
                wording=wording,
                categories=categories,
                city=city,
                printed_at=NOW,
                staff="Dana",
                demo=True,
            )
        )

    return make


def _plan(steps: int) -> Callable[[], Pages]:
    """The plan of an invented person; the long one has words in each of its sections."""
    wording, city = load_wording("en"), load_city("philadelphia")
    person = Person("person-1", Identity("Mia", "Example", birth_year=1980))
    made = tuple(_step(number) for number in range(steps))
    words = dict.fromkeys(_WORDS, "I call my sister. We talk about the day. Then I rest.") if steps > SHORT else {}
    plan = Plan(made, **words)

    def make() -> Pages:
        return render(compose_plan(person, plan, wording=wording, city=city, printed_at=NOW, staff="Dana", demo=True))

    return make


def _step(number: int) -> PlanStep:
    return PlanStep(
        when=tuple(When)[number % len(When)],
        what=f"Go to Harbor Withdrawal Unit {number}",
        on=date(2026, 11, 23),
        number=f"215-555-014{number}",
        said_yes="Ms. Alvarez, intake nurse",
        why="Help to stop drugs or alcohol safely.",
        how="Your ride: the team. 1420 Example Street. Side door on Hope Street.",
        bring="Your medicines in their bottles",
    )


def _place(number: int, category: str) -> Entry:
    """An invented place with every row of the paper filled."""
    return Entry(
        id=f"entry-{number}",
        service_id=f"service-{number}",
        name=f"Harbor Withdrawal Unit {number}",
        categories=(category,),
        address=Address("1420 Example Street", "Philadelphia", "PA", "19134"),
        directions="Side door on Hope Street. Ring twice.",
        phones=(Phone(f"215-555-014{number}"), Phone(f"215-555-015{number}", words="night line")),
        hours=(Hours(HoursKind.WALK_IN, (Span(0, WEEK),)),),
        facts={Fact.MEN: Tri.YES, Fact.MEDICAID: Tri.YES, Fact.ID_NEEDED: Tri.NO},
        minimum_age=18,
        languages=("English", "Spanish"),
        bring="Your medicines in their bottles",
        invented=True,
        verified=Verification(NOW, "Dana", "phone", "front desk", Outcome.CONFIRMED, None),
        due_on=date(2027, 11, 23),
    )


def _bare_page() -> None:
    canvas = Canvas(BytesIO())
    canvas.drawString(72, 720, "A page")
    canvas.showPage()
    canvas.save()


def _times(work: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return times
