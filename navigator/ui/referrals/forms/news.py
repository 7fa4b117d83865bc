"""What they told since, and that the person has arrived: news inside a status (R-03)."""

from collections.abc import Mapping
from datetime import datetime

from navigator.referrals.status import BusinessStatus, Status
from navigator.referrals.steps import Progress
from navigator.referrals.within import WITHIN
from navigator.ui.referrals.forms.form import Setting
from navigator.ui.referrals.forms.told import StepForm
from navigator.ui.referrals.forms.wrong import Wrong
from navigator.ui.referrals.news_words import NEWS


class NewsForm(StepForm):
    """Offers what may be said of a referral of that status; the time is asked of an appointment alone."""

    key = "news"

    def __init__(self, setting: Setting, status: Status) -> None:
        super().__init__(setting, "message-square", "What did they tell you?", "Save: what they told")
        offered = [(business, words) for business, words in NEWS.items() if status in WITHIN[business]]
        self.what = self.add_choice("what", "What is it?", offered)
        self.when = self.add_moment("appointment", "When is the appointment?", ahead=True)
        self.words = self.add_line("words", "In their words, and who said so", wide=True, length=500)
        self.what.chosen.connect(self._fit)
        self._fit()

    def put(self, contents: Mapping[str, str]) -> None:
        super().put(contents)
        self._fit()

    def wrong(self) -> Wrong | None:
        if not isinstance(self.what.value, BusinessStatus):
            return Wrong("Choose what they told you.", "what")
        if self._has_time and self.when.trouble:
            return Wrong(self.when.trouble, "appointment")
        return super().wrong()

    def lacking(self) -> str:
        return "appointment" if self._has_time else "words"

    def step(self, now: datetime) -> Progress:
        when = self.when.moment if self._has_time else None
        return Progress(BusinessStatus(str(self.what.value)), now, self.words.text().strip(), when=when)

    @property
    def _has_time(self) -> bool:
        return self.what.value is BusinessStatus.APPOINTMENT_SET

    def _fit(self, _chosen: object = None) -> None:
        self.fields["appointment"].setVisible(self._has_time)


class ArrivalForm(StepForm):
    key = "arrival"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "map-pin", "Arrived", "Save: arrived")
        self.at = self.add_moment("arrived", "Arrived at")
        self.words = self.add_line("words", "Who told you, or who met the person?", wide=True, length=500)
        self.at.put(self.now())

    def wrong(self) -> Wrong | None:
        words = self.at.trouble or ("" if self.at.moment else "Write when the person arrived.")
        return Wrong(words, "arrived") if words else super().wrong()

    def step(self, now: datetime) -> Progress:
        return Progress(BusinessStatus.ARRIVED, self.at.moment or now, self.words.text().strip())
