"""What the police were told once it was granted: item by item to identify or locate, else in words (P-11)."""

from PySide6.QtWidgets import QLineEdit

from navigator.referrals.request import Answer, LocateItem, Paragraph, PoliceRequest
from navigator.ui.referrals.forms.form import Setting
from navigator.ui.referrals.forms.wrong import Wrong
from navigator.ui.sheets.wide_form import WideForm

NOTHING = "Write what you told them."
ONLY_GRANTED = "Only this was granted. Leave empty what you did not tell; it goes into the person's accounting."


class TellForm(WideForm):
    key = "tell"

    def __init__(self, setting: Setting, asked: PoliceRequest) -> None:
        super().__init__(setting, "shield-check", "What you told the police", "Save what was told")
        self._locates = asked.paragraph is Paragraph.LOCATE
        self.add_words(ONLY_GRANTED)
        self.items = {one: self._item(one) for one in asked.items} if self._locates else {}
        self.words = None if self._locates else self.add_area("words", "What you told them", lines=5, length=2000)
        self.settle()

    @property
    def answer(self) -> Answer:
        told = {one: entry.text().strip() for one, entry in self.items.items()}
        words = self.words.toPlainText().strip() if self.words is not None else ""
        return Answer({one: text for one, text in told.items() if text}, words)

    def wrong(self) -> Wrong | None:
        answer = self.answer
        if answer.items or answer.words:
            return None
        return Wrong(NOTHING, next(iter(self.fields)))

    def _item(self, one: LocateItem) -> QLineEdit:
        return self.add_line(one.name, f"{one[:1].upper()}{one[1:]}", wide=True)
