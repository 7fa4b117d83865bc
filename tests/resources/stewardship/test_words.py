"""The words of search belong to the desk: its own count first, and those that ship can be changed (S-12)."""

from dataclasses import replace

import pytest

from navigator.clock import to_store
from navigator.errors import BadInput, ChangedMeanwhile, NotFound
from navigator.resources.stewardship.desk_drafts import NEW, DeskDraftKind
from navigator.resources.stewardship.rows import VocabularyGroupRow
from navigator.resources.stewardship.word_checks import LONGEST_PHRASE, MOST_PHRASES, phrases, troubles
from navigator.resources.stewardship.word_groups import Listed, matching
from navigator.resources.stewardship.words import CHANGED, Words
from navigator.resources.vocabulary import Group, Kind, Vocabulary, load_vocabulary

from .bench import LENA, SAM, Bench

DETOX = Group(Kind.MEANS, ("dope sick", "dopesick"), ("detox",), "drugs/means/dope sick")
CRISIS = Group(Kind.SAME, ("mobile crisis", "crisis team"), ("mobile crisis", "crisis team"), "mind/same/mobile crisis")
TONIGHT = Group(Kind.FILTER, ("tonight",), ("open tonight",), "filters/filter/tonight")
DANGER = Group(Kind.DANGER, ("kill myself",), (), "danger/danger/kill myself")
PLAIN = Group(Kind.PLAIN, ("suicide prevention training",), (), "danger/plain/suicide prevention training")
SHIPPED = Vocabulary((DETOX, CRISIS, TONIGHT, DANGER, PLAIN), frozenset({"the", "of"}))
TRANQ = Listed(Group(Kind.MEANS, ("tranq dope", "tranq"), ("withdrawal unit",)))


@pytest.fixture
def words(bench: Bench) -> Words:
    return Words(bench.store, lambda: SHIPPED)


def of(words: Words, key: str) -> Listed:
    return next(one for one in words.groups(LENA) if one.ref == key)


def heard(words: Words) -> tuple[Group, ...]:
    return words.vocabulary(LENA).groups


class TestOwn:
    def test_own_words_count_before_those_that_ship(self, words):
        kept = words.put(LENA, TRANQ)
        assert heard(words) == (TRANQ.group, *SHIPPED.groups)
        assert words.vocabulary(LENA).small_words == SHIPPED.small_words
        assert (kept.is_own, kept.by_name, kept.ref) == (True, LENA.name, kept.id)

    def test_an_own_group_is_changed_in_its_place(self, words):
        kept = words.put(LENA, TRANQ)
        again = words.put(SAM, kept.saying(("tranq dope",), ("sobering center",)))
        assert again.id == kept.id
        assert heard(words)[0] == Group(Kind.MEANS, ("tranq dope",), ("sobering center",))
        assert len(words.groups(LENA)) == len(SHIPPED.groups) + 1

    def test_what_was_removed_can_be_put_back_as_it_was(self, words):
        removed = words.remove(LENA, words.put(LENA, TRANQ).id)
        assert heard(words) == SHIPPED.groups
        assert words.put(LENA, removed).id == removed.id
        assert heard(words)[0] == TRANQ.group

    def test_what_is_gone_cannot_be_removed_and_what_ships_is_switched_off_instead(self, words):
        with pytest.raises(NotFound):
            words.remove(LENA, "never there")
        with pytest.raises(BadInput, match="switched off, not removed"):
            words.remove(LENA, DETOX.key)


