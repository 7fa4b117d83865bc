"""What a plan can say by itself, from the referrals of a visit: what somebody said yes to, never a guess (D-01)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from navigator.city import City
from navigator.documents.covered import covered, without_place
from navigator.documents.sentences import in_a_row
from navigator.documents.wording import Wording
from navigator.referrals.follow_up import FollowUp, FollowUpState
from navigator.referrals.handoff import Handoff
from navigator.referrals.plan import Plan, PlanStep, When
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import Snapshot
from navigator.referrals.status import BusinessStatus, Status
from navigator.referrals.steps import Acceptance, Hold, Progress
from navigator.referrals.visit import Visit

_WEEK = timedelta(days=7)
_SAID_YES = frozenset({Status.ACCEPTED, Status.IN_PROGRESS})
_FEWEST_DIGITS = 3


def propose_plan(
    visit: Visit,
    referrals: Sequence[Referral],
    handoffs: Mapping[str, Handoff],
    follow_ups: Mapping[str, Sequence[FollowUp]],
    *,
    wording: Wording,
    city: City,
    now: datetime,
    confidential: Collection[str] = (),
) -> Plan:
    """The steps, the goal and the next call as the records tell them; `handoffs` and `follow_ups` by referral id.

    Of a referral that nobody took yet, or that has ended, it says nothing. It never says why: what kind of help it is
    may harm where the paper is found, so the clinician writes that. No call is promised to whom nobody can reach.
    `confidential` are the referrals whose place is so now, whatever it was when it was chosen (S-13).
    """
    writer = _Writer(wording, city, now, confidential)
    steps = (writer.step(referral, handoffs.get(referral.id, Handoff())) for referral in referrals)
    goals = (handoffs[referral.id].person.goal.strip() for referral in referrals if referral.id in handoffs)
    reachable = bool(visit.facts.contact_number.strip() or visit.facts.contact_words.strip())
    asked = (follow_ups.get(referral.id, ()) for referral in referrals if reachable)
    call_on = _first_call(asked, city, writer.today)
    no_voicemail = wording.say("step.no_voicemail") if visit.facts.no_voicemail else ""
    plan = Plan(tuple(step for step in steps if step is not None), goal=next((goal for goal in goals if goal), ""))
    return plan if call_on is None else writer.with_call(plan, call_on, no_voicemail)


def _first_call(several: Iterable[Sequence[FollowUp]], city: City, today: date) -> date | None:
    """The day of the first follow-up that is still to come; a day that has passed is nothing to promise."""
    due = (
        one.due_at.astimezone(city.zone).date()
        for follow_ups in several
        for one in follow_ups
        if one.state is FollowUpState.DUE
    )
    return min((day for day in due if day >= today), default=None)


class _Writer:
    """Puts referrals into steps, as of `now`."""

    def __init__(
        self,
        wording: Wording,
        city: City,
        now: datetime,
        confidential: Collection[str],
    ) -> None:
        self._wording = wording
        self._city = city
        self._now = now.astimezone(city.zone)
        self._confidential = confidential
        self.today = self._now.date()

    def step(self, referral: Referral, handoff: Handoff) -> PlanStep | None:
        """The step of a referral that somebody took, or None."""
        if referral.id not in self._confidential:
            return self._step(referral, handoff)
        hidden = self._step(covered(referral), handoff)
        return without_place(hidden, referral) if hidden else None

    def _step(self, referral: Referral, handoff: Handoff) -> PlanStep | None:
        if referral.hold is not None:
            return self._waiting(referral, referral.hold)
        if referral.status in _SAID_YES and referral.acceptance is not None:
            return self._accepted(referral, referral.acceptance, handoff)
        return None

    def with_call(self, plan: Plan, on: date, no_voicemail: str) -> Plan:
        """The plan that also says when the team calls."""
        said = self._wording.say("step.next_call", day=self._wording.day(on, self.today))
        step = PlanStep(self._when(on), self._wording.say("step.we_call"), on, how=no_voicemail)
        return replace(plan, steps=(*plan.steps, step), next_call=in_a_row(said, no_voicemail))

    def _when(self, day: date) -> When:
        if day == self.today:
            return When.TODAY
        return When.THIS_WEEK if day - self.today < _WEEK else When.LATER

    def _accepted(self, referral: Referral, yes: Acceptance, handoff: Handoff) -> PlanStep:
        place = referral.snapshot
        appointment = referral.business is BusinessStatus.APPOINTMENT_SET
        return PlanStep(
            when=When.THIS_WEEK if appointment else When.TODAY,
            what=self._wording.say("step.call" if _is_called(place) else "step.go", place=place.name),
            on=None if appointment else self.today,
            number=yes.number.strip() if _is_dialled(yes.number) else place.number,
            said_yes=self._wording.say("step.said_yes", name=yes.name.strip(), role=yes.role.strip()),
            at=_appointment(referral) if appointment else self._held(referral.bed_held_until),
            how=self._how(referral, yes, handoff),
            bring="" if place.confidential else place.bring,
            referral_id=referral.id,
        )

    def _waiting(self, referral: Referral, hold: Hold) -> PlanStep:
        """What it waits for, and when the team looks at it again: on that day the person has nothing to do."""
        check_on = hold.check_on if hold.check_on is not None and hold.check_on >= self.today else None
        check = self._wording.say("step.check", day=self._wording.day(check_on, self.today)) if check_on else ""
        return PlanStep(
            when=When.LATER if check_on and self._when(check_on) is When.LATER else When.THIS_WEEK,
            what=self._wording.say("step.wait", place=referral.snapshot.name),
            number=referral.snapshot.number,
            why=in_a_row(hold.reason, check),
            referral_id=referral.id,
        )

    def _held(self, until: datetime | None) -> str:
        """Until when to come, with the day where it is another one; nothing once the time has passed."""
        if until is None or until <= self._now:
            return ""
        local = until.astimezone(self._city.zone)
        time = self._wording.clock(local) if local.date() == self.today else self._wording.moment(local)
        return self._wording.say("step.come_before", time=time)

    def _how(self, referral: Referral, yes: Acceptance, handoff: Handoff) -> str:
        """The ride, the address, the way in, who waits there. Of a confidential place only whom to ask (P-16)."""
        place = referral.snapshot
        if place.confidential:
            return self._wording.say("place.confidential")
        ride = handoff.transport.by.strip() or (referral.departure.transport_by.strip() if referral.departure else "")
        return in_a_row(
            self._wording.say("step.ride", by=ride.rstrip(".")) if ride else "",
            self._address(place),
            yes.arrival.strip() or place.directions,
            self._wording.say("step.met_by", name=yes.met_by.strip()) if yes.met_by.strip() else "",
        )

    def _address(self, place: Snapshot) -> str:
        if place.address and place.city and place.city != self._city.name:
            return self._wording.say("place.elsewhere", line=place.address, city=place.city)
        return place.address


def _is_called(place: Snapshot) -> bool:
    """Whether one calls there rather than goes: hidden, or nowhere to go to. The call before going was made."""
    return place.confidential or not (place.address or place.directions)


def _is_dialled(number: str) -> bool:
    """The acceptance keeps a number or another channel ("at the door")."""
    return sum(letter.isdigit() for letter in number) >= _FEWEST_DIGITS


def _appointment(referral: Referral) -> str:
    """What was written down when the appointment was set."""
    steps = (event.step for event in reversed(referral.events))
    told = (step for step in steps if isinstance(step, Progress) and step.business is BusinessStatus.APPOINTMENT_SET)
    return next((in_a_row(step.words) for step in told), "")
