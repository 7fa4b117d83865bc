"""What became of a parcel, in words."""

from datetime import tzinfo

from navigator.resources.parcel.envelope import Kind
from navigator.resources.parcel.outcomes import Offered, Published, Received, SentBack, TakenBack
from navigator.ui.directory.imports.report_words import counted

_ENTRIES = ("entry", "entries")


def published(done: Published) -> str:
    return (
        f"Parcel {done.number} is written: {counted(done.entries, *_ENTRIES)}. "
        f"Tell the other stations its seal when they receive the first one: {done.fingerprint}"
    )


def offered(found: Offered, zone: tzinfo) -> str:
    """What is in the parcel, before it is received."""
    made = found.made_at.astimezone(zone).date()
    if found.kind is Kind.RETURNS:
        return f"Reports, checks and beds of another station, of {made:%A, %B} {made.day}, {made.year}."
    return (
        f"Parcel {found.number}, the directory of {made:%A, %B} {made.day}, {made.year}: "
        f"{counted(found.entries, *_ENTRIES)}."
    )


def seal(found: Offered) -> str:
    """What a person compares before the first parcel of a publisher is trusted."""
    if found.is_known:
        return "It carries the seal that this station knows."
    if found.kind is Kind.RETURNS:
        return f"It is the first from that station. Call it and compare its seal: {found.fingerprint}"
    return (
        f"It is the first parcel here. Call whoever made it and compare its seal: {found.fingerprint} "
        "From then on only parcels with this seal are taken."
    )


def received(done: Received) -> str:
    return (
        f"Received: the directory of {done.day:%A, %B} {done.day.day}. {counted(done.added, *_ENTRIES)} came in, "
        f"{done.changed:,} changed, {done.removed:,} left. Beds, alerts and reports of this station are kept."
    )


def sent_back(done: SentBack) -> str:
    return f"Written: {counted(done.lines, 'line')} of reports, checks and beds."


def taken_back(done: TakenBack) -> str:
    told = (
        f"{counted(done.proposals, 'report')} and {counted(done.rooms, 'count')} of beds of another station came in. "
    )
    told += "Reports stand under Proposals."
    return f"{told} It is the first from that station; its seal: {done.fingerprint}" if done.is_new else told
