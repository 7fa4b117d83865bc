"""The grounds on which something about a person may be told to somebody else (P-07), and what each needs to be told.

Which of them stand is settled in `law.py`; the person's own copy needs none.
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
    """One ground with its words: the reason of an emergency or threat, the number of an order.

    `consent_id` is the consent that a ground of `CONSENT` rests on, "" with any other.
    """

    kind: BasisKind
    words: str = ""
    consent_id: str = ""

    def lacks(self) -> str:
        """The sentence that says what this ground still needs, or ""; whether it stands is another question."""
        words = self.words.strip()
        match self.kind:
            case BasisKind.CONSENT if not self.consent_id:
                return "Choose the consent that allows it."
            case BasisKind.EMERGENCY if len(words) < SHORTEST_REASON:
                return f"Say in {SHORTEST_REASON} letters or more what the medical emergency is."
            case BasisKind.LAW if not words:
                return "Write the number of the order or the law that asks for it."
            case BasisKind.THREAT | BasisKind.MANDATED_REPORT if not words:
                return "Write the reason for telling them."
        return ""
