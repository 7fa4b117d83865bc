"""The form that takes in what the police ask about a person: the paragraph, and what may be told at most (P-11)."""

from navigator.referrals.consent import Category
from navigator.referrals.request import LocateItem, Paragraph, PoliceRequest
from navigator.referrals.request_law import RequestLaw
from navigator.ui.find.fact_line import FactLine
from navigator.ui.referrals.forms.form import Setting
from navigator.ui.referrals.forms.wrong import Wrong
from navigator.ui.sheets.wide_form import WideForm

NO_PARAGRAPH = "Choose the paragraph on which they ask."
NO_REQUESTER = "Write who asks: name and badge."
NO_AGENCY = "Write for which agency."
NO_DOCUMENT = "Write the number of the order, warrant or subpoena."
NO_ITEMS = "Tick what they ask for."
ONLY_THESE = "Nothing else may be told to identify or locate a person: no need, no diagnosis, no DNA, no dental record."
WAITS = "Tell them nothing yet. Somebody else decides: a supervisor or the privacy officer."


class PoliceForm(WideForm):
    """`part2`: whether 42 CFR Part 2 applies, which closes most of the paragraphs."""

    key = "police"

    def __init__(self, setting: Setting, person_id: str, law: RequestLaw, *, part2: bool) -> None:
        super().__init__(setting, "shield", "The police ask about this person", "Save the request")
        self._person_id, self._law, self._part2 = person_id, law, part2
        self.add_words(WAITS)
        titles = [(one.value, f"{one.value} {law.paragraphs[one].title}") for one in Paragraph]
        self.paragraph = self.add_select("paragraph", "On what ground, by 45 CFR", titles)
        self.requester = self.add_line("requester", "Who asks", hint="Name and badge number")
        self.agency = self.add_line("agency", "Agency")
        self.document = self.add_line("document", "Document number", hint="Order, warrant, subpoena or case", wide=True)
        label = "What they ask for: only these may be told"
        self.items = self.add_ticks("items", label, tuple(LocateItem), hint=ONLY_THESE)
        self.categories = self.add_ticks("categories", "What they ask for", tuple(Category))
        self.words = self.add_area("words", "What they say it is for", lines=2)
        self._barred: FactLine | None = None
        self.paragraph.currentIndexChanged.connect(self._show_what)
        self._show_what()
        self.settle()

    @property
    def chosen(self) -> Paragraph | None:
        value = self.paragraph.currentData()
        return Paragraph(value) if value else None

    @property
    def request(self) -> PoliceRequest:
        """What is typed, with what belongs to the chosen paragraph alone."""
        chosen = self.chosen or Paragraph.LOCATE
        locates = chosen is Paragraph.LOCATE
        return PoliceRequest(
            person_id=self._person_id,
            paragraph=chosen,
            requester=self.requester.text().strip(),
            agency=self.agency.text().strip(),
            document=self.document.text().strip(),
            items=self.items.ticked if locates else (),
            categories=() if locates else self.categories.ticked,
            words=self.words.toPlainText().strip(),
        )

    def wrong(self) -> Wrong | None:
        if self.chosen is None:
            return Wrong(NO_PARAGRAPH, "paragraph")
        asked = self.request
        if not asked.requester:
            return Wrong(NO_REQUESTER, "requester")
        if not asked.agency:
            return Wrong(NO_AGENCY, "agency")
        if self._law.paragraphs[asked.paragraph].needs_document and not asked.document:
            return Wrong(NO_DOCUMENT, "document")
        if not asked.what:
            return Wrong(NO_ITEMS, "items" if asked.paragraph is Paragraph.LOCATE else "categories")
        return None

    def _show_what(self) -> None:
        """Only what may be told on the chosen paragraph is offered; and whether Part 2 closes it."""
        chosen = self.chosen
        self.fields["items"].setVisible(chosen is Paragraph.LOCATE)
        self.fields["categories"].setVisible(chosen is not None and chosen is not Paragraph.LOCATE)
        if self._barred is not None:
            self._barred.hide()
            self._barred.deleteLater()
            self._barred = None
        barred = self._law.paragraphs[chosen].not_part2 if chosen is not None and self._part2 else ""
        if barred:
            self._barred = FactLine(self.theme, "triangle-alert", barred, "closing", carry=True)
            self.add_row(self._barred)
