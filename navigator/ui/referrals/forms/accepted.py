"""Accepted by: who said yes, with role and number, and what the person needs to get in (R-02, H-)."""

from datetime import datetime

from navigator.referrals.bounds import Bounds
from navigator.referrals.calls import CallOutcome
from navigator.referrals.steps import Acceptance
from navigator.ui.referrals.forms.form import Setting
from navigator.ui.referrals.forms.told import CallForm, Told
from navigator.ui.referrals.forms.wrong import Wrong
from navigator.ui.referrals.outcomes import Outcome


class AcceptedForm(CallForm):
    key = Outcome.ACCEPTED

    def __init__(self, setting: Setting, dialled: str) -> None:
        super().__init__(setting, "handshake", "Accepted by…", "Save the yes")
        self.name = self.add_line("name", "Who said yes?")
        self.role = self.add_line("role", "Their role")
        self.number = self.add_line("number", "Number to reach them", length=60)
        self.held_until = self.add_moment("held until", "Bed held until", ahead=True)
        self.arrival = self.add_line("arrival", "How to get in: door, buzzer, code word", length=500)
        self.met_by = self.add_line("met by", "Who meets the person")
        self.number.setText(dialled)

    def wrong(self) -> Wrong | None:
        if self.held_until.trouble:
            return Wrong(self.held_until.trouble, "held until")
        return super().wrong() or self._lacking()

    def _lacking(self) -> Wrong | None:
        lacks = self._yes(self.at).lacks(Bounds(self.now(), self.setting.zone))
        lines = {"name": self.name, "role": self.role, "number": self.number}
        empty = next((name for name, line in lines.items() if not line.text().strip()), "held until")
        return Wrong(lacks, empty) if lacks else None

    def told(self, at: datetime) -> Told:
        yes = self._yes(at)
        return Told(CallOutcome.ANSWERED, yes.name, yes.role, then=yes)

    def _yes(self, at: datetime) -> Acceptance:
        return Acceptance(
            name=self.name.text().strip(),
            role=self.role.text().strip(),
            number=self.number.text().strip(),
            at=at,
            bed_held_until=self.held_until.moment,
            arrival=self.arrival.text().strip(),
            met_by=self.met_by.text().strip(),
        )
