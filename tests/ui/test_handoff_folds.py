"""What no warm handoff needs waits folded, and says in one line what stands in it."""

from dataclasses import replace

import pytest

from navigator.referrals.consent import Category
from navigator.referrals.encounter import HoldType, YesNo
from navigator.referrals.handoff import Handoff, Needed
from navigator.referrals.handoff_groups import Level, Medicines, Part, PersonTold, Safety
from tests.ui.desk_of_casework import draft_on
from tests.ui.desk_of_find import RIDGE
from tests.ui.desk_of_handoff import (
    accepted,
    choose,
    reason,
    said,
    save,
    save_behind,
    saved_of,
    screen_on,
    told_visit,
    write,
)


@pytest.fixture
def desk(casework_desk):
    return casework_desk


@pytest.fixture
def visit(desk):
    return told_visit(desk)


@pytest.fixture
def referral(desk, visit, clock):
    return accepted(desk, visit, clock)


@pytest.fixture
def screen(qtbot, desk, theme, worker, referral):
    return screen_on(qtbot, desk, theme, worker, referral)


def heads(screen) -> dict[str, str]:
    """What each fold says of itself, by its title."""
    return {fold.head.text(): fold.head.accessibleName().split(": ", 1)[1] for fold in screen.view.form.folds.all}


def test_all_of_them_are_closed_at_first_and_say_that_they_are_empty(screen):
    assert not any(fold.head.isChecked() for fold in screen.view.form.folds.all)
    told = heads(screen)
    assert told.pop("Calls to this place") == "2:14 AM · phone · answered · Ms. Alvarez"
    assert told.pop("Ground, and what was told") == "No name was said in the calls"
    assert set(told.values()) == {"empty"}


def test_a_closed_one_tells_what_stands_in_it(screen, desk, referral):
    safety = Safety(Level.MODERATE, "C-SSRS", weapons=YesNo.NOT_KNOWN)
    save_behind(desk, referral, Handoff(safety=safety, medicines=Medicines(unknown=True)))
    screen.show_referral(referral.id)
    told = heads(screen)
    assert told["Safety"] == "Concern for suicide: Moderate · Suicide: asked with: C-SSRS · Weapon known: Not known"
    assert "nobody knows which" in told["Medicines and allergies"]


def test_everything_in_them_is_saved(screen, desk, referral, qtbot, worker):
    choose(screen, "suicide", "High")
    choose(screen, "hold", "302 (involuntary)")
    choose(screen, "notice_given", "Yes")
    screen.view.form.entries["shared"].input.boxes[Category.SAFETY].click()
    for key in ("interpreter", "documents", "allergies", "items", "receipt", "custody", "keep_away", "last_dose"):
        write(screen, key, f"about {key}")
    assert save(screen, qtbot, worker).trouble == ""
    found = saved_of(desk, referral).handoff
    assert (found.safety.suicide, found.legal.hold) == (Level.HIGH, HoldType.INVOLUNTARY)
    assert (found.basis.shared, found.basis.notice_given) == ((Category.SAFETY,), YesNo.YES)
    assert (found.person.interpreter, found.close.documents) == ("about interpreter", "about documents")
    assert (found.safety.allergies, found.safety.keep_away) == ("about allergies", "about keep_away")
    assert (found.belongings.items, found.belongings.receipt) == ("about items", "about receipt")
    assert (found.legal.custody, found.medicines.last_dose) == ("about custody", "about last_dose")


def test_what_cannot_both_be_is_said_where_it_is_written(screen, desk, referral, qtbot, worker):
    write(screen, "medicines", "Sertraline")
    screen.view.form.entries["medicines_unknown"].input.click()
    assert save(screen, qtbot, worker).trouble
    assert saved_of(desk, referral).revision == 0
    assert screen.view.form.folds.medicines.head.isChecked()
    assert "cannot both be" in said(screen)
    screen.view.form.entries["medicines_unknown"].input.click()
    save(screen, qtbot, worker)
    assert saved_of(desk, referral).handoff.medicines.listed == "Sertraline"


def test_a_weapon_that_nobody_knows_of_is_not_secured(screen, desk, referral, qtbot, worker):
    choose(screen, "weapons", "No")
    choose(screen, "weapons_secured", "Yes")
    save(screen, qtbot, worker)
    assert "Check the weapons" in said(screen)
    assert saved_of(desk, referral).revision == 0


def test_a_fold_opens_by_enter_and_closes_again(screen, qtbot):
    head = screen.view.form.folds.belongings.head
    item = screen.view.form.entries["items"].input
    assert not item.isVisible()
    head.click()
    assert item.isVisible()
    head.click()
    assert not item.isVisible()


def test_the_meter_gives_the_reason_of_what_is_not_there(screen, desk, visit):
    screen.show_referral(draft_on(desk, visit, RIDGE).id)
    reason(screen, Needed.READ_BACK, "They hung up")
    assert "Could not be had: They hung up" in said(screen)
    assert "2 of 4" not in said(screen)


def test_a_reason_is_gone_when_the_thing_is_there_after_all(screen, desk, referral):
    told = Handoff(person=PersonTold(part=Part.NOT), absent={Needed.PRESENT: "She slept."})
    save_behind(desk, referral, told)
    screen.show_referral(referral.id)
    assert "Could not be had: She slept." in said(screen)
    save_behind(desk, referral, replace(told, person=PersonTold(part=Part.PRESENT)))
    screen.show_referral(referral.id)
    assert "Could not be had" not in said(screen)
