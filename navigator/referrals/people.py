"""People in the store: written down, corrected, found by two identifiers (P-18)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor
from navigator.clock import to_store
from navigator.errors import BadInput
from navigator.ids import new_id
from navigator.referrals.bounds import Bounds
from navigator.referrals.circle import circle_of
from navigator.referrals.kept import keep
from navigator.referrals.likeness import all_known, names_alike
from navigator.referrals.person import Identity, Person, folded
from navigator.referrals.person_rows import OtherNameRow
from navigator.referrals.rows import PersonRow
from navigator.storage.audit import Action, Trail

YEARS_OFF = 1
"""How far a birth year may be off: people tell their age, and it is taken from the year."""


@dataclass(frozen=True)
class Found:
    """Those who have that very name and year, and those who may be meant, the likest first."""

    exact: tuple[Person, ...]
    alike: tuple[Person, ...]

    def __len__(self) -> int:
        return len(self.exact) + len(self.alike)

    def __iter__(self) -> Iterator[Person]:
        return iter((*self.exact, *self.alike))

    def first(self, most: int) -> "Found":
        """Not more than `most` of them; who has that very name and year comes before who is alike."""
        return Found(self.exact[:most], self.alike[: max(0, most - len(self.exact))])


def add(session: Session, trail: Trail, actor: Actor, identity: Identity, bounds: Bounds) -> str:
    """Writes somebody down who was not known before; returns their id."""
    _refuse(identity.lacks(bounds))
    made = {"made_by": actor.id, "made_at": to_store(bounds.now)}
    row = PersonRow(id=new_id(), revision=0, **made, **_columns(identity))
    session.add(row)
    session.flush()
    trail.record(session, actor, Action.PERSON_ADDED, row.id)
    return row.id


def change(session: Session, trail: Trail, actor: Actor, person_id: str, identity: Identity, bounds: Bounds) -> None:
    """Corrects who it is; what is the same already is no change."""
    row = session.get_one(PersonRow, person_id)
    columns = _columns(identity)
    if all(getattr(row, name) == value for name, value in columns.items()):
        return
    _refuse(identity.lacks(bounds))
    for name, value in columns.items():
        setattr(row, name, value)
    row.revision += 1
    trail.record(session, actor, Action.PERSON_CHANGED, person_id)


def find(session: Session, wanted: Identity) -> Found:
    """Everybody near that birth year whose names fit; whoever was merged is found under the person that was kept."""
    names = _names_near(session, wanted)
    near = [row for row in _near(session, wanted) if _born_alike(row, wanted)]
    exact = [row for row in near if row.birth_year == wanted.year and _is_named(row, names.get(row.id, ()), wanted)]
    alike = [row for row in near if row not in exact and _is_like(row, names.get(row.id, ()), wanted)]
    alike.sort(key=lambda row: row.birth_year != wanted.year)
    circle = circle_of(session, [row.id for row in (*exact, *alike)])
    by_id = {circle.bonds.kept(row.id): circle.person(row.id) for row in (*exact, *alike)}
    meant = {circle.bonds.kept(row.id) for row in exact}
    return Found(
        tuple(person for person_id, person in by_id.items() if person_id in meant),
        tuple(person for person_id, person in by_id.items() if person_id not in meant),
    )


def _columns(identity: Identity) -> dict[str, str | int | None]:
    tidy = replace(
        identity,
        given_name=identity.given_name.strip(),
        family_name=identity.family_name.strip(),
        preferred_name=identity.preferred_name.strip(),
        described=identity.described.strip(),
        birth_year=identity.year,
    )
    keys = {
        "given_key": folded(tidy.given_name),
        "family_key": folded(tidy.family_name),
        "preferred_key": folded(tidy.preferred_name),
    }
    return {**keep(tidy), **keys}


def _years(wanted: Identity) -> tuple[int, int]:
    year = wanted.year or 0
    return year - YEARS_OFF, year + YEARS_OFF


def _near(session: Session, wanted: Identity) -> Sequence[PersonRow]:
    """Everybody of about that birth year, the newest first."""
    years = PersonRow.birth_year.between(*_years(wanted))
    return session.scalars(select(PersonRow).where(years).order_by(PersonRow.made_at.desc())).all()


def _names_near(session: Session, wanted: Identity) -> dict[str, list[str]]:
    """The other names of everybody of about that birth year."""
    near = select(OtherNameRow).join(PersonRow, PersonRow.id == OtherNameRow.person_id)
    rows = near.where(PersonRow.birth_year.between(*_years(wanted)), OtherNameRow.ended_at.is_(None))
    found: dict[str, list[str]] = {}
    for row in session.scalars(rows):
        found.setdefault(row.person_id, []).append(row.name)
    return found


def _born_alike(row: PersonRow, wanted: Identity) -> bool:
    """Where both know the day, it is the same day, in a year that may be off."""
    if wanted.born_on is None or row.born_on is None:
        return True
    return row.born_on[4:] == wanted.born_on.isoformat()[4:]


def _is_named(row: PersonRow, also: Sequence[str], wanted: Identity) -> bool:
    """Every asked name that could be known is, in any order."""
    known = {row.given_key, row.family_key, row.preferred_key, *map(folded, also)} - {""}
    asked = {folded(name) for name in (wanted.given_name, wanted.family_name)} - {""}
    return asked <= known or (_told_one_name(row) and bool(known & asked))


def _is_like(row: PersonRow, also: Sequence[str], wanted: Identity) -> bool:
    """The same, where names are written a little differently."""
    known = [name for name in (row.given_name, row.family_name, row.preferred_name, *also) if folded(name)]
    asked = [name for name in (wanted.given_name, wanted.family_name) if folded(name)]
    if all_known(asked, known):
        return True
    return _told_one_name(row) and any(names_alike(name, other) for name in asked for other in known)


def _told_one_name(row: PersonRow) -> bool:
    return len({row.given_key, row.family_key} - {""}) == 1


def _refuse(sentence: str) -> None:
    if sentence:
        raise BadInput(sentence)
