"""What a form says of the call that was just made."""

from dataclasses import dataclass
from datetime import datetime

from navigator.referrals.calls import CallOutcome
from navigator.referrals.steps import Step
from navigator.ui.referrals.forms.form import Form


@dataclass(frozen=True)
class Told:
    """`then` is the step that came of the call, or None: it stays where it is."""

    outcome: CallOutcome
    spoke_to: str = ""
    role: str = ""
    words: str = ""
    then: Step | None = None


NOBODY_ANSWERED = Told(CallOutcome.NO_ANSWER)


class CallForm(Form):
    """A form about a call."""

    def told(self, now: datetime) -> Told:
        """What was typed, at the moment of saving; the service says what it lacks (R-02)."""
        raise NotImplementedError


class StepForm(Form):
    """A form about a step that needs no call."""

    def step(self, now: datetime) -> Step:
        """What was typed, at the moment of saving; the service says what it lacks (R-02)."""
        raise NotImplementedError
