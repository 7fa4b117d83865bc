"""The pages of one desk and the table of what they tell each other."""

from collections.abc import Callable

from navigator.access import Permission, may
from navigator.referrals.casework import Casework
from navigator.ui.decide.page import DecidePage
from navigator.ui.directory.page import DirectoryPage
from navigator.ui.find.page import FindPage
from navigator.ui.in_hand import InHand
from navigator.ui.in_step import KEY, InStep
from navigator.ui.index_keeper import IndexKeeper
from navigator.ui.paper.where import AskWhere
from navigator.ui.plan.page import PlansPage
from navigator.ui.ports import Desk, Page, PageHolder
from navigator.ui.referrals.page import ReferralsPage
from navigator.ui.theme.theme import Theme
from navigator.ui.todo.page import TodoPage
from navigator.ui.visits.page import VisitsPage
from navigator.ui.worker import Worker


def pages_of(desk: Desk, holder: PageHolder, theme: Theme, worker: Worker, ask: AskWhere) -> list[Page]:
    """What the account may open; whoever writes casework sees first what is owed (R-09)."""
    find = FindPage(desk, theme, worker, ask=ask)
    keeper = _keeper_of(desk, worker, find)
    help_page = Page("find", "Find help", "search", find, foot=find.tray, cover=_both(find.cover, keeper.rest))
    directory = _directory_pages(desk, holder, theme, worker, find, keeper)
    if desk.casework is None or not may(desk.actor.role, Permission.WRITE_CASEWORK):
        return [help_page, *_decide_pages(desk, holder, theme, worker), *directory]
    todo, visits = TodoPage(desk, theme, worker), VisitsPage(desk, theme, worker)
    referrals, plans = ReferralsPage(desk, theme, worker), PlansPage(desk, theme, worker, ask=ask)
    casework, actor = desk.casework, desk.actor
    in_hand = InHand(
        holder, lambda visit_id: casework.visits.visit(actor, visit_id), find, todo, visits, referrals, plans
    )
    _connect(in_hand, find, todo, visits, referrals, plans)
    _take_up_open_visit(in_hand, casework, desk)
    return [
        Page("todo", "To do", "list-todo", todo, cover=todo.cover),
        help_page,
        Page("visits", "Visits", "clock", visits, cover=visits.cover),
        Page("referrals", "Referrals", "phone-call", referrals, cover=referrals.cover),
        Page("plans", "Plans", "file-text", plans, cover=plans.cover),
        *_decide_pages(desk, holder, theme, worker),
        *directory,
    ]


def _keeper_of(desk: Desk, worker: Worker, find: FindPage) -> IndexKeeper:
    keeper = IndexKeeper(desk, worker, find)
    keeper.renewed.connect(find.column.refresh)
    keeper.told.connect(find.column.not_ready.say)
    find.directory_changed.connect(keeper.heed)
    find.column.box.textEdited.connect(keeper.heed)
    keeper.wake()
    return keeper


def _both(one: Callable[[], None], other: Callable[[], None]) -> Callable[[], None]:
    def each() -> None:
        one()
        other()

    return each


def _decide_pages(desk: Desk, holder: PageHolder, theme: Theme, worker: Worker) -> list[Page]:
    """What waits for a second person, for whoever may decide (P-11)."""
    if desk.casework is None or not may(desk.actor.role, Permission.DECIDE):
        return []
    decide = DecidePage(desk, theme, worker)
    decide.counted.connect(lambda count: holder.show_count("decide", count))
    decide.refresh()
    return [Page("decide", "To decide", "shield-check", decide, cover=decide.cover)]


def _directory_pages(
    desk: Desk, holder: PageHolder, theme: Theme, worker: Worker, find: FindPage, keeper: IndexKeeper
) -> list[Page]:
    """The directory desk, for whoever keeps the directory true."""
    if not may(desk.actor.role, Permission.EDIT):
        return []
    directory = DirectoryPage(desk, theme, worker)
    in_step = InStep(desk, holder, keeper, find, directory)
    for signal, heard in (
        (directory.changed, in_step.follow),
        (directory.rebuilt, in_step.rebuild),
        (directory.counted, in_step.count),
        (directory.spoke, in_step.speak),
        (find.directory_changed, in_step.look_again),
        (find.edit_wanted, in_step.edit),
    ):
        signal.connect(heard)
    directory.due.refresh()
    return [Page(KEY, "Directory", "book-user", directory, cover=directory.cover)]


def _connect(
    in_hand: InHand, find: FindPage, todo: TodoPage, visits: VisitsPage, referrals: ReferralsPage, plans: PlansPage
) -> None:
    for signal, heard in (
        (todo.visit_wanted, in_hand.start_visit),
        (todo.visit_chosen, in_hand.open_visit),
        (todo.referral_chosen, in_hand.open_referral),
        (todo.handoff_chosen, in_hand.open_handoff),
        (todo.plan_chosen, in_hand.make_plan),
        (todo.counted, in_hand.count_todo),
        (find.referred, in_hand.refer),
        (find.visit_wanted, in_hand.open_visit_in_hand),
        (visits.started, in_hand.take_up_started),
        (visits.abandoned, in_hand.let_wait_no_more),
        (visits.taken_up, in_hand.look_at),
        (visits.help_wanted, in_hand.find_help),
        (visits.referral_chosen, in_hand.open_referral),
        (visits.plan_wanted, in_hand.make_plan),
        (referrals.help_wanted, in_hand.find_help),
        (referrals.plan_wanted, in_hand.make_plan),
        (referrals.visit_chosen, in_hand.open_visit),
        (referrals.counted, in_hand.count_referrals),
        (referrals.changed, in_hand.casework_changed),
        (plans.visit_chosen, in_hand.open_visit),
        (plans.printed, in_hand.casework_changed),
    ):
        signal.connect(heard)


def _take_up_open_visit(in_hand: InHand, casework: Casework, desk: Desk) -> None:
    """After a restart the visit that was not finished is in hand again."""
    newest = next(iter(casework.visits.open_of(desk.actor)), None)
    if newest is not None:
        in_hand.look_at(newest)
