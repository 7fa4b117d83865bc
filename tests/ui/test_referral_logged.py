"""A call goes into the log with the times that are known, and no others."""

from datetime import UTC, datetime, timedelta

import pytest

from navigator.referrals.calls import CallOutcome
from navigator.ui.referrals.forms.told import NOBODY_ANSWERED, Told
from navigator.ui.referrals.logged import logged_call

NOW = datetime(2026, 11, 23, 7, 14, tzinfo=UTC)
SPOKE = Told(CallOutcome.ANSWERED, "Mr. Daly")


@pytest.mark.parametrize(
    ("told", "began_at", "times"),
    [
        (SPOKE, NOW - timedelta(minutes=3), (NOW - timedelta(minutes=3), NOW)),
        (SPOKE, None, (NOW, None)),
        (NOBODY_ANSWERED, NOW - timedelta(minutes=3), (NOW - timedelta(minutes=3), None)),
        (NOBODY_ANSWERED, NOW + timedelta(hours=1), (NOW, None)),
    ],
    ids=["running", "no call runs", "nobody answered", "the computer's clock was set back"],
)
def test_a_logged_call_has_the_times_that_are_known(told, began_at, times):
    call = logged_call(told, began_at=began_at, now=NOW, number="215-555-0142", without_identifiers=True)
    assert (call.began_at, call.ended_at) == times
