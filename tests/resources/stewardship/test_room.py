"""How many beds are free, told in two keystrokes (S-04)."""

import pytest

from navigator.errors import BadInput

from .bench import DANA, HARBOR, Bench


@pytest.fixture
def harbor(bench: Bench) -> str:
    return bench.put(HARBOR)[0]


def test_the_unit_and_how_many_there_are_in_all_stay_as_last_told(bench: Bench, harbor: str):
    bench.directory.report_room(DANA, harbor, 3, unit="bed", maximum=18, said_by="Mr. Tran")
    bench.clock.forward(hours=1)
    (told,) = bench.directory.report_room(DANA, harbor, 0).capacities
    assert (told.unit, told.available, told.maximum, told.said_by) == ("bed", 0, 18, "Dana R.")
    assert told.as_of == bench.clock.now


def test_there_may_be_more_in_all_when_somebody_says_so(bench: Bench, harbor: str):
    bench.directory.report_room(DANA, harbor, 3, unit="bed", maximum=18)
    before = bench.everything()
    with pytest.raises(BadInput, match="more than the 18"):
        bench.directory.report_room(DANA, harbor, 20)
    assert bench.everything() == before
    (told,) = bench.directory.report_room(DANA, harbor, 20, maximum=24).capacities
    assert (told.available, told.maximum) == (20, 24)


def test_the_first_word_must_say_what_is_counted(bench: Bench, harbor: str):
    with pytest.raises(BadInput, match="what is counted"):
        bench.directory.report_room(DANA, harbor, 3)
