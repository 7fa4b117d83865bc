"""Time from process start to first paint, beside an empty window; and from the passphrase to a searchable desk."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from navigator.app.front import StationFront
from navigator.app.making import make_station
from navigator.app.profile import Profile
from navigator.clock import system_clock
from navigator.resources.search import Query

RUNS = 15

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        print("painted", flush=True)
        app.exit()
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

OURS = """
import gc
import sys
gc.disable()
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from navigator.app.profile import Profile
from navigator.app.window import open_window
from navigator.clock import system_clock
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is opened.window:
            print("painted", flush=True)
            app.exit()
        return False
app = QApplication([])
opened = open_window(Profile.chosen(sys.argv[1]), app, system_clock)
watch = Watch()
opened.window.installEventFilter(watch)
opened.window.show()
gc.enable()
app.exec()
opened.close()
"""


def first_paints(profile: Profile) -> list[tuple[float, float]]:
    """Seconds from starting a process to its first paint: an empty window's and ours in turn, `RUNS` pairs."""
    folder = str(profile.folder)
    pairs = [(_once(EMPTY, ()), _once(OURS, (folder,))) for _ in range(RUNS + 1)]
    return pairs[1:]


def _once(code: str, arguments: tuple[str, ...]) -> float:
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True)
    if process.stdout is None or process.stdout.readline().strip() != "painted":
        raise SystemExit("a window did not paint")
    took = time.perf_counter() - began
    process.communicate()
    return took


def rows() -> Iterator[tuple[str, str, str]]:
    """What was measured, the figure, its floor."""
    with tempfile.TemporaryDirectory() as folder:
        profile = Profile(Path(folder) / "profile")
        profile.prepare()
        make_station(profile.station, "philadelphia", "bench", "a passphrase for the bench", system_clock)
        pairs = first_paints(profile)
        empty, ours = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
        ratio = statistics.median(mine / bare for bare, mine in pairs)
        yield (
            "process start to first paint",
            f"{ours:.0f} ms, {ratio:.2f} x",
            f"to reach 1.6 x; empty window {empty:.0f} ms",
        )
        yield "passphrase to a searchable desk", f"{_signed_in(profile) * 1000:.0f} ms", "to reach 2,000 ms"


def _signed_in(profile: Profile) -> float:
    front = StationFront(profile, system_clock)
    front.warm_up()
    began = time.perf_counter()
    desk = front.sign_in("bench", "a passphrase for the bench")
    desk.search.find(Query("detox"), system_clock())
    took = time.perf_counter() - began
    front.close()
    return took
