"""What comes in a parcel or back from a station is checked whole before anything is written (S-14)."""

from dataclasses import replace

import pytest
from hypothesis import given

from navigator.clock import to_store
from navigator.errors import BadInput
from navigator.resources.fields import values_of
from navigator.resources.parcel import checked, contents, envelope, parcels, returns
from tests.resources.remains import tables
from tests.resources.stations import HARBOR, carried, published, received
from tests.resources.strategies import RECORDS

WRONG_VALUES = [
    {"phones": 5},
    {"phones": [{"number": 5, "kind": "voice"}]},
    {"phones": [{"number": "215-555-0100", "kind": "smoke"}]},
    {"hours": [{"kind": "x"}]},
    {"hours": [{"kind": "office", "spans": [[5, 3]]}]},
    {"status": "nonsense"},
    {"status_until": "never"},
    {"status_until": "20261123"},
    {"minimum_age": True},
    {"minimum_age": 10**30},
    {"name": ["a"]},
    {"place": ["a", "b", False]},
    {"place": [91.0, 0.0, False]},
    {"place": [float("nan"), 0.0, False]},
    {"fact:free": "unknown"},
    {"nosuch": 1},
    {"other:nowhere": {}},
    {"other:service": [1]},
    [1, 2],
]
WRONG_ROOMS = [{"as_of": "yesterday"}, {"available": -1}, {"maximum": 2**63}, {"available": "many"}, {"id": ["a"]}]


@pytest.fixture
def sent_back(office, car, stick, monkeypatch, clock):
    """Sends these lines back from the car and has the office take them."""
    office.load(HARBOR)
    carried(office, car, stick)
    back = stick.with_name("back.parcel")

    def send(**changed):
        line = {"is": "proposal", "id": "p", "entry_id": office.named(HARBOR.name).id, "at": to_store(clock())}
        line |= {"by_name": "x", "by_role": "clinician", "words": "w", "values_before": {}, "values_after": {}}
        line |= {"unit": "bed", "available": 1, "maximum": 2, "restriction": "", "said_by": "", "as_of": line["at"]}
        sound = line | {"id": "sound", "values_after": {"bring": "Photo ID"}}
        monkeypatch.setattr(returns, "lines_of", lambda *_: iter([sound, line | changed]))
        car.parcels.send_back(car.actor, back)
        return office.parcels.take_back(office.actor, back)

    return send


class TestReturns:
    @pytest.mark.parametrize("values", WRONG_VALUES)
    def test_values_that_no_entry_can_have_are_refused_whole(self, office, sent_back, values):
        before = tables(office.station.directory)
        with pytest.raises(BadInput, match="cannot be read"):
            sent_back(values_after=values)
        assert tables(office.station.directory) == before

    @pytest.mark.parametrize("room", WRONG_ROOMS)
    def test_words_on_room_that_are_none_are_refused_whole(self, office, sent_back, room):
        with pytest.raises(BadInput, match="cannot be read"):
            sent_back(**{"is": "room"} | room)
        assert office.proposals.waiting(office.actor) == ()
        assert office.named(HARBOR.name).capacities == ()

    @pytest.mark.parametrize("at", ["never", "2026-11-23", "0001-01-01T00:00:00.000000Z", 5])
    def test_a_time_that_is_none_is_refused(self, sent_back, at):
        with pytest.raises(BadInput, match="cannot be read"):
            sent_back(at=at)

    def test_a_time_ahead_of_the_clock_is_refused(self, sent_back):
        with pytest.raises(BadInput, match="ahead of the clock"):
            sent_back(**{"is": "room", "as_of": "2150-01-01T00:00:00.000000Z"})

    def test_sound_lines_are_taken(self, sent_back):
        assert sent_back().proposals == 2

    @pytest.mark.parametrize(("answers", "words"), [(5000, "never published"), (10**18, "damaged")])
    def test_an_answer_to_a_parcel_that_never_was_burns_no_number(
        self, office, car, stick, sent_back, monkeypatch, answers, words
    ):
        real = envelope.head_of
        monkeypatch.setattr(envelope, "head_of", lambda *a, **k: real(*a, **k | {"answers": answers}))
        with pytest.raises(BadInput, match=words):
            sent_back()
        monkeypatch.setattr(envelope, "head_of", real)
        assert published(office, stick).number == 2

    def test_those_of_another_city_are_refused(self, car, sent_back, monkeypatch):
        real = envelope.head_of
        monkeypatch.setattr(envelope, "head_of", lambda kind, _, *more, **k: real(kind, "harborton", *more, **k))
        with pytest.raises(BadInput, match="of “harborton”"):
            sent_back()


class TestDirectories:
    @pytest.mark.parametrize(
        "changed",
        [
            *({"values": {"name": "Harbor", **values}} for values in WRONG_VALUES if isinstance(values, dict)),
            {"id": "same"},
            {"id": ""},
            {"values": {"name": None}},
            {"flags": ["confidential"]},
            {"rooms": [{"id": "r", "unit": "bed", "available": 1, "maximum": 2, "restriction": "", "said_by": ""}]},
            {"alerts": [{"id": "a", "words": "x", "starts": "never", "ends": None, "at": "x", "by_name": "y"}]},
        ],
    )
    def test_what_this_program_cannot_keep_is_refused_whole(self, office, car, stick, monkeypatch, changed):
        office.load(HARBOR, replace(HARBOR, source_id="source:harbor 2"))
        with office.station.directory.reading() as session:
            first, second = (line for line in contents.lines_of(session) if line["is"] == "entry")
        lines = [first | changed, second | {"id": changed.get("id", second["id"])}]
        monkeypatch.setattr(parcels, "lines_of", lambda _: iter(lines))
        published(office, stick)
        with pytest.raises(BadInput, match="cannot be read"):
            received(car, stick)
        assert car.entries() == ()


class TestValues:
    @given(RECORDS)
    def test_what_any_entry_has_is_taken(self, record):
        assert checked.values(values_of(record)) == values_of(record)

    def test_properties_that_are_nested_beyond_measure_are_refused(self):
        deep: object = 1
        for _ in range(60):
            deep = [deep]
        with pytest.raises(ValueError, match="too deep"):
            checked.values({"other:service": {"x": deep}})
