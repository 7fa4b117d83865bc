"""What a line of a timeline says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """`icon` is a Lucide name; `by` who did it."""

    icon: str
    title: str
    detail: str = ""
    by: str = ""
