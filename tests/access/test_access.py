import importlib
import inspect
import pkgutil

import pytest

import navigator
from navigator.access import TABLE, Actor, Permission, Role, StoreName, holds, may, permission_of, requires
from navigator.errors import NotAllowed

P = Permission
EXPECTED = {
    # beside search and handouts, which everyone may
    Role.CLINICIAN: {P.PROPOSE, P.READ_CASEWORK, P.WRITE_CASEWORK, P.AUDIT_OWN, P.OWN_COUNTS},
    Role.SUPERVISOR: set(P),
    Role.PRIVACY_OFFICER: {
        *(P.READ_CASEWORK, P.DECIDE, P.AUDIT_OWN, P.AUDIT_SIGN_INS, P.AUDIT_DIRECTORY, P.AUDIT_CASEWORK),
        *(P.OWN_COUNTS, P.DIRECTORY_REPORTS, P.REPORTS),
    },
    Role.SOCIAL_WORKER: {
        *(P.PROPOSE, P.EDIT, P.IMPORT, P.AUDIT_DIRECTORY, P.DIRECTORY_REPORTS, P.BACK_UP_DIRECTORY),
    },
    Role.OFFICER: set(),
    Role.ADMINISTRATOR: {P.AUDIT_SIGN_INS, P.ACCOUNTS, P.BACK_UP_DIRECTORY, P.BACK_UP},
}
EVERYONE = {P.SEARCH, P.PRINT_HANDOUT, P.OWN_ACCOUNT, P.VERIFY_STATION}


@pytest.mark.parametrize("role", list(Role))
def test_the_table_is_the_one_of_rule_p05(role):
    assert TABLE[role] == EXPECTED[role] | EVERYONE


def test_casework_keys_are_for_those_who_read_casework():
    with_casework = {role for role in Role if StoreName.CASEWORK in holds(role)}
    assert with_casework == {Role.CLINICIAN, Role.SUPERVISOR, Role.PRIVACY_OFFICER}


class _Desk:
    @requires(Permission.EDIT)
    def mend(self, actor: Actor, text: str) -> str:
        return text


@pytest.mark.parametrize("role", list(Role))
def test_a_method_refuses_every_role_without_its_permission(role):
    actor = Actor("id", "name", role)
    if may(role, Permission.EDIT):
        assert _Desk().mend(actor, "x") == "x"
    else:
        with pytest.raises(NotAllowed, match=role.value):
            _Desk().mend(actor, "x")


def _services():
    """Every class of the program with a public method that takes an `actor`."""
    for module in pkgutil.walk_packages(navigator.__path__, "navigator."):
        if module.name.startswith(("navigator.ui", "navigator.app", "navigator.__main__")):
            continue
        for _, found in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if found.__module__ == module.name:
                yield found


INNER = {
    ("Trail", "record"),
    ("Trail", "record_each"),  # both write in the transaction of a method that was checked
    ("VaultChanges", "put_account"),  # so does this
    ("VaultChanges", "settle"),  # start-up finishes what a power cut left open
    ("Station", "note_lock"),  # anyone may lock
    ("SavedRequest", "closed_to"),  # says why somebody may not decide; the service that decides asks it
    ("Viewed", "note"),  # writes down who looked, for methods that were checked
}


def test_every_public_service_method_names_its_permission():
    checked, missing = set(), set()
    for service in _services():
        for name, method in inspect.getmembers(service, inspect.isfunction):
            if name.startswith("_") or (service.__name__, name) in INNER:
                continue
            if "actor" in inspect.signature(method).parameters:
                (checked if permission_of(method) else missing).add((service.__name__, name))
    assert not missing
    assert {("Directory", "entries"), ("Accounts", "add"), ("Door", "hand_out")} <= checked
