"""The crisis numbers that hold everywhere in the country; a city adds its own line (S-11)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CrisisLine:
    """A number of the strip that is always in sight, e.g. ("Philadelphia Crisis Line", "215-685-6440")."""

    label: str
    number: str


EVERYWHERE = (CrisisLine("Crisis", "988"), CrisisLine("Emergency", "911"))
