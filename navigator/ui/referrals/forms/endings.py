"""How a referral ends: completed, did not come about, cancelled, entered in error (R-02, R-04)."""

from datetime import date, datetime, timedelta

from navigator.referrals.reasons import CancellationReason, CompletionOutcome, FailureReason
from navigator.referrals.steps import Cancellation, Completion, Failure, Mistake
from navigator.ui.clock_words import WEEKDAYS
from navigator.ui.referrals.forms.form import Setting
from navigator.ui.referrals.forms.told import StepForm
from navigator.ui.referrals.forms.wrong import Wrong
from navigator.ui.referrals.reason_words import CANCELLATIONS, COMPLETIONS, FAILURES
from navigator.ui.widgets.day_reading import read_day


class CompletionForm(StepForm):
    key = "completion"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "circle-check", "Completed", "Save: completed")
        self.outcome = self.add_choice("outcome", "What came of it?", list(COMPLETIONS.items()))
        self.source = self.add_line("source", "Who confirmed it?", hint="A name or post at the place, or the person.")
        self.began_on = self.add_line("began on", "Day it began", hint="Such as today, yesterday, monday, 11/21.")
        self.began_on.setText("today")

    def wrong(self) -> Wrong | None:
        if not isinstance(self.outcome.value, CompletionOutcome):
            return Wrong("Choose what came of it.", "outcome")
        if self.began_on.text().strip() and past_day(self.began_on.text(), self._today()) is None:
            return Wrong("This is no day. Write today, yesterday, monday or 11/21.", "began on")
        return super().wrong()

    def lacking(self) -> str:
        return "began on" if self.source.text().strip() else "source"

    def step(self, now: datetime) -> Completion:  # noqa: ARG002 - its day is typed
        outcome = CompletionOutcome(str(self.outcome.value))
        return Completion(self.source.text().strip(), past_day(self.began_on.text(), self._today()), outcome)

    def _today(self) -> date:
        return self.now().astimezone(self.setting.zone).date()


class FailureForm(StepForm):
    key = "failure"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "circle-x", "It did not come about", "Save: did not come about")
        self.reason = self.add_choice("reason", "Why?", list(FAILURES.items()))
        self.words = self.add_line("words", "In your words", wide=True, length=500)

    def wrong(self) -> Wrong | None:
        if not isinstance(self.reason.value, FailureReason):
            return Wrong("Choose why it did not come about.", "reason")
        return super().wrong()

    def lacking(self) -> str:
        return "words"

    def step(self, now: datetime) -> Failure:  # noqa: ARG002 - it has no time of its own
        reason = FailureReason(str(self.reason.value))
        plain = "" if reason is FailureReason.OTHER else f"{FAILURES[reason]}."
        return Failure(reason, self.words.text().strip() or plain)


class CancellationForm(StepForm):
    key = "cancellation"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "ban", "Cancel this referral", "Cancel the referral")
        self.add_words(
            "For what the person or your team decided. If the place said no, go back and choose No bed or Does not fit."
        )
        self.reason = self.add_choice("reason", "Why?", list(CANCELLATIONS.items()))
        self.words = self.add_line("words", "In your words", wide=True, length=500)

    def wrong(self) -> Wrong | None:
        if not isinstance(self.reason.value, CancellationReason):
            return Wrong("Choose why it is cancelled.", "reason")
        return super().wrong()

    def lacking(self) -> str:
        return "words"

    def step(self, now: datetime) -> Cancellation:  # noqa: ARG002 - it has no time of its own
        reason = CancellationReason(str(self.reason.value))
        plain = "" if reason is CancellationReason.OTHER else f"{CANCELLATIONS[reason]}."
        return Cancellation(reason, self.words.text().strip() or plain)


class MistakeForm(StepForm):
    key = "mistake"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "triangle-alert", "Entered in error", "Mark as entered in error", danger=True)
        self.add_words("It stays visible, struck through, and can never be used again.")
        self.words = self.add_line("words", "Why was it entered in error?", wide=True, length=500)

    def step(self, now: datetime) -> Mistake:  # noqa: ARG002 - it has no time of its own
        return Mistake(self.words.text().strip())


def past_day(text: str, today: date) -> date | None:
    """The day meant by `text`, the last one of that weekday; None for words that name no day."""
    words = text.strip().casefold()
    if words == "yesterday":
        return today - timedelta(days=1)
    day = read_day(text, today)
    is_weekday = len(words) >= 3 and any(name.casefold().startswith(words) for name in WEEKDAYS)
    return day - timedelta(days=7) if day is not None and is_weekday else day