class TestShipped:
    def test_a_changed_group_takes_the_place_of_the_one_that_ships(self, words):
        put = words.put(LENA, of(words, DETOX.key).saying(("dope sick", "kicking"), ("withdrawal management",)))
        assert (put.is_changed, put.is_own) == (True, False)
        changed = replace(DETOX, say=("dope sick", "kicking"), means=("withdrawal management",))
        assert changed in heard(words)
        assert DETOX not in heard(words)

    def test_as_it_came(self, words):
        words.put(LENA, of(words, DETOX.key).saying(("kicking",), ("detox",)))
        assert not words.restore(LENA, DETOX.key).is_changed
        assert heard(words) == SHIPPED.groups

    def test_typed_back_to_what_ships_it_is_no_longer_a_changed_one(self, words):
        changed = words.put(LENA, of(words, DETOX.key).saying(("kicking",), ("detox",)))
        back = words.put(LENA, changed.saying(DETOX.say, DETOX.means))
        assert (back.is_changed, back.id, back.at) == (False, "", None)

    def test_phrases_that_mean_each_other_do_so_with_the_new_one(self, words):
        words.put(LENA, of(words, CRISIS.key).saying(("mobile crisis", "ride along"), ()))
        assert replace(CRISIS, say=(both := ("mobile crisis", "ride along")), means=both) in heard(words)

    def test_of_words_that_ask_for_a_filter_only_what_is_typed_changes(self, words):
        words.put(LENA, of(words, TONIGHT.key).saying(("tonight", "after my shift"), ("anything",)))
        assert replace(TONIGHT, say=("tonight", "after my shift")) in heard(words)

    def test_a_group_is_switched_off_and_on_and_keeps_what_was_changed_in_it(self, words):
        words.put(LENA, of(words, DETOX.key).saying(("kicking",), ("detox",)))
        assert not words.switch_off(LENA, DETOX.key).is_on
        assert all(group.key != DETOX.key for group in heard(words))
        assert words.switch_on(LENA, DETOX.key).group.say == ("kicking",)
        assert replace(DETOX, say=("kicking",)) in heard(words)

    def test_switched_off_and_on_without_a_change_nothing_is_left_of_it(self, words, bench):
        words.switch_off(LENA, CRISIS.key)
        assert words.switch_on(LENA, CRISIS.key) == Listed(CRISIS)
        assert bench.everything()["vocabulary_group"] == []

    def test_a_change_of_a_group_that_ships_no_more_stays_as_the_desks_own(self, bench, words):
        words.put(LENA, of(words, DETOX.key).saying(("kicking",), ("detox",)))
        words.switch_off(LENA, CRISIS.key)
        later = Words(bench.store, lambda: Vocabulary((DANGER,)))
        assert [one.group.say for one in later.groups(LENA)] == [("kicking",), DANGER.say]
        assert later.vocabulary(LENA).groups[0].means == ("detox",)


class TestDanger:
    """The lines that are always offered hang on these words."""

    def test_they_cannot_be_switched_off(self, words, bench):
        with pytest.raises(BadInput, match="crisis lines to the front"):
            words.switch_off(LENA, DANGER.key)
        assert DANGER in heard(words)
        assert bench.trail() == []

    def test_they_can_be_added_to_and_none_of_them_taken_away(self, words):
        words.put(LENA, of(words, DANGER.key).saying(("kill myself", "swallowed everything"), ()))
        assert replace(DANGER, say=("kill myself", "swallowed everything")) in heard(words)
        with pytest.raises(BadInput, match="“kill myself” brings the crisis lines to the front and has to stay"):
            words.put(LENA, of(words, DANGER.key).saying(("swallowed everything",), ()))

    def test_not_even_what_came_in_a_parcel_weakens_them(self, words, bench):
        usual = {"kind": "danger", "means": [], "at": to_store(bench.clock()), "by": "parcel:1", "by_name": "Lena M."}
        off = VocabularyGroupRow(id="1", say=["x"], replaces=DANGER.key, off=True, **usual)
        plain = VocabularyGroupRow(id="2", say=["Kill myself", "x"], replaces=PLAIN.key, off=False, **usual)
        with bench.store.writing() as session:
            session.add_all([off, plain])
        assert replace(DANGER, say=("kill myself", "x")) in heard(words)
        assert replace(PLAIN, say=("x",)) in heard(words)

    def test_no_group_makes_them_harmless(self, words):
        with pytest.raises(BadInput, match=r"“Kill\|harm myself” speaks of danger"):
            words.put(LENA, of(words, PLAIN.key).saying((*PLAIN.say, "Kill|harm myself"), ()))


