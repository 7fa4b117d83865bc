"""Kill -9 in the middle of a visit: casework opens again, every confirmed act is there, nothing typed is lost."""

import random
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import pytest

from navigator.access import Actor, Role
from navigator.clock import system_clock
from navigator.referrals.casework import Casework, open_casework
from navigator.referrals.draft import NEW, DraftKind
from navigator.referrals.register import PaperState
from navigator.referrals.workflow import replay
from navigator.storage.database import Store
from navigator.storage.station import Station
from navigator.storage.verify import OK, Verifier
from tests.conftest import PASSPHRASE
from tests.referrals.scenes import CITY, ZONE

VISIT = Path(__file__).with_name("casework_visit.py")
Confirmed = dict[str, dict[str, int]]
"""For each kind of act, the newest number that was confirmed of each record."""


def killed_visit(folder: Path, after: float, *words: str) -> Confirmed:
    """What the visits had confirmed when they were killed `after` seconds past their first step."""
    visit = subprocess.Popen([sys.executable, VISIT, folder, PASSPHRASE, *words], stdout=subprocess.PIPE, text=True)
    first = visit.stdout.readline()
    time.sleep(after)
    visit.kill()
    said, _ = visit.communicate()
    confirmed: Confirmed = defaultdict(dict)
    for line in (first + said).splitlines(keepends=True):
        if line.endswith("\n"):
            what, which, number = line.split()
            confirmed[what][which] = int(number)
    return confirmed


def _assert_whole(folder: Path, confirmed: Confirmed) -> None:
    station = Station(folder, system_clock)
    actor = station.sign_in(Role.CLINICIAN.value, PASSPHRASE)
    assert set(Verifier(station).verify(actor).values()) == {OK}
    work = open_casework(station.casework, ZONE, CITY)
    _assert_rows_are_what_the_events_say(station.casework, work, actor)
    _assert_acts(work, actor, confirmed)
    _assert_drafts(work, actor, confirmed)
    station.close()


def _assert_rows_are_what_the_events_say(store: Store, work: Casework, actor: Actor) -> None:
    with store.connection(writes=False) as connection:
        rows = connection.exec_driver_sql("SELECT id, events FROM referral").all()
    for referral_id, events in rows:
        found = work.referrals.referral(actor, referral_id)
        state = replay(found.events)
        assert (found.status, found.business, found.seen) == (state.status, state.business, events)
        calls = sum(type(event.step).__name__ in {"Request", "CallAgain"} for event in found.events)
        assert len(found.contacts) == calls
        assert len(work.follow_ups.of(actor, referral_id)) == (4 if calls else 0)


def _assert_acts(work: Casework, actor: Actor, confirmed: Confirmed) -> None:
    for visit_id, revision in (confirmed["visit"] | confirmed["ended"]).items():
        assert work.visits.visit(actor, visit_id).revision >= revision
    for visit_id in confirmed["ended"]:
        assert not work.visits.visit(actor, visit_id).is_open
    for referral_id, seen in confirmed["referral"].items():
        assert work.referrals.referral(actor, referral_id).seen >= seen
    for referral_id, revision in confirmed["handoff"].items():
        assert work.handoffs.handoff(actor, referral_id).revision >= revision
    for visit_id, revision in confirmed["plan"].items():
        assert work.plans.plan(actor, visit_id).revision >= revision
    for visit_id in confirmed["paper"]:
        assert [line.state for line in work.register.of_visits(actor, [visit_id])] == [PaperState.RELEASED]


def _assert_drafts(work: Casework, actor: Actor, confirmed: Confirmed) -> None:
    """A draft that was confirmed is there, or what it was typed for was saved after it."""
    saved = {
        DraftKind.CALL: lambda subject, number: work.referrals.referral(actor, subject).seen > number,
        DraftKind.HANDOFF: lambda subject, _: work.handoffs.handoff(actor, subject).revision > 0,
        DraftKind.PLAN: lambda subject, _: work.plans.plan(actor, subject).revision > 0,
        DraftKind.VISIT: lambda _subject, number: len(work.visits.recent(actor)) > 0 and number % 10 == 3,
    }
    for kind, was_saved in saved.items():
        for subject, number in confirmed[f"draft-{kind.value}"].items():
            draft = work.drafts.find(actor, kind, subject)
            assert was_saved(subject, number) if draft is None else int(draft.content["number"]) >= number
            assert draft is None or kind is DraftKind.VISIT or not was_saved(subject, number)
    assert {draft.subject for draft in work.drafts.mine(actor) if draft.kind is DraftKind.VISIT} <= {NEW}


def _kill_at(moments: int, folder: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - not a secret
    acts = 0
    for _ in range(moments):
        confirmed = killed_visit(folder, chance.uniform(0.1, 0.9))
        acts += sum(len(records) for records in confirmed.values()) - 1
        _assert_whole(folder, confirmed)
    assert acts > moments, "the visits were killed before they did anything"


def test_eight_killed_visits_lose_nothing_that_was_confirmed_or_typed(laid):
    _kill_at(8, laid.folder, seed=20261123)


@pytest.mark.torture
def test_two_hundred_killed_visits_lose_nothing_that_was_confirmed_or_typed(laid):
    _kill_at(200, laid.folder, seed=42)
