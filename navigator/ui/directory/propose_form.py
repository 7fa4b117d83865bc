"""The form of a report: what is wrong, what stands there now, what is so, and how one knows."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.resources.model import Entry
from navigator.resources.stewardship.proposal import Proposal
from navigator.ui.directory.propose_inputs import ProposeInputs
from navigator.ui.directory.propose_values import Typed, What, together, whats
from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble
from navigator.ui.widgets.segments import Segments
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text

HOW_YOU_KNOW = "How you know, or what else is wrong"
EXAMPLE = "“Night desk says the old line is dead”"
_EDGE = 20


class ProposeForm(QWidget):
    """`changed` by a person's hand, `sent` when it is to be sent, `left` when the way back is taken."""

    changed = Signal()
    sent = Signal()
    left = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._filling = False
        self._title, self._name = Text(px=sizes.TITLE, weight=700, wrap=True), Text(tone="text2", wrap=True)
        self.back = Button(theme, "Back", "ghost", icon="arrow-left")
        self.back.setToolTip("Back (Esc); what is typed is kept")
        self.what = Segments(theme, [(what, f"{at} {what}") for at, what in enumerate(What, 1)], name="What is wrong?")
        self.inputs = ProposeInputs(theme, today)
        self.words = area(lines=3, length=1000)
        self.send = PromptButton(
            theme, "Send report", "primary", icon="message-square", shortcut="Ctrl+Return", height=sizes.MAIN_ACTION
        )
        self._question, self._together = Text(wrap=True), Text(tone="text2", wrap=True)
        self._words_field = Field(theme, HOW_YOU_KNOW, self.words, hint=EXAMPLE)
        self._what_field = Field(theme, "What is wrong?", self.what, hint="A key from 1 to 6 chooses")
        self._trouble = Trouble(theme)
        self._lay_out()
        self._connect()

    @property
    def typed(self) -> tuple[Typed, ...]:
        """The kind in front, and every other that something is typed in."""
        return self.inputs.read(self.words.toPlainText())

    @property
    def trouble(self) -> str:
        """Everything that is said of what stands in the way."""
        said = (self._trouble.sentence, self.inputs.trouble, self._words_field.trouble)
        return " ".join(sentence for sentence in said if sentence)

    def show_entry(self, entry: Entry) -> None:
        self._begin(entry, "Report a change", "Send report")
        self._filling = True
        self.inputs.begin(entry)
        self.words.clear()
        self._choose(What.PHONE)
        self._tell_together()
        self._filling = False
        for segment, what in zip(self.what.segments, What, strict=True):
            segment.setEnabled(what in whats(entry))

    def show_question(self, entry: Entry, proposal: Proposal) -> None:
        """The last thing the desk asked, and what it was about."""
        self._begin(entry, "The desk asks", "Send answer")
        self._question.setText(f"“{proposal.answer.strip()}”")
        self._question_well.show()
        for part in (self._what_field, self.inputs):
            part.hide()

    def put(self, typed: Sequence[Typed]) -> None:
        """From a draft."""
        self._filling = True
        self._choose(typed[0].what)
        for one in typed:
            self.inputs.put(one)
        self.words.setPlainText(typed[0].words)
        self._filling = False
        self._tell_together()

    def clear(self) -> None:
        """It was sent."""
        self._filling = True
        self.inputs.clear()
        self.words.clear()
        self._filling = False

    def choose_place(self, number: int) -> None:
        """What is wrong, by its number; the next thing to write has the focus."""
        found = dict(enumerate(What, 1)).get(number)
        if self._entry is None or self._what_field.isHidden() or not self.what.isEnabled():
            return
        if found in whats(self._entry):
            self._choose(found)
            self._tell_together()
            self._go_on()

    def take_focus(self) -> None:
        (self.words if self._what_field.isHidden() else self.what).setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str) -> None:
        """Why it could not be sent."""
        self._trouble.say(sentence)

    def set_locked(self, locked: bool) -> None:
        """While it is on its way nothing of it can be typed or sent."""
        for part in (self.what, self.inputs, self.words, self.send):
            part.setEnabled(not locked)

    def show_trouble(self, what: What, sentence: str) -> None:
        """Under the value of that kind."""
        if sentence and what is not self.what.value and not self._what_field.isHidden():
            self._choose(what)
        self.say_of_value(sentence)

    def say_of_value(self, sentence: str) -> None:
        """What is wrong with what was typed, under it."""
        of_words = self._what_field.isHidden() or self.inputs.first is None
        self.inputs.say("" if of_words else sentence)
        self._words_field.say(sentence if of_words else "")

    def _begin(self, entry: Entry, title: str, send: str) -> None:
        self._entry = entry
        self._title.setText(title)
        self._name.setText(entry.name)
        self.send.setText(send)
        self.send.updateGeometry()
        self.say("")
        self.say_of_value("")
        self._question_well.hide()
        self._together.setText("")
        for part in (self._what_field, self.inputs):
            part.show()

    def _choose(self, what: What) -> None:
        self.what.choose(what)
        if self._entry is not None:
            self.inputs.show_entry(self._entry, what)
        self.say_of_value("")

    def _take_choice(self, what: object) -> None:
        self._choose(What(str(what)))
        self._hear()

    def _go_on(self) -> None:
        (self.inputs.first or self.words).setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self) -> None:
        if not self._filling:
            self.say_of_value("")
            self._tell_together()
            self.changed.emit()

    def _tell_together(self) -> None:
        kinds = together(self.typed) if not self._what_field.isHidden() else ()
        self._together.setText(f"Sent together: {', '.join(kinds)}." if len(kinds) > 1 else "")
        self._together.setVisible(len(kinds) > 1)

    def _go_to_words(self) -> None:
        self.words.setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        self.what.chosen.connect(self._take_choice)
        self.inputs.changed.connect(self._hear)
        self.inputs.entered.connect(self._go_to_words)
        self.words.textChanged.connect(self._hear)
        self.send.clicked.connect(self.sent)
        self.back.clicked.connect(self.left)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_scrolled(self._body()), 1)
        column.addWidget(Rule())
        foot = QVBoxLayout()
        foot.setContentsMargins(_EDGE, 10, _EDGE, 12)
        foot.setSpacing(8)
        foot.addWidget(self._trouble)
        foot.addWidget(self._together)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.send, 1)
        buttons.addWidget(self.back)
        foot.addLayout(buttons)
        column.addLayout(foot)
        for before, after in pairwise((self.what, self.inputs, self.words, self.send, self.back)):
            QWidget.setTabOrder(before, after)

    def _body(self) -> QWidget:
        self._question_well = Panel("well")
        around = QVBoxLayout(self._question_well)
        around.setContentsMargins(14, 10, 14, 10)
        around.addWidget(self._question)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(_EDGE, 16, _EDGE, 16)
        column.setSpacing(14)
        heads = QVBoxLayout()
        heads.setSpacing(2)
        heads.addWidget(self._title)
        heads.addWidget(self._name)
        column.addLayout(heads)
        for part in (self._question_well, self._what_field, self.inputs, self._words_field):
            column.addWidget(part)
        column.addStretch(1)
        return body


def _scrolled(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
