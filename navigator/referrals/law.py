"""The law as data: which grounds stand with 42 CFR Part 2 and without it, its notice, who signs at which age.

Read from data/law and the city's file; counsel reviews both. No file can let a ground stand that federal law lets fall.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from navigator.city import City, ConsentRules, Signer
from navigator.content import Table, read_content
from navigator.data import data_dir
from navigator.errors import StationError
from navigator.referrals.bases import SHORTEST_REASON, BasisKind

NOTICE_SHA256 = "05b9d1d8f4900fadac011323fd21ce9ba621dee44ab020c4599cc33c68b1b8a1"
"""Of data/law/notice_2_32.txt: the notice of 42 CFR 2.32(a)(1), to the letter (P-09)."""
FALLS_WITH_PART2 = frozenset({BasisKind.TREATMENT, BasisKind.THREAT})
"""Grounds without a place in 42 CFR Part 2: no file can let them stand (P-07)."""
NOT_HERE = "The law of this state, as this city's file has it, does not let a provider be told without a consent."
NO_VERBAL_HERE = "This city asks for a written consent. Let the person sign on the screen or on paper."
NO_VERBAL_PART2 = "With 42 CFR Part 2 a consent must be written. Let the person sign on the screen or on paper."
_WAYS = {
    BasisKind.CONSENT: "let the person sign a consent on the screen",
    BasisKind.EMERGENCY: "give a medical emergency as the ground, if there is one",
}


@dataclass(frozen=True)
class Ground:
    """`asks` is the label of the words that it needs ("" none), `shortest` their least number of letters.

    `why_not` is said where it falls under Part 2; `source` names the law.
    """

    kind: BasisKind
    title: str
    asks: str
    shortest: int
    with_part2: bool
    without_part2: bool
    why_not: str
    source: str = ""


@dataclass(frozen=True)
class Law:
    """What the desk goes by. `discloser` and `take_back` are the city's words for the form of a consent (P-08)."""

    grounds: tuple[Ground, ...]
    notice: str
    notice_hash: str
    rules: ConsentRules

    @property
    def verbal_consent(self) -> bool:
        """Whether the city allows a consent that is only said; never where Part 2 applies."""
        return self.rules.verbal

    @property
    def discloser(self) -> str:
        return self.rules.discloser

    @property
    def take_back(self) -> str:
        return self.rules.take_back

    def ground(self, kind: BasisKind) -> Ground:
        return next(ground for ground in self.grounds if ground.kind is kind)

    def stands(self, kind: BasisKind, *, part2: bool) -> str:
        """ "" when something may be told on that ground, else the sentence why not (P-07)."""
        ground = self.ground(kind)
        if part2 and not ground.with_part2:
            return ground.why_not
        if kind is BasisKind.TREATMENT and not self.rules.treatment:
            return NOT_HERE
        return "" if part2 or ground.without_part2 else ground.why_not

    def verbal_stands(self, *, part2: bool) -> str:
        """ "" when a consent said before a witness counts, else the sentence why not (P-08)."""
        if part2:
            return NO_VERBAL_PART2
        return "" if self.rules.verbal else NO_VERBAL_HERE

    def remaining(self, *, part2: bool) -> tuple[str, ...]:
        """The ways that remain when a ground falls, in plain words without a full stop (P-07)."""
        standing = (way for kind, way in _WAYS.items() if not self.stands(kind, part2=part2))
        return ("call without naming the person", *standing)

    def signer(self, age: int | None) -> Signer:
        """Who signs for somebody of `age` years by the city's table; not known asks the supervisor (P-24)."""
        if age is None:
            return Signer.ASK_SUPERVISOR
        known = [signer for first, signer in self.rules.signers if first <= age]
        return known[-1] if known else Signer.ASK_SUPERVISOR


def load_law(city: City) -> Law:
    """The law that ships with the program, for `city`."""
    return read_law(data_dir() / "law", city.consent)


def read_law(folder: Path, rules: ConsentRules) -> Law:
    """The law in `folder`; `StationError` for a notice that is not the pinned one, `BadInput` for a wrong table."""
    grounds = read_content(folder / "bases.toml", _grounds)
    notice = _notice(folder / "notice_2_32.txt")
    return Law(grounds, notice, NOTICE_SHA256, rules)


def _notice(path: Path) -> str:
    try:
        found = path.read_bytes()
    except OSError:
        raise StationError(
            f"The file {path.name} is missing from Navigator's content. Install Navigator again."
        ) from None
    if hashlib.sha256(found).hexdigest() != NOTICE_SHA256:
        raise StationError(
            f"The file {path.name} was changed: it is not the notice of the law. Install Navigator again."
        )
    return found.decode("utf-8").strip()


def _grounds(table: Table) -> tuple[Ground, ...]:
    table.text("reviewed_by")
    found = {ground.kind: ground for ground in (_ground(one) for one in table.tables("ground"))}
    missing = [kind for kind in BasisKind if kind not in found]
    if missing:
        raise table.wrong("ground", f"{missing[0]!r} is missing.")
    return tuple(found[kind] for kind in BasisKind)


def _ground(table: Table) -> Ground:
    ground = Ground(
        kind=BasisKind(table.needed("kind")),
        title=table.needed("title"),
        asks=table.text("asks"),
        shortest=table.whole("shortest") or 0,
        with_part2=table.flag("with_part2"),
        without_part2=table.flag("without_part2"),
        why_not=table.text("why_not"),
        source=table.needed("source"),
    )
    _heed_floor(table, ground)
    table.done()
    return ground


def _heed_floor(table: Table, ground: Ground) -> None:
    """The federal floor, and the letters that P-07 asks of an emergency."""
    if ground.with_part2 and ground.kind in FALLS_WITH_PART2:
        raise table.wrong("with_part2", "42 CFR Part 2 does not know this ground, so it cannot stand.")
    if ground.kind is BasisKind.EMERGENCY and ground.shortest < SHORTEST_REASON:
        raise table.wrong("shortest", f"an emergency asks for {SHORTEST_REASON} letters or more.")
    if not (ground.with_part2 and ground.without_part2) and not ground.why_not:
        raise table.wrong("why_not", "this is missing.")
