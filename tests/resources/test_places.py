"""How far it is, and where a ZIP lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.city import load_city
from navigator.resources.places import miles, zip_point

CITY = load_city("philadelphia")
points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def test_a_mile_is_a_mile() -> None:
    city_hall, liberty_bell = (39.9526, -75.1652), (39.9496, -75.1503)
    assert miles(city_hall, liberty_bell) == pytest.approx(0.82, abs=0.02)


def test_far_is_far() -> None:
    assert miles((39.9526, -75.1652), (34.0522, -118.2437)) == pytest.approx(2390, abs=5)


@given(points, points)
def test_there_is_as_far_as_back_and_never_more_than_half_the_earth(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    assert miles(one, one) == 0
    assert miles(one, other) == pytest.approx(miles(other, one))
    assert 0 <= miles(one, other) <= 12_440


def test_a_zip_of_the_city_is_where_the_city_says() -> None:
    assert zip_point("19134", CITY) == (39.9925, -75.1133)


def test_a_zip_from_elsewhere_is_found_without_a_network() -> None:
    found = zip_point("90210", CITY)
    assert found is not None
    assert found == pytest.approx((34.09, -118.41), abs=0.05)


@pytest.mark.parametrize("code", ["00000", "1913", "19134-12", "somewhere", "", "１９１３４"])
def test_what_is_no_zip_lies_nowhere(code: str) -> None:
    assert zip_point(code, CITY) is None
