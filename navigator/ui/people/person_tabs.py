"""What was done for a person, agreed to, asked and told about them: each in its tab, read when it is looked at."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from navigator.referrals.casework import Casework
from navigator.ui.consent.consent_list import ConsentList
from navigator.ui.decide.accounting_view import AccountingView
from navigator.ui.decide.requests_view import RequestsView
from navigator.ui.people.reading import Life
from navigator.ui.people.scrolled import scrolled
from navigator.ui.people.timeline_tab import TimelineTab
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.segments import Segments
from navigator.ui.worker import Worker


class Tab(StrEnum):
    TIMELINE = "Timeline"
    CONSENTS = "Consents"
    REQUESTS = "Requests"
    TOLD = "Who was told"


class PersonTabs(QWidget):
    """`consent_wanted`, `police_asked` and `person_asked` want the form of a new one."""

    consent_wanted = Signal()
    police_asked = Signal()
    person_asked = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker) -> None:
        super().__init__()
        self._desk, self._casework, self._theme, self._worker = desk, casework, theme, worker
        self._person_id = ""
        self.choice = Segments(theme, [(tab, tab.value) for tab in Tab], name="What is shown of this person")
        self.timeline = TimelineTab(desk, casework, theme, worker)
        self.consents: ConsentList | None = None
        self.requests: RequestsView | None = None
        self.told: AccountingView | None = None
        self._stack = QStackedWidget()
        self._pages: dict[Tab, QWidget] = {}
        self._lay_out()
        self.choice.chosen.connect(self._show)
        self.choice.choose(Tab.TIMELINE)

    @property
    def tab(self) -> object:
        return self.choice.value

    def show_life(self, life: Life) -> None:
        """What is in the other tabs is read again, or forgotten where it was of somebody else."""
        if self._person_id != life.person.id:
            self._person_id = life.person.id
            self._forget()
        for opened in (self.consents, self.requests, self.told):
            if opened is not None:
                opened.refresh()
        self.timeline.show_life(life)

    def choose(self, tab: Tab) -> None:
        self.choice.choose(tab)
        self._show(tab)

    def take_focus(self) -> None:
        if self.tab == Tab.TIMELINE:
            self.timeline.take_focus()
        else:
            self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, tab: object) -> None:
        if isinstance(tab, Tab):
            self._stack.setCurrentWidget(self._page(tab))

    def _page(self, tab: Tab) -> QWidget:
        if tab not in self._pages:
            self._pages[tab] = self._made(tab)
            self._stack.addWidget(self._pages[tab])
        return self._pages[tab]

    def _made(self, tab: Tab) -> QWidget:
        match tab:
            case Tab.TIMELINE:
                return self.timeline
            case Tab.CONSENTS:
                return scrolled(self._open_consents())
            case Tab.REQUESTS:
                return self._open_requests()
            case Tab.TOLD:
                self.told = AccountingView(self._desk, self._casework, self._theme, self._person_id)
                return self.told

    def _open_consents(self) -> ConsentList:
        self.consents = ConsentList(self._desk, self._casework, self._theme, self._worker, self._person_id)
        self.consents.wanted.connect(self.consent_wanted)
        return self.consents

    def _open_requests(self) -> RequestsView:
        self.requests = RequestsView(self._desk, self._casework, self._theme, self._person_id)
        self.requests.police_wanted.connect(self.police_asked)
        self.requests.person_wanted.connect(self.person_asked)
        return self.requests

    def _forget(self) -> None:
        self.choose(Tab.TIMELINE)
        self.consents = self.requests = self.told = None
        for tab in [one for one in self._pages if one is not Tab.TIMELINE]:
            page = self._pages.pop(tab)
            self._stack.removeWidget(page)
            page.deleteLater()

    def _lay_out(self) -> None:
        self._page(Tab.TIMELINE)
        across = QHBoxLayout()
        across.setContentsMargins(20, 12, 20, 8)
        across.addWidget(self.choice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(across)
        column.addWidget(self._stack, 1)
