"""A call as it goes into the log: no time in it that nobody knew."""

from datetime import datetime

from navigator.referrals.calls import SOMEBODY_SPOKE, Call, Channel
from navigator.ui.referrals.forms.told import Told

_DIALLED = (Channel.PHONE, Channel.TEXT)


def logged_call(
    told: Told, *, began_at: datetime | None, now: datetime, number: str, without_identifiers: bool
) -> Call:
    """`began_at` is when the running call began, None: none runs.

    Its end is known only when somebody spoke on it and it is written down while it runs.
    """
    at = told.at or min(began_at or now, now)
    runs = began_at is not None and told.at in (None, began_at) and at <= now
    return Call(
        channel=told.channel,
        began_at=at,
        outcome=told.outcome,
        number=number if told.channel in _DIALLED else "",
        ended_at=now if runs and told.outcome in SOMEBODY_SPOKE else None,
        spoke_to=told.spoke_to,
        spoke_to_role=told.role,
        without_identifiers=without_identifiers,
        words=told.words,
    )
