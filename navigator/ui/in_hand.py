"""The visit in hand: which page a step of it leads to, and the place that waits for a visit to be started."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from navigator.referrals.visit import Visit
from navigator.resources.model import Entry
from navigator.ui.find.page import FindPage
from navigator.ui.plan.page import PlansPage
from navigator.ui.ports import PageHolder
from navigator.ui.referrals.page import ReferralsPage
from navigator.ui.todo.page import TodoPage
from navigator.ui.visits.page import VisitsPage


class InHand(QObject):
    """Leads from page to page. Lives as long as the pages of one person; `visit_of` reads a visit by its id."""

    def __init__(
        self,
        holder: PageHolder,
        visit_of: Callable[[str], Visit],
        find: FindPage,
        todo: TodoPage,
        visits: VisitsPage,
        referrals: ReferralsPage,
        plans: PlansPage,
    ) -> None:
        super().__init__(todo)
        self._holder, self._visit_of, self._find, self._todo = holder, visit_of, find, todo
        self._visits, self._referrals, self._plans = visits, referrals, plans
        self._visit: Visit | None = None
        self._waiting: Entry | None = None

    def look_at(self, visit: Visit) -> None:
        """A visit was opened or changed. One that has ended is never taken up by being looked at."""
        if visit.is_open:
            self._take_up(visit)
        elif self._visit is not None and self._visit.id == visit.id:
            self._take_up(None)
        self._todo.refresh()

    def take_up_started(self, visit: Visit) -> None:
        """A visit was newly started: a place that was chosen before it is referred to at once."""
        waiting, self._waiting = self._waiting, None
        self._take_up(visit)
        if waiting is not None:
            self.refer(waiting)

    def let_wait_no_more(self) -> None:
        """The form of the new visit was left: the place that was chosen is not waited for."""
        self._waiting = None

    def start_visit(self) -> None:
        """A place that was chosen before is no longer waited for: this visit may be somebody else's."""
        self._waiting = None
        self._visits.say_what_follows("")
        self._open_form()

    def open_visit(self, visit_id: str) -> None:
        self._visits.show_visit(visit_id)
        self._holder.show_page("visits")

    def open_visit_in_hand(self) -> None:
        if self._visit is not None:
            self.open_visit(self._visit.id)

    def find_help(self, visit_id: str) -> None:
        if self._visit is None or self._visit.id != visit_id:
            self._take_up(self._visit_of(visit_id))
        self._holder.show_page("find")
        self._find.begin()

    def refer(self, entry: Entry) -> None:
        """Refers the person of the visit in hand there; without a visit one is started first."""
        if self._visit is None:
            self._open_form()
            self._waiting = entry
            self._visits.say_what_follows(entry.name)
        else:
            self._holder.show_page("referrals")
            self._referrals.start(self._visit.id, entry)

    def open_referral(self, referral_id: str) -> None:
        self._holder.show_page("referrals")
        self._referrals.show_referral(referral_id)

    def open_handoff(self, referral_id: str) -> None:
        self._holder.show_page("referrals")
        self._referrals.show_handoff(referral_id)

    def make_plan(self, visit_id: str) -> None:
        self._holder.show_page("plans")
        self._plans.show_visit(visit_id)

    def count_todo(self, count: int) -> None:
        self._holder.show_count("todo", count)

    def count_referrals(self, count: int) -> None:
        self._holder.show_count("referrals", count)

    def _take_up(self, visit: Visit | None) -> None:
        """`visit` is worked on from now on, None: none is."""
        self._visit = visit
        self._find.show_visit(visit)
        self._holder.show_scene((visit.facts.arrived_at or visit.made_at) if visit and visit.is_open else None)

    def _open_form(self) -> None:
        self._visits.start_visit()
        self._holder.show_page("visits")

    def casework_changed(self, _record_id: str) -> None:
        """What is owed may be more or less by now."""
        self._todo.refresh()
