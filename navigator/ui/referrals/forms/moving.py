"""On the way, a bed held longer, on hold, and going on: the steps of a referral that lives."""

from datetime import date, datetime, timedelta

from navigator.referrals.handoff import Handoff
from navigator.referrals.status import BusinessStatus
from navigator.referrals.steps import Departure, Hold, Progress, Resumption
from navigator.ui.referrals.forms.form import Setting
from navigator.ui.referrals.forms.told import StepForm
from navigator.ui.referrals.forms.wrong import Wrong

_CHECKS = ((0, "Today"), (1, "Tomorrow"), (3, "In 3 days"), (7, "In a week"))


class DepartureForm(StepForm):
    key = "departure"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "car", "On the way", "Save: on the way")
        self.transport = self.add_line("transport", "Who takes the person there?", hint="May stay empty.")
        self.left_at = self.add_moment("left", "Left at")
        self.left_at.put(self.now())

    def begin(self, handoff: Handoff) -> None:
        """With what was written in the handoff already."""
        self.transport.setText(handoff.transport.by)
        if handoff.transport.left_at is not None:
            self.left_at.put(handoff.transport.left_at)

    def wrong(self) -> Wrong | None:
        words = self.left_at.trouble or ("" if self.left_at.moment else "Write when you left.")
        return Wrong(words, "left") if words else super().wrong()

    def lacking(self) -> str:
        return "left"

    def step(self, now: datetime) -> Departure:
        return Departure(self.left_at.moment or now, self.transport.text().strip())


class BedForm(StepForm):
    key = "bed"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "bed-double", "Bed held longer", "Save: bed held")
        self.until = self.add_moment("until", "Bed held until", ahead=True)

    def wrong(self) -> Wrong | None:
        return Wrong(self.until.trouble, "until") if self.until.trouble else super().wrong()

    def step(self, now: datetime) -> Progress:
        return Progress(BusinessStatus.BED_HELD, now, held_until=self.until.moment)


class HoldForm(StepForm):
    key = "hold"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "pause", "Put on hold", "Put on hold")
        self.check = self.add_choice("check", "Look at it again", _CHECKS)
        self.reason = self.add_line("reason", "What does it wait for?", wide=True, length=500)

    def step(self, now: datetime) -> Hold:
        days = self.check.value
        check_on = self._today(now) + timedelta(days=days) if isinstance(days, int) else None
        return Hold(self.reason.text().strip(), check_on)

    def lacking(self) -> str:
        return "check" if self.reason.text().strip() else "reason"

    def _today(self, now: datetime) -> date:
        return now.astimezone(self.setting.zone).date()


class ResumptionForm(StepForm):
    key = "resumption"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "history", "It goes on", "Save: it goes on")
        self.words = self.add_line("words", "What changed? May stay empty.", wide=True, length=500)

    def step(self, now: datetime) -> Resumption:  # noqa: ARG002 - it has no time of its own
        return Resumption(self.words.text().strip())
