"""Signatures of what is carried from station to station (S-14): Ed25519, and fingerprints that can be said aloud."""

import hashlib
import secrets

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy.orm import Session

from navigator.storage import keys, state

SIGNATURE_BYTES = 64
_GROUPS = 6
_SYLLABLES = [a + b for a in "bdfghjklmnprstvz" for b in "aeiou"]


class Forged(Exception):
    """The signature is not by this key, or what was signed was changed."""


def signing_key(session: Session, name: str) -> bytes:
    """The private key that the store keeps under `name`, made when it is first asked for."""
    kept = state.get(session, name)
    if kept is None:
        kept = keys.to_text(Ed25519PrivateKey.generate().private_bytes_raw())
        state.put(session, name, kept)
    return keys.from_text(kept)


def public_of(private: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, message: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def check(public: bytes, signature: bytes, message: bytes) -> None:
    """Raises `Forged`."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError) as error:
        raise Forged("the signature does not hold") from error


def fingerprint(public: bytes) -> str:
    """Six groups of two syllables, 75 bits: long enough that nobody finds another key with the same."""
    number = int.from_bytes(hashlib.sha256(b"navigator fingerprint" + public).digest())
    said = []
    for _ in range(2 * _GROUPS):
        number, which = divmod(number, len(_SYLLABLES))
        said.append(_SYLLABLES[which])
    return "-".join(said[at] + said[at + 1] for at in range(0, len(said), 2))


def is_fingerprint(typed: str, public: bytes) -> bool:
    """Whether a person typed the fingerprint of this key, in whatever case and spacing."""
    return secrets.compare_digest(_letters(typed), _letters(fingerprint(public)))


def _letters(text: str) -> bytes:
    return "".join(letter for letter in text.casefold() if letter.isalpha()).encode()
