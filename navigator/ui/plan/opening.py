"""Opens the plan of a visit: what was typed before, else what was saved, else what the referrals say by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from navigator.documents.plan_steps import propose_plan
from navigator.referrals.plan import Plan, PlanStep, SavedPlan
from navigator.referrals.plan_sources import PlanSources
from navigator.referrals.referral import Referral
from navigator.referrals.visit import Visit
from navigator.ui.isolated import isolated
from navigator.ui.plan.written import Written, begun
from navigator.ui.ports import Desk


@dataclass(frozen=True)
class Opened:
    """`saved` is the newest plan known, `proposed` what the referrals say by themselves.

    `confidential` are the referrals whose place is so now. `news` are steps of referrals that the plan does not know
    yet; `sentence` says whose they are, or "".
    """

    sources: PlanSources
    saved: SavedPlan
    written: Written
    proposed: tuple[PlanStep, ...] = ()
    confidential: frozenset[str] = frozenset()
    news: tuple[PlanStep, ...] = ()
    sentence: str = ""

    @property
    def visit(self) -> Visit:
        return self.sources.visit

    @property
    def invented(self) -> frozenset[str]:
        """The referrals to places that do not exist."""
        return frozenset(one.id for one in self.sources.referrals if one.snapshot.invented)


def open_plan(desk: Desk, sources: PlanSources, typed: Written | None) -> Opened:
    """`typed` is what was written and not saved; it counts unless it was saved as it stands meanwhile."""
    saved, referrals = sources.saved, sources.referrals
    confidential = _confidential(desk, referrals)
    proposed = _propose(desk, sources, confidential)
    if typed is not None and not is_saved(typed, saved):
        written = typed
    else:
        written = _as_saved(saved, referrals) if saved.revision else begun(proposed, 0)
    news = written.lacking(proposed.steps)
    return Opened(sources, saved, written, proposed.steps, confidential, news, _sentence(news, referrals))


def is_saved(written: Written, saved: SavedPlan) -> bool:
    """Whether every word of it stands in the plan as it was saved."""
    return bool(saved.revision) and written.plan == saved.plan and not any(step.day_words for step in written.steps)


def _confidential(desk: Desk, referrals: Sequence[Referral]) -> frozenset[str]:
    """The referrals whose place is confidential by now, whatever it was when it was chosen (S-13)."""
    entries = ((one.id, desk.search.get(one.snapshot.entry_id)) for one in referrals)
    return frozenset(referral_id for referral_id, entry in entries if entry is not None and entry.confidential)


def _propose(desk: Desk, sources: PlanSources, confidential: frozenset[str]) -> Plan:
    return propose_plan(
        sources.visit,
        sources.referrals,
        sources.handoffs,
        sources.follow_ups,
        wording=desk.wording,
        city=desk.city,
        now=desk.clock(),
        confidential=confidential,
    )


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
    name = isolated(referral.snapshot.name)
    return f"{name} said yes" if referral.acceptance is not None else name
