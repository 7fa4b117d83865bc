"""People in the store: written down, corrected, found by two identifiers (P-18)."""

from dataclasses import replace

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from navigator.access import Actor
from navigator.clock import to_store
from navigator.errors import BadInput
from navigator.ids import new_id
from navigator.referrals.bounds import Bounds
from navigator.referrals.kept import keep, take_back
from navigator.referrals.person import Identity, Person, folded
from navigator.referrals.rows import PersonRow
from navigator.storage.audit import Action, Trail


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


def find(session: Session, wanted: Identity) -> list[Person]:
    """Everybody of that birth year whose names fit, the newest first."""
    return [person_of(row) for row in session.scalars(_alike(wanted)) if _fits(row, wanted)]


def person_of(row: PersonRow) -> Person:
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


def _alike(wanted: Identity) -> Select[PersonRow]:
    """Everybody of that birth year with one of the names; `_fits` looks closer."""
    names = [folded(name) for name in (wanted.given_name, wanted.family_name, wanted.preferred_name) if folded(name)]
    columns = (PersonRow.given_key, PersonRow.family_key, PersonRow.preferred_key)
    return (
        select(PersonRow)
        .where(PersonRow.birth_year == wanted.year, or_(*(column.in_(names) for column in columns)))
        .order_by(PersonRow.made_at.desc())
    )


def _fits(row: PersonRow, wanted: Identity) -> bool:
    """Every asked name that could be known is, in any order, and the whole birth date where both know it."""
    if wanted.born_on is not None and row.born_on is not None and row.born_on != wanted.born_on.isoformat():
        return False
    known = {row.given_key, row.family_key, row.preferred_key} - {""}
    asked = {folded(name) for name in (wanted.given_name, wanted.family_name)} - {""}
    told = {row.given_key, row.family_key} - {""}
    return asked <= known or (len(told) == 1 and bool(known & asked))


def _refuse(sentence: str) -> None:
    if sentence:
        raise BadInput(sentence)
