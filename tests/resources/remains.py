"""What is left in a store: every value of every table, and every byte of its file, decrypted, free parts included."""

import struct
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from navigator.storage.database import Store

_PAGE = 4096
_RESERVED = 80
_IV = 16
_SALT = 16
_WAL_HEAD, _FRAME_HEAD = 32, 24


def tables(store: Store, *but: str) -> dict[str, str]:
    """The values of each table as text in small letters, and the schema under its own name."""
    with store.connection(writes=False) as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        return {
            name: repr(connection.exec_driver_sql(f"SELECT * FROM {name}").all()).casefold()
            for name in (*names, "sqlite_master")
            if name not in but
        }


def pages(store: Store) -> bytes:
    """Every page of the file and of its log, decrypted, whether SQLite still uses it or not."""
    key = store._key
    wal = store.path.with_name(store.path.name + "-wal")
    return b"".join([*_of_file(store.path, key), *(_of_log(wal, key) if wal.exists() else ())])


def _of_file(path: Path, key: bytes) -> list[bytes]:
    raw = path.read_bytes()
    return [_page(raw[at : at + _PAGE], key, first=at == 0) for at in range(0, len(raw), _PAGE)]


def _of_log(path: Path, key: bytes) -> list[bytes]:
    raw, step = path.read_bytes(), _FRAME_HEAD + _PAGE
    found = []
    for at in range(_WAL_HEAD, len(raw) - step + 1, step):
        (number,) = struct.unpack(">I", raw[at : at + 4])
        found.append(_page(raw[at + _FRAME_HEAD : at + step], key, first=number == 1))
    return found


def _page(raw: bytes, key: bytes, *, first: bool) -> bytes:
    start, end = _SALT if first else 0, _PAGE - _RESERVED
    decryptor = Cipher(AES256(key), CBC(raw[end : end + _IV])).decryptor()
    return decryptor.update(raw[start:end]) + decryptor.finalize()
