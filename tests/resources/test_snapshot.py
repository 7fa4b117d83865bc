"""The packed index in the store: it comes back as it went in, or not at all, and it tells no hidden place (S-13)."""

from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest
from sqlalchemy import delete, select, update

from navigator.resources.fields import Record
from navigator.resources.hiding import hide
from navigator.resources.parcel.contents import lines_of
from navigator.resources.revision import advance, count_all, revision
from navigator.resources.snapshot import Snapshots
from navigator.resources.snapshot_pack import STRETCH
from navigator.resources.snapshot_rows import PackRow, SnapshotRow
from navigator.storage.audit import check
from navigator.storage.database import Store
from navigator.storage.rows import AuditRow
from navigator.storage.verify import Verifier
from tests.resources.importing import HARBOR, LENA, Desk, door
from tests.resources.remains import pages
from tests.resources.roses import NOW, OTHER, PLACE, ROSE, added, left

FORM = "form 1"
SAID = "12 Quincefield Street, by the Damson gate"


def arrays_of(words: str = "") -> dict[str, np.ndarray]:
    """An index as it might be packed, more than a stretch of it."""
    return {
        "texts": np.frombuffer(words.encode(), np.uint8),
        "starts": np.arange(300_000, dtype=np.int64),
        "impacts": np.linspace(0, 1, 6, dtype=np.float32).reshape(2, 3),
        "alive": np.array([True, False]),
        "nothing": np.zeros((0, 4), np.int32),
        "one": np.array(7),
    }


@pytest.fixture
def snapshots(desk: Desk) -> Snapshots:
    return Snapshots(desk.store)


def now(store: Store) -> int:
    with store.reading() as session:
        return revision(session)


def keep(snapshots: Snapshots, store: Store, words: str = "", **more: object) -> bool:
    return snapshots.keep(LENA, arrays_of(words), FORM, now(store), **more)


def rows_of(store: Store) -> tuple[int, int]:
    """How many stretches and how many snapshots the store has."""
    with store.reading() as session:
        return len(session.scalars(select(PackRow.name)).all()), len(session.scalars(select(SnapshotRow.id)).all())


