"""People as they are read now: under the one that was kept, with every other name, whoever a row was written for."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.errors import NotFound
from navigator.referrals.kept import take_back
from navigator.referrals.person import Identity, Person, folded
from navigator.referrals.person_rows import OtherNameRow
from navigator.referrals.rows import PersonRow
from navigator.referrals.same_person import Bonds, bonds_of


@dataclass(frozen=True)
class Circle:
    """Some people and everybody who was ever held for one of them; read in one go for a whole list."""

    bonds: Bonds
    records: Mapping[str, Person]
    revisions: Mapping[str, int]

    def person(self, person_id: str) -> Person:
        """Who a row written for `person_id` is about."""
        kept, *others = (self.records[one] for one in self.bonds.ids(person_id))
        return replace(kept, also=_unlike(kept, others))

    def revision(self, person_id: str) -> int:
        """Grows with every change of whom a row of that person is about: of their names, by a merge, by its undoing."""
        return self.bonds.turns(person_id) + sum(self.revisions[one] for one in self.bonds.ever(person_id))


def circle_of(session: Session, person_ids: Collection[str]) -> Circle:
    bonds = bonds_of(session, person_ids)
    everybody = {one for person_id in person_ids for one in bonds.ever(person_id)}
    names = other_names(session, everybody)
    rows = session.scalars(select(PersonRow).where(PersonRow.id.in_(everybody))).all()
    records = {row.id: replace(person_of(row), also=names.get(row.id, ())) for row in rows}
    return Circle(bonds, records, {row.id: row.revision for row in rows})


def named(session: Session, person_id: str) -> Person:
    """The person as they are read now; raises NotFound for an id that nobody has."""
    circle = circle_of(session, [person_id])
    if person_id not in circle.records:
        raise NotFound("This person is no longer in casework.")
    return circle.person(person_id)


def other_names(session: Session, person_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The other names that stand, by whom they were written for, the oldest first."""
    stands = (OtherNameRow.person_id.in_(person_ids), OtherNameRow.ended_at.is_(None))
    found: dict[str, list[str]] = {}
    for row in session.scalars(select(OtherNameRow).where(*stands).order_by(OtherNameRow.made_at, OtherNameRow.id)):
        found.setdefault(row.person_id, []).append(row.name)
    return {person_id: tuple(names) for person_id, names in found.items()}


def person_of(row: PersonRow) -> Person:
    """The record of the row alone."""
    return Person(
        row.id,
        take_back(
            {
                "given_name": row.given_name,
                "family_name": row.family_name,
                "preferred_name": row.preferred_name,
                "born_on": row.born_on,
                "birth_year": row.birth_year,
                "described": row.described,
            },
            Identity,
        ),
    )


def _unlike(kept: Person, others: Iterable[Person]) -> tuple[str, ...]:
    """The other names of all of them, each once, and what the others were called."""
    told = list(kept.also)
    for other in others:
        known = other.identity
        told += [f"{known.given_name.strip()} {known.family_name.strip()}".strip(), known.preferred_name.strip()]
        told += other.also
    mine = kept.identity
    own = {folded(f"{mine.given_name}{mine.family_name}"), folded(mine.preferred_name), folded(kept.called), ""}
    by_key = {folded(name): name for name in reversed(told) if folded(name) not in own}
    return tuple(reversed(by_key.values()))
