"""Who may do what at the directory desk (P-05): each method refuses every role without its permission."""

import inspect

import pytest

from navigator.access import Actor, Permission, Role, permission_of
from navigator.errors import NotAllowed
from navigator.resources.model import Outcome
from navigator.resources.stewardship.checks import Check, Method
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.resources.stewardship.settings import Settings
from navigator.resources.stewardship.word_groups import Listed
from navigator.resources.vocabulary import Group, Kind

from .bench import DANA, HARBOR, LENA, ROSE, TODAY, Bench

SERVICES = ("records", "checks", "proposals", "alerts", "due", "settings", "do_not_list", "drafts", "words")
DESK = {Role.SUPERVISOR, Role.SOCIAL_WORKER}
WHO = {Permission.EDIT: DESK, Permission.PROPOSE: DESK | {Role.CLINICIAN}, Permission.SEARCH: set(Role)}
"""The columns "propose, capacity" and "edit, verify, approve" of P-05, by hand."""
FOR_ALL_WHO_PROPOSE = {
    *("proposals.propose", "proposals.mine", "proposals.answer", "due.beds"),
    *("drafts.keep", "drafts.find", "drafts.mine", "drafts.drop"),
}


def methods(bench: Bench) -> dict[str, object]:
    return {
        f"{service}.{name}": method
        for service in SERVICES
        for name, method in inspect.getmembers(getattr(bench, service), inspect.ismethod)
        if not name.startswith("_")
    }


def test_every_method_of_the_desk_names_its_permission(bench: Bench):
    found = {name: permission_of(method) for name, method in methods(bench).items()}
    assert {name for name, permission in found.items() if permission is Permission.PROPOSE} == FOR_ALL_WHO_PROPOSE
    assert [name for name, permission in found.items() if permission is Permission.SEARCH] == ["words.vocabulary"]
    assert set(found.values()) == set(WHO)


def asked(bench: Bench) -> dict[str, tuple[object, ...]]:
    """What a right call of each method is given."""
    harbor, rose = bench.put(HARBOR, ROSE)
    bench.edit(rose, bring="Photo ID")
    change = bench.records.view(LENA, rose).history[0].id
    (entry,) = bench.alerts.put(LENA, rose, "Closed", TODAY, None)
    bench.do_not_list.bar(LENA, "Aster House", "Closed by the city.")
    open_still = [_proposed(bench, harbor) for _ in range(3)]
    own = bench.words.put(LENA, Listed(Group(Kind.MEANS, ("tranq dope",), ("detox",))))
    shipped = next(one for one in bench.words.groups(LENA) if one.can_be_off)
    call = Check(Method.PHONE, "Mr. Tran", Outcome.CONFIRMED)
    return {
        "records.view": (harbor,),
        "records.add": ({"name": "Lily House"},),
        "records.edit": (harbor, {"note": "Ring twice"}, bench.seen(harbor)),
        "records.take_back": (change,),
        "checks.verify": (harbor, call),
        "checks.next_due_of": (entry,),
        "proposals.propose": (harbor, {"bring": "Photo ID"}),
        "proposals.waiting": (),
        "proposals.mine": (),
        "proposals.take": (open_still[0], ["bring"]),
        "proposals.turn_down": (open_still[1], "No"),
        "proposals.ask": (open_still[2], "When?"),
        "proposals.answer": (open_still[2], "Today"),
        "alerts.put": (harbor, "Closed", TODAY, None),
        "alerts.prolong": (entry.alerts[0].id, TODAY),
        "alerts.end": (entry.alerts[0].id,),
        "due.due": (),
        "due.beds": (),
        "settings.settings": (),
        "settings.change": (Settings({"detox": 30}),),
        "do_not_list.barred": (),
        "do_not_list.bar": ("Fern House", "Closed by the city."),
        "do_not_list.unbar": ("Aster House",),
        "words.vocabulary": (),
        "words.groups": (),
        "words.troubles": (own,),
        "words.tried": (own,),
        "words.put": (own,),
        "words.remove": (own.id,),
        "words.switch_off": (shipped.group.key,),
        "words.switch_on": (shipped.group.key,),
        "words.restore": (shipped.group.key,),
        "drafts.keep": (DeskDraftKind.EDITOR, harbor, {}),
        "drafts.find": (DeskDraftKind.EDITOR, harbor),
        "drafts.mine": (),
        "drafts.drop": (DeskDraftKind.EDITOR, harbor),
    }


def _proposed(bench: Bench, entry_id: str) -> str:
    bench.proposals.propose(DANA, entry_id, {"bring": "Photo ID"})
    return bench.proposals.mine(DANA)[0].id


@pytest.mark.parametrize("role", Role)
def test_every_method_refuses_the_roles_without_its_permission_and_no_other(bench: Bench, role: Role):
    given, every = asked(bench), methods(bench)
    assert set(given) == set(every), "a method is missing from this test"
    actor = Actor(DANA.id, DANA.name, role)
    for name, method in every.items():
        if role in WHO[permission_of(method)]:
            method(actor, *given[name])
            continue
        before = bench.everything()
        with pytest.raises(NotAllowed, match=role.value):
            method(actor, *given[name])
        assert bench.everything() == before, name
