"""They will call back, and message left: the referral stays asked."""

from datetime import datetime

from navigator.referrals.calls import CallOutcome
from navigator.ui.referrals.forms.form import Setting
from navigator.ui.referrals.forms.told import CallForm, Told
from navigator.ui.referrals.outcomes import Outcome


class CallBackForm(CallForm):
    key = Outcome.CALL_BACK

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "hourglass", "They will call back", "Save: will call back")
        self.who = self.add_line("who", "Who said so?", hint="A name, or a post such as “intake desk”.")
        self.by_when = self.add_line("by when", "By when?", hint="As they said it: “before 3”, “after the shift”.")

    def told(self, at: datetime) -> Told:  # noqa: ARG002 - its time stands beside it
        return Told(CallOutcome.WILL_CALL_BACK, self.who.text().strip(), words=self.by_when.text().strip())


class MessageForm(CallForm):
    key = Outcome.MESSAGE

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "voicemail", "Message left", "Save: message left")
        hint = "Leave your own name and number only: others may hear a machine."
        self.where = self.add_line("where", "Where, or with whom?", hint=hint, wide=True)

    def told(self, at: datetime) -> Told:  # noqa: ARG002 - its time stands beside it
        return Told(CallOutcome.MESSAGE_LEFT, words=self.where.text().strip())
