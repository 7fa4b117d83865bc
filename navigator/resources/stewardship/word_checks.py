"""What is wrong with a group of words, said of the field in which it stands."""

from collections.abc import Collection, Mapping, Sequence
from math import prod

from navigator.resources.search.phrases import written_out
from navigator.resources.stewardship.word_groups import Listed, dangerous_of
from navigator.resources.vocabulary import Kind, Vocabulary

MOST_PHRASES, LONGEST_PHRASE = 60, 80
"""Lines of the desk's own in one field, and letters of a phrase as it is read."""
LONGEST_LINE, _MOST_READINGS = 400, 3000
SAY, MEANS = "say", "means"
TITLES: Mapping[str, str] = {SAY: "What people type", MEANS: "What the directory calls it"}
_EMPTY = {
    SAY: "Write at least one word or phrase that people type.",
    MEANS: "Write at least one name that the directory has for it.",
}
NOTHING_SAVED = "Nothing was saved."


def phrases(words: str) -> tuple[str, ...]:
    """One phrase a line, without spare spaces."""
    return tuple(phrase for line in words.splitlines() if (phrase := " ".join(line.split())))


def troubles(one: Listed, shipped: Vocabulary) -> Mapping[str, str]:
    """By field the first thing that is wrong; {} when the group can be saved."""
    given = {SAY: one.group.say} | ({MEANS: one.group.means} if one.group.kind is Kind.MEANS else {})
    came = shipped.by_key.get(one.group.key, one.group)
    came_with = {SAY: came.say, MEANS: came.means} if one.group.key else {}
    found = {field: _wrong(field, said, came_with.get(field, ()), shipped) for field, said in given.items()}
    found[SAY] = found[SAY] or _unsafe(one, shipped)  # only of lines that can be read
    return {field: sentence for field, sentence in found.items() if sentence}


def _wrong(field: str, said: Sequence[str], came: Collection[str], shipped: Vocabulary) -> str:
    """What came with Navigator is right as it is."""
    if not said:
        return _EMPTY[field]
    new = [phrase for phrase in said if phrase not in came]
    if len(new) > MOST_PHRASES:
        own = "lines of your own" if came else "lines"
        return f"“{TITLES[field]}” takes {MOST_PHRASES} {own}, and here are {len(new)}. Make two groups of them."
    where = f"in “{TITLES[field]}”"
    return _twice(said, where) or next(filter(None, (_wrong_phrase(phrase, where, shipped) for phrase in new)), "")


def _twice(said: Sequence[str], where: str) -> str:
    seen: set[str] = set()
    for phrase in said:
        if phrase.casefold() in seen:
            return f"“{phrase}” stands twice {where}. Take one of them away."
        seen.add(phrase.casefold())
    return ""


def _wrong_phrase(phrase: str, where: str, shipped: Vocabulary) -> str:
    if not any(letter.isalnum() for letter in phrase):
        return f"“{phrase}” {where} has no letter and no digit. Write a word, or take the line away."
    if len(phrase) > LONGEST_LINE or _readings(phrase) > _MOST_READINGS:
        return f"“{phrase[: LONGEST_PHRASE // 2]}…” {where} stands for too many phrases. Make several lines of it."
    read = tuple(written_out(phrase))
    if max(len(" ".join(one)) for one in read) > LONGEST_PHRASE:
        return f"“{phrase[: LONGEST_PHRASE // 2]}…” {where} is longer than {LONGEST_PHRASE} letters. Make it shorter."
    if any(shipped.small_words.issuperset(one) for one in read):
        return f"“{phrase}” {where} stands in far too many searches. Write a word beside it."
    return ""


def _readings(phrase: str) -> int:
    """Of how many phrases at most a line is written with "|" and "( )"."""
    return prod(word.count("|") + 1 + word.startswith("(") for word in phrase.split())


def _unsafe(one: Listed, shipped: Vocabulary) -> str:
    """The words of danger that ship stay, and no other group says that they are harmless."""
    group, came = one.group, shipped.by_key[one.group.key].say if one.group.key in shipped.by_key else ()
    if group.kind is Kind.DANGER:
        missing = [phrase for phrase in came if phrase not in group.say]
        return f"“{missing[0]}” brings the crisis lines to the front and has to stay." if missing else ""
    new = [phrase for phrase in group.say if phrase not in came] if group.kind is Kind.PLAIN else []
    harmless = dangerous_of(new, shipped) if new else ()
    return f"“{harmless[0]}” speaks of danger and cannot be made harmless." if harmless else ""
