"""A full disk and two programs on one store: a plain sentence, and everything as it was."""

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from navigator.access import Actor, Role
from navigator.errors import UserError
from navigator.referrals.casework import open_casework
from navigator.referrals.draft import DraftKind
from navigator.referrals.follow_up import Reached
from navigator.referrals.handoff import Handoff
from navigator.referrals.handoff_groups import IPass
from navigator.referrals.plan import Plan
from navigator.referrals.register import Paper
from navigator.referrals.status import Status
from navigator.referrals.visit import Disposition, Ending
from navigator.storage.database import Store
from navigator.storage.station import Station
from navigator.storage.verify import OK, Verifier
from tests.conftest import PASSPHRASE

from .scenes import ANA, CITY, ERROR, GONE, NOW, YES, ZONE, Bench, answered, call, place, shown, told

LONG_WORDS = "word " * 3000
"""More than the room that is left in the newest pages."""
TINY = "INSERT INTO audit SELECT max(number) + 1, '', '', '', '', '', '' FROM audit"


def fill(store: Store) -> None:
    """No page more: SQLite itself says that the disk is full."""
    with store.connection(writes=False) as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        free = connection.exec_driver_sql("PRAGMA freelist_count").scalar_one()
    assert free == 0
    with store.connection(writes=False) as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def make_room(store: Store) -> None:
    with store.connection(writes=False) as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")


def acts(bench: Bench) -> dict[str, Callable[[], object]]:
    """Every write of casework, each with more words than the free room of the newest pages holds."""
    work, who, much = bench.work, bench.actor, LONG_WORDS
    visit = bench.visit()
    ended = bench.end(bench.visit())
    draft = bench.draft(visit, 9, need="other")
    away = work.referrals.discard(who, bench.draft(visit, 8, need="other").id, 1)
    yes = bench.brought_to(Status.ACCEPTED, visit, 1)
    bench.brought_to(Status.REQUESTED, visit, 2)
    follow_up = work.follow_ups.of(who, yes.id)[0]
    ending = Ending(NOW, Disposition.RESOLVED)
    line = Paper(visit.person.id, visit.id, much, "0" * 64, 1, "own", True, "printer")
    return {
        "open": lambda: work.visits.open(who, told(note=much), ANA),
        "change": lambda: work.visits.change(who, visit.id, told(note=much), visit.revision),
        "draft": lambda: work.referrals.draft(who, visit.id, place(5, note=much), "detox"),
        "log_call": lambda: work.referrals.log_call(who, draft.id, answered(words=much), draft.seen, then=YES),
        "move": lambda: work.referrals.move(who, yes.id, replace(GONE, transport_by=much), yes.seen),
        "mistake": lambda: work.referrals.move(who, yes.id, replace(ERROR, words=much), yes.seen),
        "handoff": lambda: work.handoffs.save(who, yes.id, Handoff(ipass=IPass(summary=much)), 0),
        "plan": lambda: work.plans.save(who, visit.id, Plan(goal=much), 0),
        "attempt": lambda: work.follow_ups.attempt(who, follow_up.id, Reached.NOBODY, much),
        "keep": lambda: work.drafts.keep(who, DraftKind.PLAN, visit.id, {"goal": much}),
        "intend": lambda: work.register.intend(who, line),
        # these write a row of the trail and little else: they are done until the page is full
        "end": lambda: work.visits.end(who, visit.id, ending, visit.revision),
        "reopen": lambda: work.visits.reopen(who, ended.id, ended.revision),
        "discard": lambda: work.referrals.discard(who, draft.id, draft.seen),
        "fetch_back": lambda: work.referrals.fetch_back(who, away.id),
        "settle_siblings": lambda: work.referrals.settle_siblings(who, yes.id, shown(work, who, visit)),
        "find_people": lambda: work.visits.find_people(who, ANA),
        "view": lambda: work.visits.visit(Actor("another", "Another", Role.SUPERVISOR), visit.id),
    }


