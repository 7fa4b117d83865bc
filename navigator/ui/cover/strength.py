"""Judges a new passphrase and says so in plain words; a refusal always comes with its reason."""

from dataclasses import dataclass

from navigator.access import SHORTEST_PASSPHRASE
from navigator.ui.theme.tokens import StateName

_WORDS = 4
_STRONG = 20
_RUNS = ("0123456789012345", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")


@dataclass(frozen=True)
class Judgement:
    good_enough: bool
    state: StateName
    words: str


def judge(passphrase: str, name: str = "") -> Judgement:
    """Long enough is at least 12 characters; nothing that is one key, one run or one's own name."""
    if not passphrase:
        return Judgement(False, "closed", f"At least {SHORTEST_PASSPHRASE} characters. Four words work well.")
    if len(passphrase) < SHORTEST_PASSPHRASE:
        missing = SHORTEST_PASSPHRASE - len(passphrase)
        return Judgement(False, "closing", f"Too short: add {missing} more character{'s' * (missing > 1)}.")
    if reason := _easy(passphrase.casefold(), name.casefold()):
        return Judgement(False, "closing", f"Easy to guess: {reason}. Add words only you would put together.")
    if len(passphrase) >= _STRONG or _word_count(passphrase) > _WORDS:
        return Judgement(True, "open", "Strong.")
    return Judgement(True, "open", "Good. A longer one is stronger still.")


def _word_count(passphrase: str) -> int:
    return len({word for word in passphrase.casefold().split() if len(word) > 1})


def _easy(folded: str, name: str) -> str:
    letters = "".join(folded.split())
    if len(set(letters)) < 5:
        return "it repeats a few keys"
    if any(letters[:8] in run or letters[:8][::-1] in run for run in _RUNS):
        return "it follows the keyboard or the alphabet"
    if len(letters.replace("".join(name.split()), "")) < 6 and name:
        return "it is mostly your name"
    return ""
