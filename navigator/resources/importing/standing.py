"""What stands in the directory, as far as an import must know it to find its doors again."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.resources import rows
from navigator.resources.importing.blocking import Blocks
from navigator.resources.importing.faces import Face, make_face
from navigator.resources.importing.hidden_twins import HiddenTwins
from navigator.resources.model import PhoneKind, Status

_OVER = frozenset({Status.DUPLICATE.value})


@dataclass(frozen=True, slots=True)
class Standing:
    """One entry of the directory."""

    id: str
    service: str
    name: str
    status: str
    confidential: bool


class EntriesHere:
    """The entries by id; the index of their faces is built when it is first asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.entries = {entry.id: entry for entry in _entries(session)}

    @cached_property
    def faces(self) -> Mapping[str, Face]:
        """The face of each entry, of settled duplicates too."""
        return dict(_faces(self._session))

    @cached_property
    def blocks(self) -> Blocks:
        return Blocks([face for _, face in self._faced])

    def faced_id(self, at: int) -> str:
        """The id of the entry whose face is the `at`-th of `blocks`."""
        return self._faced[at][0]

    @cached_property
    def hidden(self) -> HiddenTwins:
        return HiddenTwins(one for one in self._faced if self.entries[one[0]].confidential)

    @cached_property
    def _faced(self) -> list[tuple[str, Face]]:
        return [(one, face) for one, face in self.faces.items() if self.entries[one].status not in _OVER]


def _entries(session: Session) -> list[Standing]:
    door, service = rows.ServiceAtLocationRow, rows.ServiceRow
    wanted = select(door.id, door.service_id, service.name, service.status, service.confidential)
    return [Standing(*row) for row in session.execute(wanted.join(service, service.id == door.service_id))]


def _faces(session: Session) -> list[tuple[str, Face]]:
    """The face of every entry."""
    door, service, place = rows.ServiceAtLocationRow, rows.ServiceRow, rows.LocationRow
    organization = rows.OrganizationRow
    phones = _phones(session)
    wanted = (
        select(
            *(door.id, door.service_id, door.location_id, service.organization_id, service.name, service.confidential),
            *(organization.name.label("organization"), place.line, place.city, place.postal_code),
        )
        .join(service, service.id == door.service_id)
        .join(organization, organization.id == service.organization_id)
        .outerjoin(place, place.id == door.location_id)
        .order_by(door.id)
    )
    return [
        (
            row.id,
            make_face(
                row.name,
                row.organization,
                _nearest(phones, row.id, row.service_id, row.location_id, row.organization_id),
                ("", "", "") if row.confidential else (row.line or "", row.city or "", row.postal_code or ""),
            ),
        )
        for row in session.execute(wanted)
    ]


def _phones(session: Session) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    wanted = select(rows.PhoneRow.owner_id, rows.PhoneRow.number).where(rows.PhoneRow.kind != PhoneKind.FAX.value)
    for row in session.execute(wanted):
        found[row.owner_id].append(row.number)
    return found


def _nearest(phones: Mapping[str, list[str]], *owners: str | None) -> list[str]:
    return next((phones[owner] for owner in owners if owner and owner in phones), [])
