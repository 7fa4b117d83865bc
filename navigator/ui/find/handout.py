"""Makes the handout of what is on paper, on the worker: words, then pages, as of now."""

from collections.abc import Callable, Sequence

from navigator.documents.handout import compose_handout
from navigator.documents.pages import Pages
from navigator.documents.render import render
from navigator.resources.model import Entry
from navigator.ui.ports import Desk


def handout_of(desk: Desk, entries: Sequence[Entry]) -> Callable[[], Pages]:
    """The work to be done: the entries as the directory has them now, else as they were chosen."""
    newest = [desk.search.get(entry.id) or entry for entry in entries]
    printed_at = desk.clock()

    def make() -> Pages:
        document = compose_handout(
            newest,
            wording=desk.wording,
            categories=desk.categories,
            city=desk.city,
            printed_at=printed_at,
            staff=desk.actor.name,
            demo=desk.demo,
        )
        return render(document)

    return make
