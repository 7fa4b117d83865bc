"""The sentences of the cover that depend on a number or a time."""

from datetime import datetime, tzinfo

from navigator.errors import LockedOut, UserError


def clock_time(moment: datetime, zone: tzinfo | None) -> str:
    """The time of day as people say it, "2:14 AM"; in the zone of this computer where no city is known."""
    here = moment.astimezone(zone)
    return f"{here.hour % 12 or 12}:{here:%M %p}"


def trouble(error: UserError, zone: tzinfo | None) -> str:
    """What to say under the passphrase (P-02)."""
    match error:
        case LockedOut(until=until):
            return f"Too many tries. You can try again at {clock_time(until, zone)}."
        case _:
            return error.sentence
