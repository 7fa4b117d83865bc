"""Nothing typed is lost: drafts are kept soon, at once when the window locks, and never an older one over a newer."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from navigator.access import Actor, Role, StoreName
from navigator.referrals.draft import NEW, DraftKind
from navigator.referrals.drafts import Drafts
from navigator.storage.database import Store
from navigator.storage.keys import fresh_store_key
from navigator.storage.migrations import bring_up
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.worker import Worker

DANA = Actor("dana", "Dana", Role.CLINICIAN)
KEY = fresh_store_key()


@pytest.fixture
def store(tmp_path: Path, clock) -> Iterator[Store]:
    made = Store(StoreName.CASEWORK, tmp_path / "casework.db", clock)
    made.create(KEY)
    bring_up(made)
    yield made
    made.close()


class SlowDrafts(Drafts):
    """Waits inside `keep` for the texts that a test holds back, as a busy disk would."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.held = ""
        self.reached, self.go_on = threading.Event(), threading.Event()

    def keep(self, actor, kind, subject, content) -> None:
        if self.held and content.get("note") == self.held:
            self.reached.set()
            assert self.go_on.wait(10)
        super().keep(actor, kind, subject, content)


@pytest.fixture
def drafts(store: Store) -> SlowDrafts:
    return SlowDrafts(store)


@pytest.fixture
def owner(qapp) -> QObject:
    return QObject()


@pytest.fixture
def keeper(drafts: SlowDrafts, worker: Worker, owner: QObject) -> Iterator[DraftKeeper]:
    yield DraftKeeper(drafts, DANA, worker, DraftKind.VISIT, NEW, owner)
    drafts.go_on.set()


@contextmanager
def going_on_by_itself(drafts: SlowDrafts) -> Iterator[None]:
    """A flush that waits for what is under way does not wait for ever; one that does not is long done by then."""
    later = threading.Timer(0.3, drafts.go_on.set)
    later.start()
    yield
    later.join()


def kept(store: Store) -> str | None:
    found = Drafts(store).find(DANA, DraftKind.VISIT, NEW)
    return found.content["note"] if found else None


def settled(qtbot: QtBot, keeper: DraftKeeper, worker: Worker) -> None:
    qtbot.waitUntil(lambda: not keeper._soon.isActive() and not worker.busy)


def test_what_is_typed_is_kept_soon_and_comes_back(keeper, worker, store, qtbot: QtBot):
    assert keeper.found() == {}
    for text in ("a", "ab", "abc"):
        keeper.typed({"note": text})
    settled(qtbot, keeper, worker)
    assert kept(store) == "abc"
    assert keeper.found() == {"note": "abc"}


def test_flushing_keeps_at_once_what_waits(keeper, store):
    keeper.typed({"note": "a"})
    keeper.flush()
    assert kept(store) == "a"


def test_flushing_without_typing_keeps_nothing(keeper, store):
    keeper.flush()
    assert kept(store) is None


def test_what_changes_after_it_was_typed_does_not_change_the_draft(keeper, store):
    content = {"note": "a"}
    keeper.typed(content)
    content["note"] = "b"
    keeper.flush()
    assert kept(store) == "a"


def test_the_lock_keeps_what_still_waits_behind_other_work(keeper, worker, owner, store, qtbot: QtBot):
    """The window locks while a long piece of work runs: the draft behind it must be on the disk before the key goes."""
    gate = threading.Event()
    worker.run(owner, lambda: gate.wait(10), lambda _: None, pytest.fail)
    keeper.typed({"note": "typed before the lock"})
    qtbot.waitUntil(lambda: not keeper._soon.isActive())
    keeper.flush()
    assert kept(store) == "typed before the lock"
    store.close()
    gate.set()
    settled(qtbot, keeper, worker)


def test_an_older_draft_under_way_does_not_come_over_the_newer_one(keeper, drafts, worker, store, qtbot: QtBot):
    drafts.held = "old"
    keeper.typed({"note": "old"})
    qtbot.waitUntil(drafts.reached.is_set)
    keeper.typed({"note": "old and new"})
    with going_on_by_itself(drafts):
        keeper.flush()
    settled(qtbot, keeper, worker)
    assert kept(store) == "old and new"


def test_an_older_draft_that_failed_late_does_not_come_over_the_newer_one(keeper, drafts, worker, store, qtbot: QtBot):
    """Under way when the window locked, it may fail on the closed store; after the sign-in the newer one stands."""
    drafts.held = "old"
    keeper.typed({"note": "old"})
    qtbot.waitUntil(drafts.reached.is_set)
    keeper.typed({"note": "old and new"})
    with going_on_by_itself(drafts):
        keeper.flush()
        store.close()
    settled(qtbot, keeper, worker)
    store.open(KEY)
    keeper.flush()
    assert kept(store) == "old and new"


def test_a_draft_that_could_not_be_kept_waits_and_is_kept_when_it_can(keeper, worker, store, qtbot: QtBot):
    troubles = []
    keeper.troubled.connect(troubles.append)
    store.close()
    keeper.typed({"note": "a"})
    settled(qtbot, keeper, worker)
    assert troubles == ["The station is locked. Sign in again to go on."]
    keeper.flush()
    store.open(KEY)
    keeper.flush()
    assert kept(store) == "a"


def test_trouble_ends_with_the_next_draft_that_is_kept(keeper, worker, store, qtbot: QtBot):
    troubles = []
    keeper.troubled.connect(troubles.append)
    store.close()
    keeper.typed({"note": "a"})
    settled(qtbot, keeper, worker)
    store.open(KEY)
    keeper.typed({"note": "ab"})
    settled(qtbot, keeper, worker)
    assert troubles[-1] == ""
    assert kept(store) == "ab"


def test_trouble_ends_with_a_flush_that_keeps_too(keeper, store):
    troubles = []
    keeper.troubled.connect(troubles.append)
    keeper.typed({"note": "a"})
    store.close()
    keeper.flush()
    store.open(KEY)
    keeper.flush()
    assert troubles[-1] == ""


def test_what_was_saved_is_not_kept_again(keeper, worker, store, qtbot: QtBot):
    keeper.typed({"note": "a"})
    keeper.forget()
    settled(qtbot, keeper, worker)
    keeper.flush()
    assert kept(store) is None


def test_what_was_dropped_stays_dropped_although_it_was_under_way(keeper, drafts, worker, store, qtbot: QtBot):
    drafts.held = "a"
    keeper.typed({"note": "a"})
    qtbot.waitUntil(drafts.reached.is_set)
    keeper.drop()
    drafts.go_on.set()
    settled(qtbot, keeper, worker)
    keeper.flush()
    assert kept(store) is None


def test_what_was_forgotten_does_not_come_back_because_keeping_it_failed(keeper, drafts, worker, store, qtbot: QtBot):
    drafts.held = "a"
    keeper.typed({"note": "a"})
    qtbot.waitUntil(drafts.reached.is_set)
    store.close()
    keeper.forget()
    drafts.go_on.set()
    settled(qtbot, keeper, worker)
    store.open(KEY)
    keeper.flush()
    assert kept(store) is None


def test_two_forms_keep_their_own(drafts, worker, owner, store):
    other = DraftKeeper(drafts, DANA, worker, DraftKind.PLAN, "visit-1", owner)
    other.typed({"goal": "rest"})
    other.flush()
    assert kept(store) is None
    assert other.found() == {"goal": "rest"}
    assert other.subject == "visit-1"
