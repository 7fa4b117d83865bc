"""All services of casework for one signed-in desk."""

from dataclasses import dataclass
from datetime import tzinfo

from navigator.referrals.drafts import Drafts
from navigator.referrals.follow_ups import FollowUps
from navigator.referrals.handoffs import Handoffs
from navigator.referrals.plans import Plans
from navigator.referrals.referrals import Referrals
from navigator.referrals.register import PrintRegister
from navigator.referrals.viewed import Viewed
from navigator.referrals.visits import Visits
from navigator.referrals.worklists import Worklists
from navigator.storage.database import Store


@dataclass(frozen=True)
class Casework:
    visits: Visits
    referrals: Referrals
    handoffs: Handoffs
    follow_ups: FollowUps
    worklists: Worklists
    plans: Plans
    register: PrintRegister
    drafts: Drafts


def open_casework(store: Store, zone: tzinfo) -> Casework:
    """The services on the open casework `store`; `zone` is the city's."""
    viewed = Viewed(store)
    return Casework(
        visits=Visits(store, zone, viewed),
        referrals=Referrals(store, zone, viewed),
        handoffs=Handoffs(store, zone, viewed),
        follow_ups=FollowUps(store, viewed),
        worklists=Worklists(store, zone, viewed),
        plans=Plans(store, viewed),
        register=PrintRegister(store, viewed),
        drafts=Drafts(store),
    )
