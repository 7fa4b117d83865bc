"""What the law asks of a request, read from `data/law/requests.toml`: counsel settles it, the program reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from navigator.content import Table, read_content
from navigator.data import data_dir
from navigator.referrals.request import Asks, Paragraph, PersonRequest, PoliceRequest, Request


@dataclass(frozen=True)
class ParagraphLaw:
    """`not_part2`: the sentence said where 42 CFR Part 2 applies and this paragraph alone allows nothing; else ""."""

    title: str
    needs_document: bool
    not_part2: str


@dataclass(frozen=True)
class RequestLaw:
    """`days`: within how many the person is owed an answer."""

    paragraphs: Mapping[Paragraph, ParagraphLaw]
    days: Mapping[Asks, int]

    def due(self, request: Request) -> date | None:
        """The last day for the answer; the police are owed none."""
        if not isinstance(request, PersonRequest) or request.received_on is None:
            return None
        return request.received_on + timedelta(days=self.days[request.asks])

    def forbids(self, request: Request, *, part2: bool) -> str:
        """Why this may not be granted, or ""."""
        if not isinstance(request, PoliceRequest) or not part2:
            return ""
        return self.paragraphs[request.paragraph].not_part2


def load_request_law() -> RequestLaw:
    return read_content(data_dir() / "law" / "requests.toml", read_request_law)


def read_request_law(table: Table) -> RequestLaw:
    """Every paragraph and both periods must be there."""
    days, found = table.table("days"), dict(map(_paragraph, table.tables("paragraph")))
    missing = [paragraph.value for paragraph in Paragraph if paragraph not in found]
    if missing:
        raise table.wrong("paragraph", f"{missing[0]} is missing.")
    periods = {asks: _period(days, asks) for asks in Asks}
    days.done()
    return RequestLaw(MappingProxyType(found), MappingProxyType(periods))


def _paragraph(table: Table) -> tuple[Paragraph, ParagraphLaw]:
    number = table.needed("number")
    if number not in set(Paragraph):
        raise table.wrong("number", f"{number!r} is no paragraph of 45 CFR 164.512(f).")
    law = ParagraphLaw(table.needed("title"), table.flag("document"), table.text("not_part2"))
    table.done()
    return Paragraph(number), law


def _period(days: Table, asks: Asks) -> int:
    found = days.whole(asks.value, least=1)
    if found is None:
        raise days.wrong(asks.value, "this is missing.")
    return found
