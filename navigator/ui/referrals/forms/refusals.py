"""No bed, and does not fit: who said no, and why (R-02, R-04)."""

from datetime import datetime

from navigator.referrals.calls import CallOutcome
from navigator.referrals.reasons import RejectionReason
from navigator.referrals.steps import Rejection
from navigator.ui.referrals.forms.form import Setting
from navigator.ui.referrals.forms.told import CallForm, Told
from navigator.ui.referrals.forms.wrong import Wrong
from navigator.ui.referrals.outcomes import Outcome
from navigator.ui.referrals.reason_words import REJECTIONS


class NoBedForm(CallForm):
    key = Outcome.NO_BED

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "bed-double", "No bed", "Save: no bed")
        self.who = self.add_line("who", "Who said so?", hint="A name, or a post such as “intake desk”.")

    def told(self, at: datetime) -> Told:  # noqa: ARG002 - its time stands beside it
        who = self.who.text().strip()
        no = Rejection(RejectionReason.NO_CAPACITY, f"No bed. {who} said so.")
        return Told(CallOutcome.ANSWERED, who, then=no)


class NoFitForm(CallForm):
    key = Outcome.NO_FIT

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "ban", "Does not fit", "Save: does not fit")
        reasons = [(reason, words) for reason, words in REJECTIONS.items() if reason is not RejectionReason.NO_CAPACITY]
        self.reason = self.add_choice("reason", "Why?", reasons)
        self.who = self.add_line("who", "Who said so?", hint="A name, or a post such as “intake desk”.")
        self.words = self.add_line("words", "In their words (may stay empty)", length=500)

    def wrong(self) -> Wrong | None:
        if not isinstance(self.reason.value, RejectionReason):
            return Wrong("Choose why they said no.", "reason")
        if self.reason.value is RejectionReason.OTHER and not self.words.text().strip():
            return Wrong("Write what the other reason is.", "words")
        return super().wrong()

    def told(self, at: datetime) -> Told:  # noqa: ARG002 - its time stands beside it
        reason, who = RejectionReason(str(self.reason.value)), self.who.text().strip()
        nobody = reason is RejectionReason.NO_ANSWER_CLOSED and not who
        said = "" if nobody else f" {who} said so."
        words = self.words.text().strip() or f"{REJECTIONS[reason]}.{said}"
        outcome = CallOutcome.NO_ANSWER if nobody else CallOutcome.ANSWERED
        return Told(outcome, who, then=Rejection(reason, words))
