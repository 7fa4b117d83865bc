"""The list of the station's open referrals, by what they wait for."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from navigator.referrals.referral import Referral
from navigator.referrals.status import Status
from navigator.referrals.visit import Visit
from navigator.ui.clock_words import moment_words
from navigator.ui.records.record_list import Record, RecordGroup, RecordList
from navigator.ui.referrals.state_words import state_name, state_words
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text

_CALLING = (Status.DRAFT, Status.REQUESTED)
_GROUPS = (
    ("Calling", _CALLING),
    ("Accepted", (Status.ACCEPTED, Status.IN_PROGRESS)),
    ("On hold", (Status.ON_HOLD,)),
)


class ListScreen(Panel):
    """`chosen` gives a referral's id."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.records = RecordList(theme, name="Open referrals")
        self.records.opened.connect(self._open)
        self.trouble = Trouble(theme)
        self.setFocusProxy(self.records)
        empty = QWidget()
        words = QVBoxLayout(empty)
        words.setContentsMargins(24, 24, 24, 24)
        words.setSpacing(4)
        words.addWidget(Text("No referral is open.", px=sizes.NAME, weight=600))
        words.addWidget(Text("Start one from a place in Find help, by Refer.", tone="text2", wrap=True))
        words.addStretch(1)
        room = QWidget()
        self._stack = QStackedLayout(room)
        self._stack.addWidget(empty)
        self._stack.addWidget(self.records)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 14)
        head.addWidget(Text("Referrals", px=sizes.TITLE, weight=600), alignment=Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.trouble)
        column.addWidget(Rule())
        column.addWidget(room, 1)

    def show_referrals(
        self, referrals: Sequence[Referral], visits: Mapping[str, Visit], now: datetime, zone: tzinfo
    ) -> None:
        self.trouble.say("")
        self.records.show_groups(groups_of(referrals, visits, now, zone))
        self._stack.setCurrentIndex(1 if referrals else 0)

    def _open(self, key: object) -> None:
        self.chosen.emit(str(key))


def groups_of(
    referrals: Sequence[Referral], visits: Mapping[str, Visit], now: datetime, zone: tzinfo
) -> tuple[RecordGroup, ...]:
    """Newest first in each group; an empty group is left out."""
    return tuple(
        RecordGroup(title, tuple(_record(one, visits, now, zone) for one in referrals if one.status in statuses))
        for title, statuses in _GROUPS
        if any(one.status in statuses for one in referrals)
    )


def _record(referral: Referral, visits: Mapping[str, Visit], now: datetime, zone: tzinfo) -> Record:
    visit = visits.get(referral.visit_id)
    last = referral.last_contact
    since = f"Called {moment_words(last.call.began_at, now, zone)}" if last else "Nobody called yet"
    return Record(
        key=referral.id,
        title=referral.snapshot.name,
        under=visit.person.called if visit else "",
        right=referral.snapshot.number or "No number known",
        right_under=since,
        state=state_name(referral),
        state_words=state_words(referral).capitalize(),
    )
