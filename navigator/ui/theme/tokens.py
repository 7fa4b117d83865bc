"""The colour roles of the window as data, light and dark; the tests hold their contrast (WCAG 2.2)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

ColorRole = Literal[
    "canvas",
    "surface",
    "sunken",
    "well",
    "text",
    "text2",
    "text3",
    "line",
    "edge",
    "accent",
    "accent_down",
    "on_fill",
    "soft",
    "on_soft",
    "open",
    "open_tint",
    "closing",
    "closing_tint",
    "closed",
    "closed_tint",
    "unknown",
    "unknown_tint",
    "danger",
    "danger_tint",
]
"""What a colour is for. `well` is the ground of the box inside a pane; a state's `_tint` is the ground of its ink."""

StateName = Literal["open", "closing", "closed", "unknown", "danger"]
"""The states a colour may tell, each with a shape and words beside it."""

LIGHT: Mapping[ColorRole, str] = MappingProxyType(
    {
        "canvas": "#F2F3F1",
        "surface": "#FFFFFF",
        "sunken": "#E9EBE8",
        "well": "#F2F3F1",
        "text": "#171C1B",
        "text2": "#46504D",
        "text3": "#5F6966",
        "line": "#DFE3E0",
        "edge": "#7E8884",
        "accent": "#2A56C6",
        "accent_down": "#1E429F",
        "on_fill": "#FFFFFF",
        "soft": "#E9EEFB",
        "on_soft": "#1E429F",
        "open": "#0A6849",
        "open_tint": "#E0F2EA",
        "closing": "#865000",
        "closing_tint": "#FBEED7",
        "closed": "#56605D",
        "closed_tint": "#ECEEEC",
        "unknown": "#5B4A92",
        "unknown_tint": "#F0EDF8",
        "danger": "#AF2A20",
        "danger_tint": "#FBE8E6",
    }
)

DARK: Mapping[ColorRole, str] = MappingProxyType(
    {
        "canvas": "#0F1312",
        "surface": "#161B1A",
        "sunken": "#1F2625",
        "well": "#1F2625",
        "text": "#E9EEEC",
        "text2": "#B5BFBC",
        "text3": "#929D99",
        "line": "#2A3230",
        "edge": "#73807C",
        "accent": "#94B3FF",
        "accent_down": "#C3D4FF",
        "on_fill": "#0D1730",
        "soft": "#1B2742",
        "on_soft": "#C3D4FF",
        "open": "#62CFA3",
        "open_tint": "#12291F",
        "closing": "#F2B75F",
        "closing_tint": "#302310",
        "closed": "#A3ADAA",
        "closed_tint": "#232A28",
        "unknown": "#BFAFF5",
        "unknown_tint": "#262038",
        "danger": "#FF958C",
        "danger_tint": "#371B19",
    }
)
