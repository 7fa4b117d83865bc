"""The words by which a name is seen to be that of a service, and not somebody's cry for help."""

from collections.abc import Iterable

_SERVICES = frozenset(
    [
        "academy",
        "agency",
        "alliance",
        "association",
        "center",
        "centre",
        "church",
        "clinic",
        "club",
        "coalition",
        "college",
        "committee",
        "council",
        "department",
        "foundation",
        "hospital",
        "inc",
        "initiative",
        "institute",
        "library",
        "llc",
        "ministry",
        "museum",
        "network",
        "office",
        "program",
        "project",
        "school",
        "society",
        "street",
        "university",
    ]
)
_CRISIS = frozenset(["988", "911", "crisis", "emergency", "helpline", "hotline", "lifeline", "line"])
"""Names with these are what is to be offered first anyway."""


def is_service(stems: Iterable[str]) -> bool:
    """By the words that stand in a name beside words of danger. In doubt it is none."""
    stems = set(stems)
    return not _SERVICES.isdisjoint(stems) and _CRISIS.isdisjoint(stems)
