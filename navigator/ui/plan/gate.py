"""What keeps the paper of a plan from leaving, and the way to where that is mended (D-05)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from navigator.referrals.plan import Carry
from navigator.ui.plan.carry_question import ASK_FIRST, NOT_SAFE, CarryQuestion
from navigator.ui.plan.step_trouble import StepTrouble, first_trouble
from navigator.ui.plan.written import Written

_MEND = "Mend this first: {trouble}"


@dataclass(frozen=True)
class Held:
    """Why nothing may leave; `lead` puts the focus where that is mended."""

    sentence: str
    lead: Callable[[], None]


class Gate:
    """Open only when they said that paper is safe to carry and no field has trouble."""

    def __init__(
        self, today: Callable[[], date], carry: CarryQuestion, show_trouble: Callable[[StepTrouble], None]
    ) -> None:
        self._today, self._carry, self._show_trouble = today, carry, show_trouble

    def held(self, written: Written) -> Held | None:
        """None when the paper of what is written may leave."""
        if written.words.carry is Carry.NOT_SAFE:
            return Held(NOT_SAFE, lambda: None)
        if written.words.carry is not Carry.SAFE:
            return Held(ASK_FIRST, lambda: self._carry.answer.setFocus(Qt.FocusReason.OtherFocusReason))
        found = first_trouble(written, self._today())
        if found is None:
            return None
        return Held(_MEND.format(trouble=found.sentence), lambda: self._show_trouble(found))
