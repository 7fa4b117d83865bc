"""The whole visit in the real window, on the demo station: how many keys it takes, and what it leaves behind."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from navigator.app import demo
from navigator.app.front import StationFront
from navigator.app.guide import Guide
from navigator.app.making import make_demo
from navigator.app.profile import Profile
from navigator.app.tour_visit import BORN, FAMILY, GIVEN, walk_visit
from navigator.app.window import open_window
from navigator.city import load_city
from navigator.clock import system_clock
from navigator.errors import UserError
from navigator.referrals.casework import open_casework
from navigator.referrals.referrals import Referrals
from navigator.referrals.register import PaperState
from navigator.referrals.status import Status
from navigator.referrals.warmth import Warmth, meter
from navigator.storage.station import Station
from navigator.storage.verify import OK, Verifier

MOST_KEYS = 25
"""Keys and clicks beyond the words typed, for a visit with an accepted warm handoff and a printed plan."""


class Titles(QObject):
    """Notes every title that a window takes."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.WindowTitleChange, QEvent.Type.Show):
            self.seen.add(getattr(watched, "windowTitle", str)())
        return False


class Counted:
    """A guide that counts every key and click; words typed are free."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self.count = 0

    def keys(self, *sequences: str) -> None:
        self.count += len(sequences)
        self._guide.keys(*sequences)

    def press(self, words: str) -> None:
        self.count += 1
        self._guide.press_last(words)

    def type_in(self, text: str) -> None:
        self._guide.type_in(text)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("visit") / "demo"
    make_demo(folder, system_clock)
    return folder


@pytest.fixture
def profile(made_once, tmp_path) -> Path:
    shutil.copytree(made_once, tmp_path / "profile" / "demo")
    return tmp_path / "profile"


@pytest.fixture
def opened(profile, qapp: QApplication, tmp_path):
    """Opens the window on the demo station, signed in, as often as a test wants."""
    made = []

    def open_it() -> Guide:
        out = tmp_path / "out"
        out.mkdir(exist_ok=True)
        one = open_window(Profile(profile), qapp, system_clock, ask=lambda _parent, name: out / name.lower())
        made.append(one)
        one.window.show()
        guide = Guide(one, None)
        guide.begin()
        guide.press("Look around with a demo station")
        guide.wait_for("Start a visit")
        return guide

    yield open_it
    for one in made:
        one.close()
        one.window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def casework(profile):
    """What the station kept, read after the window closed."""
    stations = []

    def read():
        station = Station(profile / "demo", system_clock)
        stations.append(station)
        actor = station.sign_in(demo.CLINICIAN, demo.PASSPHRASE)
        return station, actor, open_casework(station.casework, system_clock().tzinfo, load_city("philadelphia"))

    yield read
    for station in stations:
        station.close()


def test_a_visit_with_a_warm_handoff_and_a_plan_takes_few_keys(opened, casework, tmp_path):
    guide = opened()
    hand = Counted(guide)
    hand.keys("Ctrl+N")
    hand.type_in("Noor")
    hand.keys("Tab")
    hand.type_in("Adeyemi")
    hand.keys("Tab")
    hand.type_in("1984")
    hand.press("Home")
    hand.keys("Ctrl+S")
    hand.press("Find help")
    hand.type_in("harbor withdrawal")
    hand.keys("Ctrl+R", "1")
    hand.type_in("Ms. Alvarez")
    hand.keys("Tab")
    hand.type_in("intake nurse")
    hand.keys("Ctrl+S")
    hand.press("Finish the handoff")
    hand.press("Present")
    hand.press("Read-back")
    hand.type_in("Ms. Alvarez")
    hand.keys("Ctrl+S")
    hand.press("Back to call")
    hand.press("Make the plan")
    hand.press("Yes")
    hand.press("Save as PDF")
    guide.wait_until((tmp_path / "out" / "plan.pdf").exists, "the plan")
    assert hand.count <= MOST_KEYS
    guide.settle()
    guide.opened.close()
    _, actor, work = casework()
    visit = next(one for one in work.visits.recent(actor) if one.person.called == "Noor Adeyemi")
    (referral,) = work.referrals.of_visit(actor, visit.id)
    handoff = work.handoffs.handoff(actor, referral.id).handoff
    assert referral.status is Status.ACCEPTED
    assert meter(referral, handoff, None).warmth is Warmth.WARM
    (paper,) = work.register.of_visits(actor, [visit.id])
    assert (paper.state, paper.paper.own_copy) == (PaperState.RELEASED, True)


def test_nothing_the_tour_leaves_behind_tells_the_persons_name(
    opened, casework, profile, qapp, tmp_path, monkeypatch, capfd
):
    """P-04: no file of the profile, no temporary file, no log, no window title, nothing said at the terminal."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr("tempfile.tempdir", None)
    titles = Titles()
    qapp.installEventFilter(titles)
    guide = opened()
    walk_visit(guide)
    assert _holding(profile) == []
    guide.keys("Ctrl+L")
    guide.wait_for("Unlock")
    assert guide.opened.faults.newest == ""
    guide.opened.close()
    qapp.removeEventFilter(titles)
    assert _holding(profile) == []
    assert _holding(scratch) == []
    assert [path.name for path in (tmp_path / "out").iterdir() if _tells(path.name)] == []
    assert not any(_tells(title) for title in titles.seen)
    assert not any(_tells(said) for said in capfd.readouterr())
    station, actor, work = casework()
    assert any(_tells(visit.person.called) for visit in work.visits.recent(actor))
    assert set(Verifier(station).verify(actor).values()) == {OK}


