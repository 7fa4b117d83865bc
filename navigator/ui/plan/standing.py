"""How far a plan got, in words: saved, changed since, printed."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from navigator.referrals.plan import SavedPlan
from navigator.referrals.register import PaperState, Registered
from navigator.ui.clock_words import moment_words
from navigator.ui.isolated import isolated

NOT_SAVED = "Not saved yet"


def standing_words(saved: SavedPlan, now: datetime, zone: tzinfo, *, changed: bool = False) -> str:
    """ "Saved 2:10 AM by Dana R."; "Not saved yet" before the first time; `changed`: words stand in a draft alone."""
    if saved.saved_at is None:
        return NOT_SAVED
    if changed:
        return "Changed since it was saved"
    by = f" by {isolated(saved.saved_by)}" if saved.saved_by else ""
    return f"Saved {moment_words(saved.saved_at, now, zone)}{by}"


def printed_words(papers: Sequence[Registered], now: datetime, zone: tzinfo) -> str:
    """ "printed 2:12 AM" of the newest paper that left, or ""."""
    left = next((line for line in papers if line.state is PaperState.RELEASED), None)
    if left is None:
        return ""
    way = "printed" if left.paper.outlet == "printer" else "saved as PDF"
    return f"{way} {moment_words(left.at, now, zone)}"
