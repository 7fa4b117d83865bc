"""The words of a consent on the screen: what is read aloud, its state, what it covers."""

from datetime import date, datetime, tzinfo

from navigator.referrals.consent import Category, Consent, ConsentKind, ConsentState, SavedConsent
from navigator.referrals.law import Law
from navigator.resources import ages
from navigator.ui.clock_words import moment_words
from navigator.ui.theme.tokens import StateName

KINDS = {
    ConsentKind.ON_SCREEN: "Signs on this screen",
    ConsentKind.ON_PAPER: "Signed on paper",
    ConsentKind.VERBAL: "Said before a witness",
}
TICKS = {
    "told_of_right": ("Taking it back", "I told them that they can take it back, and how"),
    "tpo": ("What comes after", "Also for later treatment, payment and operations"),
    "redisclosure": ("Passing it on", "I told them that whoever is told may pass it on"),
    "refusal": ("Without a signature", "I told them what happens if they do not sign"),
}
"""Label and words of each box under the end."""
_SPOKEN = {
    Category.NEED: "who you are and what help you need",
    Category.CONTACT: "how to reach you",
    Category.SAFETY: "what matters for your safety",
    Category.MEDICINES: "your medicines and allergies",
    Category.LEGAL: "your legal status",
    Category.SUBSTANCE_USE: "what you use",
    Category.SUMMARY: "a summary of this visit",
}
_STATES: dict[ConsentState, tuple[StateName, str]] = {
    ConsentState.LIVE: ("open", "Live"),
    ConsentState.WAITING: ("closing", "Waits for the supervisor"),
    ConsentState.TURNED_DOWN: ("closed", "Turned down"),
    ConsentState.EXPIRED: ("closed", "Ended"),
    ConsentState.REVOKED: ("danger", "Taken back"),
}


def aloud(consent: Consent, law: Law, today: date) -> tuple[str, ...]:
    """What is read to the person before they sign, sentence by sentence: each element of 42 CFR 2.31 as it is typed."""
    kind_of_help = f"whoever gives this help: {consent.recipient}" if consent.recipient_class else consent.recipient
    what = ", ".join(words for category, words in _SPOKEN.items() if category in consent.categories)
    ends, purpose = ends_words(consent, today), consent.purpose.strip().removesuffix(".")
    return (
        f"May we tell {kind_of_help or 'them'} {what or 'about you'}?",
        *([f"In other words: {consent.described.removesuffix('.')}."] if _says_more(consent) else []),
        *([f"What it is for: {purpose}."] if purpose else []),
        *([f"It holds {ends}."] if ends else []),
        *(["It also counts for later treatment, payment and operations."] if consent.tpo else []),
        *(["Whoever is told may pass it on."] if consent.tpo else []),
        "You may say no. We help you either way.",
        f"You can take it back at any time. {law.take_back}",
    )


def _says_more(consent: Consent) -> bool:
    return consent.described != "; ".join(consent.categories)


def state_of(saved: SavedConsent, now: datetime) -> tuple[StateName, str]:
    return _STATES[saved.state(now)]


def ends_words(consent: Consent, today: date) -> str:
    """ "until Dec 23", "until “She is settled”", or both."""
    day = f"until {ages.day(consent.expires_on, today)}" if consent.expires_on else ""
    happening = consent.expires_event.strip().removesuffix(".")
    event = f"until “{happening}”" if happening else ""
    return " or ".join(part for part in (day, event) if part)


def told_words(saved: SavedConsent, now: datetime, zone: tzinfo) -> str:
    """ "Signed on this screen Monday 2:14 AM, until Dec 23." """
    consent = saved.consent
    signed = {
        ConsentKind.ON_SCREEN: "Signed on the screen",
        ConsentKind.ON_PAPER: "Signed on paper",
        ConsentKind.VERBAL: f"Said before {consent.witness}",
    }[consent.kind]
    today = now.astimezone(zone).date()
    return f"{signed} {moment_words(consent.signed_at, now, zone)}, {ends_words(consent, today)}."


def covered_words(consent: Consent) -> str:
    """ "May know: who it is and what help is needed; safety." """
    return f"May know: {'; '.join(consent.categories)}."
