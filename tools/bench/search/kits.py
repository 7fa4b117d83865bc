"""The corpora of a run: the search kit's where it lies beside, else invented ones."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.bench.search.corpus import SIZES, Corpus
from tools.bench.search.made_kit import make_kit

_EVERY_OF_A_MILLION = 4


def corpora(scale: str, folder: Path) -> Iterator[Corpus]:
    """From the smallest up to `scale` ("20k", "100k" or "1m"), the next made in `folder` when it is asked for."""
    if scale not in SIZES:
        raise SystemExit(f"SCALE is {scale!r}; it can be {', '.join(SIZES)}.")
    for key in list(SIZES)[: list(SIZES).index(scale) + 1]:
        yield corpus_of(key, folder)


def corpus_of(key: str, folder: Path) -> Corpus:
    """The rows of one size; what is made goes into `folder`."""
    kit = _kit()
    return _of_kit(key, kit, folder) if kit else _made(key, folder / key)


def _of_kit(key: str, kit: Path, folder: Path) -> Corpus:
    services, judged = kit / f"services-{key}.csv.gz", kit / f"judged-{key}.json.gz"
    if not services.is_file():
        services = folder / services.name
        subprocess.run([sys.executable, str(kit / "grow.py"), str(services), str(SIZES[key])], check=True)
    return _corpus(key, "the kit's", services, kit, judged if judged.is_file() else None)


def _made(key: str, folder: Path) -> Corpus:
    make_kit(folder, SIZES[key])
    judged = folder / "judged.json.gz" if key != "1m" else None
    return _corpus(key, "of our own making", folder / "services.csv.gz", folder, judged)


def _corpus(key: str, made: str, services: Path, beside: Path, judged: Path | None) -> Corpus:
    return Corpus(
        key=key,
        made=made,
        services=str(services),
        keystrokes=str(beside / "keystrokes.json"),
        queries=str(beside / "queries.json"),
        judged=str(judged) if judged else None,
        every=_EVERY_OF_A_MILLION if key == "1m" else 1,
    )


def _kit() -> Path | None:
    beside = Path(__file__).resolve().parents[3].parent / "shared" / "searchkit"
    kit = Path(os.environ.get("NAVIGATOR_SEARCHKIT") or beside)
    return kit if (kit / "services-20k.csv.gz").is_file() else None
