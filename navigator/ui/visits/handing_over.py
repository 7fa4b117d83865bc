"""From the form of a new visit to the form of the visit that was made of it."""

from dataclasses import replace

from navigator.referrals.visit import Visit
from navigator.ui.visits.merged import merge
from navigator.ui.visits.typed import Typed, fuller, identity_of, typed_of, with_identity


def handed_over(visit: Visit, sent: Typed, now: Typed) -> Typed:
    """`visit` as it was made of `sent`, with what was told of somebody seen before beyond what is known, and with what
    came into the form while it was saved: `now`."""
    told = with_identity(typed_of(visit), fuller(visit.person.identity, identity_of(sent)))
    return replace(merge(sent, now, told).typed, person_id="")
