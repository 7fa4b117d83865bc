"""SAMHSA's service codes whose meaning is certain: payment, ages, groups, languages (public domain).

Capitals are codes of the mental health list of 2023, small letters of the substance use list of 2021.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from navigator.resources.categories import Category
from navigator.resources.model import Fact

_SPOKEN = {
    "f4": "Arabic",
    "f17": "Chinese",
    "f19": "Creole",
    "f25": "Farsi",
    "f28": "French",
    "f30": "German",
    "f31": "Greek",
    "f35": "Hebrew",
    "f36": "Hindi",
    "f37": "Hmong",
    "f42": "Italian",
    "f43": "Japanese",
    "f47": "Korean",
    "f66": "Polish",
    "f67": "Portuguese",
    "f70": "Russian",
    "f81": "Tagalog",
    "f92": "Vietnamese",
    "n13": "Hopi",
    "n18": "Lakota",
    "n23": "Navajo",
    "n24": "Ojibwa",
    "n40": "Yupik",
    "sp": "Spanish",
}
LANGUAGES: Mapping[str, str] = MappingProxyType(
    _SPOKEN | {code.upper(): name for code, name in _SPOKEN.items()} | {"AH": "American Sign Language"}
)
_PAID = {
    "md": "Medicaid",
    "mc": "Medicare",
    "mi": "Military insurance",
    "pi": "Private health insurance",
    "sf": "Cash or self-payment",
    "si": "State health insurance other than Medicaid",
    "pa": "Payment assistance (ask)",
    "ss": "Sliding fee scale",
}
PAYMENT: Mapping[str, str] = MappingProxyType(
    _PAID
    | {code.upper(): name for code, name in _PAID.items()}
    | {"np": "No payment accepted", "fsa": "Government funding for substance use programs"}
    | {"VAF": "Funds of the U.S. Department of Veterans Affairs"}
)
_AGED = {"chld": "Children and adolescents", "yad": "Young adults", "adlt": "Adults", "snr": "Seniors"}
AGES: Mapping[str, str] = MappingProxyType(
    _AGED | {code.upper(): name for code, name in _AGED.items()} | {"fem": "Female", "male": "Male"}
)
_SPECIAL = {
    "tay": "young adults",
    "se": "older adults",
    "gl": "LGBTQ+ people",
    "vet": "veterans",
    "adm": "active duty military",
    "mf": "military families",
    "co": "people with mental and substance use disorders",
    "hv": "people with HIV or AIDS",
    "dv": "people who have lived through domestic violence",
    "trma": "people who have lived through trauma",
}
GROUPS: Mapping[str, str] = MappingProxyType(
    _SPECIAL
    | {code.upper(): name for code, name in _SPECIAL.items()}
    | {"ad": "adolescents", "wn": "adult women", "pw": "pregnant or postpartum women", "mn": "adult men"}
    | {"xa": "people who have lived through sexual abuse", "cj": "people sent by a court"}
    | {"vo": "veterans only", "duo": "DUI or DWI clients only", "mo": "methadone clients only"}
)
FACTS: Mapping[str, Fact] = MappingProxyType(
    {
        "fem": Fact.WOMEN,
        "male": Fact.MEN,
        "chld": Fact.YOUTH,
        "adlt": Fact.ADULTS,
        "snr": Fact.OLDER_ADULTS,
        "CHLD": Fact.YOUTH,
        "ADLT": Fact.ADULTS,
        "SNR": Fact.OLDER_ADULTS,
        "vo": Fact.VETERANS_ONLY,
        "np": Fact.FREE,
        "VAF": Fact.VETERANS_BENEFITS,
        "md": Fact.MEDICAID,
        "MD": Fact.MEDICAID,
        "mc": Fact.MEDICARE,
        "MC": Fact.MEDICARE,
        "pi": Fact.PRIVATE_INSURANCE,
        "PI": Fact.PRIVATE_INSURANCE,
        "ss": Fact.SLIDING_SCALE,
        "SS": Fact.SLIDING_SCALE,
    }
)
"""Facts that a code says by itself. A program for a group is not a promise to take only or all of them."""
_TRUE, _FALSE = ("true", "1", "yes", "y", "x"), ("false", "0", "no", "n", "")
_NO_CODES = frozenset(("archival_only", "sa_listings_match"))


class Codes:
    """Which columns are codes, and which kinds of help they stand for by `data/categories.toml`."""

    def __init__(self, categories: Mapping[str, Category]) -> None:
        self._categories = {code: one.code for one in categories.values() for code in one.samhsa}

    def categories(self, codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._categories[code] for code in codes if code in self._categories))

    def given(self, cells: Mapping[str, str]) -> tuple[str, ...]:
        """The codes that are ticked, as they stand in their list."""
        ticked = (heading for heading, cell in cells.items() if self.is_code(heading, cell) and _is_true(cell))
        of_minds = cells.get("type_facility", "").upper() == "MH"
        return tuple(code.upper() if of_minds else code for code in map(_bare, ticked))

    def is_code(self, heading: str, cell: str) -> bool:
        """A column of yes and no with a short name; whatever else it may be, it is kept among the codes."""
        return len(_bare(heading)) <= 8 and heading not in _NO_CODES and cell.lower() in (*_TRUE, *_FALSE[:-1])


def _bare(heading: str) -> str:
    """Some tables write "add_field" where "add" would be a word of their database."""
    return heading.removesuffix("_field")


def _is_true(cell: str) -> bool:
    return cell.lower() in _TRUE
