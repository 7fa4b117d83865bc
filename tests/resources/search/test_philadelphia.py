"""The directory that ships answers what people type, at noon and at night."""

from datetime import datetime, timedelta

import pytest

from navigator.resources.search import Query, Search

from .conftest import NIGHT, NOON


def first(search: Search, text: str, count: int, at: datetime = NIGHT, **more: str) -> list[str]:
    return [hit.entry.name for hit in search.find(Query(text, **more), at).hits[:count]]


@pytest.mark.parametrize("hours", range(0, 168, 7))
def test_an_opioid_treatment_entry_is_in_the_first_three_of_a_mistyped_methadone_clinic(
    philadelphia: Search, hours: int
) -> None:
    hits = philadelphia.find(Query("metadone clinc"), NOON + timedelta(hours=hours)).hits[:3]
    assert any("opioid-treatment" in hit.entry.categories for hit in hits)


@pytest.mark.parametrize("typed", ["215-829-5433", "(215) 829-5433", "2158295433", "829-5433"])
def test_a_number_finds_its_crisis_center(philadelphia: Search, typed: str) -> None:
    assert first(philadelphia, typed, 1) == ["Hall-Mercer Crisis Response Center, Pennsylvania Hospital"]


@pytest.mark.parametrize("hours", range(0, 168, 7))
@pytest.mark.parametrize(("text", "more"), [("mens shelter", {"near": "19132"}), ("mens shelter near 19132", {})])
def test_the_nearest_intake_for_men_comes_first(
    philadelphia: Search, hours: int, text: str, more: dict[str, str]
) -> None:
    found = first(philadelphia, text, 1, NOON + timedelta(hours=hours), **more)
    assert found == ["Mike Hinson Resource Center (after-hours intake)"]


@pytest.mark.parametrize(
    ("typed", "category"),
    [
        ("homless shelter women", "shelter-intake"),
        ("detox", "detox"),
        ("food", "food"),
        ("soup kichen", "food"),
        ("dv", "domestic-violence"),
        ("narcan", "harm-reduction"),
        ("suboxone", "opioid-treatment"),
        ("302", "crisis-center"),
        ("crc", "crisis-center"),
        ("psych er", "crisis-center"),
        ("couch surfing", "shelter-intake"),
        ("rape", "sexual-assault"),
        ("eviction", "homelessness-prevention"),
        ("crisis line", "crisis-line"),
        ("suicidal", "crisis-line"),
        ("psych bed", "psychiatric-hospital"),
    ],
)
def test_words_of_the_street_lead_to_the_kind_of_help(philadelphia: Search, typed: str, category: str) -> None:
    hit = philadelphia.find(Query(typed), NIGHT).hits[0]
    assert category in hit.entry.categories


def test_every_service_is_found_first_or_second_by_its_own_name(philadelphia: Search) -> None:
    everyone = [hit.entry for hit in philadelphia.find(Query(), NIGHT, limit=1000).hits]
    missed = [one.name for one in everyone if one.name not in first(philadelphia, one.name, 2)]
    assert len(everyone) > 80
    assert missed == []
