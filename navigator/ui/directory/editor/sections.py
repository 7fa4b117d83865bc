"""The parts of the editor's form, in the order in which a social worker goes through a record."""

from collections.abc import Callable, Sequence
from datetime import date

from navigator.resources.model import Fact
from navigator.ui.directory.editor.content import ALERT_ENDS, ALERT_STARTS, ALERT_WORDS, PART, input_label
from navigator.ui.directory.editor.hours_rows import HoursRows
from navigator.ui.directory.editor.inputs import (
    Input,
    area_input,
    day_input,
    fact_input,
    line_input,
    status_input,
)
from navigator.ui.directory.editor.kinds import Kinds
from navigator.ui.directory.editor.languages import Languages
from navigator.ui.directory.editor.marked_field import MarkedField
from navigator.ui.directory.editor.phone_rows import PhoneRows
from navigator.ui.directory.editor.section import Section
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text

_PEOPLE = (
    *(Fact.MEN, Fact.WOMEN, Fact.TRANS, Fact.FAMILIES, Fact.COUPLES, Fact.YOUTH, Fact.ADULTS, Fact.OLDER_ADULTS),
    *(Fact.VETERANS_ONLY, Fact.RESIDENTS_ONLY, Fact.SOBRIETY_REQUIRED),
)
_WAY_IN = (
    *(Fact.WALK_IN, Fact.CALL_FIRST, Fact.REFERRAL_ONLY, Fact.COORDINATED_ENTRY_ONLY, Fact.POLICE_DROP_OFF),
    *(Fact.INVOLUNTARY, Fact.ID_NEEDED),
)
_SITE = (Fact.WHEELCHAIR, Fact.PETS)
_PAYMENT = (
    *(Fact.MEDICAID, Fact.MEDICARE, Fact.PRIVATE_INSURANCE, Fact.VETERANS_BENEFITS, Fact.SLIDING_SCALE),
    *(Fact.FREE, Fact.UNINSURED),
)


def names_section(theme: Theme, desk: Desk) -> Section:
    section = Section("Name and kind")
    kinds = Kinds(theme, desk.categories)
    section.add(
        line_input(theme, "name"),
        line_input(theme, "organization"),
        Input(
            "categories",
            MarkedField(theme, input_label("categories"), kinds),
            kinds.choose,
            kinds.words,
            kinds.put,
            kinds.changed.connect,
        ),
        line_input(theme, "kind", hint="Stands under the name: “Detox, inpatient”"),
        area_input(theme, "alternate_names", lines=2, hint="One to a line; the search knows them all"),
        area_input(theme, "description", lines=4),
    )
    return section


class PhonesSection(Section):
    """`rows` are the numbers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Phone")
        self.rows = PhoneRows(theme)
        field = MarkedField(theme, "Numbers, the one to dial first", self.rows)
        self.add(
            Input("phones", field, self.rows.rows[0].number, self.rows.words, self.rows.put, self.rows.changed.connect)
        )


class HoursSection(Section):
    """`rows` are the texts, with the week they make."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Hours")
        self.rows = HoursRows(theme)
        hint = "Write them as people say them: “Mon to Fri 9-5, Sat 10 am to noon”"
        field = MarkedField(theme, "Hours, in words", self.rows, hint=hint)
        self.add(
            Input("hours", field, self.rows.rows[0].text, self.rows.words, self.rows.put, self.rows.changed.connect)
        )


HIDDEN = "The place is secret. No address, neighborhood, map or way in is kept of it: people call."


class PlaceSection(Section):
    """`position` says what is known of the place on the map, `secret` why there is nothing to write."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Place")
        self.secret = Text(HIDDEN, tone="text2", wrap=True)
        self.column.addWidget(self.secret)
        self.add(line_input(theme, PART + "line"))
        self.add_beside(
            line_input(theme, PART + "city"),
            line_input(theme, PART + "state", length=2),
            line_input(theme, PART + "postal_code", length=10),
            stretch=(3, 1, 2),
        )
        self.add(line_input(theme, "area", hint="Follows the ZIP; write another if people call it so"))
        self.position = Text(tone="text2", wrap=True)
        self.column.addWidget(self.position)
        self.add(area_input(theme, "directions", lines=2, hint="Door, buzzer, where to stand: “Side door, ring twice”"))


def people_section(theme: Theme) -> Section:
    section = Section("Who can come", "“Not known” is never shown as “no”.")
    section.add_group("People", *_facts(theme, _PEOPLE))
    section.add_beside(
        line_input(theme, "minimum_age", length=3),
        line_input(theme, "maximum_age", length=3),
    )
    section.add(area_input(theme, "eligibility", lines=3))
    return section


def access_section(theme: Theme, desk: Desk) -> Section:
    section = Section("Way in, payment")
    section.add_group("Way in", *_facts(theme, _WAY_IN))
    section.add_group("Site", *_facts(theme, _SITE))
    section.add_group("Payment", *_facts(theme, _PAYMENT))
    languages = Languages(theme, desk.city.languages)
    field = MarkedField(theme, input_label("languages"), languages)
    section.add(
        line_input(theme, "payment"),
        Input(
            "languages",
            field,
            next(iter(languages.chips.values()), languages.others),
            languages.words,
            languages.put,
            languages.changed.connect,
        ),
        line_input(theme, "language_text"),
        line_input(theme, "bring", length=500),
    )
    return section


def status_section(theme: Theme, today: Callable[[], date]) -> Section:
    section = Section("Status")
    section.add(status_input(theme))
    section.add(line_input(theme, "status_reason"))
    section.add(day_input(theme, "status_until", today, hint="Empty: nobody knows"))
    return section


def alert_section(theme: Theme, today: Callable[[], date]) -> Section:
    section = Section(
        "New alert", "For what is so for a time: it shows on row, card and paper, and goes up when you save."
    )
    words = line_input(theme, ALERT_WORDS)
    section.add(words)
    section.add_beside(
        day_input(theme, ALERT_STARTS, today, hint="Empty: today"),
        day_input(theme, ALERT_ENDS, today, hint="Empty: until you end it"),
    )
    return section


def rest_section(theme: Theme) -> Section:
    section = Section("Note and source")
    section.add(
        line_input(theme, "discreet_label", hint="Says nothing of violence, police or crisis: “Help line”"),
        area_input(theme, "note", lines=3),
        line_input(theme, "url", length=500),
        line_input(theme, "source"),
        line_input(theme, "seen"),
    )
    return section


def _facts(theme: Theme, facts: Sequence[Fact]) -> tuple[Input, ...]:
    return tuple(fact_input(theme, fact) for fact in facts)
