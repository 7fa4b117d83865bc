"""The sizes and weights in which papers are set (D-07)."""

from dataclasses import dataclass

from navigator.documents.blocks import Size
from navigator.documents.letters import Weight
from navigator.documents.sheet import Ink, Style


@dataclass(frozen=True)
class Type:
    """The styles of a paper. Nothing is under 12 points, no number to dial under 24 (D-07)."""

    title: Style
    when: Style
    name: Style
    number: Style
    lifeline: Style
    body: Style
    strong: Style
    label: Style
    lead: Style
    small: Style
    marking: Style


TYPES = {
    Size.STANDARD: Type(
        title=Style(Weight.BOLD, 26),
        when=Style(Weight.BOLD, 18),
        name=Style(Weight.BOLD, 16),
        number=Style(Weight.BOLD, 26),
        lifeline=Style(Weight.BOLD, 30),
        body=Style(Weight.REGULAR, 14),
        strong=Style(Weight.SEMIBOLD, 14),
        label=Style(Weight.SEMIBOLD, 14, Ink.QUIET),
        lead=Style(Weight.REGULAR, 14, Ink.QUIET),
        small=Style(Weight.REGULAR, 12, Ink.QUIET),
        marking=Style(Weight.BOLD, 14),
    )
}
