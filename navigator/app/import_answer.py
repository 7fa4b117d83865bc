"""What `navigator directory import` prints: the JSON others rely on, and a short report for a person."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from navigator.resources.importing.verdicts import Counted, Report

_COUNTS = ("rows", "new", "changed", "unchanged", "gone", "held", "kept_as_text", "confidential")
_SHOWN = 20
"""So many problems are listed for a person; JSON has all."""


def as_json(report: Report, *, applied: bool) -> dict[str, Any]:
    """The report in the shape that DESIGN.md fixes."""
    counts = {name: getattr(report, name) for name in _COUNTS}
    problems = [asdict(problem) for problem in report.problems]
    return {"format": report.format} | counts | {"problems": problems, "applied": applied}


def as_lines(report: Report, *, applied: bool, refused: bool = False) -> str:
    """The report as a person reads it; `refused`: it was to be applied and could not be."""
    end = "Nothing was written." if refused else _end(report, applied=applied)
    return "\n".join((*_head(report), *_counts(report), *_remarks(report), *_problems(report), end))


def _head(report: Report) -> Iterator[str]:
    list_ = f"the list “{report.feed}”" if report.known_feed else f"a new list, “{report.feed}”"
    yield f"{report.file_name}: {report.format}, {list_}, {report.rows:,} rows."


def _counts(report: Report) -> Iterator[str]:
    told = (
        (report.new, "new"),
        (report.changed, "changed"),
        (report.unchanged, "unchanged"),
        (report.held, "held: a person must say whether they are here already"),
        (report.gone, "here and no longer in the list"),
        (report.confidential, "confidential"),
        (report.protected, "fields stay as they are: edited or verified here, or of another source"),
        (report.parts, "rows that are part of other records"),
        (report.kept_as_text, "values kept as text"),
        (len(report.problems), "rows that cannot be taken"),
    )
    yield from (f"  {count:>8,}  {words}" for count, words in told)


def _remarks(report: Report) -> Iterator[str]:
    yield from _several("Kept as text", report.text_columns)
    yield from _several("Put right", report.repaired)
    yield from _several("Parts", report.part_words)
    yield from (f"Assumed: {note}" for note in report.notes)


def _several(title: str, counted: Sequence[Counted]) -> Iterator[str]:
    if counted:
        yield f"{title}:"
    yield from (f"  {one.times:>8,}  {one.words}" for one in counted[:_SHOWN])
    if len(counted) > _SHOWN:
        yield f"            and {len(counted) - _SHOWN:,} more"


def _problems(report: Report) -> Iterator[str]:
    for problem in report.problems[:_SHOWN]:
        column = f", {problem.column}" if problem.column else ""
        value = f" “{problem.value}”" if problem.value else ""
        yield f"Row {problem.row}{column}:{value} {problem.reason}"
    if len(report.problems) > _SHOWN:
        yield f"… and {len(report.problems) - _SHOWN:,} more (--json lists all)."


def _end(report: Report, *, applied: bool) -> str:
    if not (report.new or report.changed or report.held or report.gone):
        return "There was nothing to write."
    return "It is in the directory." if applied else "Nothing was written. To write it, say --apply."
