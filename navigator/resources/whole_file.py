"""Writes a file whole or not at all: under another name beside it, put in its place when it is on the disk."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from navigator.errors import UserError
from navigator.storage.vault import DISK_FULL, flush_folder


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write into; it stands under `path` when the block ended well. `UserError` says why it cannot."""
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
        flush_folder(path.parent)
    except OSError as error:
        raise _said(path, error) from error
    finally:
        new.unlink(missing_ok=True)


def _said(path: Path, error: OSError) -> UserError:
    if error.errno == errno.ENOSPC:
        return UserError(DISK_FULL)
    return UserError(f"{path} cannot be written: {error.strerror}. Nothing was written.")
