"""A name that stands inside a sentence keeps its own direction of writing."""

FIRST, LAST = "\u2068", "\u2069"
"""First strong isolate, pop directional isolate."""


def isolated(name: str) -> str:
    """The name, set apart: the words around it stay in their order whatever letters it is written in."""
    return f"{FIRST}{name}{LAST}"
