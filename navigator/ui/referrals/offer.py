"""Which grounds stand for the place on the screen, and on which consents a person may be named there (P-07, P-08)."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from navigator.access import Actor
from navigator.referrals.bases import BasisKind
from navigator.referrals.casework import Casework
from navigator.referrals.consent import SavedConsent, names
from navigator.referrals.law import Law
from navigator.referrals.telling import NAMED, consent_lacks, recipient_of, ways
from navigator.ui.referrals.situation import Situation

NO_CONSENT = "No consent that is live names this place."
_TOLD = 2


@dataclass(frozen=True)
class Fallen:
    """A consent on which nothing may be told to the place, and the sentence why not."""

    consent: SavedConsent
    why: str

    @property
    def sentence(self) -> str:
        """The reason, with whom the consent names where it does not say so itself."""
        recipient = self.consent.consent.recipient
        return self.why if recipient in self.why else f"{recipient}: {self.why}"


@dataclass(frozen=True)
class Offer:
    """What holds for the place on the screen: the law, whether Part 2 applies, and the live consents that name it.

    `fallen` are the other consents of the person, those that name the place first.
    """

    law: Law
    part2: bool
    consents: tuple[SavedConsent, ...]
    now: datetime
    zone: tzinfo
    fallen: tuple[Fallen, ...] = ()

    def why_not(self, kind: BasisKind) -> str:
        """Why that ground falls, with the ways that remain, or ""."""
        fallen = self.law.stands(kind, part2=self.part2)
        return f"{fallen} {ways(self.law, part2=self.part2)}" if fallen else ""

    def why_no_consent(self, consent_id: str) -> str:
        """Why nobody may be named on that consent; "" for the id: why on none of them."""
        told = [one for one in self.fallen if one.consent.id == consent_id] or self.fallen
        if not told:
            return NO_CONSENT
        lines = [one.sentence for one in told[:_TOLD]]
        if told[_TOLD:]:
            lines.append(f"{len(told[_TOLD:])} more do not hold here either.")
        return "\n".join([*lines, ways(self.law, part2=self.part2)])


def read_offer(casework: Casework, actor: Actor, situation: Situation) -> Offer:
    referral, part2 = situation.referral, casework.consents.part2(actor)
    law, now, to = casework.law, situation.now, recipient_of(referral.snapshot)
    found = casework.consents.of_person(actor, referral.person_id)
    tried = [Fallen(saved, consent_lacks(saved, law, to, NAMED, now, part2=part2)) for saved in found]
    live = tuple(one.consent for one in tried if not one.why)
    fallen = [one for one in tried if one.why]
    fallen.sort(key=lambda one: not names(one.consent.consent, to.service_id, to.name, to.classes))
    return Offer(law, part2, live, now, situation.zone, tuple(fallen))
