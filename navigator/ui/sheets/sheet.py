"""One form in front of a person: what is typed is kept, and what is saved is written on the worker."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.referrals.decider_drafts import DeciderDrafts
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import Drafts
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.ports import Desk
from navigator.ui.sheets.wide_form import WideForm
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.field import Trouble
from navigator.ui.worker import Worker

_WIDEST = 720


class Sheet(QScrollArea):
    """`saved` gives what the service gave back; `left` goes back, and what is typed stays kept.

    `subject` is what the draft is about; `save` takes what the form holds and gives the work that writes it; `above`
    stands over the form.
    """

    saved = Signal(object)
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        drafts: Drafts | DeciderDrafts,
        theme: Theme,
        worker: Worker,
        form: WideForm,
        kind: DraftKind,
        subject: str,
        save: Callable[[], Callable[[], object]],
        above: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.form, self._worker, self._save_of = form, worker, save
        self._keeper = DraftKeeper(drafts, desk.actor, worker, kind, subject, self)
        self._mark = 0
        self._unkept = Trouble(theme)
        self._lay_out(above)
        form.put(self._keeper.found())
        form.typed.connect(self._keep)
        form.saved.connect(self._save)
        form.left.connect(self.left)
        self._keeper.troubled.connect(self._unkept.say)

    @property
    def unkept(self) -> str:
        return self._unkept.sentence

    def flush(self) -> str:
        """Keeps what is typed; why that could not be done, or ""."""
        return self._keeper.flush()

    def take_focus(self) -> None:
        self.form.take_focus()

    def _keep(self) -> None:
        if self.form.is_untouched:
            self._keeper.drop()
        else:
            self._keeper.typed(self.form.contents())

    def _save(self) -> None:
        if not self.form.isEnabled():
            return
        wrong = self.form.wrong()
        if wrong is not None:
            self.ensureWidgetVisible(self.form.correct(wrong))
            return
        self._mark = self._keeper.mark()
        work = self._save_of()
        self.form.setEnabled(False)
        self._worker.run(self, work, self._tell, self._refuse)

    def _tell(self, saved: object) -> None:
        self._keeper.forget(self._mark)
        self.saved.emit(saved)

    def _refuse(self, error: UserError) -> None:
        self.form.setEnabled(True)
        self.form.refuse(error.sentence)
        self.ensureWidgetVisible(self.form.save)
        self.form.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, above: QWidget | None) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form.setMaximumWidth(_WIDEST)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(10)
        column.addWidget(self._unkept)
        if above is not None:
            column.addWidget(above)
        column.addWidget(self.form)
        column.addStretch(1)
        self.setWidget(inside)
