"""What is wrong in a form, and under which field that is said."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wrong:
    """`field` is the name that it has in the draft; "" for what belongs to no field of its own."""

    words: str
    field: str = ""
