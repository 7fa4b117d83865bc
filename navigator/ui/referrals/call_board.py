"""The call screen as it shows one situation: number, script, changes, next place, contacts, the running clock."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from navigator.access import Permission, may
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import Line
from navigator.referrals.status import Status
from navigator.ui.isolated import isolated
from navigator.ui.ports import Desk
from navigator.ui.referrals import call_face
from navigator.ui.referrals.call_view import CallView
from navigator.ui.referrals.contact_words import contact_lines, running_line
from navigator.ui.referrals.situation import Situation, Stage
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.banner import Banner
from navigator.ui.widgets.meter import count_words

_TICK_MS = 1000
_CHANGED = "The directory says something else now"


class CallBoard(CallView):
    """Reads nothing and writes nothing. `began_at` is when the running call began, `dialled` the number in hand."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._desk = desk
        self.writes = may(desk.actor.role, Permission.WRITE_CASEWORK)
        self.situation: Situation | None = None
        self.began_at: datetime | None = None
        self.dialled = Line("")
        self.second = QTimer(self, interval=_TICK_MS)
        self.second.timeout.connect(self._tick)
        self.head.dialled.connect(self.dial)
        self.ground.changed.connect(self.fit_act)

    @property
    def referral_id(self) -> str:
        return self.situation.referral.id if self.situation else ""

    @property
    def visit_id(self) -> str:
        return self.situation.visit.id if self.situation else ""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.second.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self.second.stop()
        if not event.spontaneous():
            self.end_call()

    def end_call(self) -> None:
        """Nobody looks any more: how long it goes on is not known. A form keeps the time that it was given."""
        if self.began_at is not None:
            self.began_at = None
            self.show_situation()

    def dial(self, line: Line) -> None:
        """Takes another number in hand; the running call goes on with it."""
        self.dialled = line
        self.show_situation()

    def show_situation(self) -> None:
        situation = self.situation
        if situation is None:
            return
        calling = situation.stage is Stage.CALLING
        if not calling:
            self.began_at, self.dialled = None, call_face.first_line(situation)
        self.tabs.row.show_tabs(call_face.tabs_of(situation, calling=self.began_at is not None), self.referral_id)
        self.tabs.add.setVisible(self.writes)
        self._show_number(situation)
        self.say.show_script(call_face.script_of(situation, self._desk.categories))
        self.ground.setVisible(calling and self.writes)
        self._show_changes(situation)
        adds = situation.stage in _LIVING or (situation.stage is Stage.ENDED and situation.referral.acceptance)
        self.side.show_situation(situation, writes=self.writes and bool(adds))
        self.show_count(count_words(situation.meter))
        self._show_contacts(situation)
        self.fit_act()

    def fit_act(self) -> None:
        """What stands around the outcomes makes room for a form, and in a narrow window for the outcomes too.

        After a no or no answer the next place is shown; during a call only where there is one to be seen coming.
        """
        situation = self.situation
        if situation is None:
            return
        self._show_next(situation)
        plain, tried = self.area.form is None, self.is_tried
        has_room = self.banner is None and not self.is_narrow and self.ground.without_identifiers
        seen_coming = situation.next_one is not None and has_room
        calling = situation.stage is Stage.CALLING
        self.say.setVisible(calling and not (self.is_narrow and (tried or not plain)))
        self.next.setVisible(self.writes and plain and (tried or (calling and seen_coming)))

    def _tick(self) -> None:
        if self.situation is not None and self.began_at is not None:
            self.head.tick(self._desk.clock())
            self._show_contacts(self.situation)

    def _show_number(self, situation: Situation) -> None:
        self.head.show_number(
            call_face.title_of(situation, self.dialled),
            self.dialled.number,
            note=call_face.note_of(situation, self.dialled, self._desk.city.information_line),
            large=situation.stage in (Stage.CALLING, Stage.ACCEPTED),
        )
        self.head.show_others(call_face.other_lines(situation, self.dialled))
        may_call = situation.stage is Stage.CALLING and self.writes and bool(self.dialled.number)
        again = bool(situation.referral.contacts)
        self.head.show_clock(self.began_at, self._desk.clock(), may_call=may_call, again=again)

    def _show_changes(self, situation: Situation) -> None:
        words = " ".join(situation.changes) if situation.stage in _LIVING else ""
        new = situation.new_number
        offers = new and new != self.dialled.number and situation.stage is Stage.CALLING
        action = "Dial the new number" if offers else ""
        shown = (self.banner.words.text(), self.banner.property("action")) if self.banner else ("", "")
        if shown == (words, action):
            return
        banner = Banner(self.theme, "closing", _CHANGED, words, action) if words else None
        if banner is not None:
            banner.setProperty("action", action)
            banner.acted.connect(lambda: self.dial(Line(new, "new number")))
        self.show_banner(banner)

    def _show_next(self, situation: Situation) -> None:
        following = situation.next_one
        filled = situation.stage is Stage.ENDED
        if following is not None:
            words = call_face.next_words(following, situation.now, situation.zone)
            self.next.show_next(f"Next: {isolated(following.snapshot.name)}", words, "Call next", filled=filled)
        else:
            words = "Nobody else is left to call for this visit."
            self.next.show_next("No other place is written down", words, "Find another place", filled=filled)

    @property
    def is_tried(self) -> bool:
        """Whether this call led nowhere, and nobody of the visit has said yes or helped."""
        situation = self.situation
        if situation is None or any(_is_settled(one) for one in situation.family):
            return False
        if situation.stage is Stage.ENDED:
            return True
        return situation.referral.status is Status.REQUESTED and self.began_at is None

    def _show_contacts(self, situation: Situation) -> None:
        now, zone = self._desk.clock(), self._desk.city.zone
        lines = contact_lines(situation.family, now, zone)
        if self.began_at is not None:
            lines = (running_line(self.dialled.number, self.began_at, now, zone), *lines)
        self.side.show_contacts(lines)


_LIVING = (Stage.CALLING, Stage.ACCEPTED, Stage.HELD)


def _is_settled(referral: Referral) -> bool:
    """Somebody said yes and that stands, or the help began."""
    taken = referral.acceptance is not None and referral.is_open
    return taken or referral.status is Status.COMPLETED
