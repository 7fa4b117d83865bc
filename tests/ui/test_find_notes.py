"""What row and card say of alerts, of reports nobody checked, and of the person of the visit (S-02, S-06, S-07)."""

from dataclasses import MISSING, fields, replace
from datetime import UTC, date, datetime

import pytest

from navigator.referrals.person import Identity, Person
from navigator.referrals.visit import AgeBand, Gender, Visit, VisitFacts
from navigator.resources.model import Alert, Report
from navigator.resources.need import AgeBand as NeedAge
from navigator.resources.need import Gender as NeedGender
from navigator.resources.need import Need, Payment
from navigator.ui.find.fit_list import TITLE
from navigator.ui.find.notes import alert_notes, reported_notes, row_notes
from navigator.ui.find.visit_need import need_of
from navigator.ui.widgets.text import Text
from tests.ui.desk_of_find import HARBOR, NOW, TODAY, desk_with

ZONE = desk_with(lambda: NOW).city.zone
REPAIRS = Alert("a", "Closed for repairs.", date(2026, 11, 20), date(2026, 11, 27), "Lena M.")
SUNDAY = datetime(2026, 11, 22, 7, 10, tzinfo=UTC)


def report(field: str, words: str, at: datetime = SUNDAY) -> Report:
    return Report("p", field, words, "clinician", at)


def words(notes) -> list[str]:
    return [note.words for note in notes]


def test_an_alert_that_is_on_stands_on_the_row_with_its_end():
    entry = replace(HARBOR, alerts=(REPAIRS,))
    assert words(row_notes(entry, TODAY)) == ["Closed for repairs until Friday, November 27"]
    assert words(row_notes(entry, date(2026, 11, 28))) == []


def test_an_alert_ahead_stands_on_the_card_alone():
    ahead = replace(HARBOR, alerts=(replace(REPAIRS, starts=date(2026, 11, 25)),))
    assert words(row_notes(ahead, TODAY)) == []
    (note,) = alert_notes(ahead, TODAY)
    assert note.words == "From Wednesday, November 25: Closed for repairs until Friday, November 27"


def test_an_alert_that_is_over_is_not_told():
    assert alert_notes(replace(HARBOR, alerts=(REPAIRS,)), date(2026, 12, 1)) == ()


@pytest.mark.parametrize(
    ("reports", "told"),
    [
        ((report("phones", "215-555-0194"),), ["Phone reported changed, not checked"]),
        (
            (report("phones", "215-555-0194"), report("hours", "Daily")),
            ["Phone and hours reported changed, not checked"],
        ),
        ((report("status", "closed"),), ["Reported: closed, not checked"]),
        ((), []),
    ],
)
def test_a_row_says_what_was_reported(reports, told):
    assert words(row_notes(replace(HARBOR, reported=reports), TODAY)) == told


def test_a_card_says_who_reported_what_and_when():
    entry = replace(HARBOR, reported=(report("phones", "215-555-0194"),))
    (note,) = reported_notes(entry, "phones", NOW, ZONE)
    assert note.words == "215-555-0194\nReported by a clinician, yesterday, 2:10 AM, not checked"
    later = NOW.replace(day=26)
    (note,) = reported_notes(entry, "phones", later, ZONE)
    assert note.words.endswith("Reported by a clinician, Sunday 2:10 AM, not checked")
    assert reported_notes(entry, "hours", NOW, ZONE) == ()


def visit(**facts) -> Visit:
    person = Person("p", facts.pop("identity", Identity()))
    told = VisitFacts(**facts)
    return Visit(**{**_blank_visit(), "person": person, "facts": told})


def _blank_visit() -> dict[str, object]:
    return {one.name: NOW if "at" in one.name else "" for one in fields(Visit) if one.default is MISSING}


def test_a_visit_tells_what_decides_and_nothing_that_was_not_asked():
    told = visit(age_band=AgeBand.YOUTH, gender=Gender.MAN, payment="Private insurance", language="Spanish")
    assert need_of(told, TODAY) == Need(
        age_band=NeedAge.YOUTH, gender=NeedGender.MAN, payment=Payment.PRIVATE, language="Spanish"
    )
    asked_nothing = visit(age_band=AgeBand.UNKNOWN, gender=Gender.UNKNOWN, payment="Not known")
    assert need_of(asked_nothing, TODAY) == Need()


def test_a_birth_date_is_an_age():
    told = visit(identity=Identity(given_name="Jordan", born_on=date(2008, 11, 24)))
    assert need_of(told, TODAY).age == 17


def test_the_card_says_rule_by_rule_how_the_place_fits_the_person_in_hand(page, ask):
    ask("harbor")
    assert TITLE not in texts(page)
    page.show_visit(visit(age_band=AgeBand.YOUTH, gender=Gender.MAN, payment="Medicaid"))
    told = texts(page)
    assert TITLE in told
    assert "Takes Medicaid" in told
    page.show_visit(None)
    assert TITLE not in texts(page)


def texts(page) -> list[str]:
    return [one.text() for one in page.pane.body.findChildren(Text)]
