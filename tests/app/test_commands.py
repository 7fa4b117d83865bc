import json
import os
import subprocess
import sys

import pytest

from tests.conftest import PASSPHRASE


def _create(terminal, **change):
    words = {"--city": "philadelphia", "--user": "Dana"} | change
    return terminal.run(
        "station", "create", *(part for pair in words.items() for part in pair), "--passphrase-stdin", "--json"
    )


def test_a_station_is_made_with_its_directory_and_says_the_recovery_code_once(terminal):
    said = _create(terminal)
    assert said.code == 0
    assert len(said.json["recovery_code"].replace("-", "")) == 32
    assert not (terminal.profile / "station.making").exists()
    results = terminal.signed("directory", "search", "", "--json", "--limit", "200").json["results"]
    assert len(results) == 93
    assert _create(terminal).code == 1


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        ({"--city": "atlantis"}, 1, "atlantis"),
        ({"--user": " "}, 1, "name"),
        ({"--role": "officer"}, 2, "role"),
    ],
)
def test_a_station_that_cannot_be_made_leaves_nothing_behind(terminal, change, code, words):
    said = _create(terminal, **change)
    assert said.code == code
    assert words in said.err
    assert said.out == ""
    assert not (terminal.profile / "station").exists()


def test_a_short_passphrase_is_refused_with_what_to_do(terminal):
    said = terminal.run(
        *("station", "create", "--city", "philadelphia", "--user", "Dana", "--passphrase-stdin"), lines=("short",)
    )
    assert said.code == 1
    assert "at least 12 characters" in said.err


def test_without_saying_who_one_is_the_usage_is_wrong(philadelphia):
    assert philadelphia.run("directory", "search", "detox").code == 2
    assert philadelphia.run("directory", "search", "detox", "--passphrase-stdin").code == 2
    assert philadelphia.run("directory").code == 2
    assert (
        philadelphia.run("directory", "search", "x", "--limit", "0", "--user", "Dana", "--passphrase-stdin").code == 2
    )


def test_the_profile_may_stand_behind_the_command(philadelphia):
    arguments = ["directory", "search", "988", "--profile", str(philadelphia.profile), "--json"]
    other = type(philadelphia)(philadelphia.profile / "elsewhere", philadelphia._monkeypatch, philadelphia._capsys)
    assert other.signed(*arguments).code == 0


def test_where_there_is_no_station_a_command_says_how_to_make_one(terminal):
    said = terminal.signed("verify")
    assert said.code == 1
    assert "navigator station create" in said.err


def test_a_wrong_passphrase_is_one_plain_line_and_nothing_on_standard_output(philadelphia):
    said = philadelphia.signed("directory", "search", "detox", "--json", passphrase="wrong")
    assert (said.code, said.out) == (1, "")
    assert said.err == "No match. 4 tries left, then a 10 minute wait.\n"


def _names(terminal, *arguments):
    said = terminal.signed("directory", "search", *arguments, "--json")
    assert said.code == 0
    return [result["name"] for result in said.json["results"]]


def test_a_mistyped_methadone_clinic_is_among_the_first_three(philadelphia):
    said = philadelphia.signed("directory", "search", "metadone clinc", "--json", "--limit", "3").json
    assert any("pioid" in result["category"] for result in said["results"])


def test_a_telephone_number_finds_its_place(philadelphia):
    for written in ("215-829-5433", "(215) 829-5433", "2158295433", "+1 215 829 5433"):
        assert _names(philadelphia, written)[0].startswith("Hall-Mercer"), written


def test_a_mens_shelter_is_the_nearest_mens_intake(philadelphia):
    assert _names(philadelphia, "mens shelter", "--near", "19132")[0].startswith("Mike Hinson")


def test_the_answer_has_the_shape_that_others_rely_on(philadelphia):
    said = philadelphia.signed("directory", "search", "walk in crisis", "--near", "19106", "--json").json
    assert set(said) == {"query", "understood", "results"}
    assert all(set(part) == {"words", "filter"} for part in said["understood"])
    expected = {
        *("id", "name", "organization", "category", "phones", "address", "open"),
        *("distance_miles", "confidential", "matched", "verified_on"),
    }
    for result in said["results"]:
        assert set(result) == expected
        assert result["open"] in {"open", "closed", "unknown"}
        assert result["verified_on"] is None, "nobody has checked the starter directory"


def test_a_confidential_entry_tells_neither_address_nor_distance(philadelphia):
    said = philadelphia.signed("directory", "search", "domestic violence shelter", "--near", "19134", "--json").json
    hidden = [result for result in said["results"] if result["confidential"]]
    assert hidden
    assert all(result["address"] is None and result["distance_miles"] is None for result in hidden)


@pytest.mark.parametrize("time", ["03:00", "sun 03:00", "2026-11-29T03:00", "2026-11-29T03:00-05:00"])
def test_open_at_shows_only_what_may_be_open_then(philadelphia, time):
    said = philadelphia.signed("directory", "search", "shelter intake", "--open-at", time, "--json", "--limit", "100")
    assert said.code == 0
    assert any(result["open"] == "open" for result in said.json["results"])


