"""Requests about a person: written down, decided by a second person, told as far as granted (P-11, P-25)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from navigator.access import Role
from navigator.errors import BadInput, NotAllowed, NotFound
from navigator.referrals.consent import Category
from navigator.referrals.draft import DraftKind
from navigator.referrals.request import (
    Answer,
    Asks,
    LocateItem,
    Paragraph,
    PersonRequest,
    PoliceRequest,
    RequestState,
)

from .conftest import NOOR
from .scenes import TODAY, Bench, trail_of

OFF = "This team is no program under Part 2, counsel says so."


@pytest.fixture
def person_id(bench: Bench) -> str:
    return bench.visit().person.id


@pytest.fixture
def asked(person_id: str) -> PoliceRequest:
    """A request to locate, which Part 2 closes."""
    items = (LocateItem.NAME_AND_ADDRESS, LocateItem.MARKS)
    return PoliceRequest(person_id, Paragraph.LOCATE, "Officer Reed 4471", "Example Police", items=items)


@pytest.fixture
def premises(person_id: str) -> PoliceRequest:
    """A request that Part 2 leaves open."""
    what = (Category.NEED,)
    return PoliceRequest(person_id, Paragraph.PREMISES, "Officer Reed 4471", "Example Police", categories=what)


def without_part2(bench: Bench, supervisor) -> None:
    bench.work.consents.set_part2(supervisor, False, OFF)


LACKING = {
    "nobody who asks": ({"requester": " "}, "who asks"),
    "no agency": ({"agency": ""}, "which agency"),
    "nothing asked for": ({"items": ()}, "Choose what"),
    "more than may locate": ({"categories": (Category.SUMMARY,)}, "only the listed items"),
    "an order without its number": (
        {"paragraph": Paragraph.PROCESS, "items": (), "categories": (Category.NEED,)},
        "number of the order",
    ),
    "items on another ground": ({"paragraph": Paragraph.VICTIM, "categories": (Category.NEED,)}, "only for a request"),
}


@pytest.mark.parametrize("case", LACKING)
def test_a_request_of_the_police_that_lacks_something_is_refused_whole(bench: Bench, asked, case):
    changes, match = LACKING[case]
    rows = bench.rows()
    with pytest.raises(BadInput, match=match):
        bench.work.requests.ask_police(bench.actor, replace(asked, **changes))
    assert bench.rows() == rows


def test_a_request_about_nobody_in_casework_is_refused(bench: Bench, asked):
    rows = bench.rows()
    with pytest.raises(NotFound):
        bench.work.requests.ask_police(bench.actor, replace(asked, person_id="nobody"))
    assert bench.rows() == rows


def test_a_request_waits_and_its_draft_is_settled_with_it(bench: Bench, asked):
    bench.work.drafts.keep(bench.actor, DraftKind.POLICE_REQUEST, asked.person_id, {"agency": "x"})
    saved = bench.work.requests.ask_police(bench.actor, asked)
    assert (saved.state, saved.request, saved.due_on) == (RequestState.WAITING, asked, None)
    assert bench.work.requests.waiting(bench.actor) == (saved,)
    assert bench.work.drafts.find(bench.actor, DraftKind.POLICE_REQUEST, asked.person_id) is None


def test_nobody_decides_a_request_of_their_own(bench: Bench, supervisor, asked):
    saved = bench.work.requests.ask_police(supervisor, asked)
    rows = bench.rows()
    with pytest.raises(NotAllowed, match="somebody else"):
        bench.work.requests.decide(supervisor, saved.id, False, "No.")
    assert bench.rows() == rows


def test_a_clinician_decides_nothing(bench: Bench, asked):
    saved = bench.work.requests.ask_police(bench.actor, asked)
    with pytest.raises(NotAllowed):
        bench.work.requests.decide(NOOR, saved.id, True, "")


def test_what_part_2_closes_cannot_be_granted_but_refused(bench: Bench, supervisor, asked):
    saved = bench.work.requests.ask_police(bench.actor, asked)
    rows = bench.rows()
    with pytest.raises(BadInput, match="Part 2"):
        bench.work.requests.decide(supervisor, saved.id, True, "They need it.")
    assert bench.rows() == rows
    decided = bench.work.requests.decide(supervisor, saved.id, False, "Part 2 allows nothing.")
    assert (decided.state, decided.verdict.words) == (RequestState.REFUSED, "Part 2 allows nothing.")
    assert bench.work.requests.waiting(bench.actor) == ()


def test_a_refusal_says_why(bench: Bench, supervisor, asked):
    saved = bench.work.requests.ask_police(bench.actor, asked)
    with pytest.raises(BadInput, match="Write why"):
        bench.work.requests.decide(supervisor, saved.id, False, "  ")


def test_a_decision_stands(bench: Bench, supervisor, premises):
    saved = bench.work.requests.ask_police(bench.actor, premises)
    bench.work.requests.decide(supervisor, saved.id, False, "No.")
    rows = bench.rows()
    with pytest.raises(BadInput, match="decided this already"):
        bench.work.requests.decide(supervisor, saved.id, True, "")
    assert bench.rows() == rows


@pytest.mark.parametrize("decided", [None, False])
def test_nothing_is_told_before_it_is_granted(bench: Bench, supervisor, premises, decided):
    saved = bench.work.requests.ask_police(bench.actor, premises)
    if decided is not None:
        bench.work.requests.decide(supervisor, saved.id, decided, "No.")
    rows = bench.rows()
    with pytest.raises(NotAllowed, match="Nobody has granted"):
        bench.work.requests.tell(bench.actor, saved.id, Answer(words="She was here."))
    assert bench.rows() == rows


def test_only_what_was_granted_is_told_to_locate_somebody(bench: Bench, supervisor, asked):
    without_part2(bench, supervisor)
    saved = bench.work.requests.ask_police(bench.actor, asked)
    bench.work.requests.decide(supervisor, saved.id, True, "")
    rows = bench.rows()
    for answer in (
        Answer(items={LocateItem.BLOOD_TYPE: "0"}),
        Answer(items={LocateItem.MARKS: "Scar."}, words="And more."),
        Answer(items={LocateItem.MARKS: " "}),
    ):
        with pytest.raises(BadInput):
            bench.work.requests.tell(bench.actor, saved.id, answer)
    assert bench.rows() == rows
    told = bench.work.requests.tell(bench.actor, saved.id, Answer(items={LocateItem.MARKS: "Scar on the chin."}))
    assert told.state is RequestState.TOLD
    with pytest.raises(BadInput, match="told already"):
        bench.work.requests.tell(bench.actor, saved.id, Answer(items={LocateItem.MARKS: "Scar."}))


def test_part_2_switched_on_again_closes_a_granted_request(bench: Bench, supervisor, asked):
    without_part2(bench, supervisor)
    saved = bench.work.requests.ask_police(bench.actor, asked)
    bench.work.requests.decide(supervisor, saved.id, True, "")
    bench.work.consents.set_part2(supervisor, True, "")
    with pytest.raises(BadInput, match="Part 2"):
        bench.work.requests.tell(bench.actor, saved.id, Answer(items={LocateItem.MARKS: "Scar."}))


@pytest.mark.parametrize(("asks", "days"), [(Asks.ACCESS, 30), (Asks.AMENDMENT, 60)])
def test_a_person_is_owed_an_answer_by_a_day(bench: Bench, person_id, asks, days):
    asked = PersonRequest(person_id, asks, TODAY - timedelta(days=2), "The date is wrong.")
    saved = bench.work.requests.ask_person(bench.actor, asked)
    assert saved.due_on == TODAY - timedelta(days=2) + timedelta(days=days)
    assert bench.work.requests.of_person(bench.actor, person_id) == (saved,)


PERSON_LACKING = {
    "no day": ({"received_on": None}, "Choose the day"),
    "a day to come": ({"received_on": date(2030, 1, 1)}, "in the future"),
    "nothing to change": ({"words": " "}, "wants to have changed"),
}


@pytest.mark.parametrize("case", PERSON_LACKING)
def test_a_request_of_the_person_that_lacks_something_is_refused(bench: Bench, person_id, case):
    changes, match = PERSON_LACKING[case]
    asked = replace(PersonRequest(person_id, Asks.AMENDMENT, TODAY, "The date."), **changes)
    rows = bench.rows()
    with pytest.raises(BadInput, match=match):
        bench.work.requests.ask_person(bench.actor, asked)
    assert bench.rows() == rows


def test_a_request_of_the_person_is_not_told_to_the_police(bench: Bench, supervisor, person_id):
    saved = bench.work.requests.ask_person(bench.actor, PersonRequest(person_id, Asks.ACCESS, TODAY))
    bench.work.requests.decide(supervisor, saved.id, True, "")
    with pytest.raises(BadInput, match="of the police"):
        bench.work.requests.tell(bench.actor, saved.id, Answer(words="All of it."))


def test_requests_follow_the_person_who_was_found_to_be_the_same(bench: Bench, premises):
    other = bench.visit().person.id
    saved = bench.work.requests.ask_police(bench.actor, premises)
    bench.work.merges.merge(bench.actor, other, premises.person_id)
    assert bench.work.requests.of_person(bench.actor, other) == (saved,)


def test_the_trail_says_what_was_done_and_none_of_the_words(bench: Bench, supervisor, premises):
    saved = bench.work.requests.ask_police(bench.actor, premises)
    bench.work.requests.decide(supervisor, saved.id, True, "They may know.")
    bench.work.requests.tell(bench.actor, saved.id, Answer(words="She was at the desk."))
    told = [(action, str(detail)) for action, subject, detail in trail_of(bench.store) if subject == saved.id]
    assert [action for action, _ in told] == [
        "request about a person written down",
        "request about a person decided",
        "request about a person answered",
    ]
    assert not any(word in detail for _, detail in told for word in ("Reed", "may know", "desk"))


def test_a_privacy_officer_decides_without_writing_casework(bench: Bench, filed, premises):
    officer = filed.actors[Role.PRIVACY_OFFICER]
    saved = bench.work.requests.ask_police(bench.actor, premises)
    assert [one.id for one in bench.work.decisions.waiting(officer)] == [saved.id]
    bench.work.requests.decide(officer, saved.id, True, "")
    with pytest.raises(NotAllowed):
        bench.work.requests.tell(officer, saved.id, Answer(words="Here."))
