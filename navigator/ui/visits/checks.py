"""What is missing or cannot be, field by field, in the sentences of the model itself."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from navigator.referrals.bounds import Bounds
from navigator.referrals.visit import PlaceKind, VisitFacts
from navigator.ui.visits.birth import read_birth
from navigator.ui.visits.typed import Typed, facts_of, identity_of

Troubles = dict[str, str]
"""A sentence by the name of the field under which it stands."""


def troubles_of(typed: Typed, bounds: Bounds, unread: Iterable[tuple[str, str]] = ()) -> Troubles:
    """Empty when all is well. `unread` are sentences of inputs that cannot read what is typed in them."""
    facts = facts_of(typed)
    found = {**_who(typed, bounds), **dict(_times(facts, bounds))}
    found.update((name, sentence) for name, sentence in unread if sentence)
    good = VisitFacts(arrived_at=bounds.now, place_kind=PlaceKind.OTHER)
    alone = {
        "place": replace(good, place_kind=facts.place_kind),
        "postal_code": replace(good, postal_code=facts.postal_code),
        "injuries": replace(good, injuries=facts.injuries),
    }
    asked = {name: one.lacks(bounds) for name, one in alone.items()}
    return {name: sentence for name, sentence in {**found, **asked}.items() if sentence}


def _who(typed: Typed, bounds: Bounds) -> Troubles:
    if typed.person_id and not typed.unknown and not read_birth(typed.birth).trouble:
        return {}
    sentence = identity_of(typed).lacks(bounds)
    if typed.unknown:
        return {"described": "Describe the person: about how old, what they wear." if sentence else ""}
    if misread := read_birth(typed.birth).trouble:
        return {"birth": misread}
    nameless = not (typed.given_name.strip() or typed.family_name.strip())
    return {"given_name" if nameless else "birth": _plainer(sentence) if nameless else sentence}


def _plainer(sentence: str) -> str:
    """The model's sentence, unless the birth year alone is wrong: that is said once there is a name."""
    return sentence and "Write a name, or choose “Unknown person” and describe them."


def _times(facts: VisitFacts, bounds: Bounds) -> Iterator[tuple[str, str]]:
    place = PlaceKind.OTHER
    arrived = VisitFacts(arrived_at=facts.arrived_at, place_kind=place).lacks(bounds)
    yield "arrived", arrived
    if not arrived and facts.dispatched_at is not None:
        both = VisitFacts(arrived_at=facts.arrived_at, place_kind=place, dispatched_at=facts.dispatched_at)
        yield "sent", both.lacks(bounds)
