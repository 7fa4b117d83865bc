"""What is said to a person when something cannot be done.

A `UserError` holds one plain sentence that is shown where the problem happened. Everything else is a
fault of the program: it reaches `sys.excepthook`, is logged without names, and is shown as `NEUTRAL`.
"""

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


class StationError(UserError):
    """The station's folder, vault or stores cannot be used as they are."""
