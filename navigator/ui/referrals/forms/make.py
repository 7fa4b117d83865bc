"""Which form answers to which key: of an outcome, of a step under "More", of a draft that was found again."""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType

from navigator.referrals.handoff import Handoff
from navigator.referrals.status import Status
from navigator.ui.referrals.forms.accepted import AcceptedForm
from navigator.ui.referrals.forms.again import AgainForm
from navigator.ui.referrals.forms.endings import CancellationForm, CompletionForm, FailureForm, MistakeForm
from navigator.ui.referrals.forms.form import Form, Setting
from navigator.ui.referrals.forms.moving import BedForm, DepartureForm, HoldForm, ResumptionForm
from navigator.ui.referrals.forms.news import ArrivalForm, NewsForm
from navigator.ui.referrals.forms.refusals import NoBedForm, NoFitForm
from navigator.ui.referrals.forms.told import CallForm
from navigator.ui.referrals.forms.unanswered import NoAnswerForm
from navigator.ui.referrals.forms.waiting import CallBackForm, MessageForm

_FORMS: tuple[Callable[[Setting], Form], ...] = (
    NoBedForm,
    NoFitForm,
    CallBackForm,
    MessageForm,
    NoAnswerForm,
    AgainForm,
    DepartureForm,
    ArrivalForm,
    BedForm,
    HoldForm,
    ResumptionForm,
    CompletionForm,
    FailureForm,
    CancellationForm,
    MistakeForm,
)
_BY_KEY: Mapping[str, Callable[[Setting], Form]] = MappingProxyType(
    {str(getattr(form, "key", "")): form for form in _FORMS}
)


def make_form(
    key: str,
    setting: Setting,
    dialled: str,
    began_at: datetime | None,
    handoff: Handoff | None = None,
    status: Status | None = None,
) -> Form | None:
    """The form of that key, or None for a key that no form has.

    `dialled` is the number that was called, `began_at` when the running call began; `handoff` is what was
    written of it, `status` where the referral stands.
    """
    if key == AcceptedForm.key:
        form: Form = AcceptedForm(setting, dialled)
    elif key == NewsForm.key and status is not None:
        form = NewsForm(setting, status)
    elif key in _BY_KEY:
        form = _BY_KEY[key](setting)
    else:
        return None
    if isinstance(form, CallForm):
        form.begin(began_at)
    if isinstance(form, DepartureForm) and handoff is not None:
        form.begin(handoff)
    form.settle()
    return form
