"""What the terms on a service say: kinds of help, the kind in the publisher's words, codes of the treatment locator."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from navigator.resources.categories import Category
from navigator.resources.exchange.hsds_conform import MADE, OWN
from navigator.resources.exchange.hsds_fit import made_id
from navigator.resources.exchange.hsds_parts import Json, objects_of, text_of
from navigator.resources.exchange.samhsa_codes import FACTS, Codes
from navigator.resources.fields import FACT, Value
from navigator.resources.model import Tri

OURS = "Navigator kinds of help"
_CARE = ("type of care", "service setting")
_MOST = 6


def categories(service: Mapping[str, Any], known: Mapping[str, Category]) -> Value:
    """Our own terms where there are any; else what codes of SAMHSA say by themselves."""
    terms = list(_terms(service))
    own = [text_of(term.get("code")) for _, term in terms if text_of(term.get("taxonomy")) == OURS]
    if own:
        return [code for code in own if code in known] or None
    return list(Codes(known).categories(samhsa(service))) or None


def samhsa(service: Mapping[str, Any]) -> tuple[str, ...]:
    """The codes of the treatment locator on a service, as they stand in their list.

    Publishers write all of them in capitals, but those of places that treat no mental illness are of the list for
    substance use, whose codes are small letters.
    """
    found = dict.fromkeys(text_of(term.get("code")) for _, term in _terms(service) if _is_samhsa(term))
    codes = tuple(code for code in found if code)
    return codes if "MH" in codes else tuple(code.lower() for code in codes)


def facts(codes: Iterable[str]) -> dict[str, Value]:
    """What codes of the treatment locator say by themselves; one that is not there says nothing (S-02)."""
    return {FACT + FACTS[code].value: Tri.YES.value for code in codes if code in FACTS}


def named(codes: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(names[code] for code in codes if code in names))


def categories_written(
    value: Value, service: Mapping[str, Any], known: Mapping[str, Category], seed: str
) -> list[Json]:
    """The publisher's own attributes, then our kinds of help as terms of a list of our own."""
    others = [one for one in objects_of(service, "attributes") if text_of(_term(one).get("taxonomy")) != OURS]
    return others + [_attribute(known[code], seed) for code in value or () if code in known]


def kind(service: Mapping[str, Any]) -> Value:
    """The names of the publisher's own terms that say what kind of service it is."""
    named = [text_of(term.get("name")) for one, term in _terms(service) if _is_kind(one, term)]
    return "; ".join(list(dict.fromkeys(filter(None, named)))[:_MOST]) or None


def _is_kind(one: Mapping[str, Any], term: Mapping[str, Any]) -> bool:
    if text_of(term.get("taxonomy")) == OURS:
        return False
    if not _is_samhsa(term):
        return True
    return text_of(one.get("label")).lower().startswith(_CARE)


def _attribute(category: Category, seed: str) -> Json:
    term = {
        "id": made_id("taxonomy_term", category.code),
        "code": category.code,
        "name": category.name,
        "description": category.paper,
        "taxonomy": OURS,
    }
    told = {"id": made_id(seed, "attribute", category.code), "link_entity": "service", "taxonomy_term": term}
    return told | {OWN: {MADE: True}}


def _terms(service: Mapping[str, Any]) -> Iterator[tuple[Json, Mapping[str, Any]]]:
    return ((one, _term(one)) for one in objects_of(service, "attributes") if _term(one))


def _term(one: Mapping[str, Any]) -> Mapping[str, Any]:
    term = one.get("taxonomy_term")
    return term if isinstance(term, dict) else {}


def _is_samhsa(term: Mapping[str, Any]) -> bool:
    return "SAMHSA" in _list_of(term).upper()


def _list_of(term: Mapping[str, Any]) -> str:
    detail = term.get("taxonomy_detail")
    return text_of(term.get("taxonomy")) or (text_of(detail.get("name")) if isinstance(detail, dict) else "")
