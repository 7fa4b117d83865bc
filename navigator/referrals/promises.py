"""What was promised about a thing owed, in the words that somebody wrote, and who promised it."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from navigator.referrals.follow_up import FollowUp
from navigator.referrals.follow_ups import follow_ups_of
from navigator.referrals.history import referrals_of
from navigator.referrals.owed import Owed
from navigator.referrals.referral import Referral
from navigator.referrals.task import Matter

Promise = tuple[str, str]
"""Words and name, each "" where nobody wrote it."""


def promises_of(session: Session, found: Sequence[Owed]) -> list[Promise]:
    """One for each of `found`, in its order."""
    rows = {one.referral.id: one.referral for one in found if one.referral is not None}
    referrals = {one.id: one for one in referrals_of(session, list(rows.values()))}
    follow_ups = follow_ups_of(session, list(rows))
    return [_promise(one, referrals, follow_ups) for one in found]


def _promise(one: Owed, referrals: dict[str, Referral], follow_ups: dict[str, tuple[FollowUp, ...]]) -> Promise:
    if one.referral is None:
        return ("", "")
    referral = referrals[one.referral.id]
    match one.matter:
        case Matter.CHECK_DUE if referral.hold is not None:
            return (referral.hold.reason, _accepted_by(referral))
        case Matter.NO_ANSWER if referral.last_contact is not None:
            return (referral.last_contact.call.words, referral.last_contact.call.spoke_to)
        case Matter.CONSENT:
            return ("", "")
        case Matter.FOLLOW_UP:
            return (_agreed(one, follow_ups[referral.id]), "")
    arrival = referral.acceptance.arrival if referral.acceptance and one.matter is Matter.BED_HOLD else ""
    return (arrival, _accepted_by(referral))


def _agreed(one: Owed, follow_ups: Sequence[FollowUp]) -> str:
    """Why this time was chosen, where somebody chose it."""
    dates = next((each.dates for each in follow_ups if each.id == one.follow_up_id), ())
    return dates[-1].words if dates else ""


def _accepted_by(referral: Referral) -> str:
    yes = referral.acceptance
    return ", ".join(part for part in (yes.name, yes.role) if part.strip()) if yes is not None else ""
