"""How long each page of casework takes to open, from asking for it to painted, on a store of a busy year."""

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtWidgets import QApplication, QWidget

from navigator.app import demo
from navigator.app.guide import Guide
from navigator.app.making import make_demo
from navigator.app.profile import Profile
from navigator.app.window import Opened, open_window
from navigator.city import load_city
from navigator.clock import system_clock
from navigator.referrals.calls import Call, CallOutcome, Channel
from navigator.referrals.casework import open_casework
from navigator.referrals.person import Identity
from navigator.referrals.reasons import CompletionOutcome
from navigator.referrals.snapshot import snapshot_of
from navigator.referrals.steps import Acceptance, Completion
from navigator.referrals.visit import Disposition, Ending, PlaceKind, VisitFacts
from navigator.resources.directory import Directory
from navigator.storage.station import Station
from navigator.ui.handoff.screen import HandoffScreen
from navigator.ui.plan.page import PlansPage
from navigator.ui.referrals.page import ReferralsPage
from navigator.ui.todo.page import TodoPage
from navigator.ui.visits.page import VisitsPage
from navigator.ui.workspace import Workspace

VISITS = 1000
ROUNDS = 20
REACH = 100
_OPEN_EACH = 4
"""One in so many visits has a referral that is still open."""


def rows() -> Iterator[tuple[str, str, str]]:
    """What was measured, the figure, its floor."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)  # noqa: S101 - made just now
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        make_demo(profile / "demo", system_clock)
        visit_id, referral_id = _fill(profile / "demo")
        opened = open_window(Profile(profile), application, system_clock)
        opened.window.show()
        guide = Guide(opened, None)
        guide.begin()
        guide.press("Look around with a demo station")
        guide.wait_for("Start a visit")
        for what, times in _measured(opened, application, visit_id, referral_id):
            figure = f"p50 {median(times):.0f}, p95 {quantiles(times, n=20)[-1]:.0f}, first {times[0]:.0f} ms"
            yield what, figure, f"to reach {REACH} ms; {VISITS} visits, {VISITS // _OPEN_EACH} open referrals"
        opened.close()


def _measured(
    opened: Opened, application: QApplication, visit_id: str, referral_id: str
) -> Iterator[tuple[str, list[float]]]:
    window = opened.window
    workspace = _part(window, Workspace)
    todo, visits, referrals, plans = (_part(window, kind) for kind in (TodoPage, VisitsPage, ReferralsPage, PlansPage))
    handoff = _part(window, HandoffScreen)

    def times(key: str, show: Callable[[], object]) -> list[float]:
        return [_one(workspace, application, key, show) for _ in range(ROUNDS)]

    yield "To do opened", times("todo", todo.refresh)
    yield "visits listed", times("visits", visits.show_list)
    yield "new visit", times("visits", visits.start_visit)
    yield "a visit", times("visits", lambda: visits.show_visit(visit_id))
    yield "referrals listed", times("referrals", referrals.show_list)
    yield "a referral's call", times("referrals", lambda: referrals.show_referral(referral_id))
    yield "a handoff", times("referrals", lambda: handoff.show_referral(referral_id))
    yield "plans listed", times("plans", plans.show_list)
    yield "a plan, its words", times("plans", lambda: plans.show_visit(visit_id))


def _one(workspace: Workspace, application: QApplication, key: str, show: Callable[[], object]) -> float:
    """Milliseconds from another page to this one, painted."""
    workspace.show_page("find")
    application.processEvents()
    started = time.perf_counter()
    show()
    workspace.show_page(key)
    application.processEvents()
    workspace.window().repaint()
    return (time.perf_counter() - started) * 1000


def _part[W: QWidget](window: QWidget, kind: type[W]) -> W:
    return window.findChildren(kind)[0]


def _fill(folder: Path) -> tuple[str, str]:
    """Visits of a year by the demo's clinician; gives the newest visit and its referral."""
    station = Station(folder, system_clock)
    actor = station.sign_in(demo.CLINICIAN, demo.PASSPHRASE)
    zone = load_city("philadelphia").zone
    casework = open_casework(station.casework, zone)
    entry = next(entry for entry in Directory(station.directory).entries(actor) if entry.invented)
    now = system_clock()
    snapshot = snapshot_of(entry, now, zone)
    made = ("", "")
    for number in range(VISITS, 0, -1):
        arrived = now - timedelta(hours=8 * number)
        facts = VisitFacts(arrived, PlaceKind.HOME, contact_number="215-555-0199")
        visit = casework.visits.open(actor, facts, Identity(f"Ana {number}", "Example", birth_year=1940 + number % 60))
        referral = casework.referrals.draft(actor, visit.id, snapshot, "detox")
        yes = Acceptance("Ms. Alvarez", "intake", "215-555-0142", arrived + timedelta(minutes=20))
        call = Call(Channel.PHONE, yes.at, CallOutcome.ANSWERED, snapshot.number, spoke_to=yes.name)
        referral = casework.referrals.log_call(actor, referral.id, call, referral.seen, yes)
        casework.visits.end(actor, visit.id, Ending(arrived + timedelta(hours=1), Disposition.DETOX), visit.revision)
        if number % _OPEN_EACH:
            done = Completion(yes.name, arrived.astimezone(zone).date(), CompletionOutcome.ADMITTED)
            casework.referrals.move(actor, referral.id, done, referral.seen)
        made = (visit.id, referral.id)
    station.close()
    return made
