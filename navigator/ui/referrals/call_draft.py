"""What is typed about one referral: every form's fields in one draft, so that none is lost by going back."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from navigator.access import Actor
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import Drafts
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.worker import Worker

_FORM = "form"


class Typing(QObject):
    """The draft of the call screen for one referral at a time; `troubled` while it cannot be kept."""

    troubled = Signal(str)

    def __init__(self, drafts: Drafts, actor: Actor, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts, self._actor, self._worker = drafts, actor, worker
        self._keeper: DraftKeeper | None = None
        self._content: dict[str, str] = {}
        self._mark: int | None = None

    @property
    def referral_id(self) -> str:
        return self._keeper.subject if self._keeper else ""

    @property
    def form(self) -> str:
        """The key of the form that was open, or ""."""
        return self._content.get(_FORM, "")

    @property
    def ground(self) -> Mapping[str, str]:
        return self._content

    def take_up(self, referral_id: str) -> None:
        """Puts the draft before away, and reads the one of this referral."""
        self.put_down()
        self._keeper = DraftKeeper(self._drafts, self._actor, self._worker, DraftKind.CALL, referral_id, self)
        self._keeper.troubled.connect(self.troubled)
        self._content = dict(self._keeper.found())

    def put_down(self) -> None:
        if self._keeper is not None:
            self._keeper.flush()
            self._keeper.deleteLater()
        self._keeper, self._content = None, {}

    def fields(self, form: str) -> dict[str, str]:
        """What was typed into one form."""
        start = f"{form}."
        return {name.removeprefix(start): text for name, text in self._content.items() if name.startswith(start)}

    def keep(self, form: str, fields: Mapping[str, str], ground: Mapping[str, str]) -> None:
        """Keeps the fields of the open form beside those of the others; no `form`: none is open."""
        others = {name: text for name, text in self._content.items() if "." in name and not _of(form, name)}
        own = {f"{form}.{name}": text for name, text in fields.items()} if form else {}
        self._content = {**others, **own, **ground, _FORM: form}
        if self._keeper is None:
            return
        if form or ground or any(text.strip() for text in (*others.values(), *own.values())):
            self._keeper.typed(self._content)
        else:
            self._keeper.drop()

    def drop_fields(self, form: str) -> None:
        """Nothing was typed into that form after all."""
        self._content = {name: text for name, text in self._content.items() if not _of(form, name)}

    def mark(self) -> None:
        """What is typed up to now is going to be saved; it is on the disk until that is done."""
        self._mark = self._keeper.mark() if self._keeper is not None else None

    def settle(self) -> None:
        """A write came to an end: what was marked for it is saved, and the draft with it."""
        if self._keeper is not None and self._mark is not None:
            self._keeper.forget(self._mark)
            self._content = {}
        self._mark = None

    def stay(self) -> None:
        """It was not saved: what was marked goes on waiting."""
        self._mark = None

    def flush(self) -> str:
        """Keeps it at once; returns why it could not be, or ""."""
        return self._keeper.flush() if self._keeper is not None else ""


def _of(form: str, name: str) -> bool:
    return bool(form) and name.startswith(f"{form}.")
