"""Reads web addresses as people write them, with or without "http://"."""

import re

_WEB = re.compile(
    r"(?:(?P<scheme>https?):?/{1,2})?(?P<rest>(?:[\w-]+\.)+[a-z]{2,24}(?::\d+)?(?:[/?#]\S*)?)", re.IGNORECASE
)


def web_of(text: str) -> str:
    """The address with its scheme, or "" where the text is none; "http" where none is given, as browsers did."""
    found = _WEB.fullmatch(text.strip().rstrip(".,;"))
    if found is None:
        return ""
    return f"{(found['scheme'] or 'http').lower()}://{found['rest']}"
