"""The words of search travel in a parcel, so that every station understands what the desk understands (S-12, S-14)."""

import pytest

from navigator.errors import BadInput
from navigator.resources.parcel import contents, parcels
from navigator.resources.parcel.names import called
from navigator.resources.stewardship.word_groups import Listed
from navigator.resources.stewardship.words import Words
from navigator.resources.vocabulary import Group, Kind
from tests.resources.stations import CEDAR, StationDesk, carried, published, received

TRANQ = Listed(Group(Kind.MEANS, ("tranq dope",), ("withdrawal unit",)))
CORNER = Listed(Group(Kind.MEANS, ("soup corner",), ("food pantry",)))


def words_of(station: StationDesk) -> Words:
    return Words(station.station.directory)


def heard(station: StationDesk) -> list[tuple[str, ...]]:
    """What is said in the groups of the desk's own."""
    return [one.group.say for one in words_of(station).groups(station.actor) if one.is_own]


def shipped(station: StationDesk) -> Listed:
    return next(one for one in words_of(station).groups(station.actor) if one.group.kind is Kind.MEANS and not one.id)


@pytest.fixture
def first(office: StationDesk, car: StationDesk) -> str:
    """A shipped group that the office switches off, after it has added words of its own."""
    office.load(CEDAR)
    words_of(office).put(office.actor, TRANQ)
    key = shipped(office).ref
    words_of(office).switch_off(office.actor, key)
    return key


def test_every_station_understands_what_the_desk_does(office, car, stick, first):
    carried(office, car, stick)
    assert words_of(car).vocabulary(car.actor) == words_of(office).vocabulary(office.actor)
    (told,) = [one for one in words_of(car).groups(car.actor) if one.is_own]
    assert (told.group.means, told.at) == (("withdrawal unit",), words_of(office).groups(office.actor)[0].at)


def test_what_the_desk_takes_back_is_taken_back_and_a_stations_own_words_stay(office, car, stick, first):
    carried(office, car, stick)
    words_of(car).put(car.actor, CORNER)
    words_of(office).remove(office.actor, words_of(office).groups(office.actor)[0].id)
    words_of(office).switch_on(office.actor, first)
    carried(office, car, stick)
    assert heard(car) == [("soup corner",)]
    assert first in words_of(car).vocabulary(car.actor).by_key


def test_a_shipped_group_that_both_changed_is_the_desks(office, car, stick, first):
    mine = next(one for one in words_of(car).groups(car.actor) if one.ref == first)
    words_of(car).put(car.actor, mine.saying(("only here",), mine.group.means))
    carried(office, car, stick)
    assert first not in words_of(car).vocabulary(car.actor).by_key


def test_a_parcel_of_an_older_navigator_leaves_the_words_as_they_are(office, car, stick, first, monkeypatch):
    carried(office, car, stick)
    older = contents.lines_of
    monkeypatch.setattr(parcels, "lines_of", lambda session: (one for one in older(session) if one["is"] != "words"))
    words_of(office).remove(office.actor, words_of(office).groups(office.actor)[0].id)
    carried(office, car, stick)
    assert heard(car) == [("tranq dope",)]


def test_words_of_a_newer_navigator_are_kept_and_not_understood(office, car, stick, monkeypatch):
    office.load(CEDAR)
    line = {"id": "new", "kind": "rhyme", "say": ["tranq"], "means": ["x"], "replaces": "", "off": False}
    _send(monkeypatch, line | {"at": "2026-11-23T00:00:00.000000Z", "by_name": "Lena M.", "further": 1})
    carried(office, car, stick)
    assert heard(car) == []
    assert words_of(car).vocabulary(car.actor) == words_of(office).vocabulary(office.actor)


@pytest.mark.parametrize(
    "wrong",
    [{"say": "tranq"}, {"say": [""]}, {"say": ["x"] * 501}, {"means": [5]}, {"off": "no"}, {"id": ""}, {"at": "x"}],
)
def test_words_that_are_none_are_refused_whole(office, car, stick, monkeypatch, wrong):
    office.load(CEDAR)
    line = {"id": "new", "kind": "means", "say": ["tranq"], "means": ["x"], "replaces": "", "off": False}
    _send(monkeypatch, line | {"at": "2026-11-23T00:00:00.000000Z", "by_name": "Lena M."} | wrong)
    published(office, stick)
    with pytest.raises(BadInput, match="cannot be read"):
        received(car, stick)
    assert car.entries() == ()


def test_of_who_wrote_them_no_more_is_told_than_on_paper(office, car, stick, first):
    carried(office, car, stick)
    with car.station.directory.connection(writes=False) as connection:
        rows = connection.exec_driver_sql('SELECT "by", by_name FROM vocabulary_group').all()
    assert [name for _, name in rows] == [called(office.actor.name)] * 2
    assert all(by.startswith("parcel:") for by, _ in rows)


def _send(monkeypatch: pytest.MonkeyPatch, group: dict[str, object]) -> None:
    """The parcel that is published next holds this one group."""
    real = contents.lines_of

    def lines(session: object) -> list[dict[str, object]]:
        return [one | ({"groups": [group]} if one["is"] == "words" else {}) for one in real(session)]

    monkeypatch.setattr(parcels, "lines_of", lines)
