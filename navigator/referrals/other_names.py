"""Other names of a person: what they are called in the street, had before a marriage, gave elsewhere."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import to_store
from navigator.errors import BadInput
from navigator.ids import new_id
from navigator.referrals.circle import named, other_names
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import settle
from navigator.referrals.person import Person, folded
from navigator.referrals.person_rows import OtherNameRow
from navigator.referrals.same_person import ids_of
from navigator.referrals.viewed import Viewed
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

LONGEST = 80
"""Characters."""


class OtherNames:
    """People are found by them as by their own names (P-18)."""

    def __init__(self, store: Store, viewed: Viewed) -> None:
        self._store = store
        self._viewed = viewed
        self._trail = Trail(store.clock)

    @requires(Permission.READ_CASEWORK)
    def person(self, actor: Actor, person_id: str) -> Person:
        """The person as they are read now, with their other names."""
        with self._store.reading() as session:
            found = named(session, person_id)
        self._viewed.note(actor, [found.id])
        return found

    @requires(Permission.READ_CASEWORK)
    def written(self, actor: Actor, person_id: str) -> tuple[str, ...]:
        """Those that were written down as other names and can be taken away; a joined record is called by more."""
        with self._store.reading() as session:
            ids = ids_of(session, person_id)
            found = other_names(session, ids)
        self._viewed.note(actor, ids[:1])
        return tuple(name for one in ids for name in found.get(one, ()))

    @requires(Permission.WRITE_CASEWORK)
    def add(self, actor: Actor, person_id: str, name: str) -> Person:
        """Writes one down beside those that are known."""
        name = " ".join(name.split())
        with self._store.writing() as session:
            person = named(session, person_id)
            _refuse(_lacks(name, person))
            made = {"made_by": actor.id, "made_at": to_store(self._store.clock())}
            row = OtherNameRow(id=new_id(), person_id=person.id, name=name, key=folded(name), **made)
            session.add(row)
            session.flush()
            self._trail.record(session, actor, Action.PERSON_NAME_ADDED, person.id, name=row.id)
            settle(session, actor, DraftKind.OTHER_NAME, person.id)
            return named(session, person_id)

    @requires(Permission.WRITE_CASEWORK)
    def take_away(self, actor: Actor, person_id: str, name: str) -> Person:
        """Takes one away that was written down by mistake; its row stays."""
        with self._store.writing() as session:
            rows = _standing(session, person_id, name)
            if not rows:
                raise BadInput("This other name cannot be taken away: it is gone already, or it is of a joined record.")
            for row in rows:
                row.ended_by, row.ended_at = actor.id, to_store(self._store.clock())
                self._trail.record(session, actor, Action.PERSON_NAME_TAKEN_AWAY, row.person_id, name=row.id)
            session.flush()
            return named(session, person_id)


def _standing(session: Session, person_id: str, name: str) -> list[OtherNameRow]:
    stands = (OtherNameRow.key == folded(name), OtherNameRow.ended_at.is_(None))
    mine = OtherNameRow.person_id.in_(ids_of(session, person_id))
    return list(session.scalars(select(OtherNameRow).where(mine, *stands)))


def _lacks(name: str, person: Person) -> str:
    if not folded(name):
        return "Write the other name."
    if len(name) > LONGEST:
        return "This name is too long. Write the name alone."
    known = person.identity
    own = (known.given_name, known.family_name, known.preferred_name, f"{known.given_name}{known.family_name}")
    if folded(name) in map(folded, (*own, *person.also)):
        return "This name is written down already."
    return ""


def _refuse(sentence: str) -> None:
    if sentence:
        raise BadInput(sentence)
