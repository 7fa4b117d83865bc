"""The door by which paper leaves the program: it alone calls an outlet, and writes down what left (P-06, P-13)."""

from typing import Protocol

from navigator.access import Actor, Permission, requires
from navigator.clock import Clock
from navigator.documents.blocks import NO_PERSON
from navigator.documents.pages import Pages
from navigator.errors import UserError
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store


class Outlet(Protocol):
    """Somewhere that paper goes: a printer, a file."""

    @property
    def kind(self) -> str:
        """What the audit trail keeps of it: "printer" or "file", never a name or a path."""

    def take(self, pages: Pages) -> str:
        """Takes the very bytes and returns one plain sentence of what happened; `UserError` when it could not."""


class Door:
    """Lets paper out and keeps the trail of it in the directory's chain."""

    def __init__(self, directory: Store, clock: Clock) -> None:
        self._directory = directory
        self._trail = Trail(clock)

    @requires(Permission.PRINT_HANDOUT)
    def hand_out(self, actor: Actor, pages: Pages, outlet: Outlet) -> str:
        """Lets out paper that holds no word on a person. What cannot be written down does not leave."""
        if pages.about != NO_PERSON:
            raise UserError("This paper is about a person, so it cannot leave as a handout.")
        self._note(actor, Action.HANDOUT_RELEASED, pages, outlet)
        try:
            return outlet.take(pages)
        except Exception:
            self._note(actor, Action.HANDOUT_NOT_RELEASED, pages, outlet)
            raise

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
