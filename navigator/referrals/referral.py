"""One referral as the rest of the program reads it: its service, its history, its calls."""

from dataclasses import dataclass
from datetime import datetime

from navigator.referrals.calls import Contact
from navigator.referrals.snapshot import Snapshot
from navigator.referrals.standing import held_until
from navigator.referrals.status import ENDED, OPEN, BusinessStatus, Status
from navigator.referrals.steps import Acceptance, Departure, Hold, Progress, Request
from navigator.referrals.workflow import Event


@dataclass(frozen=True)
class Referral:
    """`need` is the kind of help (a category's code); `author` a name; `contacts` oldest first.

    `discarded` is a draft that was put away (R-05) and can be fetched back.
    """

    id: str
    visit_id: str
    person_id: str
    need: str
    snapshot: Snapshot
    status: Status
    business: BusinessStatus | None
    author_id: str
    author: str
    made_at: datetime
    events: tuple[Event, ...]
    contacts: tuple[Contact, ...] = ()
    replaces: str = ""
    discarded: bool = False

    @property
    def seen(self) -> int:
        """The number of its newest event: given back with a change, so that two windows cannot overwrite each other."""
        return len(self.events)

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def has_ended(self) -> bool:
        return self.status in ENDED

    @property
    def acceptance(self) -> Acceptance | None:
        return self._newest(Acceptance)

    @property
    def bed_held_until(self) -> datetime | None:
        """What was said last of how long the bed is held."""
        return held_until(self.events)

    @property
    def hold(self) -> Hold | None:
        return self._newest(Hold) if self.status is Status.ON_HOLD else None

    @property
    def departure(self) -> Departure | None:
        return self._newest(Departure)

    @property
    def news(self) -> Progress | None:
        """What was said last of what happens inside its status, while that is so (R-03)."""
        said = self._newest(Progress)
        return said if said is not None and said.business is self.business else None

    @property
    def requested_at(self) -> datetime | None:
        """When the provider was first called about it."""
        request = self._newest(Request)
        return request.call.began_at if request else None

    @property
    def last_contact(self) -> Contact | None:
        return self.contacts[-1] if self.contacts else None

    def _newest[S](self, kind: type[S]) -> S | None:
        return next((event.step for event in reversed(self.events) if isinstance(event.step, kind)), None)
