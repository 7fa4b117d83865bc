"""The tables of the directory, shaped after HSDS 3.1.1: organization, service, location, service at location.

`extra` keeps, as they came, the HSDS properties that Navigator does not use (S-01); a confidential record has none
(S-13). Telephones and hours may hang on any of the four, as they may in HSDS; the nearest to the person wins.
"""

from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Extra = dict[str, Any]


class Base(DeclarativeBase):
    """Tables of the directory store."""

    type_annotation_map = {dict[str, Any]: JSON, list[Any]: JSON}


class OrganizationRow(Base):
    __tablename__ = "organization"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    description: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    source_id: Mapped[str] = mapped_column(default="")
    extra: Mapped[Extra] = mapped_column(default=dict)


class ServiceRow(Base):
    """A service; eligibility, payment and languages are kept as published beside what was read out of them."""

    __tablename__ = "service"

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organization.id"), index=True)
    name: Mapped[str]
    alternate_names: Mapped[list[Any]] = mapped_column(default=list)
    kind: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    eligibility: Mapped[str] = mapped_column(default="")
    minimum_age: Mapped[int | None]
    maximum_age: Mapped[int | None]
    payment: Mapped[str] = mapped_column(default="")
    language_text: Mapped[str] = mapped_column(default="")
    bring: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    status: Mapped[str]
    status_reason: Mapped[str] = mapped_column(default="")
    status_until: Mapped[str | None]
    duplicate_of: Mapped[str] = mapped_column(default="")
    confidential: Mapped[bool] = mapped_column(default=False)
    national: Mapped[bool] = mapped_column(default=False)
    invented: Mapped[bool] = mapped_column(default=False)
    discreet_label: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    source_id: Mapped[str] = mapped_column(default="", index=True)
    seen: Mapped[str] = mapped_column(default="")
    extra: Mapped[Extra] = mapped_column(default=dict)


class LocationRow(Base):
    """A place with an address. A confidential service has none (S-02, P-16)."""

    __tablename__ = "location"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    line: Mapped[str]
    city: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    area: Mapped[str] = mapped_column(default="")
    directions: Mapped[str] = mapped_column(default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    approximate: Mapped[bool] = mapped_column(default=True)
    extra: Mapped[Extra] = mapped_column(default=dict)


class ServiceAtLocationRow(Base):
    """One door: a service at a location, or a service without one, such as a telephone line."""

    __tablename__ = "service_at_location"

    id: Mapped[str] = mapped_column(primary_key=True)
    service_id: Mapped[str] = mapped_column(ForeignKey("service.id"), index=True)
    location_id: Mapped[str | None] = mapped_column(ForeignKey("location.id"), index=True)
    extra: Mapped[Extra] = mapped_column(default=dict)


class PhoneRow(Base):
    """`owner_id` is an organization, service, location or service at location."""

    __tablename__ = "phone"

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(index=True)
    position: Mapped[int]
    number: Mapped[str]
    kind: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    extension: Mapped[str] = mapped_column(default="")
    extra: Mapped[Extra] = mapped_column(default=dict)


class HoursRow(Base):
    """`spans` are [start, end] minutes of the cyclic week, `exceptions` dated (S-03)."""

    __tablename__ = "hours"

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(index=True)
    position: Mapped[int]
    kind: Mapped[str]
    spans: Mapped[list[Any]] = mapped_column(default=list)
    text: Mapped[str] = mapped_column(default="")
    by_appointment: Mapped[bool] = mapped_column(default=False)
    exceptions: Mapped[list[Any]] = mapped_column(default=list)
    extra: Mapped[Extra] = mapped_column(default=dict)


class CategoryRow(Base):
    __tablename__ = "service_category"

    service_id: Mapped[str] = mapped_column(ForeignKey("service.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    code: Mapped[str]


class FactRow(Base):
    """A fact known as yes or no; what is not known has no row (S-02)."""

    __tablename__ = "service_fact"

    service_id: Mapped[str] = mapped_column(ForeignKey("service.id"), primary_key=True)
    fact: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[bool]


class LanguageRow(Base):
    __tablename__ = "service_language"

    service_id: Mapped[str] = mapped_column(ForeignKey("service.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]


class CapacityRow(Base):
    """What somebody said about room, at a time (S-04). Older rows stay as history."""

    __tablename__ = "capacity"

    id: Mapped[str] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = mapped_column(ForeignKey("service_at_location.id"), index=True)
    unit: Mapped[str]
    available: Mapped[int | None]
    maximum: Mapped[int | None]
    restriction: Mapped[str] = mapped_column(default="")
    said_by: Mapped[str]
    as_of: Mapped[str]
    recorded_by: Mapped[str]


class VerificationRow(Base):
    """One check of an entry (S-02, S-06)."""

    __tablename__ = "verification"

    id: Mapped[str] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = mapped_column(ForeignKey("service_at_location.id"), index=True)
    at: Mapped[str]
    by: Mapped[str]
    by_name: Mapped[str]
    method: Mapped[str]
    source: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str]
    next_due: Mapped[str | None]


class DoNotListRow(Base):
    """A provider that must never be added again (S-05)."""

    __tablename__ = "do_not_list"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    reason: Mapped[str]
