"""Parcels that are refused, each with its own sentence, and nothing written (S-14)."""

from dataclasses import replace

import pytest

from navigator.errors import BadInput
from navigator.resources.importing.verdicts import Stopped
from navigator.resources.parcel import applying
from navigator.resources.parcel.parcels import NewPublisher
from tests.resources.stations import CEDAR, HARBOR, carried, published, received, station_at


class TestRefused:
    @pytest.fixture
    def whole(self, office, stick):
        office.load(HARBOR)
        published(office, stick)
        return stick.read_bytes()

    def test_the_first_parcel_asks_for_the_fingerprint(self, car, stick, whole):
        with pytest.raises(NewPublisher) as asked:
            car.parcels.receive(car.actor, stick)
        with pytest.raises(BadInput, match="not badu"):
            received(car, stick, trust="badu-badu")
        assert car.entries() == ()
        assert received(car, stick, trust=asked.value.fingerprint.upper().replace("-", " ")).added == 1

    def test_a_flipped_byte_is_refused_and_nothing_is_written(self, car, stick, whole):
        fingerprint = car.parcels.look(car.actor, stick).fingerprint
        for at in range(0, len(whole), 7):
            stick.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            with pytest.raises(BadInput, match="Nothing was changed"):
                car.parcels.receive(car.actor, stick, trust=fingerprint)
        assert car.entries() == ()
        assert car.parcels.standing(car.actor) is None

    @pytest.mark.parametrize(("keep", "words"), [(0, "no parcel"), (40, "damaged"), (-1, "cut short")])
    def test_a_parcel_that_is_cut_says_so(self, car, stick, whole, keep, words):
        stick.write_bytes(whole[:keep])
        with pytest.raises(BadInput, match=words):
            received(car, stick)
        assert car.entries() == ()

    def test_something_behind_the_end_is_refused(self, car, stick, whole):
        stick.write_bytes(whole + b"x")
        with pytest.raises(BadInput, match="damaged"):
            received(car, stick)

    def test_the_same_and_an_older_one_are_refused(self, office, car, stick, whole):
        received(car, stick)
        with pytest.raises(BadInput, match="number 1 is here already"):
            received(car, stick)
        carried(office, car, stick)
        stick.write_bytes(whole)
        with pytest.raises(BadInput, match="number 1 is older than number 2"):
            received(car, stick)

    def test_a_parcel_of_somebody_else_is_refused(self, office, car, stick, whole, laid_once, tmp_path, clock):
        received(car, stick)
        with station_at(laid_once, tmp_path / "other" / "station", clock) as other:
            other.load(CEDAR)
            published(other, stick)
            published(other, stick)
        with pytest.raises(BadInput, match="not from the publisher"):
            received(car, stick)
        assert car.values() == office.values()

    def test_ones_own_parcel_and_that_of_another_city_are_refused(self, office, car, stick, whole):
        with pytest.raises(BadInput, match="this station itself"):
            received(office, stick)
        car.parcels._city = replace(car.parcels._city, key="harborton")
        with pytest.raises(BadInput, match="of “philadelphia”"):
            received(car, stick)

    def test_what_fails_in_the_middle_leaves_the_directory_as_it_was(self, office, car, stick, monkeypatch):
        office.load(HARBOR, CEDAR)
        car.load(HARBOR)
        before = car.values()
        published(office, stick)
        monkeypatch.setattr(applying, "prune", lambda _: (_ for _ in ()).throw(BadInput("stopped")))
        with pytest.raises(BadInput, match="stopped"):
            received(car, stick)
        assert car.values() == before
        assert car.parcels.standing(car.actor) is None

    def test_a_receipt_that_is_stopped_changes_nothing(self, car, stick, whole):
        fingerprint = car.parcels.look(car.actor, stick).fingerprint

        def stop(done: int, of: int) -> None:
            raise Stopped

        with pytest.raises(Stopped):
            car.parcels.receive(car.actor, stick, trust=fingerprint, progress=stop)
        assert car.entries() == ()
