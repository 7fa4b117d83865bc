"""What is known of the signature of one record, read at one moment, and its words."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from navigator.access import Actor
from navigator.referrals.addenda import Addendum
from navigator.referrals.casework import Casework
from navigator.referrals.signing import RecordKind, Signature
from navigator.ui.clock_words import moment_words

MEANS = {
    RecordKind.VISIT: "Signing says: this is what happened, and I stand for it. After that nothing in this visit"
    " changes. What turns out to be different is added below it, with the reason.",
    RecordKind.HANDOFF: "Signing says: this is what was handed over, and I stand for it. After that nothing in this"
    " handoff changes. What turns out to be different is added below it, with the reason.",
}


@dataclass(frozen=True)
class Signed:
    """`signature` is None while the record can still be changed."""

    signature: Signature | None = None
    addenda: tuple[Addendum, ...] = ()


def read_signed(casework: Casework, actor: Actor, kind: RecordKind, subject_id: str) -> Signed:
    signature = casework.signing.of(actor, kind, subject_id)
    return Signed(signature, casework.addenda.of(actor, kind, subject_id) if signature else ())


def signed_words(signature: Signature, now: datetime, zone: tzinfo) -> str:
    return f"Signed by \u2068{signature.by}\u2069, {moment_words(signature.at, now, zone)}"


def addendum_words(addendum: Addendum, now: datetime, zone: tzinfo) -> tuple[str, str, str]:
    """Who and when, what, and why."""
    head = f"Added by \u2068{addendum.by}\u2069, {moment_words(addendum.at, now, zone)}"
    return head, addendum.words, f"Reason: {addendum.reason}"
