"""The form that takes in what a person asks of their own record: to see it, or to have it changed (P-25)."""

from datetime import date, timedelta

from navigator.referrals.request import Asks, PersonRequest
from navigator.ui.referrals.forms.form import Setting
from navigator.ui.referrals.forms.wrong import Wrong
from navigator.ui.sheets.wide_form import WideForm
from navigator.ui.widgets.day_reading import read_day, say_day

NO_ASKS = "Choose what the person asks for."
NO_RECEIVED = "This is no day. Write today, yesterday or 11/20."
_ASKS = ((Asks.ACCESS, "See or get a copy"), (Asks.AMENDMENT, "Have it changed"))


class PersonForm(WideForm):
    key = "person"

    def __init__(self, setting: Setting, person_id: str) -> None:
        super().__init__(setting, "user-round", "The person asks for their record", "Save the request")
        self._person_id = person_id
        self.asks = self.add_choice("asks", "What they ask for", _ASKS)
        self.received = self.add_line("received", "Received on", hint="The answer is due 30 or 60 days after this day.")
        self.answer_to = self.add_line("answer_to", "Safe way to send the answer", length=300)
        self.words = self.add_area("words", "In their words: what they want to see or have changed")
        self.keep_field("received", self._received_text, self._put_received)
        self.received.setText("today")
        self.settle()

    @property
    def request(self) -> PersonRequest:
        """What is typed; a day that cannot be read is none."""
        asks = self.asks.value
        return PersonRequest(
            person_id=self._person_id,
            asks=asks if isinstance(asks, Asks) else Asks.ACCESS,
            received_on=self._received_on(),
            words=self.words.toPlainText().strip(),
            answer_to=self.answer_to.text().strip(),
        )

    def wrong(self) -> Wrong | None:
        if self.asks.value is None:
            return Wrong(NO_ASKS, "asks")
        return Wrong(NO_RECEIVED, "received") if self._received_on() is None else None

    def _today(self) -> date:
        return self.now().astimezone(self.setting.zone).date()

    def _received_on(self) -> date | None:
        text = self.received.text().strip()
        if text.casefold() == "yesterday":
            return self._today() - timedelta(days=1)
        return read_day(text, self._today())

    def _received_text(self) -> str:
        """For the draft: the day that was meant, because tomorrow "today" means another."""
        day = self._received_on()
        return day.isoformat() if day is not None else self.received.text()

    def _put_received(self, text: str) -> None:
        day = read_day(text, self._today())
        self.received.setText(say_day(day, self._today()) if day is not None else text)
