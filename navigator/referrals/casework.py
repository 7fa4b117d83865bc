"""All services of casework for one signed-in desk."""

from dataclasses import dataclass
from datetime import tzinfo

from navigator.city import City
from navigator.referrals.accounting import Accounting
from navigator.referrals.addenda import Addenda
from navigator.referrals.asking import FollowUps
from navigator.referrals.consents import Consents
from navigator.referrals.decider_drafts import DeciderDrafts
from navigator.referrals.decisions import Decisions
from navigator.referrals.drafts import Drafts
from navigator.referrals.handoffs import Handoffs
from navigator.referrals.law import Law, load_law
from navigator.referrals.merges import Merges
from navigator.referrals.other_names import OtherNames
from navigator.referrals.plans import Plans
from navigator.referrals.referrals import Referrals
from navigator.referrals.register import PrintRegister
from navigator.referrals.request_law import RequestLaw, load_request_law
from navigator.referrals.requests import Requests
from navigator.referrals.shifts import Shifts
from navigator.referrals.signing import Signing
from navigator.referrals.timeline import Timeline
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
    shifts: Shifts
    plans: Plans
    register: PrintRegister
    drafts: Drafts
    decider_drafts: DeciderDrafts
    law: Law
    consents: Consents
    request_law: RequestLaw
    requests: Requests
    decisions: Decisions
    accounting: Accounting
    signing: Signing
    addenda: Addenda
    merges: Merges
    other_names: OtherNames
    timeline: Timeline


def open_casework(store: Store, zone: tzinfo, city: City) -> Casework:
    """The services on the open casework `store`; `zone` is the city's, `city` gives its law."""
    viewed, law, request_law = Viewed(store), load_law(city), load_request_law()
    return Casework(
        visits=Visits(store, zone, viewed),
        referrals=Referrals(store, zone, viewed, law),
        handoffs=Handoffs(store, zone, viewed),
        follow_ups=FollowUps(store, zone, viewed),
        worklists=Worklists(store, zone, viewed),
        shifts=Shifts(store, zone, viewed),
        plans=Plans(store, viewed),
        register=PrintRegister(store, viewed, law),
        drafts=Drafts(store),
        decider_drafts=DeciderDrafts(store),
        law=law,
        consents=Consents(store, zone, viewed, law),
        request_law=request_law,
        requests=Requests(store, zone, viewed, request_law),
        decisions=Decisions(store, viewed),
        accounting=Accounting(store, viewed),
        signing=Signing(store, viewed),
        addenda=Addenda(store, viewed),
        merges=Merges(store, viewed),
        other_names=OtherNames(store, viewed),
        timeline=Timeline(store, viewed),
    )
