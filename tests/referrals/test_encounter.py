"""The encounter of section 3: everything optional but when and where-kind, kept as it was said."""

from dataclasses import fields, replace

import pytest

from navigator.errors import BadInput
from navigator.referrals.encounter import (
    Force,
    HoldType,
    Housing,
    Injury,
    Instead,
    Naloxone,
    Origin,
    PriorContacts,
    Substance,
    Weapon,
    YesNo,
)
from navigator.referrals.visit import Disposition, Ending, VisitFacts

from .scenes import ANA, NOW, Bench, told

WHOLE = {
    "origins": (Origin.BLACK, Origin.HISPANIC),
    "veteran": YesNo.YES,
    "housing": Housing.STREET,
    "minors_present": YesNo.NO,
    "prior_contacts": PriorContacts.A_FEW,
    "substances": (Substance.OPIOIDS, Substance.XYLAZINE),
    "overdose": YesNo.NOT_KNOWN,
    "naloxone": Naloxone.LEFT,
    "weapon": Weapon.BLADE,
    "injuries": (Injury.PERSON, Injury.OFFICER),
    "force": Force.HANDCUFFS,
}


def test_all_of_it_comes_back_as_it_was_told(bench: Bench):
    visit = bench.visit(**WHOLE)
    kept = bench.work.visits.visit(bench.actor, visit.id).facts
    assert {name: getattr(kept, name) for name in WHOLE} == WHOLE


def test_nothing_of_it_is_needed_and_not_asked_is_not_no(bench: Bench):
    facts = bench.visit().facts
    assert [getattr(facts, name) for name in WHOLE] == [
        () if isinstance(value, tuple) else None for value in WHOLE.values()
    ]


def test_somebody_hurt_and_nobody_hurt_cannot_both_be(bench: Bench):
    rows = bench.rows()
    with pytest.raises(BadInput, match="cannot both be"):
        bench.work.visits.open(bench.actor, told(injuries=(Injury.NONE, Injury.TEAM)), ANA)
    assert bench.rows() == rows


ENDINGS_THAT_CANNOT_BE = {
    "none of these and one of them": (
        Ending(NOW, Disposition.RESOLVED, instead=(Instead.ARREST, Instead.NONE)),
        "both",
    ),
    "involuntary without a hold": (Ending(NOW, Disposition.INVOLUNTARY, hold=HoldType.NONE), "Choose which"),
    "also involuntary without a hold": (
        Ending(NOW, Disposition.MEDICAL_ED, (Disposition.INVOLUNTARY,), hold=HoldType.NONE),
        "Choose which",
    ),
}


@pytest.mark.parametrize("case", ENDINGS_THAT_CANNOT_BE)
def test_an_ending_that_contradicts_itself_is_refused_and_the_visit_stays_open(bench: Bench, case):
    ending, match = ENDINGS_THAT_CANNOT_BE[case]
    visit = bench.visit()
    rows = bench.rows()
    with pytest.raises(BadInput, match=match):
        bench.work.visits.end(bench.actor, visit.id, ending, visit.revision)
    assert bench.rows() == rows


def test_an_ending_keeps_its_hold_and_what_was_said(bench: Bench):
    visit = bench.visit()
    ending = Ending(NOW, Disposition.INVOLUNTARY, hold=HoldType.INVOLUNTARY, instead=(Instead.ARREST, Instead.HOLD))
    ended = bench.work.visits.end(bench.actor, visit.id, ending, visit.revision)
    assert ended.ending == replace(ending, cleared_at=ended.ending.cleared_at)


def test_every_field_of_the_visit_but_when_and_where_is_optional(bench: Bench):
    needed = {"arrived_at", "place_kind"}
    least = VisitFacts(**{name: getattr(told(), name) for name in needed})
    visit = bench.work.visits.open(bench.actor, least, ANA)
    assert {one.name for one in fields(VisitFacts) if getattr(visit.facts, one.name) != one.default} == needed
