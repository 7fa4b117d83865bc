"""A directory desk to work at in tests: a real store, its services, and who works there."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select

from navigator.access import Actor, Role
from navigator.city import load_city
from navigator.resources import rows, writing
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.fields import Record, values_of
from navigator.resources.model import Address, Entry, Phone
from navigator.resources.stewardship.alerts import Alerts
from navigator.resources.stewardship.checks import Checks
from navigator.resources.stewardship.desk_drafts import DeskDrafts
from navigator.resources.stewardship.do_not_list import DoNotList
from navigator.resources.stewardship.due import DueQueue
from navigator.resources.stewardship.proposals import Proposals
from navigator.resources.stewardship.records import Records
from navigator.resources.stewardship.secrecy import Secrecy
from navigator.resources.stewardship.settings import DeskSettings
from navigator.resources.stewardship.words import Words
from navigator.storage.audit import check
from navigator.storage.database import Store
from navigator.storage.rows import AuditRow
from tests.conftest import FakeClock

LENA = Actor("lena", "Lena M.", Role.SOCIAL_WORKER)
SAM = Actor("sam", "Sam R.", Role.SUPERVISOR)
DANA = Actor("dana", "Dana R.", Role.CLINICIAN)
NOOR = Actor("noor", "Noor A.", Role.CLINICIAN)
TODAY = date(2026, 11, 23)
"""Where the clock of tests stands, in Philadelphia."""
HARBOR = Entry(
    "",
    "harbor",
    "Harbor Withdrawal Unit",
    organization="Example Health",
    categories=("detox",),
    address=Address("12 Example Street", "Philadelphia", "PA", "19134"),
    place=(39.99, -75.11),
    phones=(Phone("215-555-0142"),),
)
ROSE = replace(HARBOR, service_id="rose", name="Rose House", categories=("shelter",), address=None, place=None)


def phone(number: str, **more: str) -> list[dict[str, str]]:
    return [{"number": number, "kind": "voice"} | more]


@dataclass
class Bench:
    """Every service of the desk on one store."""

    store: Store
    clock: FakeClock

    def __post_init__(self) -> None:
        categories, zone = load_categories(), load_city("philadelphia").zone
        self.directory = Directory(self.store)
        self.records = Records(self.store)
        self.checks = Checks(self.store, categories, zone)
        self.proposals = Proposals(self.store, categories, zone)
        self.alerts = Alerts(self.store, zone)
        self.due = DueQueue(self.store, categories, zone)
        self.settings = DeskSettings(self.store, categories)
        self.do_not_list = DoNotList(self.store)
        self.drafts = DeskDrafts(self.store)
        self.secrecy = Secrecy(self.store)
        self.words = Words(self.store)

    def put(self, *entries: Entry) -> list[str]:
        """Puts entries in as an import would, with no history; returns their ids."""
        with self.store.writing() as session:
            return list(writing.add(session, map(Record, entries), "import"))

    def entry(self, entry_id: str) -> Entry:
        return self.directory.entry(SAM, entry_id)

    def seen(self, entry_id: str) -> str:
        return self.records.view(LENA, entry_id).seen

    def values(self, entry_id: str) -> dict[str, Any]:
        return values_of(self.records.view(LENA, entry_id).record)

    def edit(self, entry_id: str, **values: Any) -> tuple[Entry, ...]:
        return self.records.edit(LENA, entry_id, values, self.seen(entry_id))

    def trail(self) -> list[tuple[str, str, str]]:
        """Action, subject and detail of every row, the chain having been found whole."""
        with self.store.reading() as session:
            assert check(session, None) is None
            found = session.execute(
                select(AuditRow.action, AuditRow.subject, AuditRow.detail).order_by(AuditRow.number)
            )
            return [tuple(row) for row in found]

    def everything(self) -> dict[str, list[Any]]:
        """Every row of every table."""
        with self.store.connection(writes=False) as connection:
            names = [table.name for table in rows.Base.metadata.sorted_tables]
            return {name: connection.exec_driver_sql(f"SELECT * FROM {name}").all() for name in (*names, "audit")}