def test_what_was_typed_and_not_saved_is_there_after_the_window_was_closed(opened):
    guide = opened()
    guide.keys("Ctrl+N")
    guide.type_in(GIVEN)
    guide.opened.close()
    guide = opened()
    assert "Typed " in _said(guide)
    guide.keys("Ctrl+N")
    assert _field(guide, "Given name").text() == GIVEN


def test_what_was_typed_is_there_after_a_lock_and_for_nobody_else(opened):
    guide = opened()
    guide.keys("Ctrl+N")
    guide.type_in(GIVEN)
    guide.keys("Tab", "Tab")
    guide.type_in(BORN)
    guide.keys("Ctrl+L")
    guide.wait_for("Unlock")
    assert GIVEN not in _said(guide)
    guide.press("Someone else")
    guide.write("Name", demo.SUPERVISOR)
    guide.write("Passphrase", demo.PASSPHRASE)
    guide.keys("Return")
    guide.wait_for("Start a visit")
    guide.keys("Ctrl+N")
    assert _field(guide, "Given name").text() == ""
    guide.keys("Ctrl+L")
    guide.press("Someone else")
    guide.write("Name", demo.CLINICIAN)
    guide.write("Passphrase", demo.PASSPHRASE)
    guide.keys("Return")
    guide.wait_for("Start a visit")
    guide.keys("Ctrl+N")
    assert _field(guide, "Given name").text() == GIVEN


def _holding(folder: Path) -> list[str]:
    """The files in which the name stands in the clear."""
    words = [word.encode(coding) for word in (GIVEN, FAMILY) for coding in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(word in path.read_bytes() for word in words)]


def _tells(text: str) -> bool:
    return GIVEN.casefold() in text.casefold() or FAMILY.casefold() in text.casefold()


def _said(guide: Guide) -> str:
    window = guide.opened.window
    painted = [one.records for one in window.findChildren(QObject) if hasattr(one, "records") and one.isVisible()]
    shown = " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    return f"{shown} {painted}"


def _field(guide: Guide, label: str) -> QLineEdit:
    fields = guide.opened.window.findChildren(QLineEdit)
    return next(field for field in fields if field.isVisible() and field.accessibleName() == label)


def test_a_sign_in_that_fails_late_leaves_no_casework_open(profile, monkeypatch):
    front = StationFront(Profile(profile), system_clock)
    front.look_around()
    front.lock()
    full = UserError("The disk is full.")
    monkeypatch.setattr(Referrals, "heed_confidential", lambda *_: (_ for _ in ()).throw(full))
    with pytest.raises(UserError, match="full"):
        front.sign_in(demo.CLINICIAN, demo.PASSPHRASE)
    assert not front._station.casework.is_open
    monkeypatch.undo()
    assert front.sign_in(demo.CLINICIAN, demo.PASSPHRASE).casework is not None
    front.close()