class TestKept:
    def test_arrays_come_back_as_they_went_in(self, desk, snapshots):
        desk.take(door("a"))
        assert keep(snapshots, desk.store, SAID)
        found = snapshots.load(LENA, FORM)
        assert (found.revision, found.changed, found.removed) == (now(desk.store), (), ())
        assert found.arrays.keys() == arrays_of().keys()
        for name, array in arrays_of(SAID).items():
            assert found.arrays[name].dtype == array.dtype
            assert np.array_equal(found.arrays[name], array)

    def test_a_newer_one_takes_the_place_of_the_one_before(self, desk, snapshots):
        keep(snapshots, desk.store, "before")
        stretches = rows_of(desk.store)
        assert keep(snapshots, desk.store, "after")
        assert rows_of(desk.store) == stretches
        assert snapshots.load(LENA, FORM).arrays["texts"].tobytes() == b"after"

    def test_it_is_written_in_pieces_that_let_a_save_between_them(self, desk, snapshots):
        desk.take(door("a"))
        saved = []

        def save() -> bool:
            desk.edit(desk.entries()[0].id, note=f"Ring {len(saved)} times")
            saved.append(now(desk.store))
            return True

        assert keep(snapshots, desk.store, going=save)
        assert len(saved) == 1 + (300_000 * 8 // STRETCH + 4) // 4
        (entry,) = snapshots.load(LENA, FORM).changed
        assert entry.note == f"Ring {len(saved) - 1} times"

    def test_a_missing_or_a_foreign_one_is_due(self, desk, snapshots):
        assert snapshots.is_due(LENA, FORM)
        keep(snapshots, desk.store)
        assert not snapshots.is_due(LENA, FORM)
        assert snapshots.is_due(LENA, "form 2")

    def test_one_that_much_changed_since_is_due(self, desk, snapshots):
        keep(snapshots, desk.store)
        desk.take(*(door(str(at), name=f"House {at}") for at in range(150)))
        assert snapshots.is_due(LENA, FORM)
        assert len(snapshots.load(LENA, FORM).changed) == 150

    def test_nothing_of_it_is_in_the_trail_in_a_parcel_or_in_the_audit(self, office):
        kept = Snapshots(office.station.directory)
        office.load(OTHER)
        with office.station.directory.reading() as session:
            before = repr(list(lines_of(session))), session.scalars(select(AuditRow.number)).all()
        kept.keep(office.actor, arrays_of(SAID), FORM, now(office.station.directory))
        with office.station.directory.reading() as session:
            assert (repr(list(lines_of(session))), session.scalars(select(AuditRow.number)).all()) == before
            assert check(session, None) is None
        assert set(Verifier(office.station).verify(office.actor).values()) == {"ok"}


class TestNotLoaded:
    def test_where_there_is_none(self, snapshots):
        assert snapshots.load(LENA, FORM) is None

    def test_of_another_form(self, desk, snapshots):
        keep(snapshots, desk.store)
        assert snapshots.load(LENA, "form 2") is None

    def test_that_was_stopped_and_the_next_one_is_whole(self, desk, snapshots):
        keep(snapshots, desk.store, "before")
        answers = iter([True, True, True, False])
        assert not keep(snapshots, desk.store, "stopped", going=lambda: next(answers))
        assert snapshots.load(LENA, FORM) is None
        assert keep(snapshots, desk.store, "after")
        assert snapshots.load(LENA, FORM).arrays["texts"].tobytes() == b"after"

    @pytest.mark.parametrize(
        "harm",
        [
            delete(PackRow).where(PackRow.name == "starts", PackRow.position == 1),
            delete(PackRow).where(PackRow.name == "starts"),
            update(PackRow).where(PackRow.name == "impacts").values(data=b"cut"),
            update(PackRow).where(PackRow.name == "impacts").values(data=b"longer than it was when it was packed"),
            update(PackRow).where(PackRow.name == "impacts").values(name="unknown"),
        ],
    )
    def test_with_a_piece_missing_cut_or_strange(self, desk, snapshots, harm):
        keep(snapshots, desk.store)
        with desk.store.writing() as session:
            session.execute(harm)
        assert snapshots.load(LENA, FORM) is None

    def test_with_a_damaged_page_and_the_directory_still_opens(self, desk, snapshots):
        desk.take(door("a"))
        keep(snapshots, desk.store)
        key, path = desk.store._key, desk.store.path
        desk.store.close()
        raw = bytearray(path.read_bytes())
        raw[-4096 * 100 : -4096 * 99] = bytes(4096)
        path.write_bytes(raw)
        desk.store.open(key)
        assert [entry.name for entry in desk.entries()] == [HARBOR.name]
        assert snapshots.load(LENA, FORM) is None

    def test_once_the_whole_directory_counts_as_changed(self, desk, snapshots):
        keep(snapshots, desk.store)
        with desk.store.writing() as session:
            count_all(session)
            advance(session)
        assert rows_of(desk.store) == (0, 0)
        assert snapshots.load(LENA, FORM) is None

    def test_when_two_write_at_once_the_later_one_stands(self, desk, snapshots):
        kept = []

        def interrupted() -> bool:
            if not kept:
                kept.append(keep(snapshots, desk.store, "later"))
            return True

        assert not keep(snapshots, desk.store, "earlier", going=interrupted)
        assert kept == [True]
        assert snapshots.load(LENA, FORM).arrays["texts"].tobytes() == b"later"


class TestHiddenPlaces:
    @pytest.fixture
    def kept(self, office) -> Snapshots:
        return Snapshots(office.station.directory)

    def test_hiding_takes_what_was_packed_out_of_every_table_and_every_page(self, office, kept):
        store = office.station.directory
        (rose,) = added(office, ROSE)
        kept.keep(office.actor, arrays_of(SAID), FORM, now(store))
        assert b"Quincefield" in pages(store)
        office.secrecy.hide(office.actor, rose)
        assert rows_of(store) == (0, 0)
        assert left(office, PLACE) == {}
        assert not [word for word in PLACE if word.encode() in pages(store)]

    def test_it_goes_in_the_same_transaction(self, office, kept):
        (rose,) = added(office, ROSE)
        kept.keep(office.actor, arrays_of(SAID), FORM, now(office.station.directory))
        with suppress(ZeroDivisionError), office.station.directory.writing() as session:
            session.execute(update(SnapshotRow).values(stamp="seen"))
            hide(session, rose, NOW)
            assert session.scalars(select(PackRow.name)).all() == []
            raise ZeroDivisionError
        assert kept.load(office.actor, FORM) is not None, "what is undone took nothing along"

    def test_an_index_from_before_is_not_kept_after(self, office, kept):
        store = office.station.directory
        (rose,) = added(office, ROSE)
        before = now(store)
        office.secrecy.hide(office.actor, rose)
        assert not kept.keep(office.actor, arrays_of(SAID), FORM, before)
        assert kept.keep(office.actor, arrays_of("all that is known now"), FORM, now(store))

    def test_one_that_is_being_written_is_given_up(self, office, kept):
        store = office.station.directory
        (rose,) = added(office, ROSE)
        hidden = []

        def hide_now() -> bool:
            if not hidden:
                hidden.extend(office.secrecy.hide(office.actor, rose))
            return True

        assert not kept.keep(office.actor, arrays_of(SAID), FORM, now(store), going=hide_now)
        assert left(office, PLACE) == {}
        assert not [word for word in PLACE if word.encode() in pages(store)]

    def test_a_place_that_comes_hidden_takes_it_along(self, office, kept):
        kept.keep(office.actor, arrays_of(SAID), FORM, now(office.station.directory))
        added(office, Record(replace(OTHER, confidential=True)))
        assert rows_of(office.station.directory) == (0, 0)

    def test_an_entry_that_leaves_takes_it_along(self, desk, snapshots):
        batch = desk.take(door("a"))
        keep(snapshots, desk.store, SAID)
        desk.imports.undo(LENA, batch.id)
        assert rows_of(desk.store) == (0, 0)
        assert not snapshots.keep(LENA, arrays_of(SAID), FORM, now(desk.store) - 1)
