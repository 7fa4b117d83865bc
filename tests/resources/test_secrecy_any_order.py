"""Whatever happened before a place was hidden, nothing tells it (S-13)."""

import zipfile
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navigator.city import load_city
from navigator.errors import BadInput
from navigator.resources import reading
from navigator.resources.exchange.exports import EXPORT_FORMATS, HSDS_TABULAR, Exports
from navigator.resources.fields import Record
from navigator.resources.model import (
    Capacity,
)
from navigator.resources.parcel.contents import lines_of
from navigator.resources.stewardship.pairs import Held, hold
from navigator.resources.stewardship.removing import remove
from tests.resources.roses import CANARY, NOW, PLACE, ROSE, WHOLE, added, changed, left


def _edit(office, rose, twin, at):
    changed(office, rose, directions=f"Damson gate {at}", note=f"Note {CANARY} {at}", address={"line": "1 Quincefield"})


def _propose(office, rose, twin, at):
    values = {"address": {"line": f"{at} Quincefield Street"}, "bring": f"Bring {CANARY} {at}"}
    office.proposals.propose(office.actor, rose, values, f"They say {CANARY} {at}.")


def _alert(office, rose, twin, at):
    office.alerts.put(office.actor, twin, f"Alert {CANARY} {at}", NOW.date(), None)


def _room(office, rose, twin, at):
    told = Capacity("bed", at, 18, f"wing {CANARY}", f"guard {CANARY} {at}", NOW)
    office.directory.report_capacity(office.actor, rose, told)


def _hold(office, rose, twin, at):
    with office.station.directory.writing() as session:
        hold(session, [Held(twin, ROSE, "", f"key {at}", "batch", 80.0, ("12 Quincefield Street",))], NOW)


def _settle(office, rose, twin, at):
    for pair in office.duplicates.pairs(office.actor):
        if pair.is_held:
            office.duplicates.settle_held(office.actor, pair.id, same=True)


def _merge(office, rose, twin, at):
    office.duplicates.merge(office.actor, rose, twin, {"bring": f"Bring {CANARY} {at}"})


STEPS = (_edit, _propose, _alert, _room, _hold, _settle, _merge)


def emptied(office) -> None:
    with office.station.directory.writing() as session:
        remove(session, [entry.id for entry in reading.entries(session)])


def given_away(office, folder) -> str:
    """Everything that a parcel and the exports say."""
    exports = Exports(office.station.directory, load_city("philadelphia"))
    for name in EXPORT_FORMATS:
        exports.write(office.actor, folder / name, name, confidential=True)
    with zipfile.ZipFile(folder / HSDS_TABULAR) as packed:
        told = [packed.read(name).decode() for name in packed.namelist()]
    told += [(folder / name).read_text() for name in EXPORT_FORMATS if name != HSDS_TABULAR]
    with office.station.directory.reading() as session:
        return "\n".join((*told, repr(list(lines_of(session)))))


class TestAnyOrder:
    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(steps=st.lists(st.sampled_from(STEPS), max_size=6))
    def test_whatever_happened_before_nothing_tells_the_place(self, office, tmp_path, steps):
        emptied(office)
        rose, twin = added(office, ROSE, Record(replace(WHOLE, source_id="twin"), ROSE.extra))
        for at, step in enumerate(steps):
            with suppress(BadInput):  # merged already
                step(office, rose, twin, at)
        for entry_id in (rose, twin):
            office.secrecy.hide(office.actor, entry_id)
        assert left(office, PLACE) == {}
        assert left(office, (CANARY,), "quarantine") == {}
        assert not [word for word in (*PLACE, CANARY) if word in repr(office.entries())]
        leaving = given_away(office, tmp_path)
        assert "Rose Safe Home" in leaving
        assert not [word for word in (*PLACE, CANARY) if word in leaving]

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(steps=st.lists(st.sampled_from((_room, _settle, _hold, _merge)), max_size=5))
    def test_no_import_or_merge_brings_the_place_back(self, office, steps):
        emptied(office)
        rose, twin = added(office, ROSE, Record(replace(WHOLE, source_id="twin"), ROSE.extra))
        for entry_id in (rose, twin):
            office.secrecy.hide(office.actor, entry_id)
        for at, step in enumerate(steps):
            with suppress(BadInput):
                step(office, rose, twin, at)
        assert not [word for word in PLACE if word in repr(office.entries())]

    @pytest.mark.parametrize("step", [_edit, _propose])
    def test_a_hidden_place_is_not_typed_in_again(self, office, step):
        (rose,) = added(office, ROSE)
        office.secrecy.hide(office.actor, rose)
        with pytest.raises(BadInput):
            step(office, rose, rose, 1)
        assert left(office, PLACE) == {}
