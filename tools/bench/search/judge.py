"""MRR and nDCG of the first ten, by class of query and over the classes."""

import gzip
import json
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tools.bench.search.corpus import Corpus

MEAN = "mean"
_TOP, _EXACT = 10, 2

Quality = dict[str, tuple[float, float]]
"""(MRR, nDCG) of each class, and under `MEAN` their means."""


def quality(corpus: Corpus, find: Callable[[str], Sequence[int]]) -> Quality:
    """Of the judged queries of the corpus. Grade 2 is what was meant, 1 related; no grade: wrong."""
    if corpus.judged is None:
        return {}
    with gzip.open(corpus.judged, "rt") as file:
        judged = json.load(file)
    scores: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for query in json.loads(Path(corpus.queries).read_text("utf-8")):
        grades = {int(service): grade for service, grade in judged.get(str(query["id"]), {}).items()}
        if grades:
            scores[query["class"]].append(measured(find(query["query"]), grades))
    classes = {kind: _mean(each) for kind, each in sorted(scores.items())}
    return {**classes, MEAN: _mean(list(classes.values()))}


def measured(found: Sequence[int], grades: Mapping[int, int]) -> tuple[float, float]:
    """The reciprocal rank of the first that was meant (where none is graded so, of the first related), and nDCG."""
    top = [grades.get(service, 0) for service in found[:_TOP]]
    meant = min(_EXACT, max(grades.values()))
    reciprocal = next((1 / rank for rank, grade in enumerate(top, 1) if grade >= meant), 0.0)
    return reciprocal, _gain(top) / _gain(sorted(grades.values(), reverse=True)[:_TOP])


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))


def _mean(scores: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return sum(mrr for mrr, _ in scores) / len(scores), sum(ndcg for _, ndcg in scores) / len(scores)
