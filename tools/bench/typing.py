"""The window while somebody types at 100,000 services: how long it is ever away from the person."""

import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.app import demo
from navigator.app.desk import open_desk
from navigator.app.making import make_demo
from navigator.city import load_city
from navigator.clock import system_clock
from navigator.resources.categories import load_categories
from navigator.resources.search import Search
from navigator.resources.vocabulary import load_vocabulary
from navigator.storage.station import Station
from navigator.ui.find.page import FindPage
from navigator.ui.find.search_box import SearchBox
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker
from tools.bench.search.kits import corpus_of
from tools.rank.rows import rows as table_rows
from tools.rank.services import Services

_KEY_MS, _SETTLE_MS = 60, 1_500
"""A key each 60 ms is as fast as a hand types; what opening the page began is over before the first."""
_FRAME_MS = 1000 / 60
_SIZE = (1280, 800)


def rows() -> Iterator[tuple[str, str, str]]:
    """What was measured, the figure, its floor."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)  # noqa: S101 - made just now
    with tempfile.TemporaryDirectory() as folder:
        corpus = corpus_of("100k", Path(folder))
        make_demo(Path(folder) / "demo", system_clock)
        station = Station(Path(folder) / "demo", system_clock)
        worker = Worker()
        page = _page(station, _search(Path(corpus.services)), Theme(application), worker)
        typist = Typist(page.findChildren(SearchBox)[0], _whole(corpus.typed()))
        yield from _figures(typist.away())
        page.close()
        worker.close()
        page.deleteLater()
        station.close()


class Typist(QObject):
    """Types texts into the box, each in place of the one before, and notes how long the event loop is ever away."""

    def __init__(self, box: SearchBox, texts: Sequence[str]) -> None:
        super().__init__(box)
        self._box = box
        self._left = [(letter, at == 0) for text in texts for at, letter in enumerate(text)][::-1]
        self._away: list[float] = []
        self._turned = 0.0
        self._loop = QEventLoop()
        self._turns = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._keys = QTimer(self, interval=_KEY_MS, timerType=Qt.TimerType.PreciseTimer)
        self._turns.timeout.connect(self._turn)
        self._keys.timeout.connect(self._type)

    def away(self) -> list[float]:
        """For each key the longest time in ms between two turns of the event loop, until the next key."""
        self._turns.start()
        QTimer.singleShot(_SETTLE_MS, self._keys.start)
        self._loop.exec()
        return self._away

    def _turn(self) -> None:
        now = time.perf_counter()
        if self._away:
            self._away[-1] = max(self._away[-1], (now - self._turned) * 1000)
        self._turned = now

    def _type(self) -> None:
        if not self._left:
            self._turns.stop()
            self._keys.stop()
            self._loop.quit()
            return
        letter, is_first = self._left.pop()
        self._away.append(0.0)
        if is_first:
            self._box.selectAll()
        QTest.keyClick(self._box, letter)


def _figures(away: list[float]) -> Iterator[tuple[str, str, str]]:
    ordered = sorted(away)
    p50, p99 = (ordered[int(len(ordered) * share)] for share in (0.5, 0.99))
    missed = sum(one > 2 * _FRAME_MS for one in away)
    what = f"the window away from the person, {len(away):,} keys"
    yield what, f"p50 {p50:.0f}, p99 {p99:.0f}, worst {ordered[-1]:.0f} ms", "to reach: never over 33 ms"
    yield "two frames in a row missed", f"{missed} times", "to reach: never"


def _page(station: Station, search: Search, theme: Theme, worker: Worker) -> FindPage:
    actor = station.sign_in(demo.CLINICIAN, demo.PASSPHRASE)
    page = FindPage(open_desk(station, actor, load_city("philadelphia"), search=search), theme, worker)
    page.resize(*_SIZE)
    page.show()
    page.activateWindow()
    page.begin()
    return page


def _search(services: Path) -> Search:
    entries = Services().of(table_rows(services))
    return Search(entries, load_vocabulary(), load_city("philadelphia"), load_categories())


def _whole(typed: Sequence[str]) -> list[str]:
    """The texts that were typed to their end, of all their beginnings."""
    return [text for text, after in pairwise([*typed, ""]) if not after.startswith(text)]
