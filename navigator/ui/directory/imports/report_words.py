"""What an import found and did, in words."""

from collections.abc import Iterable, Mapping

from navigator.resources.importing.verdicts import Batch, Counted, Report, Stayed, Undone, Verdict

VERDICTS: Mapping[Verdict, str] = {
    Verdict.NEW: "New",
    Verdict.CHANGED: "Changed",
    Verdict.HELD: "Doubtful",
    Verdict.GONE: "Gone",
    Verdict.UNCHANGED: "Unchanged",
}
"""The verdicts in the order in which one looks through them."""
MEANING: Mapping[Verdict, str] = {
    Verdict.NEW: "New here. They come in.",
    Verdict.CHANGED: "Here already, with other words. What was edited or checked here stays.",
    Verdict.HELD: "Alike to an entry, and not surely the same. They wait under Duplicates.",
    Verdict.GONE: "In an earlier import of this list and no longer in it. They stay, and stand under Due today.",
    Verdict.UNCHANGED: "The same here. Nothing happens.",
}


def count_of(report: Report, verdict: Verdict) -> int:
    return int(getattr(report, verdict.value))


def found(report: Report) -> tuple[str, ...]:
    """What a dry run is worth knowing for, a sentence each."""
    told = [f"{counted(report.rows, 'row')} read."]
    if report.parts:
        told.append(f"{counted(report.parts, 'row is', 'rows are')} part of others, such as agencies and sites.")
    if report.kept_as_text:
        told.append(f"{counted(report.kept_as_text, 'value')} could not be read and stay as text.")
    if report.confidential:
        told.append(f"{counted(report.confidential, 'place')} kept secret: no address comes in.")
    if report.protected:
        whose = "edited or checked here, or from another source"
        told.append(f"{counted(report.protected, 'field')} {whose}: what stands here stays.")
    return tuple(told)


def list_words(report: Report) -> str:
    """Which list it is."""
    if report.known_feed:
        return f"An update of the list “{report.feed}”."
    return f"A new list: “{report.feed}”."


def repeated(sentences: Iterable[Counted]) -> tuple[str, ...]:
    return tuple(f"{one.words} ({one.times:,})" if one.times > 1 else one.words for one in sentences)


def taken_words(new: int, changed: int, held: int) -> str:
    """What the button that brings it in says."""
    parts = [f"{new:,} new" if new else "", f"{changed:,} changed" if changed else ""]
    words = ", ".join(part for part in parts if part)
    if words:
        return f"Bring in {words}"
    return f"Hold {held:,} for the desk" if held else "Nothing to bring in"


def batch_words(batch: Batch) -> str:
    """ "120 new, 4 changed, 2 doubtful", or that it was undone."""
    if batch.undone_at is not None:
        return "Undone"
    named = ((VERDICTS[verdict].lower(), batch.counts.get(verdict.value, 0)) for verdict in _DID)
    return ", ".join(f"{count:,} {name}" for name, count in named if count) or "Nothing changed"


_DID = (Verdict.NEW, Verdict.CHANGED, Verdict.HELD, Verdict.GONE)


def undone_words(undone: Undone) -> str:
    told = f"Undone: {counted(undone.removed, 'entry', 'entries')} removed, "
    told += f"{counted(undone.restored, 'entry', 'entries')} changed back."
    if not undone.stayed:
        return told
    return f"{told} Edited here since, so they stay as they are: {_named(undone.stayed)}."


def _named(stayed: tuple[Stayed, ...], most: int = 5) -> str:
    names = list(dict.fromkeys(one.name for one in stayed))
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return ", ".join(f"\u2068{name}\u2069" for name in names[:most]) + more


def counted(count: int, one: str, several: str = "") -> str:
    return f"{count:,} {one if count == 1 else several or one + 's'}"
