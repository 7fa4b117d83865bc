"""A finished paper: bytes that are shown, saved and printed as they are, and what may be told about them."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Pages:
    """A PDF in memory (D-11). `job` is its neutral name; `about` says whose data it holds: see `blocks.NO_PERSON`.

    `notice` is the SHA-256, in hex, of the notice of 42 CFR 2.32 that stands on it, "" where none does (P-09).
    """

    data: bytes
    count: int
    template: str
    about: str
    job: str
    notice: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hex: what the audit trail keeps in place of the content."""
        return hashlib.sha256(self.data).hexdigest()
