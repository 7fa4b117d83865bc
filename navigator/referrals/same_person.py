"""Who is held for the same person: the one place that says under whom a row of casework is read.

A merge rewrites no `person_id`. Rows stay with the person they were written for; whoever reads them asks here. Live
merges make trees: each person is merged into at most one other, and whoever was merged into nobody is the kept one.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from navigator.referrals.person_rows import MergeRow, UnmergeRow


@dataclass(frozen=True)
class Bond:
    """One merge; `holds` until it is undone."""

    id: str
    kept_id: str
    other_id: str
    made_by: str
    made_at: str
    holds: bool


@dataclass(frozen=True)
class Bonds:
    """Every merge that ever reached one of the people asked about."""

    all: tuple[Bond, ...] = ()

    def kept(self, person_id: str) -> str:
        """Under whom that person is read now: themselves, unless they were merged into another."""
        above = {bond.other_id: bond.kept_id for bond in self.all if bond.holds}
        while person_id in above:
            person_id = above[person_id]
        return person_id

    def ids(self, person_id: str) -> tuple[str, ...]:
        """Everybody who is the same person now, the kept one first: rows of all of them are rows of that person."""
        return tuple(_reached(self.kept(person_id), [bond for bond in self.all if bond.holds]))

    def ever(self, person_id: str) -> frozenset[str]:
        """Everybody who was ever held for the same person, undone or not."""
        return frozenset(_reached(person_id, self.all))

    def turns(self, person_id: str) -> int:
        """How many merges and undoings there were among those; it only grows."""
        ever = self.ever(person_id)
        return sum(1 if bond.holds else 2 for bond in self.all if bond.kept_id in ever)


def bonds_of(session: Session, person_ids: Collection[str]) -> Bonds:
    """The merges, living and undone, that lead from any of those people to others."""
    found: dict[str, Bond] = {}
    known, fresh = set(person_ids), set(person_ids)
    while fresh:
        near = list(_near(session, fresh))
        found.update({bond.id: bond for bond in near})
        fresh = {end for bond in near for end in (bond.kept_id, bond.other_id)} - known
        known |= fresh
    return Bonds(tuple(sorted(found.values(), key=lambda bond: (bond.made_at, bond.id))))


def kept_of(session: Session, person_id: str) -> str:
    """Under whom that person is read now."""
    return bonds_of(session, [person_id]).kept(person_id)


def ids_of(session: Session, person_id: str) -> tuple[str, ...]:
    """Every id under which rows of that person may stand, the kept one first."""
    return bonds_of(session, [person_id]).ids(person_id)


def _near(session: Session, person_ids: Collection[str]) -> Iterator[Bond]:
    touching = or_(MergeRow.kept_id.in_(person_ids), MergeRow.other_id.in_(person_ids))
    rows = select(MergeRow, UnmergeRow.merge_id).outerjoin(UnmergeRow, UnmergeRow.merge_id == MergeRow.id)
    for row, undone in session.execute(rows.where(touching)):
        yield Bond(row.id, row.kept_id, row.other_id, row.made_by, row.made_at, undone is None)


def _reached(start: str, bonds: Collection[Bond]) -> list[str]:
    """Everybody that is bound to `start`, it first."""
    found, place = [start], 0
    while place < len(found):
        for bond in bonds:
            ends = (bond.kept_id, bond.other_id)
            if found[place] in ends:
                found.extend(end for end in ends if end not in found)
        place += 1
    return found
