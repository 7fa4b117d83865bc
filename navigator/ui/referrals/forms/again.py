"""A further call about a referral that was accepted or waits: it stays where it is."""

from datetime import datetime

from navigator.referrals.calls import CallOutcome
from navigator.ui.referrals.forms.form import Setting
from navigator.ui.referrals.forms.told import CallForm, Told

_OUTCOMES = (
    (CallOutcome.ANSWERED, "They answered"),
    (CallOutcome.WILL_CALL_BACK, "They will call back"),
    (CallOutcome.MESSAGE_LEFT, "Message left"),
    (CallOutcome.NO_ANSWER, "No answer"),
)


class AgainForm(CallForm):
    key = "again"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "phone-outgoing", "Called them again", "Save the call")
        self.outcome = self.add_choice("outcome", "What happened?", _OUTCOMES)
        self.outcome.choose(CallOutcome.ANSWERED)
        self.who = self.add_line("who", "Whom did you speak to?")
        self.words = self.add_line("words", "What was said", length=500)

    def told(self, at: datetime) -> Told:  # noqa: ARG002 - its time stands beside it
        outcome = CallOutcome(str(self.outcome.value))
        return Told(outcome, self.who.text().strip(), words=self.words.text().strip())
