"""The screen on which a consent is written down; what is typed stays until it is saved."""

from collections.abc import Callable

from navigator.referrals.casework import Casework
from navigator.referrals.consent import SavedConsent
from navigator.referrals.draft import DraftKind
from navigator.referrals.snapshot import Snapshot
from navigator.ui.consent.asked import read_asked
from navigator.ui.consent.form import ConsentForm
from navigator.ui.consent.read_aloud import ReadAloud
from navigator.ui.consent.words import aloud
from navigator.ui.ports import Desk
from navigator.ui.referrals.forms.form import Setting
from navigator.ui.sheets.sheet import Sheet
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker


def consent_screen(
    desk: Desk,
    casework: Casework,
    theme: Theme,
    worker: Worker,
    person_id: str,
    visit_id: str = "",
    place: Snapshot | None = None,
) -> Sheet:
    """Its `saved` gives the `SavedConsent`. A `UserError` where nobody can be asked, such as one without a name."""
    asked = read_asked(casework, desk.actor, person_id, visit_id, place)
    form = ConsentForm(Setting(theme, desk.clock, desk.city.zone), asked, desk.categories)

    above = ReadAloud(theme)

    def save() -> Callable[[], SavedConsent]:
        consent = form.consent
        return lambda: casework.consents.record(desk.actor, consent)

    def say() -> None:
        above.say(aloud(form.consent, asked.law, desk.clock().astimezone(desk.city.zone).date()))

    subject = visit_id or person_id
    sheet = Sheet(desk, casework.drafts, theme, worker, form, DraftKind.CONSENT, subject, save, above)
    form.typed.connect(say)
    say()
    return sheet
