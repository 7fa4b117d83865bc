"""The visit in hand on the real pages: whom a referral goes to, and that looking is not taking up."""

import pytest
from pytestqt.qtbot import QtBot

from navigator.referrals.person import Identity
from navigator.referrals.snapshot import snapshot_of
from navigator.referrals.visit import Disposition, Ending, PlaceKind, VisitFacts
from navigator.ui.desk_pages import pages_of
from navigator.ui.find.page import FindPage
from navigator.ui.referrals.page import ReferralsPage
from navigator.ui.visits.page import VisitsPage
from tests.ui.desk_of_find import HARBOR


class Holder:
    """Notes what the pages ask of the window."""

    def __init__(self) -> None:
        self.pages, self.scenes = {}, []
        self.shown = ""

    def show_page(self, key):
        self.shown = key

    def show_count(self, key, count):
        pass

    def show_scene(self, since):
        self.scenes.append(since)


@pytest.fixture
def hand(casework_desk, theme, worker, qtbot: QtBot):
    """The wired pages of a clinician with an open visit to Ana and an ended one to Ben."""
    return Hand(casework_desk, theme, worker, qtbot)


class Hand:
    def __init__(self, desk, theme, worker, qtbot) -> None:
        self.desk = desk
        self.work, self.actor = self.desk.casework, self.desk.actor
        self.ended = self._end(self._visit("Ben"))
        self.open = self._visit("Ana")
        self.holder = Holder()
        self.pages = {
            page.key: page.widget for page in pages_of(self.desk, self.holder, theme, worker, lambda *_: None)
        }
        for page in self.pages.values():
            qtbot.addWidget(page)
        self.find: FindPage = self.pages["find"]
        self.visits: VisitsPage = self.pages["visits"]
        self.referrals: ReferralsPage = self.pages["referrals"]
        self._worker, self._qtbot = worker, qtbot

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self._worker.busy)

    def referred_for(self, visit):
        return [one.snapshot.name for one in self.work.referrals.of_visit(self.actor, visit.id)]

    def _visit(self, name):
        facts = VisitFacts(self.desk.clock(), PlaceKind.HOME)
        return self.work.visits.open(self.actor, facts, Identity(name, "Example", birth_year=1990))

    def _end(self, visit):
        ending = Ending(self.desk.clock(), Disposition.RESOLVED)
        return self.work.visits.end(self.actor, visit.id, ending, visit.revision)


def test_the_open_visit_is_in_hand_after_signing_in(hand):
    assert hand.holder.scenes[-1] == hand.open.facts.arrived_at
    hand.find.referred.emit(HARBOR)
    hand.settle()
    assert hand.referred_for(hand.open) == [HARBOR.name]


def test_looking_at_a_visit_that_has_ended_does_not_take_it_up(hand):
    hand.visits.show_visit(hand.ended.id)
    hand.find.referred.emit(HARBOR)
    hand.settle()
    assert hand.referred_for(hand.ended) == []
    assert hand.referred_for(hand.open) == [HARBOR.name]


def test_help_asked_for_a_visit_takes_that_one_up(hand):
    hand.visits.help_wanted.emit(hand.ended.id)
    assert hand.holder.shown == "find"
    hand.find.referred.emit(HARBOR)
    hand.settle()
    assert hand.referred_for(hand.ended) == [HARBOR.name]


def test_a_visit_that_ends_is_put_out_of_hand(hand):
    ending = Ending(hand.desk.clock(), Disposition.RESOLVED)
    ended = hand.work.visits.end(hand.actor, hand.open.id, ending, hand.open.revision)
    hand.visits.taken_up.emit(ended)
    assert hand.holder.scenes[-1] is None
    hand.find.referred.emit(HARBOR)
    assert hand.holder.shown == "visits"


def test_a_place_that_was_chosen_waits_for_the_visit_to_be_started(hand):
    ending = Ending(hand.desk.clock(), Disposition.RESOLVED)
    hand.visits.taken_up.emit(hand.work.visits.end(hand.actor, hand.open.id, ending, hand.open.revision))
    hand.find.referred.emit(HARBOR)
    started = hand._visit("Cho")
    hand.visits.started.emit(started)
    hand.settle()
    assert hand.referred_for(started) == [HARBOR.name]


def test_a_visit_that_is_only_opened_is_not_referred_to_the_place_that_waits(hand):
    ending = Ending(hand.desk.clock(), Disposition.RESOLVED)
    hand.visits.taken_up.emit(hand.work.visits.end(hand.actor, hand.open.id, ending, hand.open.revision))
    hand.find.referred.emit(HARBOR)
    others = hand._visit("Dee")
    hand.visits.show_visit(others.id)
    hand.settle()
    assert hand.referred_for(others) == []


def test_a_place_is_not_waited_for_once_the_form_was_left(hand):
    ending = Ending(hand.desk.clock(), Disposition.RESOLVED)
    hand.visits.taken_up.emit(hand.work.visits.end(hand.actor, hand.open.id, ending, hand.open.revision))
    hand.find.referred.emit(HARBOR)
    hand.visits.abandoned.emit()
    started = hand._visit("Cho")
    hand.visits.started.emit(started)
    hand.settle()
    assert hand.referred_for(started) == []


def test_a_visit_started_for_somebody_else_is_not_referred_to_the_place_that_waited(hand):
    ending = Ending(hand.desk.clock(), Disposition.RESOLVED)
    hand.visits.taken_up.emit(hand.work.visits.end(hand.actor, hand.open.id, ending, hand.open.revision))
    hand.find.referred.emit(HARBOR)
    hand.pages["todo"].visit_wanted.emit()
    started = hand._visit("Cho")
    hand.visits.started.emit(started)
    hand.settle()
    assert hand.referred_for(started) == []


def test_a_handoff_that_was_typed_and_not_saved_is_opened_where_it_was_typed(hand):
    entry = snapshot_of(HARBOR, hand.desk.clock(), hand.desk.city.zone)
    referral = hand.work.referrals.draft(hand.actor, hand.open.id, entry, "detox")
    hand.pages["todo"].handoff_chosen.emit(referral.id)
    assert hand.holder.shown == "referrals"
    hand.referrals.show()
    assert hand.referrals.shown is hand.referrals.handoff
