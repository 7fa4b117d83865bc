"""What is said to a person when something cannot be done.

A `UserError` holds one plain sentence that is shown where the problem happened. Everything else is a
fault of the program: it reaches `sys.excepthook`, is logged without names, and is shown as `NEUTRAL`.
"""

from datetime import datetime

NEUTRAL = "Something went wrong in Navigator. What you saved is safe. Try again, or restart Navigator."


class UserError(Exception):
    """A sentence for a person. Never holds data of a person served."""

    @property
    def sentence(self) -> str:
        return str(self.args[0])


class NotAllowed(UserError):
    """The account's role does not include this act (P-05)."""


class NotFound(UserError):
    """The record is no longer there."""


class BadInput(UserError):
    """What was typed or read cannot be used; the sentence names the place."""


class ChangedMeanwhile(BadInput):
    """Somebody else changed the same `fields` (by key) since they were shown; nothing was written."""

    def __init__(self, sentence: str, fields: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.fields = fields


class WrongPassphrase(UserError):
    """The passphrase opens no slot of that name; `tries_left` before the account waits (P-02)."""

    def __init__(self, sentence: str, tries_left: int) -> None:
        super().__init__(sentence)
        self.tries_left = tries_left


class LockedOut(UserError):
    """Too many wrong passphrases at this keyboard; no try counts before `until` (P-02)."""

    def __init__(self, sentence: str, until: datetime) -> None:
        super().__init__(sentence)
        self.until = until


class MustChoose(UserError):
    """The passphrase is a one-time one: its owner must choose another before anything else."""


class StationError(UserError):
    """The station's folder, vault or stores cannot be used as they are."""
