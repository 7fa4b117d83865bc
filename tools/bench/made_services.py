"""Services of the bench's own making: invented, always the same, as varied in words and hours as a real directory."""

import random
from collections.abc import Iterator
from types import MappingProxyType

from navigator.resources.model import WEEK, Address, Entry, Fact, Hours, HoursKind, Phone, Span, Tri
from navigator.resources.search.tokens import words

_DAY = 24 * 60
_KINDS = (
    ("Methadone clinic", "Medicine for opioid use with counseling every day"),
    ("Outpatient drug and alcohol treatment", "Groups and single sessions, day and evening"),
    ("Intensive outpatient program", "Nine hours a week in three sessions"),
    ("Detox", "Medically watched withdrawal from alcohol, opioids and benzodiazepines"),
    ("Recovery house", "A shared home for people who stay sober, with house meetings"),
    ("Homeless shelter", "Beds for the night, a meal and a case manager in the morning"),
    ("Shelter intake", "The place that gives out shelter beds"),
    ("Food pantry", "Groceries once a month for families of the neighborhood"),
    ("Soup kitchen", "A hot meal for anyone who comes"),
    ("Mental health clinic", "Therapy, psychiatry and medication management"),
    ("Crisis center", "Somebody to see at once, day and night"),
    ("Mobile crisis team", "A team that comes to the home"),
    ("Domestic violence help", "Safety planning, shelter, and help in court"),
    ("Legal aid", "Lawyers for eviction, benefits and custody"),
    ("Dental clinic", "Cleaning, fillings and emergency care on a sliding scale"),
    ("Job training", "Classes, a resume, and help to find work"),
    ("Day center", "Showers, laundry, mail and coffee"),
    ("Needle exchange", "Clean syringes, naloxone and wound care"),
)
_FIRST = words(
    "Harbor Ridge Willow Cedar Lantern Meadow Bridge Saint Grace Hope Liberty Keystone Franklin Allegheny Delaware "
    "Schuylkill Northbank Eastgate Westfield Southgate Riverside Hillcrest Oakwood Maple Juniper Evergreen Sunrise "
    "Beacon Anchor Compass Haven Covenant Trinity Bethel Emmanuel Calvary Providence Concord Harmony Unity Phoenix"
)
_SECOND = words("House Center Place Community Family Avenue Street Garden Hill Park Point Road Manor Village Commons")
_THIRD = words("Services Program Clinic Project Mission Alliance Network Partners Association Ministries Institute")
_STREETS = words("Oak Pine Spruce Walnut Chestnut Market Arch Race Vine Girard Lehigh Allegheny Tioga Erie Broad")
_SYLLABLES = words("ba ber cor dan del fer gar hal kin lar mon nor per quin ros san tor ul ver wes")
_ZIPS = tuple(f"191{number:02d}" for number in (2, 3, 4, 6, 7, 11, 20, 21, 22, 23, 24, 25, 30, 31, 32, 33, 34, 39, 40))


def made_services(count: int) -> Iterator[Entry]:
    """`count` invented entries, the same at every run."""
    chance = random.Random(20_000)  # noqa: S311 - the same services at every run is the point
    names = [_surname(chance) for _ in range(max(50, count // 8))]
    for number in range(count):
        yield _service(number, chance, names)


def keystrokes(entries: list[Entry], count: int) -> list[str]:
    """Queries as they are typed, letter by letter: kinds of help and names, half of them with a slip."""
    chance = random.Random(7)  # noqa: S311 - the same keystrokes at every run
    typed: list[str] = []
    while len(typed) < count:
        wanted = chance.choice(entries)
        text = " ".join((chance.choice((wanted.kind, wanted.name))).lower().split()[:4])
        text = slip(text, chance) if chance.random() < 0.5 else text
        typed += [text[:length] for length in range(1, len(text) + 1)]
    return typed[:count]


def _service(number: int, chance: random.Random, names: list[str]) -> Entry:
    kind, about = chance.choice(_KINDS)
    person = chance.choice(names)
    name = " ".join((chance.choice((person, chance.choice(_FIRST))), chance.choice(_SECOND), chance.choice(_THIRD)))
    code = chance.choice(_ZIPS)
    return Entry(
        id=str(number),
        service_id=str(number),
        name=f"{name} of {chance.choice(_FIRST)}".title(),
        organization=f"{person} {chance.choice(_THIRD)}".title(),
        kind=kind,
        description=f"{about}. {_sentence(chance, names)}",
        address=Address(
            f"{chance.randrange(1, 9900)} {chance.choice(_STREETS).title()} Street", "Philadelphia", "PA", code
        ),
        place=(39.9 + chance.random() * 0.2, -75.25 + chance.random() * 0.25),
        phones=(Phone(f"215-555-01{number % 100:02d}"), Phone(f"{chance.randrange(200, 999)}-555-01{number % 97:02d}")),
        hours=_hours(chance),
        facts=MappingProxyType({fact: chance.choice((Tri.YES, Tri.NO)) for fact in chance.sample(tuple(Fact), 6)}),
    )


def _hours(chance: random.Random) -> tuple[Hours, ...]:
    if chance.random() < 0.2:
        return (Hours(HoursKind.OFFICE, text="call for hours"),)
    if chance.random() < 0.2:
        return (Hours(HoursKind.OFFICE, (Span(0, WEEK),)),)
    opens, closes = chance.randrange(6, 11) * 60, chance.randrange(15, 28) * 60
    return (Hours(HoursKind.OFFICE, tuple(Span(day * _DAY + opens, day * _DAY + closes) for day in range(5))),)


def _street(chance: random.Random) -> str:
    return f"{chance.randrange(1, 9900)} {chance.choice(_STREETS).title()} Street"


def _sentence(chance: random.Random, names: list[str]) -> str:
    said = (chance.choice((chance.choice(names), chance.choice(_SECOND), chance.choice(_THIRD))) for _ in range(25))
    return " ".join(said).lower()


def _surname(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randrange(2, 5)))


def slip(text: str, chance: random.Random) -> str:
    """Two neighbouring letters swapped, or one left out."""
    at = chance.randrange(1, max(2, len(text) - 1))
    return text[: at - 1] + text[at : at + 1] + text[at - 1] + text[at + 1 :] if at % 2 else text[:at] + text[at + 1 :]
