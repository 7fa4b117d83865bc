"""Wrong passphrases: counted in the vault per account, five in a row close the account for ten minutes here (P-02).

This stops guessing at this keyboard. Against a copied profile only the passphrase and Argon2id stand.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from navigator.clock import from_store, to_store
from navigator.errors import LockedOut, UserError, WrongPassphrase
from navigator.storage.vault import Failure, Tries, Vault

ALLOWED = 5
WAIT = timedelta(minutes=10)
_KEPT_FAILURES = 500


def refuse_if_waiting(vault: Vault, account: str, now: datetime) -> None:
    """Raises `LockedOut` while the account waits."""
    tries = vault.tries.get(account)
    if tries and tries.until and now < from_store(tries.until):
        raise _waiting(now, from_store(tries.until))


def failed(vault: Vault, account: str, now: datetime) -> tuple[Vault, UserError]:
    """The vault with one more failure, and what to say."""
    old = vault.tries.get(account, Tries(0))
    if old.until and now < from_store(old.until):
        return _noted(vault, account, now), _waiting(now, from_store(old.until))
    count = 1 if old.until else old.count + 1
    until = now + WAIT if count >= ALLOWED else None
    tries = {**vault.tries, account: Tries(count, to_store(until) if until else "")}
    after = replace(_noted(vault, account, now), tries=tries)
    return after, _waiting(now, until) if until else no_match(ALLOWED - count)


def no_match(left: int) -> WrongPassphrase:
    word = "try" if left == 1 else "tries"
    return WrongPassphrase(f"No match. {left} {word} left, then a 10 minute wait.", left)


def forgiven(vault: Vault, *accounts: str) -> Vault:
    """The vault after a sign-in: these accounts' tries forgotten, waiting failures taken over by the audit chain."""
    tries = {other: count for other, count in vault.tries.items() if other not in accounts}
    return replace(vault, tries=tries, failures=())


def _noted(vault: Vault, account: str, now: datetime) -> Vault:
    """With the failure that will be written to the audit chain."""
    return replace(vault, failures=(*vault.failures, Failure(account, to_store(now)))[-_KEPT_FAILURES:])


def _waiting(now: datetime, until: datetime) -> LockedOut:
    return LockedOut(_wait_sentence(now, until), until)


def _wait_sentence(now: datetime, until: datetime) -> str:
    minutes = max(1, -(-int((until - now).total_seconds()) // 60))
    unit = "minute" if minutes == 1 else "minutes"
    return f"Too many wrong passphrases. Wait {minutes} {unit}, then try again."
