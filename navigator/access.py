"""Who may do what: one table of roles and permissions (P-05), used by services and by the window.

Roles are also keys: `holds` says which stores a role may hold a key to. A permission here never stands in
for a key, it only narrows what a key makes possible.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Any, Concatenate

from navigator.errors import NotAllowed

SHORTEST_PASSPHRASE = 12
"""Characters. Against a copied profile only the passphrase stands (P-02)."""


class Role(StrEnum):
    CLINICIAN = "clinician"
    SUPERVISOR = "supervisor"
    PRIVACY_OFFICER = "privacy officer"
    SOCIAL_WORKER = "social worker"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    SEARCH = "search the directory"
    PRINT_HANDOUT = "print handouts"
    PROPOSE = "propose changes and tell how many beds are free"
    EDIT = "edit and verify the directory"
    IMPORT = "import into the directory"
    READ_CASEWORK = "read casework"
    WRITE_CASEWORK = "write casework"
    DECIDE = "decide requests"
    AUDIT_OWN = "read the trail of one's own acts"
    AUDIT_SIGN_INS = "read the trail of sign-ins"
    AUDIT_DIRECTORY = "read the directory's trail"
    AUDIT_CASEWORK = "read the casework trail"
    OWN_COUNTS = "read one's own counts"
    DIRECTORY_REPORTS = "read reports on the directory"
    REPORTS = "read reports"
    ACCOUNTS = "make and change accounts"
    GRANT_CASEWORK = "grant casework"
    BACK_UP_DIRECTORY = "back up and restore the directory"
    BACK_UP = "back up and restore the station"
    OWN_ACCOUNT = "change one's own passphrase"
    VERIFY_STATION = "check the station's stores"


class StoreName(StrEnum):
    DIRECTORY = "directory"
    CASEWORK = "casework"


_P = Permission
_EVERYONE = frozenset({_P.SEARCH, _P.PRINT_HANDOUT, _P.OWN_ACCOUNT, _P.VERIFY_STATION})
TABLE: dict[Role, frozenset[Permission]] = {
    Role.CLINICIAN: _EVERYONE | {_P.PROPOSE, _P.READ_CASEWORK, _P.WRITE_CASEWORK, _P.AUDIT_OWN, _P.OWN_COUNTS},
    Role.SUPERVISOR: frozenset(_P),
    Role.PRIVACY_OFFICER: _EVERYONE
    | {_P.READ_CASEWORK, _P.DECIDE}
    | {_P.AUDIT_OWN, _P.AUDIT_SIGN_INS, _P.AUDIT_DIRECTORY, _P.AUDIT_CASEWORK}
    | {_P.OWN_COUNTS, _P.DIRECTORY_REPORTS, _P.REPORTS},
    Role.SOCIAL_WORKER: _EVERYONE
    | {_P.PROPOSE, _P.EDIT, _P.IMPORT, _P.AUDIT_DIRECTORY, _P.DIRECTORY_REPORTS, _P.BACK_UP_DIRECTORY},
    Role.OFFICER: _EVERYONE,
    Role.ADMINISTRATOR: _EVERYONE | {_P.AUDIT_SIGN_INS, _P.ACCOUNTS, _P.BACK_UP_DIRECTORY, _P.BACK_UP},
}


def may(role: Role, permission: Permission) -> bool:
    return permission in TABLE[role]


def holds(role: Role) -> tuple[StoreName, ...]:
    """The stores whose keys an account of this role may hold."""
    if may(role, Permission.READ_CASEWORK):
        return (StoreName.DIRECTORY, StoreName.CASEWORK)
    return (StoreName.DIRECTORY,)


@dataclass(frozen=True)
class Actor:
    """The signed-in account on whose behalf something is done."""

    id: str
    name: str
    role: Role


def requires[S, **P, R](
    permission: Permission,
) -> Callable[[Callable[Concatenate[S, Actor, P], R]], Callable[Concatenate[S, Actor, P], R]]:
    """Marks a service method with the permission that its `actor` must have; refuses others."""

    def mark(method: Callable[Concatenate[S, Actor, P], R]) -> Callable[Concatenate[S, Actor, P], R]:
        @wraps(method)
        def checked(self: S, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if not may(actor.role, permission):
                raise NotAllowed(f"Your role ({actor.role}) may not {permission}.")
            return method(self, actor, *args, **kwargs)

        checked.__dict__["permission"] = permission
        return checked

    return mark


def permission_of(method: Callable[..., Any]) -> Permission | None:
    """The permission that `requires` put on a method, or None."""
    found = getattr(method, "permission", None)
    return found if isinstance(found, Permission) else None
