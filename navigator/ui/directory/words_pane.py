"""One group of words: what people type, what it means, and which places it finds before it is saved (S-12)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.resources.stewardship.word_checks import MEANS, SAY, TITLES, phrases
from navigator.resources.stewardship.word_groups import Listed
from navigator.resources.vocabulary import Kind, Vocabulary
from navigator.ui.directory.acts import Acts
from navigator.ui.directory.head import PaneHead
from navigator.ui.directory.pane import Pane
from navigator.ui.directory.words_told import STAYS, came_from, name_of, stands_for
from navigator.ui.directory.words_trial import WordsTrial
from navigator.ui.find.fact_line import FactLine
from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble
from navigator.ui.worker import Worker

_LONGEST = 10_000
NO_CHANGE = "These words are as they were saved."
_HINTS = {
    SAY: "One word or phrase a line. dog|cat is either of both, (a) may be left out.",
    MEANS: "One name a line, the likeliest first.",
}


@dataclass(frozen=True)
class Written:
    """The group as it was saved, or the one that was removed, and what search is to understand from now on."""

    listed: Listed
    vocabulary: Vocabulary
    is_removed: bool = False


class WordsPane(Pane):
    """`settled` gives what was `Written`."""

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self.listed: Listed | None = None
        self._is_filling = False
        self.say, self.means = area(lines=4, length=_LONGEST), area(lines=2, length=_LONGEST)
        self.inputs: Mapping[str, QPlainTextEdit] = {SAY: self.say, MEANS: self.means}
        self._fields = {key: Field(theme, TITLES[key], one, hint=_HINTS[key]) for key, one in self.inputs.items()}
        self.trial = WordsTrial(desk, theme, self._vocabulary)
        self.save = PromptButton(theme, "Save words", "primary", shortcut="Ctrl+S", height=sizes.MAIN_ACTION)
        self.switch = Button(theme, "Switch off", height=sizes.MAIN_ACTION)
        self.restore = Button(theme, "As it came", height=sizes.MAIN_ACTION)
        self.remove = Button(theme, "Remove", "danger", height=sizes.MAIN_ACTION)
        self._acts, self._trouble = Acts((self.save, self.switch, self.restore, self.remove)), Trouble(theme)
        self._stand((*self._fields.values(), self.trial), (self._trouble, self._acts))
        self._connect()

    @property
    def trouble(self) -> str:
        """What is said, under a field or at the foot."""
        said = (*(field.trouble for field in self._fields.values()), self._trouble.sentence)
        return " ".join(part for part in said if part)

    @property
    def is_typed(self) -> bool:
        return bool(self._content())

    def show_group(self, listed: Listed) -> bool:
        """Shows it; what is shown already stays. False where what is typed into the one before cannot be kept."""
        if listed == self.listed:
            return True
        if self.flush():
            return False
        self.listed = listed
        self._fill(listed)
        return True

    def take_focus(self) -> None:
        self.say.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_it(self) -> None:
        """Saves the words, or says under the field what is wrong there."""
        words, actor, edited = self._desk.keeping.words, self._desk.actor, self._edited()
        if edited is None or not self.save.isEnabled():
            return
        wrong = words.troubles(actor, edited)
        for key, field in self._fields.items():
            field.say(wrong.get(key, ""))
        if wrong:
            self.inputs[next(iter(wrong))].setFocus()
        elif edited == self.listed:
            self._trouble.say(NO_CHANGE)
        else:
            self._change(lambda: words.put(actor, edited))

    def remove_it(self) -> None:
        """Takes a group of the team's own away; the tab offers to put it back."""
        words, actor, one = self._desk.keeping.words, self._desk.actor, self.listed
        if one is not None and one.id and one.is_own:
            self._change(lambda: words.remove(actor, one.id), is_removed=True)

    def _connect(self) -> None:
        for entry in self.inputs.values():
            entry.textChanged.connect(self._note)
        self.save.clicked.connect(self.save_it)
        self.remove.clicked.connect(self.remove_it)
        self.switch.clicked.connect(self._switch_it)
        self.restore.clicked.connect(self._restore_it)

    def _fill(self, one: Listed) -> None:
        found = self._begin_draft(DeskDraftKind.WORDS, one.ref, self._content)
        begins = _lines(one)
        self._is_filling = True
        for key, entry in self.inputs.items():
            self._fields[key].say("")
            entry.setPlainText(found.get(key, begins[key]))
        self._is_filling = False
        self._fields[MEANS].setVisible(one.group.kind is Kind.MEANS)
        self._offer(one)
        self.put(self._tell_of(one), self._stops())
        self.trial.look_again()

    def _tell_of(self, one: Listed) -> tuple[QWidget, ...]:
        head = PaneHead(name_of(one), came_from(one, self._desk))
        if one.group.kind is Kind.MEANS:
            return (head,)
        danger = one.group.kind is Kind.DANGER
        words = f"{stands_for(one)}\n{STAYS}" if danger else stands_for(one)
        line = FactLine(self._theme, "triangle-alert" if danger else "info", words, "danger" if danger else "text2")
        return (head, line)

    def _offer(self, one: Listed) -> None:
        """What can be done with this group."""
        self.switch.setText("Switch off" if one.is_on else "Switch on")
        self.switch.setVisible(one.can_be_off)
        self.restore.setVisible(one.is_changed)
        self.remove.setVisible(one.is_own and bool(one.id))
        self._acts.arrange()

    def _stops(self) -> tuple[QWidget, ...]:
        return (self.say, self.means, self.trial.words, self.save, self.switch, self.restore, self.remove)

    def _switch_it(self) -> None:
        words, actor, one = self._desk.keeping.words, self._desk.actor, self.listed
        if one is not None:
            act = words.switch_off if one.is_on else words.switch_on
            self._change(lambda: act(actor, one.group.key), keeps_typing=True)

    def _restore_it(self) -> None:
        words, actor, one = self._desk.keeping.words, self._desk.actor, self.listed
        if one is not None:
            self._change(lambda: words.restore(actor, one.group.key))

    def _change(self, act: Callable[[], Listed], *, is_removed: bool = False, keeps_typing: bool = False) -> None:
        words, actor, one = self._desk.keeping.words, self._desk.actor, self.listed
        if one is not None:
            rest = self._content() if keeps_typing else {}
            self._write(name_of(one), lambda: Written(act(), words.vocabulary(actor), is_removed), rest)

    def _let_go(self) -> None:
        super()._let_go()
        self.listed = None

    def _lock(self, *, locked: bool) -> None:
        for widget in self._stops():
            widget.setEnabled(not locked)

    def _note(self) -> None:
        if self._is_filling:
            return
        for field in self._fields.values():
            field.say("")
        self.trial.look_again()
        super()._note()

    def _troubled(self, sentence: str) -> None:
        self._trouble.say(sentence)

    def _edited(self) -> Listed | None:
        """The group with what stands in the fields."""
        if self.listed is None:
            return None
        return self.listed.saying(phrases(self.say.toPlainText()), phrases(self.means.toPlainText()))

    def _vocabulary(self) -> Vocabulary:
        words, actor, edited = self._desk.keeping.words, self._desk.actor, self._edited()
        return words.vocabulary(actor) if edited is None else words.tried(actor, edited)

    def _content(self) -> dict[str, str]:
        """What differs from how the form begins."""
        begins = _lines(self.listed) if self.listed is not None else {}
        typed = {key: entry.toPlainText() for key, entry in self.inputs.items()}
        return {key: words for key, words in typed.items() if words != begins.get(key, words)}


def _lines(one: Listed) -> dict[str, str]:
    return {SAY: "\n".join(one.group.say), MEANS: "\n".join(one.group.means)}
