"""One encrypted store: a SQLCipher file, opened by its raw key, read and written in transactions.

Every write begins IMMEDIATE, so two writers wait for each other instead of failing; every commit is on the disk before
it is confirmed. A store can be closed (which drops its key) and opened again by whoever holds the key.
"""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from navigator.access import StoreName
from navigator.clock import Clock
from navigator.errors import StationError, UserError
from navigator.storage.vault import DISK_FULL

BUSY = "Another window of Navigator is saving just now. Nothing was saved here. Try again in a moment."
READ_ONLY = "This station's folder cannot be written to. Nothing was saved."


_LEAVE_OUT = ("DELETE FROM search_pack", "DELETE FROM search_snapshot")
"""The packed index is derived: no copy has it."""


class StoreLocked(UserError):
    """The store is closed: the station is locked, or the account holds no key to it."""


class Store:
    """The directory or the casework store of a station, open or closed."""

    def __init__(self, name: StoreName, path: Path, clock: Clock) -> None:
        self.name = name
        self.path = path
        self.clock = clock
        self._engine: Engine | None = None
        self._key = b""

    @property
    def is_open(self) -> bool:
        return self._engine is not None

    def open(self, key: bytes) -> None:
        """Opens the file with `key` (32 bytes); `StationError` when it is missing, damaged or of another key."""
        if not self.path.exists():
            raise StationError(f"The {self.name} store of this station is missing. Put it back from a backup.")
        self._start(key)
        try:
            with self.reading() as session:
                session.connection().exec_driver_sql("SELECT count(*) FROM sqlite_master")
        except StationError:
            self.close()
            raise

    def create(self, key: bytes) -> None:
        """Makes the file, readable by this account of the operating system alone, and opens it."""
        os.close(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        self._start(key)

    def close(self) -> None:
        """Closes every connection and drops the key."""
        if self._engine is not None:
            self._engine.dispose()
        self._engine = None
        self._key = b""

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for reading; what it reads is of one moment."""
        with self._said_plainly(), Session(self._opened(), autoflush=False, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session for one change: committed whole at the end, or not at all."""
        writer = self._opened().execution_options(writes=True)
        with self._said_plainly(), Session(writer, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def connection(self, *, writes: bool) -> Iterator[Connection]:
        """A bare connection in a transaction, for migrations and checks."""
        with self._said_plainly(), self._opened().execution_options(writes=writes).begin() as connection:
            yield connection

    def copy_to(self, target: Path) -> None:
        """Writes a copy under the same key to `target`, a path where nothing is; works while the store is in use.

        What can be built anew at any time stays behind.
        """
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with self._said_plainly(), self._opened().connect() as connection:
            source = connection.connection.driver_connection
            try:
                copy = _connector(target, self._key)()
                try:
                    source.backup(copy)  # type: ignore[union-attr]
                    _leave_out_derived(copy)
                finally:
                    copy.close()
            except sqlcipher.Error as error:
                target.unlink(missing_ok=True)
                raise _sentence(str(error), self.name) or UserError(DISK_FULL) from error

    def leave_no_trace(self) -> bool:
        """Takes what was removed out of the file too, for good: its free parts, its log, the copies beside it.

        Freed rows are overwritten at once; what was moved within a page before may still stand in its free part.
        False: the disk is full or somebody else reads just now, and the file may still hold traces.
        """
        self.drop_copies()
        link = self._opened().raw_connection()
        try:
            link.driver_connection.execute("VACUUM").fetchall()  # type: ignore[union-attr]
            swept = link.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
            return not swept.fetchone()[0]  # 1: a reader held the log back
        except sqlcipher.Error:
            return False
        finally:
            link.close()

    def drop_copies(self) -> None:
        """Removes the copies that were made before migrations."""
        for copy in self.path.parent.glob(f"{self.path.stem}.before-step-*"):
            copy.unlink(missing_ok=True)

    def _opened(self) -> Engine:
        if self._engine is None:
            raise StoreLocked("The station is locked. Sign in again to go on.")
        return self._engine

    def _start(self, key: bytes) -> None:
        engine = create_engine(
            "sqlite+pysqlite://",
            module=sqlcipher,
            creator=_connector(self.path, key),
            poolclass=QueuePool,
            hide_parameters=True,
        )
        event.listen(engine, "begin", _begin)
        self._engine = engine
        self._key = key

    @contextmanager
    def _said_plainly(self) -> Iterator[None]:
        try:
            yield
        except exc.DBAPIError as error:
            sentence = _sentence(str(error.orig), self.name)
            if sentence is None:
                raise
            raise sentence from error
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise UserError(DISK_FULL) from error
            raise


def _leave_out_derived(copy: Any) -> None:
    """Empties the tables of the packed index and gives their room back."""
    has_index = copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'search_pack'").fetchone()
    if not has_index or copy.execute("SELECT 1 FROM search_pack LIMIT 1").fetchone() is None:
        return
    copy.execute("PRAGMA journal_mode = DELETE").fetchall()  # nothing beside the copy may be a part of it
    for statement in (*_LEAVE_OUT, "VACUUM"):
        copy.execute(statement).fetchall()


def _sentence(said: str, name: StoreName) -> UserError | None:
    """What a database error means for a person, or None for a fault of the program."""
    if "file is not a database" in said or "malformed" in said or "disk I/O error" in said:
        return StationError(
            f"The {name} store of this station is damaged or was replaced. Nothing was changed. "
            "Put it back from a backup."
        )
    if "disk is full" in said or "database or disk is full" in said:
        return UserError(DISK_FULL)
    if "locked" in said or "busy" in said:
        return UserError(BUSY)
    if "readonly" in said or "unable to open" in said:
        return StationError(READ_ONLY)
    return None


def _connector(path: Path, key: bytes) -> Callable[[], Any]:
    opening = threading.Lock()

    def connect() -> Any:
        with opening:
            link = sqlcipher.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
            for pragma in (
                f"key = \"x'{key.hex()}'\"",
                "cipher_log_level = NONE",
                "foreign_keys = ON",
                "recursive_triggers = ON",  # else a row put in the place of another slips past what refuses deletion
                "journal_mode = WAL",
                "synchronous = FULL",
                "temp_store = MEMORY",
                "secure_delete = ON",
            ):
                try:
                    link.execute(f"PRAGMA {pragma}")
                except sqlcipher.DatabaseError:
                    link.close()
                    raise
            return link

    return connect


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
