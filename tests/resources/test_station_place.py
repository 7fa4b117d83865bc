"""Where the station is (S-12)."""

import pytest

from navigator.access import Role
from navigator.city import load_city
from navigator.errors import BadInput, NotAllowed
from navigator.resources.places import Spot
from navigator.resources.station_place import StationPlace


def test_the_station_stands_where_its_keeper_said(signed):
    at = signed(Role.SOCIAL_WORKER)
    place = StationPlace(at.station.directory, load_city("philadelphia"))
    assert place.spot(at.actor) is None
    place.choose(at.actor, "19134")
    assert (place.spot(at.actor).words, place.spot(at.actor).approximate) == ("this station", True)
    place.choose(at.actor, Spot("Harbor Withdrawal Unit", 39.99, -75.11, approximate=False))
    assert place.spot(at.actor) == Spot("this station", 39.99, -75.11, approximate=False)
    with pytest.raises(BadInput, match="“1913” is not a ZIP"):
        place.choose(at.actor, "1913")


def test_a_clinician_measures_from_it_and_does_not_move_it(signed):
    at = signed(Role.CLINICIAN)
    place = StationPlace(at.station.directory, load_city("philadelphia"))
    with pytest.raises(NotAllowed):
        place.choose(at.actor, "19134")