@pytest.mark.parametrize("time", ["", "soon", "25:00", "xyz 10:00", "2026-13-01"])
def test_a_time_that_is_none_is_said_plainly(philadelphia, time):
    said = philadelphia.signed("directory", "search", "shelter", f"--open-at={time}", "--json")
    assert said.code == (1 if time else 0)
    assert not time or "is not a time" in said.err


@pytest.mark.parametrize("text", ["x" * 10_000, "<b>&amp;", "مأوى", "\u202e\u0000", "'; DROP TABLE service; --", "🏠"])
def test_any_text_is_a_question(philadelphia, text):
    assert philadelphia.signed("directory", "search", text, "--json").code == 0


def test_a_near_that_is_no_zip_is_said_plainly(philadelphia):
    said = philadelphia.signed("directory", "search", "shelter", "--near", "Narnia", "--json")
    assert said.code == 1
    assert "Narnia" in said.err


@pytest.mark.parametrize("role", ["clinician", "privacy-officer", "social worker", "officer", "administrator"])
def test_an_account_of_each_role_is_made_and_signs_in_after_choosing_its_passphrase(philadelphia, role):
    said = philadelphia.signed("account", "add", "Noor", "--role", role, "--json")
    once = said.json["one_time_passphrase"]
    refused = philadelphia.signed("directory", "search", "detox", user="Noor", passphrase=once)
    assert refused.code == 1
    assert "Choose your own" in refused.err
    changed = philadelphia.run(
        *("account", "passphrase", "--user", "Noor", "--passphrase-stdin"), lines=(once, "a passphrase of her own")
    )
    assert changed.code == 0
    found = philadelphia.signed(
        "directory", "search", "detox", "--json", user="Noor", passphrase="a passphrase of her own"
    )
    assert found.json["results"]


def test_an_officer_may_not_make_accounts(philadelphia):
    once = philadelphia.signed("account", "add", "Noor", "--role", "officer", "--json").json["one_time_passphrase"]
    philadelphia.run(
        *("account", "passphrase", "--user", "Noor", "--passphrase-stdin"), lines=(once, "a passphrase of her own")
    )
    said = philadelphia.signed(
        *("account", "add", "Eve", "--role", "supervisor"), user="Noor", passphrase="a passphrase of her own"
    )
    assert said.code == 1
    assert "officer" in said.err


def test_verify_is_ok_on_a_fresh_station(philadelphia):
    said = philadelphia.signed("verify", "--json")
    assert (said.code, said.json) == (0, {"stores": {"directory": "ok", "casework": "ok"}, "ok": True})


def test_verify_says_not_checked_for_a_store_without_a_key(philadelphia):
    once = philadelphia.signed("account", "add", "Noor", "--role", "officer", "--json").json["one_time_passphrase"]
    own = "a passphrase of her own"
    philadelphia.run("account", "passphrase", "--user", "Noor", "--passphrase-stdin", lines=(once, own))
    said = philadelphia.signed("verify", "--json", user="Noor", passphrase=own)
    assert (said.code, said.json["stores"]["casework"], said.json["ok"]) == (1, "not checked", False)
    assert philadelphia.signed("verify", "--store", "directory", user="Noor", passphrase=own).code == 0


@pytest.mark.parametrize("store", ["directory", "casework"])
def test_verify_names_a_damaged_store(philadelphia, store):
    path = philadelphia.profile / "station" / f"{store}.db"
    damaged = bytearray(path.read_bytes())
    middle = len(damaged) // 2
    damaged[middle : middle + 64] = os.urandom(64)
    path.write_bytes(damaged)
    said = philadelphia.signed("verify", "--json")
    assert said.code == 1
    assert said.json["ok"] is False
    assert said.json["stores"][store] not in {"ok", "not checked"}


def test_no_file_of_the_profile_shows_text_of_a_store(philadelphia):
    philadelphia.signed("directory", "search", "detox")
    for path in philadelphia.profile.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            for text in (b"Hall-Mercer", b"215-829-5433", b"Roosevelt Darby", b"SQLite format 3", b"station made"):
                assert text not in raw, f"{text!r} in {path.name}"


def test_the_installed_program_answers_from_a_shell(philadelphia):
    program = [sys.executable, "-m", "navigator", "--profile", philadelphia.profile]
    words = ["directory", "search", "narcan", "--user", "Dana", "--passphrase-stdin", "--json"]
    said = subprocess.run([*program, *words], input=PASSPHRASE + "\n", capture_output=True, text=True, check=True)
    assert json.loads(said.stdout)["results"]
    assert said.stderr == ""


def test_a_city_that_is_not_there_is_answered_with_those_that_are(terminal):
    said = _create(terminal, **{"--city": "paris"})
    assert (said.code, said.err) == (1, "Navigator has no city “paris”. It has: philadelphia.\n")


def test_a_missing_line_of_input_is_wrong_usage_and_no_try(philadelphia):
    said = philadelphia.run("verify", "--user", "Dana", "--passphrase-stdin", lines=())
    assert said.code == 2
    assert "4 tries" in philadelphia.signed("verify", passphrase="wrong").err


def test_lines_for_a_person_say_what_nobody_checked(philadelphia):
    said = philadelphia.signed("directory", "search", "mens shelter")
    assert all("not yet checked" in line for line in said.out.splitlines())
