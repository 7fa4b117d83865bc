"""The facets of the search in groups of boxes under plain titles (S-12)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from navigator.resources.categories import Category
from navigator.resources.search.choices import AGE, CHECKED, FACETS, KIND, LANGUAGE, OPEN, facet_table

ANY = "any of these"
ALL = "all of these"
ONE = "one of these"


@dataclass(frozen=True)
class FacetGroup:
    """Boxes under one title: the key and words of each, and the keys of the `facets` that they belong to.

    `may_be_unknown`: a place may not say, and those can be left out.
    """

    key: str
    title: str
    facets: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    may_be_unknown: bool = True
    asks_age: bool = False

    @property
    def several(self) -> str:
        """What it means to tick several; "" where there is only one."""
        if len(self.options) < 2:
            return ""
        if self.facets == (CHECKED,):
            return ONE
        return ANY if len(self.facets) == 1 else ALL


@dataclass(frozen=True)
class _Plan:
    """Which facets stand together, and what over them."""

    key: str
    title: str
    facets: tuple[str, ...]


_PLANS = (
    _Plan("open", "Open", (OPEN,)),
    _Plan("way in", "Way in", ("walk in", "referral", "papers", "police", "involuntary")),
    _Plan("gender", "Gender", ("gender",)),
    _Plan("household", "Household", ("household",)),
    _Plan("age", "Age", (AGE,)),
    _Plan("veteran", "Veterans", ("veteran",)),
    _Plan("payment", "Payment", ("payment",)),
    _Plan("language", "Language", (LANGUAGE,)),
    _Plan("place", "The place", ("wheelchair", "pets", "sobriety", "residents")),
    _Plan("checked", "Checked", (CHECKED,)),
)
FACETS_OF: Mapping[str, frozenset[str]] = {plan.key: frozenset(plan.facets) for plan in _PLANS}
"""The facets of each group that may leave out what is not known."""
TITLE_OF: Mapping[str, str] = {plan.key: plan.title for plan in _PLANS}
OPTION_WORDS: Mapping[str, str] = {
    option.key: option.words for key, facet in FACETS.items() if key != CHECKED for option in facet.options
}
"""A box and its chip say the same; "Within 90 days" would not say of what."""


def kind_group(categories: Mapping[str, Category]) -> FacetGroup:
    """Every place has its kinds of help, so none is unknown."""
    facet = facet_table(categories, ())[KIND]
    options = tuple((option.key, option.words) for option in facet.options)
    return FacetGroup(KIND, facet.title, (KIND,), options, may_be_unknown=False)


def other_groups(languages: Iterable[str]) -> Sequence[FacetGroup]:
    """All facets but the kinds of help."""
    facets = facet_table({}, languages)
    return tuple(
        FacetGroup(
            plan.key,
            plan.title,
            plan.facets,
            tuple((option.key, option.words) for key in plan.facets for option in facets[key].options),
            may_be_unknown=plan.key != CHECKED,
            asks_age=plan.key == AGE,
        )
        for plan in _PLANS
    )
