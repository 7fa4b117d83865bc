"""The chosen decision: what was written down, and where it is granted, refused or told."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.consent import SavedConsent
from navigator.referrals.decisions import Decision, DecisionKind
from navigator.referrals.request import PoliceRequest, SavedRequest
from navigator.ui.consent.words import covered_words, told_words
from navigator.ui.decide.facts import FactsView
from navigator.ui.decide.rows import title_of
from navigator.ui.decide.verdict_form import VerdictForm, Verdicts
from navigator.ui.decide.words import Facts, request_facts
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

OWN = "You wrote this yourself, so somebody else has to decide it."
READ_ONLY = "Somebody who writes casework tells the police and writes down what was told."


class DecisionPane(Panel):
    """`decided` when something was decided, `tell_wanted` gives the request whose answer is to be written."""

    decided = Signal()
    tell_wanted = Signal(object)
    stale = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker, *, writes: bool) -> None:
        super().__init__("surface")
        self._desk, self._casework, self._theme, self._worker = desk, casework, theme, worker
        self._writes = writes
        self.decision: Decision | None = None
        self.verdict: VerdictForm | None = None
        self.tell: Button | None = None
        self._inside = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_decision(self, decision: Decision | None) -> None:
        """What is shown already stays as it is, with what is typed."""
        if decision == self.decision:
            return
        self.flush()
        self._clear()
        self.decision = decision
        if decision is not None:
            self._fill(decision)

    def flush(self) -> str:
        """Keeps what is typed; why that could not be done, or ""."""
        return self.verdict.flush() if self.verdict is not None else ""

    def take_focus(self) -> None:
        if self.verdict is not None:
            self.verdict.take_focus()
        elif self.tell is not None:
            self.tell.setFocus()

    def _fill(self, decision: Decision) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(20, 16, 20, 16)
        body.setSpacing(14)
        body.addWidget(Text(title_of(decision), px=sizes.NAME, weight=700, wrap=True))
        body.addWidget(Text(f"About {decision.person.called}", tone="text2", wrap=True))
        body.addWidget(FactsView(self._facts(decision)))
        foot = self._foot(decision, body)
        body.addStretch(1)
        self._column.addWidget(_scrolling(body), 1)
        self._column.addWidget(Rule())
        self._column.addWidget(foot)

    def _facts(self, decision: Decision) -> Facts:
        now, zone = self._desk.clock(), self._desk.city.zone
        match decision.about:
            case SavedRequest() as request:
                return request_facts(request, self._casework.request_law, now, zone)
            case SavedConsent(consent=consent) as saved:
                return (
                    ("Who signed", f"{consent.signed_by}, {consent.signer}"),
                    ("The consent", f"{told_words(saved, now, zone)} {covered_words(consent)}"),
                    ("Who may be told", consent.recipient),
                    ("Why you are asked", "The city's table does not say who signs at this age."),
                )

    def _foot(self, decision: Decision, body: QVBoxLayout) -> QWidget:
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(20, 12, 20, 16)
        if decision.kind is DecisionKind.ANSWER:
            column.addWidget(self._tell_button(decision))
            return around
        verdicts = self._verdicts(decision)
        form = VerdictForm(self._desk, self._casework.decider_drafts, self._theme, self._worker, decision.id, verdicts)
        form.decided.connect(lambda granted, words: self._decide(decision, granted, words))
        form.looked.connect(self.stale)
        body.addWidget(form)
        column.addWidget(form.acts)
        self.verdict = form
        return around

    def _tell_button(self, decision: Decision) -> QWidget:
        if not self._writes:
            return Text(READ_ONLY, tone="text2", wrap=True)
        self.tell = Button(self._theme, "Write what was told", "primary", icon="square-pen", height=sizes.MAIN_ACTION)
        self.tell.clicked.connect(lambda: self.tell_wanted.emit(decision.about))
        return self.tell

    def _verdicts(self, decision: Decision) -> Verdicts:
        actor, about = self._desk.actor, decision.about
        if isinstance(about, SavedConsent):
            closed = OWN if about.made_by == actor.id else ""
            return Verdicts("They may sign", "They may not", closed)
        closed = OWN if about.author_id == actor.id else about.closed_to(actor)
        part2 = self._casework.consents.part2(actor)
        barred = self._casework.request_law.forbids(about.request, part2=part2)
        if isinstance(about.request, PoliceRequest):
            return Verdicts("Grant", "Refuse", closed, barred)
        return Verdicts("Grant", "Refuse", closed)

    def _decide(self, decision: Decision, granted: bool, words: str) -> None:
        self._worker.run(self, lambda: self._write(decision, granted, words), self._tell, self._refuse)

    def _write(self, decision: Decision, granted: bool, words: str) -> SavedRequest | SavedConsent:
        casework, actor = self._casework, self._desk.actor
        if isinstance(decision.about, SavedConsent):
            return casework.consents.settle_signer(actor, decision.id, granted, words)
        return casework.requests.decide(actor, decision.id, granted, words)

    def _tell(self, _decided: object) -> None:
        if self.verdict is not None:
            self.verdict.settle()
        self.decided.emit()

    def _refuse(self, error: UserError) -> None:
        if self.verdict is not None:
            self.verdict.turn_down(error.sentence)

    def _clear(self) -> None:
        self.verdict = self.tell = None
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _scrolling(body: QVBoxLayout) -> QScrollArea:
    inside = QWidget()
    inside.setLayout(body)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(area.focusPolicy().NoFocus)
    return area
