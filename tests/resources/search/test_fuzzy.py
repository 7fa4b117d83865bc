"""Which misspellings are forgiven, and which word is then the likeliest."""

import pytest

from navigator.resources.search.fuzzy import Spelling, Spellings

WORDS = sorted(
    (
        *("alcohol", "anonymous", "buprenorphine", "center", "children", "city", "clinic", "course", "detox"),
        *("family", "food", "foot", "home", "housing", "imperial", "kitchen", "mental", "methadone", "nazarene"),
        *("nurse", "offices", "pantry", "park", "pharmacy", "physical", "psychiatrist", "recovery", "shelter"),
        *("shelters", "soup", "south", "tonight", "transitional", "waters", "ärzte", "клиника", "302", "303b"),
    )
)
SPELLINGS = Spellings(WORDS)


def best_first(found: tuple[Spelling, ...]) -> list[str]:
    return [WORDS[one.surface] for one in sorted(found, key=lambda one: -one.weight)]


def near(typed: str) -> list[str]:
    return best_first(SPELLINGS.near(typed))


def weight(typed: str, meant: str) -> float:
    return next(one.weight for one in SPELLINGS.near(typed) if WORDS[one.surface] == meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("metadone", "methadone"),
        ("methadnoe", "methadone"),
        ("shleter", "shelter"),
        ("sheltar", "shelter"),
        ("clinc", "clinic"),
        ("psyciatrst", "psychiatrist"),
        ("kichen", "kitchen"),
        ("hoje", "home"),
        ("ciy", "city"),
        ("coursd", "course"),
        ("nuerse", "nurse"),
        ("imoperial", "imperial"),
        ("ofvfices", "offices"),
        ("клинка", "клиника"),
        ("arzte", "ärzte"),
    ],
)
def test_a_mistyped_word_finds_the_word_that_was_meant(typed: str, meant: str) -> None:
    assert near(typed)[0] == meant


@pytest.mark.parametrize(("typed", "meant"), [("ghildren", "children"), ("ohme", "home"), ("wshelter", "shelter")])
def test_a_slip_in_the_first_letter_is_forgiven(typed: str, meant: str) -> None:
    assert near(typed)[0] == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("farmasy", "pharmacy"),
        ("fisikal", "physical"),
        ("sikiatrist", "psychiatrist"),
        ("tonite", "tonight"),
        ("alkahol", "alcohol"),
        ("transishunal", "transitional"),
    ],
)
def test_a_word_written_by_ear_finds_the_word_however_far_its_letters_are(typed: str, meant: str) -> None:
    assert near(typed)[0] == meant


def test_a_word_of_five_letters_is_forgiven_two_edits_when_one_is_a_swap_and_both_are_slips() -> None:
    assert "nurse" in near("nrues")
    assert "shelter" not in near("sxltz")


@pytest.mark.parametrize(
    ("slip", "other"),
    [
        ("foid", "foqd"),  # beside it on the keyboard
        ("foud", "foqd"),  # a vowel for a vowel
        ("fodo", "fxod"),  # a swap of neighbours
        ("foood", "foxod"),  # a letter twice
        ("fod", "foodq"),  # a letter left out
    ],
)
def test_a_slip_of_finger_or_ear_is_likelier_than_any_other_edit(slip: str, other: str) -> None:
    assert weight(slip, "food") > weight(other, "food")


def test_fewer_edits_are_likelier_and_the_word_itself_is_sure() -> None:
    assert weight("shelter", "shelter") == 1.0
    assert weight("sheltor", "shelter") > weight("shiltor", "shelter") > 0


def test_an_edit_in_a_long_word_takes_less_than_one_in_a_short_word() -> None:
    assert weight("transitionel", "transitional") > weight("detux", "detox")


def test_a_mistyped_beginning_finds_the_word_while_it_is_typed() -> None:
    assert "methadone" in best_first(SPELLINGS.near_start("metad"))
    assert "methadone" not in near("metad")
    assert "transitional" in best_first(SPELLINGS.near_start("trasnitoi"))


def test_what_does_begin_with_the_typed_letters_is_no_misspelling() -> None:
    assert SPELLINGS.near_start("meth") == ()


def test_the_likeliest_beginnings_come_first() -> None:
    weights = [one.weight for one in SPELLINGS.near_start("sheltr")]
    assert weights == sorted(weights, reverse=True) != []


def test_numbers_and_very_short_words_are_taken_as_they_are() -> None:
    for typed in ("302", "303", "304b", "fo", "f", ""):
        assert SPELLINGS.near(typed) == SPELLINGS.near_start(typed) == ()
    assert SPELLINGS.nearest("304", 5) == ()


def test_no_word_is_a_misspelling_of_a_number() -> None:
    assert not {"302", "303b"} & {WORDS[one.surface] for one in SPELLINGS.nearest("cob", 100)}


def test_the_nearest_words_are_named_however_far_they_are() -> None:
    assert best_first(SPELLINGS.nearest("shltrrrs", 3))[0] == "shelters"
    assert len(SPELLINGS.nearest("menthadoone", 2)) == 2
    assert best_first(SPELLINGS.nearest("shelter", 2)) == ["shelter", "shelters"]


def test_a_word_typed_without_its_space_is_two_words() -> None:
    assert [(WORDS[one], WORDS[other]) for one, other in SPELLINGS.splits("soupkitchen")] == [("soup", "kitchen")]
    assert SPELLINGS.splits("soupkitchens") == SPELLINGS.splits("soup") == ()


def test_a_directory_without_words_finds_nothing() -> None:
    for surfaces in ([], ["302"]):
        empty = Spellings(surfaces)
        assert empty.near("shelter") == empty.near_start("shelter") == empty.nearest("shelter", 3) == ()
