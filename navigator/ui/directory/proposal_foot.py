"""The foot of a proposal: take what is ticked, ask its author, or turn it down with words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.directory.acts import Acts
from navigator.ui.directory.proposal_words import take_words
from navigator.ui.directory.reply import Reply
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.text import Text

TICK_ONE = "Tick what you take, or turn it down."
NO_QUESTION = "Write what you want to know."
NO_REASON = "Write why. Whoever proposed it reads this."


class ProposalFoot(QWidget):
    """`taken` takes what is ticked; `asked` and `turned_down` give the words for its author; `typed` at each change."""

    taken = Signal()
    asked = Signal(str)
    turned_down = Signal(str)
    typed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.take = Button(theme, take_words(0, 0), "primary", height=sizes.MAIN_ACTION)
        self.ask = Button(theme, "Ask", height=sizes.MAIN_ACTION)
        self.turn_down = Button(theme, "Turn down", "danger", height=sizes.MAIN_ACTION)
        self.question = Reply(theme, "What do you want to know?", "Ask", NO_QUESTION)
        self.reason = Reply(theme, "Why is it turned down?", "Turn down", NO_REASON, danger=True)
        self._acts = Acts((self.take, self.ask, self.turn_down))
        self._tick_one = Text(TICK_ONE, tone="text2")
        self._trouble = Trouble(theme)
        self._lay_out()
        self._connect()

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """In the order of Tab."""
        replies = (self.question, self.reason)
        return (self.take, self.ask, self.turn_down, *(stop for one in replies for stop in _stops(one)))

    def begin(self, author: str, question: str, reason: str) -> None:
        """Another proposal, with what was typed about it before."""
        for button in (self.ask, self.question.act):
            button.setText(f"Ask {author}")
        self.question.begin(question)
        self.reason.begin(reason)
        self.say("")
        self.set_locked(False)
        self._show(self._face)

    def show_count(self, chosen: int, of: int) -> None:
        self.take.setText(take_words(chosen, of))
        self.take.setEnabled(bool(chosen) or not of)
        self._tick_one.setVisible(not self.take.isEnabled())
        self._acts.arrange()

    def open_question(self) -> None:
        self._turn_to(self.question)

    def open_reason(self) -> None:
        self._turn_to(self.reason)

    def say(self, sentence: str) -> None:
        self._trouble.say(sentence)

    def set_locked(self, locked: bool) -> None:
        """Nothing can be pressed or typed while it is saved."""
        self.setEnabled(not locked)

    def _connect(self) -> None:
        self.take.clicked.connect(self.taken)
        self.ask.clicked.connect(self.open_question)
        self.turn_down.clicked.connect(self.open_reason)
        self.question.given.connect(self.asked)
        self.reason.given.connect(self.turned_down)
        for reply in (self.question, self.reason):
            reply.left.connect(self._go_back)
            reply.typed.connect(self.typed)

    def _turn_to(self, reply: Reply) -> None:
        self._show(reply)
        reply.words.setFocus()

    def _go_back(self) -> None:
        from_question = not self.question.isHidden()
        self._show(self._face)
        (self.ask if from_question else self.turn_down).setFocus()

    def _show(self, face: QWidget) -> None:
        """Only the face in front takes room: a reply is higher than the buttons."""
        for one in (self._face, self.question, self.reason):
            one.setVisible(one is face)

    def _lay_out(self) -> None:
        self._face = QWidget()
        face = QVBoxLayout(self._face)
        face.setContentsMargins(0, 0, 0, 0)
        face.setSpacing(8)
        face.addWidget(self._tick_one)
        face.addWidget(self._acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._trouble)
        for one in (self._face, self.question, self.reason):
            column.addWidget(one)
        self._show(self._face)


def _stops(reply: Reply) -> tuple[QWidget, ...]:
    return (reply.words, reply.act, reply.back)
