"""The vault: a small JSON file beside the stores that holds each account's slot, and nothing else of a person.

It knows names, public keys and wrapped keys. Roles live in the stores' rosters, where only a key can change them.
`generation` counts the changes to slots; the stores remember it, so an older vault beside newer stores is refused.
Failed sign-ins and the audit anchors do not change the generation.
"""

import json
import os
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from navigator.errors import StationError

FORMAT = 1
FILE = "vault.json"


@dataclass(frozen=True)
class Kdf:
    """Argon2id parameters: memory in KiB, passes, lanes, salt in base64."""

    memory_kib: int
    passes: int
    lanes: int
    salt: str


@dataclass(frozen=True)
class Slot:
    """One account's keys: its wrapped private key and the store keys sealed to its public key."""

    id: str
    name: str
    public: str
    kdf: Kdf
    private: str
    keys: Mapping[str, str]

    def header(self, station: str) -> bytes:
        """What the wrapped private key is bound to."""
        return json.dumps([FORMAT, station, self.id, self.name, self.public, asdict(self.kdf)]).encode()


@dataclass(frozen=True)
class Recovery:
    """The recovery pair: its private key under the recovery code, both store keys sealed to it."""

    public: str
    salt: str
    private: str
    keys: Mapping[str, str]

    def header(self, station: str) -> bytes:
        return json.dumps([FORMAT, station, "recovery", self.public, self.salt]).encode()


@dataclass(frozen=True)
class Tries:
    """Wrong passphrases in a row for one account, and until when no further one counts (P-02)."""

    count: int
    until: str = ""


@dataclass(frozen=True)
class Failure:
    """A failed sign-in that waits to be written to the audit chain."""

    account: str
    at: str


@dataclass(frozen=True)
class Anchor:
    """Where an audit chain stood when it was last seen: number and hash of its newest row."""

    number: int
    hash: str


@dataclass(frozen=True)
class Vault:
    station: str
    city: str
    demo: bool
    generation: int
    slots: tuple[Slot, ...]
    recovery: Recovery
    tries: Mapping[str, Tries] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()
    anchors: Mapping[str, Anchor] = field(default_factory=dict)

    def slot(self, name: str) -> Slot | None:
        """The slot of the account that signs in as `name`; letters' case and outer spaces do not matter."""
        wanted = name.strip().casefold()
        return next((slot for slot in self.slots if slot.name.casefold() == wanted), None)

    def with_slot(self, slot: Slot) -> "Vault":
        """This vault, one generation on, with `slot` added or put in place of the account's old one."""
        others = tuple(known for known in self.slots if known.id != slot.id)
        return replace(self, generation=self.generation + 1, slots=(*others, slot))


class VaultFile:
    """Reads and writes the vault of one station folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE

    @cached_property
    def changing(self) -> AbstractContextManager[object]:
        """Held while the vault is read, changed and written, so that two programs do not lose each other's change."""
        from filelock import FileLock  # not needed to look at the vault, which comes before the first paint

        return FileLock(self.path.with_name("vault.lock"), mode=0o600)

    def exists(self) -> bool:
        return self.path.exists()

    def read(self) -> Vault:
        """The vault; `StationError` when it is missing, damaged or of a newer program."""
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise StationError(
                "This station's key file (vault.json) is missing. Its stores cannot be opened without it. "
                "Put it back from a backup."
            ) from None
        except OSError as error:
            raise StationError(f"This station's key file cannot be read: {error.strerror}.") from None
        except ValueError:
            raise StationError("This station's key file (vault.json) is damaged. Put it back from a backup.") from None
        return _vault(found)

    def write(self, vault: Vault) -> None:
        """Puts `vault` in place of the old one, whole or not at all; survives a power cut."""
        text = json.dumps({"format": FORMAT, **asdict(vault)}, indent=1)
        new = self.path.with_suffix(".new")
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, self.path)
        flush_folder(self.path.parent)


def flush_folder(folder: Path) -> None:
    """Makes a rename in `folder` last through a power cut, where the system has such a call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _vault(found: Any) -> Vault:
    try:
        if found["format"] > FORMAT:
            raise StationError("This station was changed by a newer Navigator. Install that version to open it.")
        values = {part.name: found[part.name] for part in fields(Vault)}
        values["slots"] = tuple(Slot(**{**slot, "kdf": Kdf(**slot["kdf"])}) for slot in found["slots"])
        values["recovery"] = Recovery(**found["recovery"])
        values["tries"] = {account: Tries(**tries) for account, tries in found["tries"].items()}
        values["failures"] = tuple(Failure(**failure) for failure in found["failures"])
        values["anchors"] = {store: Anchor(**anchor) for store, anchor in found["anchors"].items()}
        return Vault(**values)
    except (KeyError, TypeError, AttributeError):
        raise StationError("This station's key file (vault.json) is damaged. Put it back from a backup.") from None
