"""Plain text out of what exports hold: HTML from editors, characters written as codes, runs of space."""

import re
from html import unescape
from html.parser import HTMLParser

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
_BREAKS = frozenset(("br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4"))
_CODED = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")
_NOTHING = frozenset(("", "-", "--", "—", "n/a", "na", "#n/a", "null", "nan", "-1"))
_LONGEST = max(map(len, _NOTHING))


def plain(text: str) -> str:
    """The words of `text` without markup; line breaks stay, other space is made one."""
    if _MARKUP.search(text):
        reader = _Words()
        reader.feed(text)
        reader.close()
        text = "".join(reader.words)
    elif _CODED.search(text):
        text = unescape(text)
    if "\n" not in text and "\r" not in text:
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def is_nothing(text: str) -> bool:
    """Whether a cell says nothing: empty, or a sign that programs and people write for it ("N/A", "-1")."""
    if len(text) <= _LONGEST:
        return text.strip().lower() in _NOTHING
    bare = text.strip(" \t\r\n-")
    return len(bare) <= _LONGEST and bare.lower() in _NOTHING


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # inherited
        if tag in _BREAKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS and tag != "br":
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        self.words.append(" ".join(data.split("\n")))
