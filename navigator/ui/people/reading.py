"""What the screen of a person shows, read in one go."""

from dataclasses import dataclass

from navigator.access import Actor
from navigator.referrals.casework import Casework
from navigator.referrals.moment import Moment
from navigator.referrals.person import Person


@dataclass(frozen=True)
class Life:
    """`written` are the other names that can be taken away; `moments` newest first."""

    person: Person
    written: tuple[str, ...]
    moments: tuple[Moment, ...]


def read_life(casework: Casework, actor: Actor, person_id: str) -> Life:
    """Of whoever that person is now; raises a `UserError` where they are gone."""
    person = casework.other_names.person(actor, person_id)
    return Life(person, casework.other_names.written(actor, person.id), casework.timeline.of(actor, person.id))
