"""The rows of the result list as plain frozen values: group heads, results, and what was left off."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from navigator.resources.model import PhoneKind
from navigator.resources.search import Answer, Fit, Hit
from navigator.ui.find.result_row import ResultRow, Telling
from navigator.ui.rows.row import GroupHead


@dataclass(frozen=True)
class MoreRow:
    """The last line when not every result is listed."""

    left_off: int
    key: ClassVar[None] = None

    @property
    def spoken(self) -> str:
        return f"and {self.left_off:,} more: type another word"


@dataclass(frozen=True)
class NothingElseRow:
    """The last line where only the lines for danger are left."""

    key: ClassVar[None] = None

    @property
    def spoken(self) -> str:
        return "Nothing else is listed for these words. Try fewer or other words."


@dataclass(frozen=True)
class DangerHead(GroupHead):
    """The line above the lines for danger, with a sign of its own."""


Row = GroupHead | ResultRow | MoreRow | NothingElseRow


def rows_of(answer: Answer, telling: Telling) -> tuple[Row, ...]:
    """The answer as rows, in its own order, with a head above each group and a last line for what was left off."""
    rows: list[Row] = []
    asked = answer_asks_distance(answer)
    for fit, group in groupby(answer.hits, key=lambda hit: hit.fit):
        hits = tuple(group)
        cut = hits[-1] is answer.hits[-1] and answer.total > len(answer.hits)
        head = DangerHead if fit is Fit.ALWAYS else GroupHead
        rows.append(head(answer.titles[fit], f"{len(hits)}+" if cut else str(len(hits))))
        numbers = _numbers(hits) if fit is Fit.ALWAYS else [""] * len(hits)
        rows += (
            ResultRow(hit, telling, asked, hit is hits[-1], number) for hit, number in zip(hits, numbers, strict=True)
        )
    if answer.total > len(answer.hits):
        rows.append(MoreRow(answer.total - len(answer.hits)))
    elif answer.hits and answer.hits[-1].fit is Fit.ALWAYS:
        rows.append(NothingElseRow())
    return tuple(rows)


def _numbers(hits: Sequence[Hit]) -> list[str]:
    """For each line one of its numbers that no line before it shows: the city's own line answers to 988 too."""
    shown: list[str] = []
    for hit in hits:
        voices = (phone.number for phone in hit.entry.phones if phone.kind is PhoneKind.VOICE)
        shown.append(next((number for number in voices if number not in shown), ""))
    return shown


def answer_asks_distance(answer: Answer) -> bool:
    """Whether a place was named, in the filter or in the words."""
    return answer.query.near is not None or any(hit.distance_miles is not None for hit in answer.hits)
