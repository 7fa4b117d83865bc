"""The bad rows of a file, each by row, column, value and reason (S-08)."""

from collections.abc import Sequence

from navigator.resources.exchange.incoming import Problem
from navigator.ui.widgets.text import Text

MOST = 50


def problem_lines(problems: Sequence[Problem]) -> list[Text]:
    """A line for each of the first `MOST`, and one that counts the others."""
    lines = [Text(problem_words(one), tone="text2", wrap=True) for one in problems[:MOST]]
    if len(problems) > MOST:
        lines.append(Text(f"And {len(problems) - MOST:,} more.", tone="text2"))
    return lines


def problem_words(problem: Problem) -> str:
    column = f", {problem.column}" if problem.column else ""
    value = f" “\u2068{problem.value}\u2069”" if problem.value else ""
    return f"Row {problem.row:,}{column}{value}: {problem.reason}"