SMALL = {"end", "reopen", "discard", "fetch_back", "settle_siblings", "find_people", "view"}
NAMES = sorted(SMALL | {"open", "change", "draft", "log_call", "move", "mistake", "handoff", "plan", "attempt", "keep"})


def use_up(store: Store) -> None:
    """Puts tiny rows at the end of the trail until not one more fits."""
    for _ in range(2000):
        try:
            with store.connection(writes=True) as connection:
                connection.exec_driver_sql(TINY)
        except UserError:
            return
    pytest.fail("the disk does not fill")


@pytest.mark.parametrize("name", [*NAMES, "intend"])
def test_a_full_disk_is_said_plainly_and_leaves_everything_as_it_was(bench: Bench, name):
    act = acts(bench)[name]
    fill(bench.store)
    if name in SMALL:
        use_up(bench.store)
    rows = bench.rows()
    with pytest.raises(UserError, match="disk is full") as said:
        act()
    assert "Ana" not in said.value.sentence
    assert bench.rows() == rows
    make_room(bench.store)
    act()
    assert bench.rows() != rows


class TestTwoPrograms:
    def test_of_two_who_move_one_referral_at_once_one_wins_and_the_other_is_told(self, bench: Bench, other: Bench):
        referral = bench.brought_to(Status.REQUESTED)
        gate, said, moved = threading.Barrier(2, timeout=10), [], []

        def go(window: Bench, step) -> None:
            gate.wait()
            try:
                moved.append(window.take(referral, step))
            except UserError as error:
                said.append(error.sentence)

        hers = replace(YES, name="Mr. Tran")
        threads = [threading.Thread(target=go, args=pair) for pair in ((bench, YES), (other, hers))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(moved) == 1
        assert len(said) == 1
        assert "changed this referral meanwhile" in said[0]
        assert bench.work.referrals.referral(bench.actor, referral.id) == moved[0]

    def test_two_stations_on_one_folder_write_to_one_referral_and_the_later_is_told(self, laid, clock):
        """Two windows of Navigator, each signed in by itself."""
        here, there = (Station(laid.folder, clock) for _ in range(2))
        windows = []
        for station, name in ((here, "clinician"), (there, "supervisor")):
            actor = station.sign_in(name, PASSPHRASE)
            windows.append(Bench(station.casework, open_casework(station.casework, ZONE, CITY), clock, actor))
        referral = windows[0].brought_to(Status.REQUESTED)
        assert windows[1].take(referral, YES).status is Status.ACCEPTED
        with pytest.raises(UserError, match=r"^supervisor changed this referral meanwhile\. What you typed is kept"):
            windows[0].take(referral, ERROR)
        assert set(Verifier(here).verify(windows[0].actor).values()) == {OK}
        here.close()
        there.close()

    def test_many_writers_lose_nothing_and_the_trail_holds(self, bench: Bench, other: Bench):
        visit = bench.visit()

        def write(window: Bench, kind: DraftKind) -> None:
            for number in range(10):
                window.work.drafts.keep(window.actor, kind, visit.id, {"n": str(number)})
                window.visit(note=str(number))

        threads = [
            threading.Thread(target=write, args=pair) for pair in ((bench, DraftKind.PLAN), (other, DraftKind.VISIT))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        rows = bench.rows()
        assert len(rows["visit"]) == 21
        numbers = [row[0] for row in rows["audit"]]
        assert sorted(numbers) == list(range(1, len(numbers) + 1))

    def test_who_waits_too_long_for_the_other_is_told_to_try_again(self, bench: Bench, other: Bench):
        draft = bench.draft()
        with bench.store.connection(writes=False) as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 50")
        rows = bench.rows()
        with other.store.connection(writes=True), pytest.raises(UserError, match="Another window of Navigator"):
            bench.work.referrals.log_call(bench.actor, draft.id, call(), draft.seen)
        assert bench.rows() == rows
        bench.work.referrals.log_call(bench.actor, draft.id, call(), draft.seen)
