"""What a form says of a call: when it was, how it was made, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtWidgets import QWidget

from navigator.referrals.bounds import Bounds
from navigator.referrals.calls import SOMEBODY_SPOKE, CallOutcome, Channel
from navigator.referrals.steps import Step
from navigator.ui.referrals.forms.call_line import CallLine
from navigator.ui.referrals.forms.form import Form, Setting
from navigator.ui.referrals.forms.wrong import Wrong


@dataclass(frozen=True)
class Told:
    """`then` is the step that came of the call, or None: it stays where it is. `at` None: the running call."""

    outcome: CallOutcome
    spoke_to: str = ""
    role: str = ""
    words: str = ""
    then: Step | None = None
    at: datetime | None = None
    channel: Channel = Channel.PHONE


NO_WHO = "Write whom you spoke to, by name or by post."
NOBODY_ANSWERED = Told(CallOutcome.NO_ANSWER)


class CallForm(Form):
    """A form about a call; its time is that of the running call, else now, until somebody writes another."""

    def __init__(self, setting: Setting, icon: str, title: str, save: str) -> None:
        super().__init__(setting, icon, title, save)
        self.call = CallLine(self.theme, setting.clock, setting.zone)
        self.keep_field("when", lambda: self.call.when.text, self.call.when.put_text)
        self.keep_field("channel", lambda: self.call.channel.value, self.call.put_channel)
        self.call.changed.connect(self.tell_typed)
        self.call.entered.connect(self.saved)
        self.add_row(self.call)
        self._given: datetime | None = None

    def told(self, at: datetime) -> Told:
        """What was typed about the call of that time; the service says what it lacks (R-02)."""
        raise NotImplementedError

    def whole(self) -> Told:
        """The call with its time and its way."""
        at = self.at
        return replace(self.told(at), at=at, channel=self.call.channel)

    @property
    def at(self) -> datetime:
        return self.call.when.moment or self.now()

    def wrong(self) -> Wrong | None:
        told = self.told(self.at)
        if "who" in self.fields and told.outcome in SOMEBODY_SPOKE and not told.spoke_to:
            return Wrong(NO_WHO, "who")
        return Wrong(self.call.trouble, "when") if self.call.trouble else None

    def put(self, contents: Mapping[str, str]) -> None:
        """A time from a draft does not make a form touched, else one emptied again would leave a draft."""
        super().put(contents)
        self.settle_field("when")

    def begin(self, began_at: datetime | None) -> None:
        """The call that it is about began then, None: now. A time that somebody wrote stays."""
        if self.call.when.moment == self._given:
            self._given = began_at or self.now()
            self.call.when.put(self._given)
            self.settle_field("when")

    def beside(self) -> list[QWidget]:
        return [self.call.when.line, self.call.when.now, self.call.how]


class StepForm(Form):
    """A form about a step that needs no call."""

    def wrong(self) -> Wrong | None:
        """What the step itself lacks (R-02), under the field that its guard speaks of."""
        lacks = self.step(self.now()).lacks(Bounds(self.now(), self.setting.zone))
        return Wrong(lacks, self.lacking()) if lacks else None

    def lacking(self) -> str:
        """The field that the guard of the step asks for first."""
        return next(iter(self.fields), "")

    def step(self, now: datetime) -> Step:
        """What was typed, at the moment of saving."""
        raise NotImplementedError
