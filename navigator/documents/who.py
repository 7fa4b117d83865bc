"""Whom a place is for, how to get in and what it costs, in plain words and only as far as it is known (S-02)."""

from navigator.documents.wording import Wording
from navigator.resources.model import Entry, Fact, Tri

_GROUPS = (
    (Fact.MEN, "who.men"),
    (Fact.WOMEN, "who.women"),
    (Fact.TRANS, "who.trans"),
    (Fact.FAMILIES, "who.families"),
    (Fact.COUPLES, "who.couples"),
)
_AGE_GROUPS = ((Fact.YOUTH, "who.youth"), (Fact.ADULTS, "who.adults"), (Fact.OLDER_ADULTS, "who.older"))
_EVERYONE = (Fact.MEN, Fact.WOMEN, Fact.TRANS)
_RULES = (
    (Fact.SOBRIETY_REQUIRED, Tri.YES, "who.sober"),
    (Fact.SOBRIETY_REQUIRED, Tri.NO, "who.not_sober"),
    (Fact.WALK_IN, Tri.YES, "access.walk_in"),
    (Fact.CALL_FIRST, Tri.YES, "access.call_first"),
    (Fact.REFERRAL_ONLY, Tri.YES, "access.referral"),
    (Fact.COORDINATED_ENTRY_ONLY, Tri.YES, "access.city_intake"),
)
_WAYS_TO_PAY = (
    (Fact.MEDICAID, "pay.medicaid"),
    (Fact.MEDICARE, "pay.medicare"),
    (Fact.PRIVATE_INSURANCE, "pay.private"),
    (Fact.VETERANS_BENEFITS, "pay.veterans"),
)
_COST = (
    (Fact.FREE, Tri.YES, "pay.free"),
    (Fact.SLIDING_SCALE, Tri.YES, "pay.sliding"),
    (Fact.UNINSURED, Tri.YES, "pay.uninsured"),
    (Fact.MEDICAID, Tri.NO, "pay.not_medicaid"),
)
_AT_THE_DOOR = (
    (Fact.ID_NEEDED, Tri.YES, "id.needed"),
    (Fact.ID_NEEDED, Tri.NO, "id.not_needed"),
    (Fact.WHEELCHAIR, Tri.YES, "access.wheelchair"),
    (Fact.WHEELCHAIR, Tri.NO, "access.no_wheelchair"),
    (Fact.PETS, Tri.YES, "access.pets"),
)


PAID_CARE = frozenset(
    {
        "detox",
        "drug-alcohol-outpatient",
        "drug-alcohol-residential",
        "mental-health-clinic",
        "opioid-treatment",
        "psychiatric-hospital",
    }
)
"""Kinds of help that somebody has to pay for, so that unknown payment is a question to ask when calling."""


def for_whom(entry: Entry, wording: Wording, city_name: str) -> str:
    """The sentences of the row "For": who, rules, payment, ID. What is not known is left out; empty if nothing is.

    The published text of eligibility and payment is never printed: it is written for the trade, not for a person.
    """
    who = _who(entry, wording)
    sentences = [_sentence(who)] if who else []
    if entry.fact(Fact.VETERANS_ONLY) is Tri.YES:
        sentences.append(wording.say("who.veterans"))
    if entry.fact(Fact.RESIDENTS_ONLY) is Tri.YES:
        sentences.append(wording.say("who.residents", city=city_name))
    sentences += _known(entry, _RULES, wording)
    sentences += _payment(entry, wording, ask=bool(who) and not PAID_CARE.isdisjoint(entry.categories))
    sentences += _known(entry, _AT_THE_DOOR, wording)
    return " ".join(sentences)


def _who(entry: Entry, wording: Wording) -> str:
    """The group and its ages: "men, 18 or older", "anyone 18 or older", "men only"."""
    groups = _groups(entry, wording)
    lowest, highest = entry.minimum_age, entry.maximum_age
    if lowest is None and highest is None:
        return groups
    by_everyone = not groups or groups == wording.say("who.anyone")
    bounds = "between" if None not in (lowest, highest) else "from" if highest is None else "to"
    return wording.say(
        f"who.{bounds}" if by_everyone else f"who.{bounds}_many",
        who=groups or wording.say("who.people"),
        minimum=lowest or 0,
        maximum=highest or 0,
    )


def _groups(entry: Entry, wording: Wording) -> str:
    if all(entry.fact(fact) is Tri.YES for fact in _EVERYONE):
        return wording.say("who.anyone")
    ages_known = entry.minimum_age is not None or entry.maximum_age is not None
    table = _GROUPS if ages_known else _GROUPS + _AGE_GROUPS
    groups = wording.listed(tuple(wording.say(phrase) for fact, phrase in table if entry.fact(fact) is Tri.YES))
    return wording.say("who.only", who=groups) if _one_sex(entry) else groups


def _one_sex(entry: Entry) -> bool:
    """Whether men or women alone are taken, and it is known that the others are not, nor anyone else listed."""
    taken = [fact for fact, _ in _GROUPS if entry.fact(fact) is Tri.YES]
    return taken in ([Fact.MEN], [Fact.WOMEN]) and Tri.NO in (entry.fact(Fact.MEN), entry.fact(Fact.WOMEN))


def _payment(entry: Entry, wording: Wording, *, ask: bool) -> list[str]:
    ways = tuple(wording.say(phrase) for fact, phrase in _WAYS_TO_PAY if entry.fact(fact) is Tri.YES)
    said = [wording.say("pay.takes", ways=wording.listed(ways))] if ways else []
    said += _known(entry, _COST, wording)
    return said or ([wording.say("pay.ask_medicaid")] if ask else [])


def _known(entry: Entry, table: tuple[tuple[Fact, Tri, str], ...], wording: Wording) -> list[str]:
    return [wording.say(phrase) for fact, value, phrase in table if entry.fact(fact) is value]


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
