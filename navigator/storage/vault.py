"""The vault: a small JSON file beside the stores that holds each account's slot, and nothing else of a person.

It knows names, public keys and wrapped keys. Roles live in the stores' rosters, where only a key can change them.
`generation` counts the changes to slots; the stores remember it, so an older vault beside newer stores is refused.
Failed sign-ins and the audit anchors do not change the generation.
"""

import base64
import errno
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from navigator.clock import from_store, to_store
from navigator.errors import StationError, UserError

FORMAT = 1
FILE = "vault.json"
DAMAGED = "This station's key file (vault.json) is damaged. Put it back from a backup."
BUSY = "Another Navigator is changing this station's keys just now. Nothing was changed here. Try again in a moment."
DISK_FULL = "The disk is full. Nothing was saved just now; what was saved before is safe. Make room and try again."
_SHORTEST_BOX = 16
_PATIENCE = 10.0
"""Seconds to wait for another program that changes the vault."""


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

    def slot_of(self, account: str) -> Slot | None:
        return next((slot for slot in self.slots if slot.id == account), None)

    def with_slot(self, slot: Slot) -> "Vault":
        """This vault, one generation on, with `slot` added or put in place of the account's old one."""
        others = tuple(known for known in self.slots if known.id != slot.id)
        return replace(self, generation=self.generation + 1, slots=(*others, slot))


class VaultFile:
    """Reads and writes the vault of one station folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Held while the vault is read, changed and written, so that two programs do not lose each other's change."""
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=_PATIENCE)
        except Timeout:
            raise UserError(BUSY) from None
        except OSError as error:
            raise _unwritable(error) from None
        try:
            yield
        finally:
            self._lock.release()

    @cached_property
    def _lock(self) -> Any:
        from filelock import FileLock  # not needed to look at the vault, which comes before anything is opened

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
            raise StationError(DAMAGED) from None
        return _vault(found)

    def write(self, vault: Vault) -> None:
        """Puts `vault` in place of the old one, whole or not at all; survives a power cut."""
        try:
            self._put(json.dumps({"format": FORMAT, **asdict(vault)}, indent=1))
        except OSError as error:
            raise _unwritable(error) from None

    def _put(self, text: str) -> None:
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


def _unwritable(error: OSError) -> UserError:
    if error.errno == errno.ENOSPC:
        return UserError(DISK_FULL)
    return StationError(f"This station's folder cannot be written to: {error.strerror}. Nothing was saved.")


def _vault(found: Any) -> Vault:
    """The vault of a parsed file; every part is checked, for anybody may have changed it."""
    try:
        if _number(found["format"]) > FORMAT:
            raise StationError("This station was changed by a newer Navigator. Install that version to open it.")
        return Vault(
            station=_text(found["station"]),
            city=_text(found["city"]),
            demo=found["demo"] is True,
            generation=_number(found["generation"]),
            slots=tuple(_slot(slot) for slot in found["slots"]),
            recovery=_recovery(found["recovery"]),
            tries=_each(found["tries"], lambda tries: Tries(_number(tries["count"]), _moment(tries["until"]))),
            failures=tuple(Failure(_text(one["account"]), _moment(one["at"])) for one in found["failures"]),
            anchors=_each(found["anchors"], lambda one: Anchor(_number(one["number"]), _text(one["hash"]))),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise StationError(DAMAGED) from None


def _slot(found: Any) -> Slot:
    kdf = found["kdf"]
    return Slot(
        id=_text(found["id"]),
        name=_text(found["name"]),
        public=_box(found["public"]),
        kdf=Kdf(
            memory_kib=_number(kdf["memory_kib"], 1024 * 1024),
            passes=_number(kdf["passes"], 20),
            lanes=_number(kdf["lanes"], 16),
            salt=_box(kdf["salt"]),
        ),
        private=_box(found["private"]),
        keys=_keys(found["keys"]),
    )


def _recovery(found: Any) -> Recovery:
    return Recovery(_box(found["public"]), _box(found["salt"]), _box(found["private"]), _keys(found["keys"]))


def _keys(found: Any) -> Mapping[str, str]:
    if "directory" not in found or not set(found) <= {"directory", "casework"}:
        raise ValueError("not the stores of a station")
    return _each(found, _text)


def _each[T](found: Any, read: Callable[[Any], T]) -> dict[str, T]:
    return {_text(key): read(value) for key, value in found.items()}


def _text(found: Any) -> str:
    if not isinstance(found, str):
        raise TypeError("not text")
    return found


def _moment(found: Any) -> str:
    return to_store(from_store(found)) if _text(found) else ""


def _box(found: Any) -> str:
    if len(base64.b64decode(_text(found), validate=True)) < _SHORTEST_BOX:
        raise ValueError("too short for a key or a salt")
    return _text(found)


def _number(found: Any, most: int = 2**53) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found <= most:
        raise TypeError("not a count")
    return found
