"""The doors by which paper leaves the program: they alone call an outlet, and write down what left (P-06, P-13)."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from navigator.access import Actor, Permission, requires
from navigator.clock import Clock
from navigator.documents.blocks import NO_PERSON
from navigator.documents.pages import Pages
from navigator.errors import UserError
from navigator.referrals.bases import Basis
from navigator.referrals.consent import Category
from navigator.referrals.register import Paper, PrintRegister, Telling
from navigator.referrals.telling import Recipient
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

NOT_SETTLED = "The print register could not be brought up to date: there it stands as “intended”."


class Outlet(Protocol):
    """Somewhere that paper goes: a printer, a file."""

    @property
    def kind(self) -> str:
        """What the audit trail keeps of it: "printer" or "file", never a name or a path."""

    def take(self, pages: Pages) -> str:
        """Takes the very bytes and returns one plain sentence of what happened; `UserError` when it could not."""


@dataclass(frozen=True)
class OwnCopy:
    """The person's own paper, in their own hand: no consent, no notice, no line in the accounting (P-07).

    42 CFR 2.23, 45 CFR 164.524.
    """

    person_id: str
    visit_id: str
    words: str = "the person's own copy"


@dataclass(frozen=True)
class ToRecipient:
    """Somebody else is told: who, on which ground, and which kinds of things the paper holds, no more (P-07, P-15)."""

    person_id: str
    visit_id: str
    to: Recipient
    basis: Basis
    categories: tuple[Category, ...]


def about(person_id: str) -> str:
    """What `Document.about` of a paper about that person says."""
    return f"person {person_id}"


def _intend(register: PrintRegister, actor: Actor, pages: Pages, basis: OwnCopy | ToRecipient, outlet: Outlet) -> str:
    paper = Paper(
        person_id=basis.person_id,
        visit_id=basis.visit_id,
        template=pages.template,
        digest=pages.digest,
        pages=pages.count,
        basis=basis.words if isinstance(basis, OwnCopy) else basis.basis.kind.value,
        own_copy=isinstance(basis, OwnCopy),
        outlet=outlet.kind,
    )
    if isinstance(basis, OwnCopy):
        return register.intend(actor, paper)
    return register.intend_for(actor, paper, Telling(basis.to, basis.basis, basis.categories, pages.notice))


class Door:
    """Lets paper out. Handouts stand in the directory's trail, a person's papers in casework's register and trail."""

    def __init__(self, directory: Store, clock: Clock, register: PrintRegister | None = None) -> None:
        self._directory = directory
        self._trail = Trail(clock)
        self._register = register

    @requires(Permission.PRINT_HANDOUT)
    def hand_out(self, actor: Actor, pages: Pages, outlet: Outlet) -> str:
        """Lets out paper that holds no word on a person. What cannot be written down does not leave."""
        if pages.about != NO_PERSON:
            raise UserError("This paper is about a person, so it cannot leave as a handout.")
        self._note(actor, Action.HANDOUT_RELEASED, pages, outlet)
        try:
            return outlet.take(pages)
        except Exception:
            with suppress(UserError):  # why it did not leave matters more than that this cannot be written down
                self._note(actor, Action.HANDOUT_NOT_RELEASED, pages, outlet)
            raise

    @requires(Permission.WRITE_CASEWORK)
    def disclose(self, actor: Actor, pages: Pages, basis: OwnCopy | ToRecipient, outlet: Outlet) -> str:
        """Lets out paper about a person, by a basis that covers it. First registered, then released (P-06)."""
        if self._register is None:
            raise UserError("The casework of this station cannot be opened, so nothing about a person can leave.")
        if pages.about != about(basis.person_id):
            raise UserError("This paper is not about that person. Nothing left.")
        line = _intend(self._register, actor, pages, basis, outlet)
        try:
            said = outlet.take(pages)
        except Exception:
            with suppress(UserError):
                self._register.settle(actor, line, released=False)
            raise
        try:
            self._register.settle(actor, line, released=True)
        except UserError:
            return f"{said} {NOT_SETTLED}"
        return said

    def _note(self, actor: Actor, action: Action, pages: Pages, outlet: Outlet) -> None:
        with self._directory.writing() as session:
            self._trail.record(
                session,
                actor,
                action,
                pages.digest,
                template=pages.template,
                pages=pages.count,
                outlet=outlet.kind,
            )
