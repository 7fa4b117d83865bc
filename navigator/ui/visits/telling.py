"""A visit in the words of its screens: since when, where, how it ended, what was printed, its rows in lists."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from itertools import groupby

from navigator.city import City
from navigator.referrals.averted import AVERTABLE, Averted, averted
from navigator.referrals.encounter import Instead
from navigator.referrals.referral import Referral
from navigator.referrals.register import PaperState, Registered
from navigator.referrals.visit import Ending, Visit
from navigator.ui.clock_words import clock_words, day_words, moment_words, span_words
from navigator.ui.isolated import isolated
from navigator.ui.records.record import Record, RecordGroup
from navigator.ui.visits.words import said, standing

_AVERTED = {
    Instead.ARREST: "Arrest averted",
    Instead.EMERGENCY_ROOM: "Emergency room averted",
    Instead.HOLD: "Hold averted",
}


def arrived(visit: Visit) -> datetime:
    return visit.facts.arrived_at or visit.made_at


def where(visit: Visit, city: City) -> str:
    """The kind of place, and its ZIP with the neighbourhood."""
    kind = said(visit.facts.place_kind) if visit.facts.place_kind else ""
    code = visit.facts.postal_code
    area = f"{code} {city.zips[code].area}" if code in city.zips else code
    return " · ".join(part for part in (kind, area) if part)


def headline(visit: Visit, now: datetime, city: City) -> str:
    """Under the name: "On scene since 2:05 AM · Street or outdoors · 19134 Kensington"."""
    since = arrived(visit)
    if visit.ending is None:
        told = f"On scene since {moment_words(since, now, city.zone)}"
    else:
        told = lasting(since, visit.ending.cleared_at, now, city.zone)
    return " · ".join(part for part in (told, where(visit, city)) if part)


def lasting(began: datetime, ended: datetime, now: datetime, zone: tzinfo) -> str:
    """ "2:05 AM to 2:50 AM" today, else with the day; with both days where it went on past midnight."""
    first, last = (moment.astimezone(zone).date() for moment in (began, ended))
    until = clock_words(ended, zone)
    if first != last:
        until = f"{day_words(last, now.astimezone(zone).date())}, {until}"
    return f"{moment_words(began, now, zone)} to {until}"


def ending_words(visit: Visit, ending: Ending, now: datetime, zone: tzinfo) -> str:
    """ "Ended 2:50 AM, after 45 min. Resolved with referral."."""
    spent = span_words(ending.cleared_at - arrived(visit))
    also = f" Also: {', '.join(said(one) for one in ending.also)}." if ending.also else ""
    return f"Ended {moment_words(ending.cleared_at, now, zone)}, after {spent}. {said(ending.disposition)}.{also}"


def averted_words(ending: Ending) -> str:
    """What was averted, each with its ground; "" where nobody was asked and nothing of it happened."""
    found = {what: averted(ending, what) for what in AVERTABLE}
    if all(one.averted is Averted.CANNOT_SAY for one in found.values()):
        return ""
    return "\n".join(f"{_AVERTED[what]}: {one.averted}. {one.basis}" for what, one in found.items())


def papers_words(papers: Sequence[Registered], now: datetime, zone: tzinfo) -> str:
    """ "Plan printed 2:31 AM, 2 pages.", the newest first; "" where nothing left."""
    told = [sentence for line in papers if (sentence := _paper(line, now, zone))]
    rest = f" {len(told) - 1} earlier." if len(told) > 1 else ""
    return f"{told[0]}{rest}" if told else ""


def visit_groups(visits: Iterable[Visit], now: datetime, city: City) -> tuple[RecordGroup, ...]:
    """Open visits first, then the ended ones by the day on which they ended, newest first."""
    listed = list(visits)
    on_scene = RecordGroup("On scene", tuple(_open_row(visit, now, city) for visit in listed if visit.is_open))
    return (on_scene, *_by_day(listed, now, city))


def referral_groups(referrals: Sequence[Referral]) -> tuple[RecordGroup, ...]:
    """The referrals of one visit, the newest first."""
    return (RecordGroup("", tuple(_referral_row(referral) for referral in reversed(referrals))),)


def _by_day(visits: list[Visit], now: datetime, city: City) -> Iterator[RecordGroup]:
    ended = [(visit.ending, visit) for visit in visits if visit.ending is not None]
    ended.sort(key=lambda pair: pair[0].cleared_at, reverse=True)
    today = now.astimezone(city.zone).date()
    for day, pairs in groupby(ended, key=lambda pair: pair[0].cleared_at.astimezone(city.zone).date()):
        words = day_words(day, today)
        rows = tuple(_ended_row(visit, ending, now, city) for ending, visit in pairs)
        yield RecordGroup(f"Ended {words}" if day == today else words[:1].upper() + words[1:], rows)


def _open_row(visit: Visit, now: datetime, city: City) -> Record:
    return Record(
        key=visit.id,
        title=visit.person.called,
        under=" · ".join(part for part in (where(visit, city), visit.author) if part),
        right=f"since {moment_words(arrived(visit), now, city.zone)}",
        right_under=span_words(now - arrived(visit)),
        state="open",
        state_words="On scene",
    )


def _ended_row(visit: Visit, ending: Ending, now: datetime, city: City) -> Record:
    return Record(
        key=visit.id,
        title=visit.person.called,
        under=" · ".join(part for part in (said(ending.disposition), where(visit, city), visit.author) if part),
        right=lasting(arrived(visit), ending.cleared_at, now, city.zone),
        right_under=span_words(ending.cleared_at - arrived(visit)),
    )


def _referral_row(referral: Referral) -> Record:
    state, words = standing(referral)
    yes = referral.acceptance
    under = f"{isolated(yes.name)}, {yes.role}" if yes is not None else referral.snapshot.kind
    return Record(referral.id, referral.snapshot.name, under=under, state=state, state_words=words)


def _paper(line: Registered, now: datetime, zone: tzinfo) -> str:
    what = "Plan" if "plan" in line.paper.template else "Paper"
    pages = "1 page" if line.paper.pages == 1 else f"{line.paper.pages} pages"
    at = moment_words(line.at, now, zone)
    match line.state:
        case PaperState.RELEASED:
            done = "printed" if line.paper.outlet == "printer" else "saved as a file"
            return f"{what} {done} {at}, {pages}."
        case PaperState.INTENDED:
            return f"{what} sent to the printer {at}. It is not known whether it came out."
        case PaperState.NOT_RELEASED:
            return ""
