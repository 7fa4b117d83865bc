"""The grounds on which something about a person may be told to somebody else (P-07).

The person's own copy needs none. Consents are records of their own and come with them; until then `CONSENT` cannot be
given here, and a call names nobody.
"""

from dataclasses import dataclass
from enum import StrEnum

SHORTEST_REASON = 20
"""Characters of reason that a medical emergency asks for (P-07)."""


class BasisKind(StrEnum):
    CONSENT = "consent"
    TREATMENT = "treatment where state law allows"
    EMERGENCY = "medical emergency"
    LAW = "required by law or court order"
    THREAT = "serious and imminent threat"
    MANDATED_REPORT = "mandated report"


@dataclass(frozen=True)
class Basis:
    """One ground with its words: the reason of an emergency or threat, the number of an order."""

    kind: BasisKind
    words: str

    def lacks(self) -> str:
        """The sentence that says what this ground still needs, or ""."""
        words = self.words.strip()
        match self.kind:
            case BasisKind.EMERGENCY if len(words) < SHORTEST_REASON:
                return f"Say in {SHORTEST_REASON} letters or more what the medical emergency is."
            case BasisKind.LAW if not words:
                return "Write the number of the order or the law that asks for it."
            case BasisKind.THREAT | BasisKind.MANDATED_REPORT if not words:
                return "Write the reason for telling them."
            case BasisKind.CONSENT | BasisKind.TREATMENT:
                return "Navigator cannot record a consent yet. Call without naming the person."
        return ""
