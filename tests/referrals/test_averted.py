"""What was averted rests on what was said and on how the visit ended, never on a guess (section 3)."""

from itertools import combinations

import pytest

from navigator.referrals.averted import AVERTABLE, Averted, averted
from navigator.referrals.encounter import HoldType, Instead
from navigator.referrals.visit import Disposition, Ending

from .scenes import NOW

CAME_TO = {
    Instead.ARREST: {Disposition.ARREST, Disposition.OFFICER},
    Instead.EMERGENCY_ROOM: {Disposition.MEDICAL_ED},
    Instead.HOLD: {Disposition.INVOLUNTARY},
}
SAID = [(), *combinations(AVERTABLE, 1), *combinations(AVERTABLE, 2), AVERTABLE, (Instead.NONE,)]


@pytest.mark.parametrize("what", AVERTABLE)
@pytest.mark.parametrize("ended", Disposition)
@pytest.mark.parametrize("said", SAID, ids=lambda said: "+".join(said) or "not asked")
def test_every_ending_with_every_word_of_the_officer(what, ended, said):
    found = averted(Ending(NOW, ended, instead=said), what).averted
    if ended in CAME_TO[what]:
        assert found is Averted.NO
    elif not said:
        assert found is Averted.CANNOT_SAY
    elif what not in said:
        assert found is Averted.NOT_APPLICABLE
    elif ended in {Disposition.NOT_LOCATED, Disposition.OTHER}:
        assert found is Averted.CANNOT_SAY
    else:
        assert found is Averted.YES


def test_a_second_ending_counts_as_much_as_the_first():
    ending = Ending(NOW, Disposition.SHELTER, (Disposition.MEDICAL_ED,), instead=(Instead.EMERGENCY_ROOM,))
    assert averted(ending, Instead.EMERGENCY_ROOM).averted is Averted.NO


def test_an_involuntary_hold_was_not_averted_however_the_visit_is_called():
    ending = Ending(NOW, Disposition.MEDICAL_ED, hold=HoldType.INVOLUNTARY, instead=(Instead.HOLD,))
    assert averted(ending, Instead.HOLD).averted is Averted.NO


@pytest.mark.parametrize("what", AVERTABLE)
def test_an_open_visit_averted_nothing_yet_and_each_finding_has_its_ground(what):
    assert averted(None, what).averted is Averted.CANNOT_SAY
    for ended in Disposition:
        assert averted(Ending(NOW, ended), what).basis.endswith(".")
