"""The forms of the call screen: who was reached, who told it, what they said, and how it went (R-02, R-04, R-10)."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import ClassVar

from navigator.errors import BadInput
from navigator.referrals.bounds import Bounds
from navigator.referrals.follow_up import Answer, Called, Reached, lacks_date
from navigator.referrals.reasons import CancellationReason, CompletionOutcome, FailureReason
from navigator.referrals.steps import Cancellation, Completion, Failure
from navigator.ui.follow_up.acts import Act, Dated, Ended, Told
from navigator.ui.referrals.forms.endings import past_day
from navigator.ui.referrals.forms.form import Form, Setting
from navigator.ui.referrals.forms.wrong import Wrong
from navigator.ui.referrals.reason_words import CANCELLATIONS, COMPLETIONS, FAILURES

WHO = ((Reached.PERSON, "The person"), (Reached.PROVIDER, "The place"))
NO_WHO = "Choose who was reached."
NO_NAME = "Write who told you, by name or by post."
NO_DAY = "This is no day. Write today, yesterday, monday or 11/21."
_THEMSELVES = "the person"


class AskForm(Form):
    """A form about one try. The fields of the same name keep what was typed from form to form."""

    note: ClassVar[str] = "What they said"
    note_hint: ClassVar[str] = ""

    def act(self) -> Act:
        """What is to be written down, of what was typed."""
        raise NotImplementedError

    def add_note(self) -> None:
        self.words = self.add_line("words", self.note, wide=True, length=600, hint=self.note_hint)

    def today(self) -> date:
        return self.now().astimezone(self.setting.zone).date()


class ReachedForm(AskForm):
    """Somebody was reached."""

    def add_who(self) -> None:
        self.who = self.add_choice("who", "Who was reached?", list(WHO))
        self.name = self.add_line("name", "Who told you?", hint="A name or post at the place; the person needs none.")

    def wrong(self) -> Wrong | None:
        if not isinstance(self.who.value, Reached):
            return Wrong(NO_WHO, "who")
        if self.who.value is Reached.PROVIDER and not self.name.text().strip():
            return Wrong(NO_NAME, "name")
        return None

    def answer(self) -> Answer:
        reached = Reached(str(self.who.value))
        called = Called.PERSON if reached is Reached.PERSON else Called.PROVIDER
        return Answer(reached, self.words.text().strip(), self.told_by(), called)

    def told_by(self) -> str:
        return self.name.text().strip() or (_THEMSELVES if self.who.value is Reached.PERSON else "")


class BeganForm(ReachedForm):
    key = "began"
    note_hint = "Not needed."

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "circle-check", "Help began: closes the loop", "Save: help began")
        self.add_who()
        self.began_on = self.add_line("began on", "Day it began", hint="Such as today, yesterday, monday, 11/21.")
        self.outcome = self.add_choice("outcome", "What came of it?", list(COMPLETIONS.items()))
        self.add_note()

    def wrong(self) -> Wrong | None:
        wrong = super().wrong()
        if wrong is not None:
            return wrong
        if not self.began_on.text().strip():
            return Wrong("Write the day on which it began.", "began on")
        day = past_day(self.began_on.text(), self.today())
        if day is None:
            return Wrong(NO_DAY, "began on")
        if not isinstance(self.outcome.value, CompletionOutcome):
            return Wrong("Choose what came of it.", "outcome")
        lacks = self._step().lacks(Bounds(self.now(), self.setting.zone))
        return Wrong(lacks, "began on") if lacks else None

    def act(self) -> Act:
        return Ended(self.answer(), self._step())

    def _step(self) -> Completion:
        day = past_day(self.began_on.text(), self.today())
        return Completion(self.told_by(), day, CompletionOutcome(str(self.outcome.value)))


class FailedForm(AskForm):
    """It did not come about: somebody told it, or nobody could be reached any more."""

    key = "failed"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "circle-x", "It did not come about", "Save: did not come about")
        self.who = self.add_choice("who", "Who was reached?", [*WHO, (Reached.NOBODY, "Nobody")])
        self.name = self.add_line("name", "Who told you?", hint="A name or post at the place; the person needs none.")
        self.reason = self.add_choice("reason", "Why?", list(FAILURES.items()))
        self.add_note()

    def wrong(self) -> Wrong | None:
        if not isinstance(self.who.value, Reached):
            return Wrong(NO_WHO, "who")
        if self.who.value is Reached.PROVIDER and not self.name.text().strip():
            return Wrong(NO_NAME, "name")
        if not isinstance(self.reason.value, FailureReason):
            return Wrong("Choose why it did not come about.", "reason")
        if self.who.value is Reached.NOBODY and self.reason.value is not FailureReason.COULD_NOT_REACH:
            return Wrong("Nobody was reached, so all that is known is: could not be reached.", "reason")
        if self.reason.value is FailureReason.OTHER and not self.words.text().strip():
            return Wrong("Write what went wrong.", "words")
        return None

    def act(self) -> Act:
        reached, reason = Reached(str(self.who.value)), FailureReason(str(self.reason.value))
        called = None if reached is Reached.NOBODY else Called(reached.value)
        name = self.name.text().strip() or (_THEMSELVES if reached is Reached.PERSON else "")
        words = self.words.text().strip()
        told_by = "" if reached is Reached.NOBODY else name
        return Ended(Answer(reached, words, told_by, called), Failure(reason, words or f"{FAILURES[reason]}."))


class LetGoForm(ReachedForm):
    key = "let go"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "ban", "Not needed any more", "Save: not needed")
        self.add_who()
        self.reason = self.add_choice("reason", "Why?", list(CANCELLATIONS.items()))
        self.add_note()

    def wrong(self) -> Wrong | None:
        wrong = super().wrong()
        if wrong is not None:
            return wrong
        if not isinstance(self.reason.value, CancellationReason):
            return Wrong("Choose why it is not needed.", "reason")
        needs_words = self.reason.value is CancellationReason.OTHER and not self.words.text().strip()
        return Wrong("Write why it is not needed.", "words") if needs_words else None

    def act(self) -> Act:
        reason = CancellationReason(str(self.reason.value))
        words = self.words.text().strip() or f"{CANCELLATIONS[reason]}."
        return Ended(self.answer(), Cancellation(reason, words))


class GoesOnForm(ReachedForm):
    key = "goes on"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "hourglass", "Reached: not known yet how it went", "Save: ask again")
        self.add_who()
        self.add_note()
        self.again = self.add_moment(
            "again", "Ask again at", ahead=True, hint="Not needed: the dates that are planned stay."
        )

    def wrong(self) -> Wrong | None:
        wrong = super().wrong()
        if wrong is not None:
            return wrong
        if not self.words.text().strip():
            return Wrong("Write what they said.", "words")
        if self.again.trouble:
            return Wrong(self.again.trouble, "again")
        lacks = lacks_date(self.again.moment, "said", self.now()) if self.again.moment else ""
        return Wrong(lacks, "again") if lacks else None

    def act(self) -> Act:
        return Told(self.answer(), self.again.moment)


class NobodyForm(AskForm):
    key = "nobody"
    note = "Note"
    note_hint = "Not needed."

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "phone-missed", "Nobody answered", "Save: nobody answered")
        self.called = self.add_choice(
            "called", "Whom did you call?", [(Called.PERSON, "The person"), (Called.PROVIDER, "The place")]
        )
        self.add_note()

    def wrong(self) -> Wrong | None:
        return None if isinstance(self.called.value, Called) else Wrong("Choose whom you called.", "called")

    def act(self) -> Act:
        return Told(Answer(Reached.NOBODY, self.words.text().strip(), called=Called(str(self.called.value))))


class LaterForm(AskForm):
    key = "later"
    note = "Why?"
    note_hint = "What was agreed, or what you wait for."

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "calendar-clock", "Ask at another time", "Save: ask then")
        self.due_at = self.add_moment("due at", "Ask at", ahead=True, hint="Such as 6 PM, friday 6 PM, 12/1 10:00.")
        self.add_note()

    def wrong(self) -> Wrong | None:
        if self.due_at.trouble:
            return Wrong(self.due_at.trouble, "due at")
        lacks = lacks_date(self.due_at.moment, self.words.text(), self.now())
        if not lacks:
            return None
        return Wrong(lacks, "due at" if lacks_date(self.due_at.moment, "why", self.now()) else "words")

    def act(self) -> Act:
        if self.due_at.moment is None:
            raise BadInput(lacks_date(None, "", self.now()))
        return Dated(self.due_at.moment, self.words.text().strip())


FORMS: Mapping[str, Callable[[Setting], AskForm]] = MappingProxyType(
    {
        BeganForm.key: BeganForm,
        FailedForm.key: FailedForm,
        LetGoForm.key: LetGoForm,
        GoesOnForm.key: GoesOnForm,
        NobodyForm.key: NobodyForm,
        LaterForm.key: LaterForm,
    }
)
