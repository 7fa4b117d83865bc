"""What the directory says by now of the places in a plan: confidential, closed, gone, under another number."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from navigator.documents.covered import tells_place, without_place
from navigator.referrals.plan import PlanStep
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import Snapshot, changes_since, hidden
from navigator.resources.model import Entry
from navigator.ui.isolated import isolated
from navigator.ui.plan.opening import Opened
from navigator.ui.plan.written import Written, WrittenStep
from navigator.ui.ports import Desk


@dataclass(frozen=True)
class Uncovered:
    """The step at `place` may still tell where somewhere is that is confidential now; `hidden` tells it no more."""

    place: int
    name: str
    hidden: WrittenStep


def uncovered(desk: Desk, opened: Opened, written: Written) -> Iterator[Uncovered]:
    """The steps that a person should look at before this paper leaves (S-13, P-16)."""
    how = desk.wording.say("place.confidential")
    for place, one, referral in _of_referrals(opened, written):
        if referral.id in opened.confidential and tells_place(one.step, referral, how):
            step = _hidden(opened, one.step, referral)
            yield Uncovered(place, referral.snapshot.name, WrittenStep(step, one.day_words))


def changes(desk: Desk, opened: Opened, written: Written) -> str:
    """What the directory says of the places of the steps that they do not say, in sentences, or ""."""
    told: dict[str, str] = {}
    for _, one, referral in _of_referrals(opened, written):
        entry = desk.search.get(referral.snapshot.entry_id)
        since = changes_since(_as_told(referral.snapshot, one.step, entry), entry)
        if since:
            told[referral.id] = f"{isolated(referral.snapshot.name)}: {' '.join(since)}"
    return " ".join(told.values())


def _of_referrals(opened: Opened, written: Written) -> Iterator[tuple[int, WrittenStep, Referral]]:
    known = {one.id: one for one in opened.sources.referrals}
    for place, one in enumerate(written.steps):
        if one.step.referral_id in known:
            yield place, one, known[one.step.referral_id]


def _hidden(opened: Opened, step: PlanStep, referral: Referral) -> PlanStep:
    """The step as it is proposed now, else what it says besides; it stays on its day."""
    proposed = next((one for one in opened.proposed if one.referral_id == referral.id), None)
    bare = proposed or without_place(replace(step, how="", bring=""), referral)
    return replace(bare, when=step.when, on=step.on)


def _as_told(snapshot: Snapshot, step: PlanStep, entry: Entry | None) -> Snapshot:
    """The place as the step tells it: what it does not say cannot be wrong. `uncovered` speaks of hidden ones."""
    said = "\n".join((step.what, step.number, step.at, step.how))
    told = replace(
        snapshot,
        lines=snapshot.lines if snapshot.number and _digits(snapshot.number) in _digits(step.number) else (),
        address=snapshot.address if snapshot.address.casefold() in said.casefold() else "",
    )
    return hidden(told) if entry is not None and entry.confidential else told


def _digits(number: str) -> str:
    return "".join(letter for letter in number if letter.isdigit())
