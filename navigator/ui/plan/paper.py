"""Makes the paper of a plan: words, then pages, as of a moment. Reads nothing, so that it may run on the worker."""

from collections.abc import Callable
from datetime import datetime

from navigator.documents.pages import Pages
from navigator.documents.plan import compose_plan
from navigator.documents.render import render
from navigator.referrals.person import Person
from navigator.referrals.plan import Plan
from navigator.ui.ports import Desk


def paper_of(
    desk: Desk, person: Person, plan: Plan, printed_at: datetime, *, any_invented: bool
) -> Callable[[], Pages]:
    """The work to be done. `any_invented`: a step leads to a place that does not exist, and its pages say so."""

    def make() -> Pages:
        document = compose_plan(
            person,
            plan,
            wording=desk.wording,
            city=desk.city,
            printed_at=printed_at,
            staff=desk.actor.name,
            demo=desk.demo,
            any_invented=any_invented,
        )
        return render(document)

    return make
