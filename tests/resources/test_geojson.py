"""GeoJSON: properties are columns, the point is the place."""

import json
from typing import Any

import pytest

from navigator.errors import BadInput
from navigator.resources.exchange.mapping import ColumnMapping
from tests.resources.pieces import Read, Write


def collection(*features: Any) -> str:
    return json.dumps({"type": "FeatureCollection", "name": "help", "features": list(features)})


def feature(properties: dict[str, Any], point: list[float] | None = None, **more: Any) -> dict[str, Any]:
    geometry = None if point is None else {"type": "Point", "coordinates": point}
    return {"type": "Feature", "properties": properties, "geometry": geometry} | more


def test_properties_are_columns_and_the_point_is_the_place(write: Write, read: Read) -> None:
    properties = {
        "NAME": "Oak House",
        "PHONE": "215-555-0100",
        "beds": 12,
        "open": True,
        "tags": ["a", "b"],
        "no": None,
    }
    door = read(write("help.geojson", collection(feature(properties, [-75.19, 39.96], id=5)))).door
    assert (door.row, door.key, door.record.entry.name) == (1, "5", "Oak House")
    assert door.record.entry.place == (39.96, -75.19)
    assert door.record.entry.phones[0].number == "215-555-0100"
    assert door.record.extra["service"] == {"beds": "12", "open": "Yes", "tags": "a, b"}


def test_features_need_not_have_the_same_properties(write: Write, read: Read) -> None:
    text = collection(feature({"name": "Oak"}), feature({"name": "Elm", "phone": "988"}, [-75.19, 39.96]))
    first, second = read(write("help.json", text)).doors
    assert first.record.entry.place is None
    assert second.record.entry.phones[0].number == "988"


def test_what_is_no_point_is_kept_as_it_stands(write: Write, read: Read) -> None:
    area = {"type": "Polygon", "coordinates": [[[-75, 39], [-75, 40], [-74, 40], [-75, 39]]]}
    door = read(write("help.geojson", collection(feature({"name": "Oak"}) | {"geometry": area}))).door
    assert door.record.entry.place is None
    assert json.loads(door.record.extra["service"]["geometry"]) == area


def test_a_mapping_of_the_properties_leaves_the_point_the_place(write: Write, read: Read) -> None:
    path = write("help.geojson", collection(feature({"a": "Oak", "b": "988"}, [-75.19, 39.96])))
    door = read(path, mapping=ColumnMapping({"a": "name", "b": "phone"})).door
    assert (door.record.entry.name, door.record.entry.place) == ("Oak", (39.96, -75.19))


def test_a_feature_without_a_name_is_a_problem(write: Write, read: Read) -> None:
    pieces = read(write("help.geojson", collection(feature({"name": "Oak"}), "nonsense", feature({"name": ""}))))
    assert [problem.row for problem in pieces.problems] == [2, 3]
    assert len(pieces.doors) == 1


def test_a_file_that_is_cut_short_is_refused(write: Write, read: Read) -> None:
    path = write("help.geojson", collection(feature({"name": "Oak"}), feature({"name": "Elm"}))[:-20])
    with pytest.raises(BadInput, match=r"help\.geojson: the file is damaged"):
        read(path, format_name="geojson")
