"""Keys: a passphrase opens an account's private key, and that opens the store keys sealed to it.

Argon2id makes a key of the passphrase; AES-256-GCM wraps the X25519 private key under it, with the slot's header as
associated data, so that a changed header or a slot moved to another station does not open. A store key is sealed to a
public key by an ephemeral X25519 exchange, so whoever holds it can grant it without the other's passphrase.
"""

import base64
import secrets
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from navigator.storage.vault import Kdf

KEY_BYTES = 32
NONCE_BYTES = 12
CODE_BYTES = 20
"""160 bits of recovery code: 32 letters and digits."""

_WEAKEST = Kdf(memory_kib=64 * 1024, passes=3, lanes=1, salt="")


class DoesNotOpen(Exception):
    """The key is not the one, or what it wraps was changed."""


@dataclass(frozen=True)
class KeyPair:
    private: bytes
    public: bytes

    @classmethod
    def fresh(cls) -> "KeyPair":
        return cls.from_private(X25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def from_private(cls, private: bytes) -> "KeyPair":
        return cls(private, X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw())


def fresh_store_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def fresh_kdf() -> Kdf:
    """The parameters for a new slot: 64 MiB, three passes (about 0.4 s), a random salt."""
    return Kdf(_WEAKEST.memory_kib, _WEAKEST.passes, _WEAKEST.lanes, to_text(secrets.token_bytes(16)))


def key_of_passphrase(passphrase: str, kdf: Kdf) -> bytes:
    """Argon2id over the NFC form of `passphrase`; weaker parameters than today's are refused."""
    if kdf.memory_kib < _WEAKEST.memory_kib or kdf.passes < _WEAKEST.passes:
        raise DoesNotOpen("the key derivation was weakened")
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    argon = Argon2id(
        salt=from_text(kdf.salt), length=KEY_BYTES, iterations=kdf.passes, lanes=kdf.lanes, memory_cost=kdf.memory_kib
    )
    return argon.derive(typed)


def wrap(key: bytes, secret: bytes, header: bytes) -> str:
    """`secret` under `key` (32 bytes), bound to `header`; base64 of nonce and ciphertext."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return to_text(nonce + AESGCM(key).encrypt(nonce, secret, header))


def unwrap(key: bytes, box: str, header: bytes) -> bytes:
    """The inverse of `wrap`; raises `DoesNotOpen`."""
    try:
        raw = from_text(box)
        return AESGCM(key).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], header)
    except (InvalidTag, ValueError) as error:
        raise DoesNotOpen("the box does not open") from error


def seal(store_key: bytes, public: bytes, header: bytes) -> str:
    """`store_key` sealed to the account with this public key; anyone may seal, only that account opens."""
    once = KeyPair.fresh()
    return to_text(once.public) + "." + wrap(_shared(once.private, public, once.public, public), store_key, header)


def unseal(sealed: str, pair: KeyPair, header: bytes) -> bytes:
    """The inverse of `seal`; raises `DoesNotOpen`."""
    try:
        first, box = sealed.split(".")
        once = from_text(first)
        key = _shared(pair.private, once, once, pair.public)
    except ValueError as error:
        raise DoesNotOpen("the sealed key is damaged") from error
    return unwrap(key, box, header)


def _shared(private: bytes, public: bytes, once: bytes, recipient: bytes) -> bytes:
    secret = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(public))
    return _hkdf(secret, once + recipient, b"navigator store key")


def fresh_recovery_code() -> str:
    """A recovery code of 160 random bits, as eight groups of four letters and digits."""
    text = base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode()
    return "-".join(text[i : i + 4] for i in range(0, len(text), 4))


def key_of_recovery_code(code: str, salt: str) -> bytes:
    """The key a recovery code stands for. The code has full strength, so no slow derivation is needed."""
    letters = "".join(code.split()).replace("-", "").upper().replace("0", "O").replace("1", "I").replace("8", "B")
    try:
        raw = base64.b32decode(letters)
    except ValueError as error:
        raise DoesNotOpen("not a recovery code") from error
    if len(raw) != CODE_BYTES:
        raise DoesNotOpen("not a recovery code")
    return _hkdf(raw, from_text(salt), b"navigator recovery")


def fresh_one_time_passphrase() -> str:
    """A passphrase to be said aloud once: five groups of two syllables, 63 bits."""
    syllable = [a + b for a in "bdfghjklmnprstvz" for b in "aeiou"]
    return "-".join(secrets.choice(syllable) + secrets.choice(syllable) for _ in range(5))


def to_text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def from_text(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _hkdf(secret: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=info).derive(secret)
