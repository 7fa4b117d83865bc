"""Checks the stores and their audit chains, and says the first thing that is wrong with each (P-13)."""

from navigator.access import Actor, Permission, StoreName, requires
from navigator.errors import UserError
from navigator.storage import audit
from navigator.storage.database import Store
from navigator.storage.station import Station
from navigator.storage.vault import Vault

OK = "ok"
NOT_CHECKED = "not checked"


class Verifier:
    """Checks what the signed-in account holds keys to."""

    def __init__(self, station: Station) -> None:
        self._station = station

    @requires(Permission.VERIFY_STATION)
    def verify(self, actor: Actor) -> dict[StoreName, str]:  # noqa: ARG002 - the permission is the actor's
        """For each store "ok", "not checked" (no key held), or a sentence on what is wrong."""
        vault = self._station.file.read()
        stores = (self._station.directory, self._station.casework)
        return {store.name: self._station.problems.get(store.name) or _verified(store, vault) for store in stores}


def _verified(store: Store, vault: Vault) -> str:
    if not store.is_open:
        return NOT_CHECKED
    try:
        return _pages(store) or _chain(store, vault) or OK
    except UserError as error:
        return error.sentence


def _pages(store: Store) -> str:
    """What is wrong with the file's pages: their seals (SQLCipher), then their order (SQLite)."""
    with store.connection(writes=False) as connection:
        if connection.exec_driver_sql("PRAGMA cipher_integrity_check").first():
            return f"pages of the {store.name} store were damaged or changed"
        if connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() != "ok":
            return f"the {store.name} store is damaged inside"
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            return f"records of the {store.name} store point at nothing"
    return ""


def _chain(store: Store, vault: Vault) -> str:
    with store.reading() as session:
        broken = audit.check(session, vault.anchors.get(store.name.value))
    return broken.sentence if broken else ""
