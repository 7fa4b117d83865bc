"""Which of an entry's hours let a person in, and whether their silence means that it is closed."""

from navigator.resources.model import Hours, HoursKind


def doors(hours: tuple[Hours, ...]) -> tuple[Hours, ...]:
    """The hours that let a person in; the telephone's only where nothing else is spoken of."""
    return tuple(one for one in hours if one.kind is not HoursKind.PHONE) or hours


def tell_when_shut(of: tuple[Hours, ...]) -> bool:
    """Whether the hours of these doors, when none of them runs, say "closed": all could be read, some for every week.

    Hours that are only by appointment open for nobody who comes now; dates alone say nothing of other weeks.
    """
    return any(one.spans for one in of) and all(one.spans or one.exceptions or one.by_appointment for one in of)
