"""While a name is typed letter by letter, the place that is meant does not come and go."""

import gzip
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from navigator.city import load_city
from navigator.resources.model import Entry
from navigator.resources.search import Fit, Query, Search
from navigator.resources.vocabulary import load_vocabulary
from tools.bench.made_services import made_services
from tools.rank.rows import rows
from tools.rank.services import Services

AT = datetime(2026, 11, 23, 17, tzinfo=UTC)
AT_MOST = 0.01
"""The share of the steps from one letter to the next that may lose the place from the first ten."""


@pytest.fixture(scope="module")
def kit() -> Path:
    """Real services with judged queries, beside the checkout; they are no part of it."""
    folder = Path(__file__).parents[4] / "shared" / "searchkit"
    if not folder.is_dir():
        pytest.skip("the search kit is not beside the checkout")
    return folder


def test_another_letter_seldom_loses_a_judged_place(kit: Path) -> None:
    with gzip.open(kit / "judged-20k.json.gz", "rt") as file:
        judged = json.load(file)
    known = [one for one in json.loads((kit / "queries.json").read_text()) if one["class"] == "known_clean"]
    meant = [(one["query"], {place for place, grade in judged[str(one["id"])].items() if grade == 2}) for one in known]
    search = searching(Services().of(rows(kit / "services-20k.csv.gz")))
    assert share_lost(search, meant) <= AT_MOST


def test_another_letter_seldom_loses_a_made_place() -> None:
    services = list(made_services(2000))
    meant = [(one.name.lower(), {one.id}) for one in services[::40]]
    assert share_lost(searching(services), meant) <= AT_MOST


def share_lost(search: Search, meant: Sequence[tuple[str, set[str]]]) -> float:
    """Of the steps after which the place had been in the first ten, those that lose it."""
    steps = lost = 0
    for text, places in meant:
        before = False
        for length in range(1, len(text) + 1):
            found = {hit.entry.id for hit in search.find(Query(text[:length]), AT, limit=10).hits}
            steps += before
            lost += before and not found & places
            before = bool(found & places)
    assert steps > 100
    return lost / steps


def searching(services: Iterable[Entry]) -> Search:
    return Search(services, load_vocabulary(), load_city("philadelphia"), {})


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=some.text(max_size=80), limit=some.integers(1, 60))
def test_any_text_is_a_query(search: Search, text: str, limit: int) -> None:
    answer = search.find(Query(text), AT, limit)
    assert len(answer.hits) == min(limit, answer.total)
    assert len({hit.entry.id for hit in answer.hits}) == len(answer.hits)
    assert all(hit.fit_words is not None and tuple(hit.why) for hit in answer.hits)
    groups = [list(Fit).index(hit.fit) for hit in answer.hits]
    assert groups == sorted(groups)
