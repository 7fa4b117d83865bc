"""What an index reads of the directory: all of it, what changed since, or the crisis lines alone."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from sqlalchemy import func, or_, select

from navigator.access import Actor, Permission, requires
from navigator.resources import reading, rows
from navigator.resources.model import Entry
from navigator.resources.revision import revision
from navigator.resources.snapshot_since import Changed, since
from navigator.storage.database import Store


class IndexSource:
    """The directory store as an index knows it. Every answer is of one moment."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @requires(Permission.SEARCH)
    @contextmanager
    def whole(self, actor: Actor) -> Iterator[tuple[int, Iterator[Entry]]]:  # noqa: ARG002 - the permission is the actor's
        """The directory's number, and every entry as it was then, a few thousand in memory at a time."""
        with self._store.reading() as session:
            yield revision(session), reading.every_entry(session)

    @requires(Permission.SEARCH)
    def since(self, actor: Actor, before: int) -> Changed | None:  # noqa: ARG002 - as above
        """What changed since that number of the directory; None: too much to tell one by one."""
        with self._store.reading() as session:
            return since(session, before)

    @requires(Permission.SEARCH)
    @contextmanager
    def since_held(self, actor: Actor, before: int) -> Iterator[Changed | None]:  # noqa: ARG002 - as above
        """As `since`; nobody saves until this is left."""
        with self._store.writing() as session:
            yield since(session, before)

    @requires(Permission.SEARCH)
    def revision(self, actor: Actor) -> int:  # noqa: ARG002 - as above
        with self._store.reading() as session:
            return revision(session)

    @requires(Permission.SEARCH)
    def size(self, actor: Actor) -> int:  # noqa: ARG002 - as above
        """How many entries there are."""
        with self._store.reading() as session:
            return session.scalars(select(func.count()).select_from(rows.ServiceAtLocationRow)).one()

    @requires(Permission.SEARCH)
    def lines(self, actor: Actor, numbers: Collection[str]) -> tuple[Entry, ...]:  # noqa: ARG002 - as above
        """The entries that answer one of these numbers, and those for the whole country."""
        door, service, phone = rows.ServiceAtLocationRow, rows.ServiceRow, rows.PhoneRow
        owners = select(phone.owner_id).where(phone.number.in_(list(numbers)))
        whose = (door.id, door.service_id, door.location_id, service.organization_id)
        wanted = or_(service.national, *(one.in_(owners) for one in whose))
        with self._store.reading() as session:
            ids = session.scalars(select(door.id).join(service, service.id == door.service_id).where(wanted)).all()
            return tuple(reading.entries(session, ids))
