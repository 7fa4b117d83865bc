"""What the form of a consent is about: the person, the visit, the place, and who signs by the city's table."""

from dataclasses import dataclass

from navigator.access import Actor
from navigator.city import Signer
from navigator.referrals.casework import Casework
from navigator.referrals.law import Law
from navigator.referrals.person import Person
from navigator.referrals.snapshot import Snapshot


@dataclass(frozen=True)
class Asked:
    """`place` is None where no place is chosen yet; `verbal` says why a spoken consent does not count, or ""."""

    person: Person
    visit_id: str
    place: Snapshot | None
    law: Law
    signer: Signer
    verbal: str


def read_asked(
    casework: Casework, actor: Actor, person_id: str, visit_id: str = "", place: Snapshot | None = None
) -> Asked:
    """Raises a `UserError` where the person or the visit is gone, or has no name yet."""
    return Asked(
        person=casework.other_names.person(actor, person_id),
        visit_id=visit_id,
        place=place,
        law=casework.law,
        signer=casework.consents.signer(actor, person_id, visit_id),
        verbal=casework.law.verbal_stands(part2=casework.consents.part2(actor)),
    )
