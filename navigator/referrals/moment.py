"""What can stand on a person's timeline: one moment, with the record that it is about."""

from dataclasses import dataclass
from datetime import datetime

from navigator.referrals.calls import Contact
from navigator.referrals.follow_up import Attempt
from navigator.referrals.merges import Merge
from navigator.referrals.register import Registered
from navigator.referrals.visit import Visit
from navigator.referrals.warmth import Warmth
from navigator.referrals.workflow import Event


@dataclass(frozen=True)
class Arrived:
    """A visit began."""

    visit: Visit


@dataclass(frozen=True)
class Left:
    """A visit ended."""

    visit: Visit


@dataclass(frozen=True)
class Called:
    contact: Contact


@dataclass(frozen=True)
class Moved:
    """A step of a referral that is no call: accepted, gone, ended, and so on."""

    event: Event


@dataclass(frozen=True)
class HandedOver:
    """The handoff record as it was saved last; `saves` counts how often."""

    warmth: Warmth
    saves: int


@dataclass(frozen=True)
class Planned:
    """The plan as it was saved last."""

    steps: int
    saves: int


@dataclass(frozen=True)
class Printed:
    paper: Registered


@dataclass(frozen=True)
class Asked:
    """One try of a follow-up; `number` counts from 1 (R-10)."""

    attempt: Attempt
    number: int


@dataclass(frozen=True)
class Joined:
    """Another record was found to be the same person's."""

    merge: Merge


type About = Arrived | Left | Called | Moved | HandedOver | Planned | Printed | Asked | Joined


@dataclass(frozen=True)
class Moment:
    """`by` is a name, `place` the provider. `record` is what the person was called in the record that it was written
    for, where that is another than the kept one. `struck`: its referral was entered in error.
    """

    at: datetime
    about: About
    by: str = ""
    visit_id: str = ""
    referral_id: str = ""
    place: str = ""
    record: str = ""
    struck: bool = False
