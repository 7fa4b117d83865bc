"""Sizes of the window in logical pixels, named for what they measure."""

from typing import Final

TOP_BAR: Final = 48
NAVIGATION: Final = 184
RAIL: Final = 56
RAIL_BELOW: Final = 1160
"""Under this width of the window the navigation is a rail of icons and key hints drop."""

CONTROL: Final = 36
MAIN_ACTION: Final = 42
CHIP: Final = 32
PILL: Final = 24
TRAY: Final = 60
RESULT_ROW: Final = 88
GROUP_HEAD: Final = 34
TABLE_ROW: Final = 44
PANE_NARROW: Final = 344

RADIUS_KEY: Final = 4
RADIUS_CONTROL: Final = 6
RADIUS_ROW: Final = 8
RADIUS_CARD: Final = 10

HINT: Final = 13
BODY: Final = 14
NAME: Final = 16
TITLE: Final = 20
NUMBER: Final = 30
