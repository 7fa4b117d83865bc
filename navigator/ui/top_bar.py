"""The top bar: the crisis numbers, always, who is signed in, and since when the team is on a scene."""

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from navigator.access import Actor
from navigator.clock import Clock
from navigator.crisis import EVERYWHERE, CrisisLine
from navigator.ui.scene_clock import SceneClock
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Elided, Text


class TopBar(Panel):
    lock_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent)
        self._theme = theme
        self.setFixedHeight(sizes.TOP_BAR)
        self._lines = QWidget()
        self._demo = _DemoTag(theme)
        self._scene = SceneClock(theme)
        self._person = _Person(theme)
        self._person.lock.clicked.connect(self.lock_wanted)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 11, 0)
        self._row.setSpacing(0)
        self._row.addWidget(_Logo(theme))
        self._row.addSpacing(6)
        self._row.addWidget(Text("Navigator", px=15, weight=700))
        self._row.addSpacing(26)
        self._row.addWidget(self._lines)
        self._row.addStretch(1)
        self._row.addWidget(self._demo)
        self._row.addSpacing(16)
        self._row.addWidget(self._scene)
        self._row.addWidget(self._person)
        self.show_lines(())
        self.sign_out()
        theme.changed.connect(self.update)

    def show_lines(self, city_lines: tuple[CrisisLine, ...]) -> None:
        """988 and 911 come first, also where no city is known; then the city's own first line."""
        own = [line for line in city_lines if line not in EVERYWHERE]
        strip = QWidget()
        strip.setAccessibleName("Crisis numbers")
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        for line in (*EVERYWHERE, *own[:1]):
            row.addLayout(_line(line))
        self._row.replaceWidget(self._lines, strip)
        self._lines.deleteLater()
        self._lines = strip

    def show_demo(self, demo: bool) -> None:
        self._demo.setVisible(demo)

    def sign_in(self, actor: Actor) -> None:
        self._person.show_actor(actor)
        self._person.show()

    def sign_out(self) -> None:
        """Takes the name and the scene away; the numbers stay."""
        self._person.forget()
        self._person.hide()
        self._scene.forget()

    def show_scene(self, since: datetime | None, clock: Clock) -> None:
        """Since when the team is on a scene; None: it is on none."""
        if since is None:
            self._scene.forget()
        else:
            self._scene.show_since(since, clock)

    def set_narrow(self, narrow: bool) -> None:
        self._scene.set_narrow(narrow)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))


def _line(line: CrisisLine) -> QHBoxLayout:
    """Label and number; the label may be cut short, the number never."""
    row = QHBoxLayout()
    row.setSpacing(6)
    label, number = Elided(line.label, tone="text2"), Text(line.number, weight=600)
    number.setAccessibleName(f"{line.label} {line.number}")
    row.addWidget(label)
    row.addWidget(number)
    return row


class _Person(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._name, self._role = Elided(weight=600), Text(tone="text2")
        self.lock = Button(theme, "Lock", "quiet", icon="lock")
        self.lock.setToolTip("Lock (Ctrl+L)")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._name)
        row.addSpacing(6)
        row.addWidget(self._role)
        row.addSpacing(10)
        row.addWidget(self.lock)

    def show_actor(self, actor: Actor) -> None:
        self._name.setText(actor.name)
        self._role.setText(str(actor.role))

    def forget(self) -> None:
        self._name.setText("")
        self._role.setText("")


class _DemoTag(QWidget):
    """Says that nothing here is real."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Demo station: invented services")
        self.setToolTip("Demo station: invented services stand beside the directory.")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(56, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("closing"), 1))
        painter.setBrush(self._theme.color("closing_tint"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, sizes.RADIUS_KEY, sizes.RADIUS_KEY)
        painter.setFont(self._theme.font(sizes.HINT, 600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "DEMO")


class _Logo(QWidget):
    """A compass needle on the accent."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(22, 22)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        painter.translate(11, 11)
        painter.rotate(45)
        painter.setBrush(self._theme.color("on_fill"))
        painter.drawPolygon(QPolygonF([QPointF(0, -7.5), QPointF(2.6, 0), QPointF(0, 7.5), QPointF(-2.6, 0)]))
        painter.setBrush(self._theme.color("accent"))
        painter.drawEllipse(QPointF(0, 0), 1.1, 1.1)
