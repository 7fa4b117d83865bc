"""Making and opening a slot of the vault: the one place where passphrases, codes and store keys meet."""

from collections.abc import Mapping

from navigator.access import StoreName
from navigator.storage import keys
from navigator.storage.vault import Recovery, Slot

Keys = Mapping[StoreName, bytes]


def make_slot(station: str, account: str, name: str, passphrase: str, store_keys: Keys) -> Slot:
    """A slot with a fresh key pair under `passphrase`, and these store keys sealed to it."""
    pair, kdf = keys.KeyPair.fresh(), keys.fresh_kdf()
    bare = Slot(account, name, keys.to_text(pair.public), kdf, "", {})
    private = keys.wrap(keys.key_of_passphrase(passphrase, kdf), pair.private, bare.header(station))
    return Slot(account, name, bare.public, kdf, private, _sealed(station, account, pair.public, store_keys))


def granted(station: str, slot: Slot, name: StoreName, store_key: bytes) -> Slot:
    """`slot` with one more store key sealed to its public half."""
    sealed = keys.seal(store_key, keys.from_text(slot.public), _seal_header(station, slot.id, name))
    return Slot(slot.id, slot.name, slot.public, slot.kdf, slot.private, {**slot.keys, name.value: sealed})


def private_half(station: str, slot: Slot, passphrase: str) -> bytes:
    """The slot's private key; raises `keys.DoesNotOpen`."""
    return keys.unwrap(keys.key_of_passphrase(passphrase, slot.kdf), slot.private, slot.header(station))


def opened(station: str, slot: Slot, private: bytes) -> tuple[Keys, tuple[StoreName, ...]]:
    """The store keys that this slot holds, and the stores whose sealed key is damaged."""
    found: dict[StoreName, bytes] = {}
    damaged, pair = [], keys.KeyPair.from_private(private)
    for name in map(StoreName, slot.keys):
        try:
            found |= _unsealed(station, slot.id, {name.value: slot.keys[name.value]}, pair)
        except keys.DoesNotOpen:
            damaged.append(name)
    return found, tuple(damaged)


def make_recovery(station: str, code: str, store_keys: Keys) -> Recovery:
    """The recovery pair under `code`, with every store key sealed to it."""
    pair, salt = keys.KeyPair.fresh(), keys.to_text(keys.fresh_store_key())
    bare = Recovery(keys.to_text(pair.public), salt, "", {})
    private = keys.wrap(keys.key_of_recovery_code(code, salt), pair.private, bare.header(station))
    return Recovery(bare.public, salt, private, _sealed(station, "recovery", pair.public, store_keys))


def recovered(station: str, recovery: Recovery, code: str) -> Keys:
    """Every store key, by the recovery code; raises `keys.DoesNotOpen`."""
    key = keys.key_of_recovery_code(code, recovery.salt)
    private = keys.unwrap(key, recovery.private, recovery.header(station))
    return _unsealed(station, "recovery", recovery.keys, keys.KeyPair.from_private(private))


def _sealed(station: str, owner: str, public: bytes, store_keys: Keys) -> dict[str, str]:
    return {name.value: keys.seal(key, public, _seal_header(station, owner, name)) for name, key in store_keys.items()}


def _unsealed(station: str, owner: str, sealed: Mapping[str, str], pair: keys.KeyPair) -> Keys:
    return {
        StoreName(name): keys.unseal(box, pair, _seal_header(station, owner, StoreName(name)))
        for name, box in sealed.items()
    }


def _seal_header(station: str, owner: str, name: StoreName) -> bytes:
    return f"{station}/{owner}/{name.value}".encode()
