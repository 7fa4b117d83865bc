"""The parts of a plan as the screen names them."""

from collections.abc import Mapping
from types import MappingProxyType

from navigator.referrals.plan import When

PARTS: Mapping[When, str] = MappingProxyType({When.TODAY: "Today", When.THIS_WEEK: "This week", When.LATER: "Later"})
