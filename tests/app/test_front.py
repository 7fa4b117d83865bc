"""Signing in brings a search that is true of the directory, whatever happened between (the way of one sign-in)."""

from contextlib import closing

from navigator.app.front import StationFront
from navigator.app.profile import Profile
from navigator.clock import system_clock
from navigator.resources.search import Query
from tests.conftest import PASSPHRASE

NAME = "Dana"


def found(desk, words: str) -> list[str]:
    return [hit.entry.name for hit in desk.search.find(Query(words), system_clock()).hits]


def rename_first(directory_desk, name: str) -> None:
    actor, records = directory_desk.actor, directory_desk.keeping.records
    entry = directory_desk.search.find(Query("detox"), system_clock()).hits[0].entry
    records.edit(actor, entry.id, {"name": name}, records.view(actor, entry.id).seen)


def test_the_index_of_the_last_sign_in_serves_the_next_one_and_knows_what_changed(philadelphia):
    with closing(StationFront(Profile(philadelphia.profile), system_clock)) as front:
        first = front.sign_in(NAME, PASSPHRASE)
        front.lock()
        rename_first(first, "Quince Withdrawal Unit")
        second = front.sign_in(NAME, PASSPHRASE)
        assert second.search is first.search
        assert found(second, "quince withdrawal")[0] == "Quince Withdrawal Unit"


def test_a_packed_index_serves_the_next_start_and_the_command_line(philadelphia):
    with closing(StationFront(Profile(philadelphia.profile), system_clock)) as front:
        desk = front.sign_in(NAME, PASSPHRASE)
        assert desk.index.keep(desk.actor)
        rename_first(desk, "Quince Withdrawal Unit")
    with closing(StationFront(Profile(philadelphia.profile), system_clock)) as front:
        again = front.sign_in(NAME, PASSPHRASE)
        assert found(again, "quince withdrawal")[0] == "Quince Withdrawal Unit"
        assert not again.index.keep(again.actor), "what is packed is still good"
    said = philadelphia.signed("directory", "search", "quince withdrawal", "--json")
    assert said.json["results"][0]["name"] == "Quince Withdrawal Unit"
