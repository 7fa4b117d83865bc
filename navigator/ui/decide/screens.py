"""The forms that fill the page: what the police ask, what the person asks, what the police were told."""

from collections.abc import Callable

from navigator.referrals.casework import Casework
from navigator.referrals.draft import DraftKind
from navigator.referrals.request import PoliceRequest, SavedRequest
from navigator.ui.decide.person_form import PersonForm
from navigator.ui.decide.police_form import PoliceForm
from navigator.ui.decide.tell_form import TellForm
from navigator.ui.ports import Desk
from navigator.ui.referrals.forms.form import Setting
from navigator.ui.sheets.sheet import Sheet
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker


def police_screen(desk: Desk, casework: Casework, theme: Theme, worker: Worker, person_id: str) -> Sheet:
    """Its `saved` gives the `SavedRequest`, which waits for a second person (P-11)."""
    part2 = casework.consents.part2(desk.actor)
    form = PoliceForm(_setting(desk, theme), person_id, casework.request_law, part2=part2)

    def save() -> Callable[[], SavedRequest]:
        request = form.request
        return lambda: casework.requests.ask_police(desk.actor, request)

    return Sheet(desk, casework.drafts, theme, worker, form, DraftKind.POLICE_REQUEST, person_id, save)


def person_screen(desk: Desk, casework: Casework, theme: Theme, worker: Worker, person_id: str) -> Sheet:
    """Its `saved` gives the `SavedRequest`, with the day by which an answer is owed (P-25)."""
    form = PersonForm(_setting(desk, theme), person_id)

    def save() -> Callable[[], SavedRequest]:
        request = form.request
        return lambda: casework.requests.ask_person(desk.actor, request)

    return Sheet(desk, casework.drafts, theme, worker, form, DraftKind.PERSON_REQUEST, person_id, save)


def tell_screen(
    desk: Desk, casework: Casework, theme: Theme, worker: Worker, saved: SavedRequest, asked: PoliceRequest
) -> Sheet:
    """For a granted request of the police: what they were told enters the accounting (P-12)."""
    form = TellForm(_setting(desk, theme), asked)

    def save() -> Callable[[], SavedRequest]:
        answer = form.answer
        return lambda: casework.requests.tell(desk.actor, saved.id, answer)

    return Sheet(desk, casework.decider_drafts, theme, worker, form, DraftKind.DECISION, saved.id, save)


def _setting(desk: Desk, theme: Theme) -> Setting:
    return Setting(theme, desk.clock, desk.city.zone)
