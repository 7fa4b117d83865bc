"""What people do to a directory, by chance: every kind of act that may change what an entry says."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from navigator.city import load_city
from navigator.errors import UserError
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.field_values import phones_value
from navigator.resources.model import Address, Capacity, Entry, Fact, Outcome, Phone, Tri
from navigator.resources.stewardship.alerts import Alerts
from navigator.resources.stewardship.checks import Check, Method
from navigator.resources.stewardship.proposals import Proposals
from tests.resources.importing import LENA, Desk, door

FIRST = (
    Entry("", "harbor", "Harbor Unit", organization="Example Health", phones=(Phone("215-555-0101"),)),
    Entry("", "harbor", "Harbor Unit", organization="Example Health", address=Address("1 Example St", "", "PA", "")),
    Entry("", "cedar", "Cedar Shelter", organization="Example Health", note="Ring twice"),
    Entry("", "rose", "Rose House", description="A safe home.", address=Address("2 Example St", "", "PA", "19134")),
    Entry("", "oak", "Oak Table", organization="Oak Trust", source_id="source:oak"),
)
"""A service with two doors, an organization with three, two alike."""


@dataclass
class Busy:
    """A desk at which anything happens; `ids` are those of every entry that ever was."""

    desk: Desk
    seed: int

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)  # noqa: S311 - chance that can be repeated, no secret
        city, store = load_city("philadelphia"), self.desk.store
        self.directory = Directory(store)
        self.alerts = Alerts(store, city.zone)
        self.proposals = Proposals(store, load_categories(), city.zone)
        self.ids: set[str] = set()
        self.directory.load(LENA, FIRST, (), "first")
        self.entries()

    def entries(self) -> tuple[Entry, ...]:
        found = self.directory.entries(LENA)
        self.ids |= {entry.id for entry in found}
        return found

    def act(self) -> str:
        """One act, which may be refused; its name."""
        act = self.chance.choice(ACTS)
        self.desk.clock.forward(minutes=1)
        with suppress(UserError):
            act(self, self.chance.choice(self.entries()))
        self.entries()
        return act.__name__

    def words(self, of: str) -> str:
        return f"{of} {self.chance.randrange(1000)}"


Act = Callable[[Busy, Entry], object]


def _edit(busy: Busy, entry: Entry) -> None:
    field = busy.chance.choice(("name", "description", "organization", "bring", "directions", "discreet_label"))
    busy.desk.edit(entry.id, **{field: busy.words(field)})


def _move(busy: Busy, entry: Entry) -> None:
    busy.desk.edit(
        entry.id, address={"line": busy.words("Example Street")}, phones=phones_value([Phone("215-555-0107")])
    )


def _open(busy: Busy, entry: Entry) -> None:
    busy.desk.edit(entry.id, languages=["Khmer"], categories=["detox"], **{f"fact:{Fact.WOMEN.value}": Tri.YES.value})


def _take_back(busy: Busy, entry: Entry) -> None:
    events = busy.desk.records.view(LENA, entry.id).history
    if events:
        busy.desk.records.take_back(LENA, busy.chance.choice(events).id)


def _room(busy: Busy, entry: Entry) -> None:
    told = Capacity("bed", busy.chance.randrange(9), 9, "", "front desk", busy.desk.clock())
    busy.directory.report_capacity(LENA, entry.id, told)


def _check(busy: Busy, entry: Entry) -> None:
    outcome = busy.chance.choice((Outcome.CONFIRMED, Outcome.GONE))
    busy.desk.checks.verify(LENA, entry.id, Check(Method.PHONE, "Mr. Tran", outcome))


def _alert(busy: Busy, entry: Entry) -> None:
    busy.alerts.put(LENA, entry.id, busy.words("Closed"), date(2026, 12, 1), None)


def _end_alert(busy: Busy, entry: Entry) -> None:
    alerts = [alert for one in busy.entries() for alert in one.alerts]
    busy.alerts.end(LENA, busy.chance.choice(alerts or [None]).id if alerts else "")


def _propose(busy: Busy, entry: Entry) -> None:
    busy.proposals.propose(LENA, entry.id, {"phones": phones_value([Phone("215-555-0109")])}, busy.words("They say"))


def _take(busy: Busy, entry: Entry) -> None:
    waiting = busy.proposals.waiting(LENA)
    if waiting:
        busy.proposals.take(LENA, busy.chance.choice(waiting).id, ["phones"])


def _turn_down(busy: Busy, entry: Entry) -> None:
    waiting = busy.proposals.waiting(LENA)
    if waiting:
        busy.proposals.turn_down(LENA, busy.chance.choice(waiting).id, "No")


def _import(busy: Busy, entry: Entry) -> None:
    new = Entry("", "", busy.words("Elm House"), organization="Example Health", source_id=busy.words("elm"))
    known = replace(entry, description=busy.words("As listed"), capacities=(), verified=None, alerts=(), reported=())
    busy.desk.take(door(new.source_id, new), door(entry.id, known, service_id=entry.service_id), feed="list")


def _undo(busy: Busy, entry: Entry) -> None:
    standing = [batch for batch in busy.desk.imports.batches(LENA) if not batch.undone_at]
    if standing:
        busy.desk.imports.undo(LENA, standing[0].id)


def _merge(busy: Busy, entry: Entry) -> None:
    busy.desk.duplicates.merge(LENA, entry.id, busy.chance.choice(busy.entries()).id, {})


def _unmerge(busy: Busy, entry: Entry) -> None:
    busy.desk.duplicates.unmerge(LENA, entry.id)


def _hide(busy: Busy, entry: Entry) -> None:
    if busy.chance.random() < 0.3:
        busy.desk.secrecy.hide(LENA, entry.id)


def _reveal(busy: Busy, entry: Entry) -> None:
    busy.desk.secrecy.reveal(LENA, entry.id)


def _release(busy: Busy, entry: Entry) -> None:
    waiting = busy.desk.secrecy.waiting(LENA)
    if waiting:
        busy.desk.secrecy.release(LENA, waiting[0].id, "description", "A safe home.")


def _add(busy: Busy, entry: Entry) -> None:
    busy.desk.records.add(LENA, {"name": busy.words("Lily House"), "organization": entry.organization})


def _load(busy: Busy, entry: Entry) -> None:
    if busy.chance.random() < 0.2:
        busy.directory.load(LENA, (Entry("", "", busy.words("Starter")),), (), "more")


ACTS: tuple[Act, ...] = (
    *(_edit, _edit, _move, _open, _take_back, _room, _check, _alert, _end_alert, _propose, _take, _turn_down),
    *(_import, _undo, _merge, _unmerge, _hide, _reveal, _release, _add, _load),
)
