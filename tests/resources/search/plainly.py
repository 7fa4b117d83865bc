"""How one entry stands to what is wanted, reckoned plainly from its own words: what the arrays must come to."""

from dataclasses import replace

from hypothesis import strategies as some

from navigator.city import City
from navigator.resources.age_rule import weigh_age
from navigator.resources.hours import OpenKind, open_state
from navigator.resources.model import Entry, Fact, Status
from navigator.resources.need import Need
from navigator.resources.places import miles
from navigator.resources.search import Fit, Query
from navigator.resources.search.choices import facet_of, without
from navigator.resources.search.taken import fact_sign
from navigator.resources.search.times import intake_doors
from navigator.resources.search.wanted import Wanted

YES, ASK, NO, NOT_LISTED = 1, 0, -1, -2
_OF_HOURS = {OpenKind.OPEN: YES, OpenKind.CLOSING: YES, OpenKind.CLOSED: NO, OpenKind.UNKNOWN: ASK}
_OF_FIT = {Fit.FITS: YES, Fit.ASK: ASK, Fit.NOT: NO}
_STATUS = {Status.SEASONAL: ASK, Status.CLOSED: NO, Status.TEMPORARILY_CLOSED: NO, Status.DUPLICATE: NO}
FACETS_OF_FACTS = {fact: facet_of(fact, fact) for fact in Fact} | {
    without(fact): facet_of(without(fact), fact) for fact in Fact
}

queries = some.builds(
    Query,
    open_now=some.booleans(),
    intake_open=some.booleans(),
    walk_in=some.booleans(),
    categories=some.frozensets(some.sampled_from(("detox", "shelter", "nothing of the kind")), max_size=2),
    facts=some.frozensets(some.sampled_from(Fact), max_size=3),
    without=some.frozensets(some.sampled_from((Fact.ID_NEEDED, Fact.VETERANS_ONLY, Fact.PETS)), max_size=1),
    languages=some.frozensets(some.sampled_from(("Spanish", "a", "Russian")), max_size=2),
    age=some.none() | some.integers(0, 99),
    checked_within=some.none() | some.sampled_from((30, 90)),
    near=some.sampled_from((None, "19134", "nowhere")),
    within_miles=some.none() | some.sampled_from((1.0, 25.0)),
    known_only=some.frozensets(
        some.sampled_from(("gender", "age", "language", "open", "kind", "distance", "papers")), max_size=2
    ),
)


def stands(entry: Entry, wanted: Wanted, city: City) -> int:
    """The worst of its facets, each the best of what was chosen in it."""
    facets = signs(entry, wanted, city)
    best = {facet: max(several) for facet, several in facets.items()}
    if any(sign == ASK and facet in wanted.known_only for facet, sign in best.items()):
        return NOT_LISTED
    if NO in (best.get("kind"), best.get("distance")):
        return NOT_LISTED
    return min((_STATUS.get(entry.status, YES), *best.values()))


def signs(entry: Entry, wanted: Wanted, city: City) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for fact in wanted.facts:
        found.setdefault(FACETS_OF_FACTS[fact], []).append(fact_sign(entry, fact))
    for fact in wanted.without:
        found.setdefault(FACETS_OF_FACTS[without(fact)], []).append(-fact_sign(entry, fact))
    if wanted.age is not None:
        weighed = weigh_age(entry, Need(age=wanted.age))
        assert weighed is not None
        found.setdefault("age", []).append(_OF_FIT[weighed.fit])
    for language in wanted.languages:
        found.setdefault("language", []).append(YES if language in entry.languages else ASK)
    if wanted.checked_within is not None:
        days = (wanted.today - entry.verified.at.astimezone(city.zone).date()).days if entry.verified else 9999
        found["checked"] = [YES if days <= wanted.checked_within else NO]
    found |= {"open": list(_open(entry, wanted, city))} if wanted.open_now or wanted.intake_open else {}
    if wanted.categories:
        found["kind"] = [(YES if wanted.categories & set(entry.categories) else NO) if entry.categories else ASK]
    if wanted.within_miles is not None:
        found["distance"] = [_near(entry, wanted, city)]
    return found


def _open(entry: Entry, wanted: Wanted, city: City) -> list[int]:
    door = _OF_HOURS[open_state(entry.hours, wanted.at, city.zone).kind]
    own = intake_doors(entry.hours)
    taken = _OF_HOURS[open_state(own, wanted.at, city.zone).kind] if own else min(door, ASK)
    return [door] * wanted.open_now + [taken] * wanted.intake_open


def _near(entry: Entry, wanted: Wanted, city: City) -> int:
    assert wanted.near is not None
    if entry.confidential:
        return NO
    here = (wanted.near.latitude, wanted.near.longitude)
    area = city.zips.get(entry.address.postal_code) if entry.address else None
    there = entry.place or ((area.latitude, area.longitude) if area else None)
    if there is None or wanted.near.latitude != wanted.near.latitude:
        return YES if entry.national else ASK
    return YES if miles(here, there) <= (wanted.within_miles or 0) else NO


def alone(query: Query, key: str) -> Query:
    """The query with this option in place of all that was chosen in its facet."""
    facet = FACETS_OF_FACTS.get(key, "")
    kept = replace(
        query,
        walk_in=query.walk_in and facet != "walk in",
        facts=frozenset(fact for fact in query.facts if FACETS_OF_FACTS[fact] != facet),
        without=frozenset(fact for fact in query.without if FACETS_OF_FACTS[without(fact)] != facet),
        age=None if facet == "age" else query.age,
    )
    prefix, _, about = key.partition(":")
    match prefix:
        case "open now":
            return replace(query, open_now=True, intake_open=False)
        case "intake open":
            return replace(query, open_now=False, intake_open=True)
        case "checked":
            return replace(query, checked_within=int(about))
        case "language":
            return replace(query, languages=frozenset({about}))
        case "without":
            return replace(kept, without=kept.without | {Fact(about)})
        case "age":
            others = frozenset(fact for fact in query.facts if FACETS_OF_FACTS[fact] != "age")
            return replace(query, age=int(about), facts=others)
    if facet:
        return replace(kept, facts=kept.facts | {Fact(key)})
    return replace(query, categories=frozenset({key}))
