"""No answer, written down afterwards: all there is to say is when."""

from datetime import datetime

from PySide6.QtCore import Qt

from navigator.ui.referrals.forms.form import Setting
from navigator.ui.referrals.forms.told import NOBODY_ANSWERED, CallForm, Told
from navigator.ui.referrals.outcomes import Outcome


class NoAnswerForm(CallForm):
    """While a call is running its key logs at once; without one this asks for the time."""

    key = Outcome.NO_ANSWER

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "phone-missed", "No answer", "Save: no answer")

    def told(self, at: datetime) -> Told:  # noqa: ARG002 - its time stands beside it
        return NOBODY_ANSWERED

    def take_focus(self) -> None:
        self.call.when.line.setFocus(Qt.FocusReason.TabFocusReason)
