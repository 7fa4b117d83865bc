"""How alike two records are: name, telephone, address, organization (S-08)."""

from dataclasses import dataclass
from enum import Enum, IntEnum

from rapidfuzz import fuzz

from navigator.resources.fields import Record
from navigator.resources.importing.faces import Face, face_of

DOUBTFUL = 70.0
"""From this score on two records may be one, and a person must look."""
ALIKE_NAMES = 80.0
"""Below this likeness of names (0 to 100) two records are never one."""
_SURE = 90.0
_WORD = 85.0
_STREETS = 85.0
_OTHER_ORGANIZATION = 50.0
_TOP_DOUBT = 89.0


@dataclass(frozen=True)
class Likeness:
    """`score` 0 to 100; `sure`: alike enough that nobody need look. `reasons` say what is alike and what is not."""

    score: float
    sure: bool
    reasons: tuple[str, ...]


class _Same(Enum):
    YES = 1.0
    UNKNOWN = 0.5
    NO = 0.0


class Kin(IntEnum):
    """How far two records that one key names are the same: beyond doubt, in name or number or address, not at all."""

    NONE = 0
    LIKE = 1
    SAME = 2


NOT_ALIKE = Likeness(0.0, False, ())


def alike(one: Record, other: Record) -> Likeness:
    """How alike two records are; the order does not matter."""
    a, b = face_of(one.entry), face_of(other.entry)
    return judge(a, b, names_alike(a, b), fuzz.ratio(a.organization, b.organization))


def names_alike(one: Face, other: Face) -> float:
    return fuzz.ratio(one.name, other.name)


def kin(one: Face, other: Face) -> Kin:
    """Whether two records that one key names are the same."""
    phone, address = _phones(one, other), _addresses(one, other)
    near = address is _Same.YES or (address is _Same.UNKNOWN and phone is not _Same.NO)
    if near and words_agree(one, other):
        return Kin.SAME
    if _Same.YES in (phone, address) or names_alike(one, other) >= ALIKE_NAMES or _one_holds_other(one, other):
        return Kin.LIKE
    return Kin.NONE


def is_elsewhere(one: Face, other: Face) -> bool:
    """Whether a number or an address speaks against two records being one, and nothing of them for it."""
    found = _phones(one, other), _addresses(one, other)
    return _Same.NO in found and _Same.YES not in found


def words_agree(one: Face, other: Face) -> bool:
    return one.name == other.name or _words_agree(one.name, other.name)


def judge(one: Face, other: Face, names: float, organizations: float) -> Likeness:
    """The likeness of two faces whose names and organizations are this alike (0 to 100)."""
    if names < ALIKE_NAMES and not _one_holds_other(one, other):
        return NOT_ALIKE
    phone, address = _phones(one, other), _addresses(one, other)
    same_words = _words_agree(one.name, other.name)
    other_house = bool(one.organization and other.organization) and organizations < _OTHER_ORGANIZATION
    score = min(100.0, names * 0.5 + phone.value * 25 + address.value * 25)
    reasons = _reasons(names, phone, address, same_words, other_house)
    if _is_sure(names, phone, address) and same_words and not other_house:
        return Likeness(max(_SURE, score), True, reasons)
    if _is_doubtful(one, other, names, phone, address) and not (other_house and phone is not _Same.YES):
        return Likeness(min(_TOP_DOUBT, max(DOUBTFUL, score)), False, reasons)
    return Likeness(min(score, DOUBTFUL - 1), False, reasons)


def _is_sure(names: float, phone: _Same, address: _Same) -> bool:
    """One number that two addresses share may be the office of many sites: that is never sure."""
    return names >= _SURE and (address is _Same.YES or (phone is _Same.YES and address is _Same.UNKNOWN))


def _is_doubtful(one: Face, other: Face, names: float, phone: _Same, address: _Same) -> bool:
    if _Same.YES in (phone, address):
        return True
    near = one.zip == other.zip or one.city == other.city or not (one.zip and other.zip)
    return names >= _SURE and _Same.UNKNOWN in (phone, address) and near and _words_agree(one.name, other.name)


def _phones(one: Face, other: Face) -> _Same:
    if not one.phones or not other.phones:
        return _Same.UNKNOWN
    return _Same.YES if one.phones & other.phones else _Same.NO


def _addresses(one: Face, other: Face) -> _Same:
    if not (one.street and other.street):
        return _Same.NO if one.zip and other.zip and one.zip != other.zip else _Same.UNKNOWN
    near = (not (one.zip and other.zip) or one.zip == other.zip) and (
        not (one.city and other.city) or one.city == other.city or one.zip == other.zip != ""
    )
    same = near and one.number == other.number and fuzz.ratio(one.street, other.street) >= _STREETS
    return _Same.YES if same else _Same.NO


def _one_holds_other(one: Face, other: Face) -> bool:
    """Whether all words of one name, two or more, stand in the other: "Harbor House", "Harbor House Shelter"."""
    few, many = sorted((set(one.name.split()), set(other.name.split())), key=len)
    return len(few) > 1 and few <= many


def _words_agree(one: str, other: str) -> bool:
    """Whether each word has its like in the other name: "men" and "women", "1" and "2" have not."""
    words, others = one.split(), other.split()
    return _covered(words, others) and _covered(others, words)


def _covered(words: list[str], others: list[str]) -> bool:
    return all(word in others or any(fuzz.ratio(word, other) >= _WORD for other in others) for word in words)


def _reasons(names: float, phone: _Same, address: _Same, same_words: bool, other_house: bool) -> tuple[str, ...]:
    said = ["same name" if names == 100 else "names alike" if same_words else "names alike, but not in every word"]
    said += {_Same.YES: ["same telephone"], _Same.NO: ["another telephone"], _Same.UNKNOWN: []}[phone]
    said += {_Same.YES: ["same address"], _Same.NO: ["another address"], _Same.UNKNOWN: []}[address]
    return (*said, "another organization") if other_house else tuple(said)
