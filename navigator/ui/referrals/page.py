"""The page "Referrals": the list of open ones, the call screen, and the handoff in its place."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from navigator.errors import BadInput, UserError
from navigator.referrals.consent import SavedConsent
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import snapshot_of
from navigator.resources.model import Entry
from navigator.ui.consent.screen import consent_screen
from navigator.ui.handoff.screen import HandoffScreen
from navigator.ui.ports import Desk
from navigator.ui.referrals.call_screen import CallScreen
from navigator.ui.referrals.list_screen import ListScreen
from navigator.ui.referrals.start_notice import StartNotice
from navigator.ui.sheets.sheet import Sheet
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel
from navigator.ui.worker import Worker

NO_CASEWORK = "Casework is not open on this account, so no referral can be shown."


class ReferralsPage(Panel):
    """`help_wanted`, `plan_wanted`, `visit_chosen` and `changed` give a visit's id; `counted` how many are open.

    What is asked for while the page is hidden is read once it is shown: it may be hidden because the station is locked.
    """

    help_wanted = Signal(str)
    plan_wanted = Signal(str)
    visit_chosen = Signal(str)
    changed = Signal(str)
    counted = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        if desk.casework is None:
            raise BadInput(NO_CASEWORK)
        self._desk, self._casework, self._theme, self._worker = desk, desk.casework, theme, worker
        self.consent: Sheet | None = None
        self._call_began: datetime | None = None
        self._wanted, self._wants_handoff = "", False
        self._visit_id = ""
        self.list = ListScreen(theme)
        self.call = CallScreen(desk, self._casework, theme, worker)
        self.handoff = HandoffScreen(desk, theme, worker)
        self.notice = StartNotice(theme)
        self._stack = QStackedLayout(self)
        for screen in (self.list, self.call, self.handoff, self.notice):
            self._stack.addWidget(screen)
        self._connect()
        self._turn_to(self.list)

    @property
    def shown(self) -> QWidget | None:
        """The screen in front."""
        return self._stack.currentWidget()

    def show_list(self) -> None:
        """Unless something typed could not be kept: then its form stays, and says so."""
        self._wanted, before = "", self.call.referral_id
        if not self.call.put_away():
            self._turn_to(self.call)
            return
        self._turn_to(self.list)
        if self.isVisible():  # else it is read when it is shown
            self.refresh()
        if before:
            self.list.records.choose(before)
        if self.isVisible():
            self.list.setFocus()

    def show_referral(self, referral_id: str) -> None:
        """Shows its call screen; a call that is possible begins with it."""
        self._want(referral_id, handoff=False)

    def show_handoff(self, referral_id: str) -> None:
        """Shows its handoff record, which leads back to its call screen."""
        self._want(referral_id, handoff=True)

    def start(self, visit_id: str, entry: Entry) -> None:
        """Writes the draft for this place and shows its call screen, or says why it may not be offered (S-05)."""
        desk, casework, self._visit_id = self._desk, self._casework, visit_id

        def work() -> Referral:
            visit = casework.visits.visit(desk.actor, visit_id)
            taken = snapshot_of(entry, desk.clock(), desk.city.zone)
            need = visit.facts.need or next(iter(entry.categories), "")
            return casework.referrals.draft(desk.actor, visit_id, taken, need)

        self._worker.run(self, work, self._started, self._not_started)

    def refresh(self) -> None:
        """Counts again, and reads what is in front."""
        self._count()
        if self.isVisible() and self.shown is self.call:
            self.call.refresh()

    def cover(self) -> None:
        """The station locks: what was typed is kept."""
        self.call.cover()
        self.handoff.cover()
        if self.consent is not None:
            self.consent.flush()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._count()
        if self._wanted:
            self._show_wanted()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The focus goes on to where it was in the screen in front, else to where that one begins."""
        super().focusInEvent(event)
        inner = self.shown.focusWidget() if self.shown else None
        if inner is not None and inner.isVisible():
            inner.setFocus()
        elif self.consent is not None and self.shown is self.consent:
            self.consent.take_focus()
        elif self.shown is self.call:
            self.call.area.take_focus()
        elif self.shown is self.notice:
            self.notice.take_focus()
        elif self.shown is self.list:
            self.list.setFocus()

    def _want(self, referral_id: str, *, handoff: bool) -> None:
        self._wanted, self._wants_handoff = referral_id, handoff
        if self.isVisible():
            self._show_wanted()

    def _show_wanted(self) -> None:
        """The handoff only where the call screen let go of what it showed before."""
        referral_id, self._wanted = self._wanted, ""
        self._turn_to(self.call)
        self._close_consent()
        self.call.open(referral_id)
        if self._wants_handoff and self.shown is self.call and self.call.referral_id == referral_id:
            self._show_handoff(referral_id)

    def _count(self) -> None:
        """How many there are; the list itself is read only while it stands in front."""
        try:
            self.counted.emit(self._casework.referrals.count_open(self._desk.actor))
            if self.shown is self.list:
                self._fill_list()
        except UserError as error:
            self.list.trouble.say(error.sentence)

    def _fill_list(self) -> None:
        casework, desk = self._casework, self._desk
        found = casework.referrals.open(desk.actor)
        visits = casework.visits.several(desk.actor, sorted({referral.visit_id for referral in found}))
        self.list.show_referrals(found, visits, desk.clock(), desk.city.zone)

    def _started(self, referral: Referral) -> None:
        self.changed.emit(referral.visit_id)
        self.show_referral(referral.id)

    def _not_started(self, error: UserError) -> None:
        self._say("This referral was not started.", error.sentence, finds=True)

    def _cannot_show(self, sentence: str) -> None:
        self._say("This referral cannot be shown.", sentence, finds=False)

    def _say(self, title: str, sentence: str, *, finds: bool) -> None:
        self.notice.show_sentence(title, sentence, finds=finds)
        self._turn_to(self.notice)
        self.notice.take_focus()

    def _find_another(self) -> None:
        self.help_wanted.emit(self._visit_id)

    def _show_handoff(self, referral_id: str) -> None:
        self._turn_to(self.handoff)
        self.handoff.show_referral(referral_id)

    def _leave_handoff(self, referral_id: str) -> None:
        self._turn_to(self.call)
        self.call.open(referral_id)

    def _ask_consent(self, _referral_id: str) -> None:
        """The form of a consent in the place of the call, which waits as it is."""
        situation = self.call.situation
        if situation is None:
            return
        try:
            asked = situation.referral.person_id, situation.visit.id, situation.referral.snapshot
            self.consent = consent_screen(self._desk, self._casework, self._theme, self._worker, *asked)
        except UserError as error:
            self.call.say_foremost(error.sentence)
            return
        self._call_began = self.call.began_at
        self.consent.left.connect(self._leave_consent)
        self.consent.saved.connect(self._take_consent)
        self._stack.addWidget(self.consent)
        self._turn_to(self.consent)
        self.consent.take_focus()

    def _take_consent(self, saved: SavedConsent) -> None:
        """The call goes on, and may name the person on it."""
        self._leave_consent()
        self.call.ground.take_consent(saved)

    def _leave_consent(self) -> None:
        self._turn_to(self.call)
        self._close_consent()
        self.call.refresh()
        self.call.go_on(self._call_began)
        self.call.ground.kinds.setFocus()

    def _close_consent(self) -> None:
        """What is typed into it stays kept for the next time."""
        consent, self.consent = self.consent, None
        if consent is not None:
            consent.flush()
            self._stack.removeWidget(consent)
            consent.hide()
            consent.deleteLater()

    def _note_handoff(self, _referral_id: str) -> None:
        if self.call.situation is not None:
            self.changed.emit(self.call.situation.visit.id)

    def _turn_to(self, screen: QWidget) -> None:
        self._stack.setCurrentWidget(screen)

    def _connect(self) -> None:
        self.list.chosen.connect(self.show_referral)
        self.call.left.connect(self.show_list)
        self.call.failed.connect(self._cannot_show)
        self.call.changed.connect(self._heed)
        self.call.help_wanted.connect(self.help_wanted)
        self.call.plan_wanted.connect(self.plan_wanted)
        self.call.visit_wanted.connect(self.visit_chosen)
        self.call.handoff_wanted.connect(self._show_handoff)
        self.call.consent_wanted.connect(self._ask_consent)
        self.handoff.left.connect(self._leave_handoff)
        self.handoff.saved.connect(self._note_handoff)
        self.notice.help_wanted.connect(self._find_another)
        self.notice.left.connect(self.show_list)

    def _heed(self, visit_id: str) -> None:
        if self.isVisible():
            self._count()
        self.changed.emit(visit_id)
