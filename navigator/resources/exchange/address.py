"""Reads addresses: whole ones in one cell, parts in several, ZIPs with four more digits or without their zero."""

import re

from navigator.resources.model import Address

_STATES = re.compile(
    r"A[LKZRS]|C[AOT]|D[CE]|FL|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEINOPST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|"
    r"V[AIT]|W[AIVY]"
)
_ZERO_STATES = frozenset(("CT", "MA", "ME", "NH", "NJ", "PR", "RI", "VT", "VI"))
"""States whose ZIPs begin with 0, which spreadsheets take away."""
_WHOLE = re.compile(
    r"(?P<line>.+?)\s*,\s*(?P<city>[^,\d]{2,40}?)\s*,?\s+(?P<state>[A-Z]{2})\.?,?(?:\s+(?P<zip>\d{5}(?:-\d{4})?))?"
    r"(?:\s*,?\s*(?:USA?|United States))?",
    re.DOTALL,
)
_ZIP = re.compile(r"(\d{5})(?:[- ]?\d{4})?(?:\.0)?")


def zip_of(text: str, state: str = "") -> str:
    """The five digits of a ZIP, or "" where it is none. Lost zeros come back where the state's ZIPs begin with one."""
    text = text.strip()
    if found := _ZIP.fullmatch(text):
        return found[1]
    if state.strip().upper() in _ZERO_STATES and re.fullmatch(r"\d{3,4}(?:-\d{4})?", text):
        return text.partition("-")[0].zfill(5)
    return ""


def address_of(text: str) -> Address:
    """ "12 Oak St, Philadelphia, PA 19104" in its parts; another form stays whole in the line."""
    text = " ".join(text.split())
    found = _WHOLE.fullmatch(text)
    if found is None or not _STATES.fullmatch(found["state"]):
        return Address(text)
    return Address(found["line"], found["city"], found["state"], (found["zip"] or "")[:5])


def joined(*lines: str) -> str:
    """Several lines of an address in one, each once."""
    return ", ".join(dict.fromkeys(line.strip(" ,") for line in lines if line.strip(" ,")))