class TestErrors:
    @pytest.mark.parametrize(
        ("say", "means", "sentence"),
        [
            ((), ("detox",), "Write at least one word or phrase that people type"),
            (("tranq",), (), "Write at least one name that the directory has for it"),
            (("tranq", "– –"), ("detox",), "“– –” in “What people type” has no letter and no digit"),
            (("tranq",), ("?",), "“[?]” in “What the directory calls it” has no letter"),
            (("tranq", "Tranq"), ("detox",), "“Tranq” stands twice in “What people type”"),
            (("tranq",), ("detox", "detox"), "“detox” stands twice in “What the directory calls it”"),
            (("the of",), ("detox",), "“the of” in “What people type” stands in far too many searches"),
            (("t" * (LONGEST_PHRASE + 1),), ("detox",), f"is longer than {LONGEST_PHRASE} letters"),
            (("(of) (the)",), ("detox",), "stands in far too many searches"),
            ((" ".join(["a|b|c|d"] * 6),), ("detox",), "stands for too many phrases"),
            (tuple(f"tranq {at}" for at in range(MOST_PHRASES + 1)), ("detox",), f"takes {MOST_PHRASES} lines.* 61"),
        ],
    )
    def test_the_sentence_names_the_field_and_the_phrase_and_nothing_is_saved(self, words, say, means, sentence):
        wrong = TRANQ.saying(say, means)
        with pytest.raises(BadInput, match=f"{sentence}.*Nothing was saved"):
            words.put(LENA, wrong)
        assert len(words.troubles(LENA, wrong)) == 1
        assert heard(words) == SHIPPED.groups

    def test_as_many_and_as_long_as_may_be(self, words):
        say = tuple(f"{at} tranq|dope ".ljust(LONGEST_PHRASE, "x") for at in range(MOST_PHRASES))
        assert words.put(LENA, TRANQ.saying(say, ("detox",))).group.say == say

    def test_who_saves_over_a_newer_change_is_told(self, words, clock):
        seen = words.put(LENA, TRANQ)
        clock.forward(minutes=1)
        words.put(SAM, seen.saying(("tranq",), ("detox",)))
        with pytest.raises(ChangedMeanwhile, match=CHANGED):
            words.put(LENA, seen.saying(("tranq dope",), ("detox",)))
        first = of(words, DETOX.key)
        words.switch_off(SAM, DETOX.key)
        with pytest.raises(ChangedMeanwhile):
            words.put(LENA, first.saying(("kicking",), ("detox",)))

    def test_every_group_that_ships_could_be_saved_as_it_is(self):
        shipped = load_vocabulary()
        assert [group.key for group in shipped.groups if troubles(Listed(group), shipped)] == []


def test_a_line_is_a_phrase_without_spare_spaces():
    assert phrases("  tranq   dope \n\n tranq\n") == ("tranq dope", "tranq")


def test_groups_are_found_by_what_is_typed_and_by_what_it_means(words):
    assert [one.group for one in matching(words.groups(LENA), "DOPE detox")] == [DETOX]
    assert [one.group for one in matching(words.groups(LENA), "  ")] == list(SHIPPED.groups)
    assert matching(words.groups(LENA), "unheard of") == ()


def test_words_that_are_tried_are_not_saved(words, bench):
    tried = words.tried(LENA, TRANQ)
    assert tried.groups == (TRANQ.group, *SHIPPED.groups)
    changed = words.tried(LENA, of(words, DETOX.key).saying(("kicking",), ("detox",)))
    assert [group.say for group in changed.groups if group.key == DETOX.key] == [("kicking",)]
    half = words.tried(LENA, TRANQ.saying(("tranq",), ()))
    assert half.groups == SHIPPED.groups
    assert bench.everything()["vocabulary_group"] == []


def test_the_trail_tells_who_did_what_and_no_words(words, bench):
    own = words.put(LENA, TRANQ)
    words.put(LENA, of(words, DETOX.key).saying(("kicking",), ("detox",)))
    words.switch_off(LENA, DETOX.key)
    words.switch_on(LENA, DETOX.key)
    words.restore(LENA, DETOX.key)
    words.remove(LENA, own.id)
    assert [action for action, _, _ in bench.trail()] == [
        *["words of search put"] * 2,
        "words of search switched off",
        "words of search switched on",
        "words of search as they came",
        "words of search removed",
    ]
    assert bench.trail()[0][2] == '{"phrases": 2}'
    assert not any(word in str(bench.trail()) for word in ("tranq", "kicking", "detox"))


def test_the_draft_of_a_form_goes_with_what_is_saved(words, bench):
    bench.drafts.keep(LENA, DeskDraftKind.WORDS, NEW, {"say": "tranq dope"})
    own = words.put(LENA, TRANQ)
    assert bench.drafts.mine(LENA) == ()
    bench.drafts.keep(LENA, DeskDraftKind.WORDS, own.ref, {"say": "tranq"})
    words.remove(LENA, own.id)
    assert bench.drafts.mine(LENA) == ()
