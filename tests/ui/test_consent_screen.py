"""A consent on the screen: every element of 42 CFR 2.31, told on the field that lacks it, drawn, kept while typed."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from navigator.access import Actor, Role
from navigator.city import Signer
from navigator.errors import UserError
from navigator.referrals.consent import Category, ConsentKind, ConsentState
from navigator.referrals.draft import DraftKind
from navigator.referrals.person import Identity
from navigator.referrals.snapshot import snapshot_of
from navigator.ui.consent.form import EVENT, HELP, NAME, ConsentForm
from navigator.ui.consent.screen import consent_screen
from tests.ui.desk_of_casework import visit_on
from tests.ui.desk_of_find import HARBOR

ADULT = Identity(given_name="Jordan", family_name="Example", birth_year=1992)


@pytest.fixture
def visit(casework_desk):
    return visit_on(casework_desk, ADULT)


@pytest.fixture
def opened(casework_desk, visit, qtbot, theme, worker):
    """The screen for the place Harbor, shown."""

    def build(place=HARBOR, who=visit):
        taken = snapshot_of(place, casework_desk.clock(), casework_desk.city.zone) if place else None
        screen = consent_screen(casework_desk, casework_desk.casework, theme, worker, who.person.id, who.id, taken)
        qtbot.addWidget(screen)
        screen.resize(900, 1400)
        screen.show()
        return screen

    return build


def sign(form: ConsentForm) -> None:
    """Draws with the mouse."""
    pad = form.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    for x in range(50, 200, 10):
        QTest.mouseMove(pad, QPoint(x, 60 + x % 30))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(200, 90))


def save(qtbot, screen):
    with qtbot.waitSignal(screen.saved) as saved:
        screen.form.save.click()
    return saved.args[0]


def test_a_consent_for_this_place_needs_a_tick_and_a_signature(opened, qtbot, casework_desk, visit):
    screen = opened()
    screen.form.told_of_right.click()
    sign(screen.form)
    saved = save(qtbot, screen)
    consent = saved.consent
    assert (consent.recipient, consent.recipient_service_id) == (HARBOR.name, HARBOR.service_id)
    assert (consent.kind, consent.signed_by, consent.signer) == (
        ConsentKind.ON_SCREEN,
        "Jordan Example",
        Signer.THEMSELVES,
    )
    assert consent.categories == (Category.NEED,)
    now = casework_desk.clock()
    assert consent.expires_on == now.astimezone(casework_desk.city.zone).date() + timedelta(days=30)
    assert saved.state(now) is ConsentState.LIVE
    assert casework_desk.casework.consents.of_person(casework_desk.actor, visit.person.id) == (saved,)


def test_nothing_more_than_the_least_is_ticked_from_the_start(opened):
    screen = opened()
    assert screen.form.categories.ticked == (Category.NEED,)


LACKING = {
    "no signature": (lambda form: form.pad.clear(), "Let the person sign"),
    "not even who it is": (lambda form: form.categories.boxes[Category.NEED].click(), "it is the least"),
    "no purpose": (lambda form: form.purpose.clear(), "what it is for"),
    "no name of who signs": (lambda form: form.signed_by.clear(), "name of who signs"),
    "nobody by name": (lambda form: form.to.segments[1].click(), "who may be told"),
    "no kind of help": (lambda form: form.to.segments[2].click(), "kind of help"),
    "nothing that happens": (lambda form: form.ends.segments[3].click(), "has to happen"),
}


@pytest.mark.parametrize("case", LACKING)
def test_what_is_missing_is_said_under_its_field_and_nothing_is_written(opened, casework_desk, visit, case):
    undo, words = LACKING[case]
    screen = opened()
    screen.form.told_of_right.click()
    sign(screen.form)
    undo(screen.form)
    screen.form.save.click()
    assert [words in field.trouble for field in screen.form.fields.values() if field.isVisible()].count(True) == 1
    assert casework_desk.casework.consents.of_person(casework_desk.actor, visit.person.id) == ()


def test_without_the_word_on_taking_it_back_the_service_says_no(opened, qtbot):
    screen = opened()
    sign(screen.form)
    screen.form.save.click()
    qtbot.waitUntil(lambda: bool(screen.form.trouble))
    assert "can take it back" in screen.form.trouble
    assert screen.form.isEnabled()


def test_the_two_statements_are_asked_only_for_what_needs_them(opened, qtbot):
    screen = opened()
    form = screen.form
    assert not form.told_redisclosure.isVisible()
    form.told_of_right.click()
    form.tpo.click()
    sign(form)
    form.save.click()
    qtbot.waitUntil(lambda: "pass it on" in form.trouble)
    form.told_redisclosure.click()
    form.told_refusal.click()
    assert save(qtbot, screen).consent.tpo


def test_under_part_2_no_spoken_consent_is_offered_and_the_reason_stands_there(opened):
    screen = opened()
    form = screen.form
    assert [segment.text() for segment in form.kind.segments] == ["Signs on this screen", "Signed on paper"]


def test_a_spoken_consent_needs_its_witness_where_the_city_allows_it(opened, qtbot, casework_desk):
    supervisor = Actor("sam", "Sam", Role.SUPERVISOR)
    casework_desk.casework.consents.set_part2(supervisor, False, "No program under Part 2, counsel says so.")
    screen = opened()
    form = screen.form
    form.kind.segments[2].click()
    form.told_of_right.click()
    form.save.click()
    assert "who heard it" in form.trouble
    form.witness.setText("Officer Reed")
    saved = save(qtbot, screen)
    assert (saved.consent.kind, saved.consent.witness, saved.consent.strokes) == (
        ConsentKind.VERBAL,
        "Officer Reed",
        (),
    )


def test_a_kind_of_help_and_an_event_can_be_chosen(opened, qtbot):
    screen = opened(place=None)
    form = screen.form
    form.to.segments[1].click()
    assert form.to.value == HELP
    form.help.setCurrentIndex(1)
    form.ends.segments[3].click()
    assert form.ends.value == EVENT
    form.happening.setText("She is settled.")
    form.told_of_right.click()
    form.kind.segments[1].click()
    consent = save(qtbot, screen).consent
    assert consent.recipient_class
    assert (consent.expires_on, consent.expires_event) == (None, "She is settled.")


def test_a_child_waits_for_the_supervisor_and_the_screen_says_so(opened, qtbot, casework_desk):
    child = visit_on(casework_desk, Identity(given_name="Bea", family_name="Young", birth_year=2016))
    screen = opened(who=child)
    screen.form.told_of_right.click()
    screen.form.kind.segments[1].click()
    saved = save(qtbot, screen)
    assert saved.state(casework_desk.clock()) is ConsentState.WAITING


def test_what_was_typed_and_drawn_is_there_again(opened, casework_desk, visit):
    first = opened()
    first.form.to.segments[1].click()
    first.form.recipient.setText("Mr. Daly of the Example Clinic")
    first.form.typed.emit()
    sign(first.form)
    assert first.flush() == ""
    assert casework_desk.casework.drafts.find(casework_desk.actor, DraftKind.CONSENT, visit.id) is not None
    again = opened()
    assert again.form.to.value == NAME
    assert again.form.recipient.text() == "Mr. Daly of the Example Clinic"
    assert again.form.pad.strokes == first.form.pad.strokes


def test_an_unknown_person_is_named_before_they_can_sign(opened, casework_desk):
    stranger = visit_on(casework_desk, Identity(described="Man of about 40, green parka"))
    with pytest.raises(UserError, match="name"):
        opened(who=stranger)


def test_escape_goes_back(opened, qtbot):
    screen = opened()
    screen.form.purpose.setFocus()
    with qtbot.waitSignal(screen.left):
        QTest.keyClick(screen.form.purpose, Qt.Key.Key_Escape)
