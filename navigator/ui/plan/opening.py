"""Opens the plan of a visit: what was typed before, else what was saved, else what the referrals say by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from navigator.documents.plan_steps import propose_plan
from navigator.referrals.casework import Casework
from navigator.referrals.plan import PlanStep, SavedPlan
from navigator.referrals.referral import Referral
from navigator.referrals.visit import Visit
from navigator.ui.plan.written import Written, begun
from navigator.ui.ports import Desk


@dataclass(frozen=True)
class Opened:
    """`invented` are the referrals to places that do not exist.

    `news` are steps of referrals that the plan does not know yet; `sentence` says whose they are, or "".
    """

    visit: Visit
    saved: SavedPlan
    written: Written
    invented: frozenset[str] = frozenset()
    news: tuple[PlanStep, ...] = ()
    sentence: str = ""


def open_plan(desk: Desk, casework: Casework, visit_id: str, typed: Written | None) -> Opened:
    """`typed` is what was written and not saved; it counts unless it was saved as it stands meanwhile."""
    actor = desk.actor
    visit, saved = casework.visits.visit(actor, visit_id), casework.plans.plan(actor, visit_id)
    referrals = casework.referrals.of_visit(actor, visit_id)
    proposed = propose_plan(
        visit,
        referrals,
        {one.id: casework.handoffs.handoff(actor, one.id).handoff for one in referrals},
        {one.id: casework.follow_ups.of(actor, one.id) for one in referrals},
        wording=desk.wording,
        city=desk.city,
        now=desk.clock(),
        categories=desk.categories,
    )
    if typed is not None and not is_saved(typed, saved):
        written = typed
    else:
        written = _as_saved(saved, referrals) if saved.revision else begun(proposed, 0)
    news = written.lacking(proposed.steps)
    invented = frozenset(one.id for one in referrals if one.snapshot.invented)
    return Opened(visit, saved, written, invented, news, _sentence(news, referrals))


def is_saved(written: Written, saved: SavedPlan) -> bool:
    """Whether every word of it stands in the plan as it was saved."""
    return bool(saved.revision) and written.plan == saved.plan and not any(step.day_words for step in written.steps)


def _as_saved(saved: SavedPlan, referrals: Sequence[Referral]) -> Written:
    """The saved plan, to be written on. What the referrals said before it was saved has been offered."""
    known = [one.id for one in referrals if saved.saved_at is not None and _newest(one) <= saved.saved_at]
    return begun(saved.plan, saved.revision, frozenset(known))


def _newest(referral: Referral) -> datetime:
    return referral.events[-1].at if referral.events else referral.made_at


def _sentence(news: Sequence[PlanStep], referrals: Sequence[Referral]) -> str:
    known = {one.id: one for one in referrals}
    told = [_told(known[one_id]) for one_id in dict.fromkeys(step.referral_id for step in news) if one_id in known]
    return f"New from the referrals: {'; '.join(told)}." if told else ""


def _told(referral: Referral) -> str:
    """The name is held together, whichever way it is written."""
    name = f"\u2068{referral.snapshot.name}\u2069"
    return f"{name} said yes" if referral.acceptance is not None else name
