"""A drawn signature as text for a draft: strokes of points, each from 0 to 1 of the pad's width and height."""

import json
from contextlib import suppress

type Point = tuple[float, float]
type Stroke = tuple[Point, ...]
type Strokes = tuple[Stroke, ...]

_DIGITS = 4


def as_text(strokes: Strokes) -> str:
    """ "" where nothing is drawn."""
    return json.dumps(strokes, separators=(",", ":")) if strokes else ""


def from_text(text: str) -> Strokes:
    """What cannot be read is no signature."""
    with suppress(ValueError, TypeError):
        return tuple(tuple((float(x), float(y)) for x, y in stroke) for stroke in json.loads(text or "[]"))
    return ()


def point(x: float, y: float) -> Point:
    """Held inside the pad: a hand goes over the edge."""
    return round(min(1.0, max(0.0, x)), _DIGITS), round(min(1.0, max(0.0, y)), _DIGITS)
