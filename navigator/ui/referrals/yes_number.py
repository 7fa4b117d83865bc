"""Whose number it is that stands with the yes: only what was said of it."""

from navigator.referrals.referral import Referral
from navigator.referrals.steps import Acceptance
from navigator.ui.isolated import isolated


def number_words(referral: Referral, yes: Acceptance) -> str:
    """ "Number for Ms. Alvarez, intake nurse", or "The number you called · Ms. Alvarez, intake nurse"."""
    who = f"{isolated(yes.name)}, {isolated(yes.role)}"
    called = {contact.call.number for contact in referral.contacts} | {referral.snapshot.number}
    same = _digits(yes.number) in {_digits(number) for number in called if number}
    return f"The number you called · {who}" if same else f"Number for {who}"


def _digits(number: str) -> str:
    """Two ways of writing a number are one number."""
    return "".join(sign for sign in number if sign.isalnum()).casefold()
