"""How long each page of casework takes to open, from asking for it to painted, on a store of many busy years."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtWidgets import QApplication, QWidget

from navigator.app.guide import Guide
from navigator.app.making import make_demo
from navigator.app.profile import Profile
from navigator.app.window import Opened, open_window
from navigator.clock import system_clock
from navigator.ui.handoff.screen import HandoffScreen
from navigator.ui.plan.page import PlansPage
from navigator.ui.referrals.page import ReferralsPage
from navigator.ui.todo.page import TodoPage
from navigator.ui.visits.page import VisitsPage
from navigator.ui.workspace import Workspace
from tools.bench.many_visits import REFERRALS_EACH, VISITS, fill

ROUNDS = 20
REACH = 100


def rows() -> Iterator[tuple[str, str, str]]:
    """What was measured, the figure, its floor."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)  # noqa: S101 - made just now
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        make_demo(profile / "demo", system_clock)
        visit_id, referral_id = fill(profile / "demo")
        opened = open_window(Profile(profile), application, system_clock)
        opened.window.show()
        guide = Guide(opened, None)
        guide.begin()
        guide.press("Look around with a demo station")
        guide.wait_for("Start a visit")
        for what, times in _measured(opened, application, visit_id, referral_id):
            figure = f"p50 {median(times):.0f}, p95 {quantiles(times, n=20)[-1]:.0f}, first {times[0]:.0f} ms"
            yield what, figure, f"to reach {REACH} ms; {VISITS:,} visits, {VISITS * REFERRALS_EACH:,} referrals"
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
