"""A consent that ends or has ended while a referral that rests on it is open is owed (R-09, P-10)."""

from datetime import timedelta

import pytest

from navigator.referrals.resting import SOON
from navigator.referrals.status import Status
from navigator.referrals.task import Matter

from .scenes import TODAY, Bench, consent_of, place

SECOND = timedelta(seconds=1)


@pytest.fixture
def visit(bench: Bench):
    return bench.visit()


def owed(bench: Bench) -> list[tuple[str, object]]:
    tasks = bench.work.worklists.owed(bench.actor)
    return [(task.referral_id, task.due_at) for task in tasks if task.matter is Matter.CONSENT]


def test_it_is_owed_three_days_before_its_end_and_not_a_second_sooner(bench: Bench, visit):
    referral = bench.brought_to(Status.ACCEPTED, visit)
    saved = bench.work.consents.record(bench.actor, consent_of(visit, expires_on=TODAY + timedelta(days=9)))
    bench.clock.now = saved.ends_at - SOON - SECOND
    assert owed(bench) == []
    bench.clock.now = saved.ends_at - SOON
    assert owed(bench) == [(referral.id, saved.ends_at)]
    bench.clock.now = saved.ends_at + SECOND
    assert owed(bench) == [(referral.id, saved.ends_at)]


def test_one_taken_back_is_owed_at_once_and_by_the_next_shift_too(bench: Bench, visit):
    referral = bench.brought_to(Status.ACCEPTED, visit)
    saved = bench.work.consents.record(bench.actor, consent_of(visit))
    assert owed(bench) == []
    bench.clock.forward(minutes=1)
    bench.work.consents.revoke(bench.actor, saved.id, "She said no.")
    assert owed(bench) == [(referral.id, bench.clock())]
    lines = [one.task for one in bench.work.shifts.page(bench.actor).lines if one.task.matter is Matter.CONSENT]
    assert [task.referral_id for task in lines] == [referral.id]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REJECTED, Status.COMPLETED])
def test_what_is_not_open_rests_on_nothing(bench: Bench, visit, status):
    bench.brought_to(status, visit)
    saved = bench.work.consents.record(bench.actor, consent_of(visit))
    bench.work.consents.revoke(bench.actor, saved.id, "")
    assert owed(bench) == []


def test_a_new_consent_to_the_same_place_settles_it_and_one_to_another_does_not(bench: Bench, visit):
    referral = bench.brought_to(Status.ACCEPTED, visit)
    saved = bench.work.consents.record(bench.actor, consent_of(visit))
    bench.work.consents.revoke(bench.actor, saved.id, "")
    other = place(2)
    elsewhere = consent_of(visit, recipient=other.name, recipient_service_id=other.service_id)
    bench.work.consents.record(bench.actor, elsewhere)
    assert [one[0] for one in owed(bench)] == [referral.id]
    bench.work.consents.record(bench.actor, consent_of(visit))
    assert owed(bench) == []


def test_a_referral_is_owed_once_however_many_consents_of_it_ended(bench: Bench, visit):
    referral = bench.brought_to(Status.ACCEPTED, visit)
    for _ in range(2):
        saved = bench.work.consents.record(bench.actor, consent_of(visit))
        bench.clock.forward(minutes=1)
        bench.work.consents.revoke(bench.actor, saved.id, "")
    assert owed(bench) == [(referral.id, bench.clock())]
