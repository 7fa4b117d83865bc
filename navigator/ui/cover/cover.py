"""The way into a session: shows one card after the other and asks the front what they submit.

Whatever derives a key or opens a store runs on the worker; the card stays busy until the answer is there.
Cards that a day seldom needs are imported when they are shown: the first paint does not wait for them.
"""

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from navigator.city import city_keys, load_city
from navigator.errors import MustChoose, UserError
from navigator.ui.cover import words
from navigator.ui.cover.broken import BrokenCard
from navigator.ui.cover.card import Typed
from navigator.ui.cover.locked import LockedBy, LockedCard
from navigator.ui.cover.sign_in import SignInCard
from navigator.ui.cover.stage import Stage
from navigator.ui.cover.welcome import WelcomeCard
from navigator.ui.ports import Desk, Front, FrontKind
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker

_CHECKING = "Checking…"


class Cover(Stage):
    """Emits `signed_in` with the Desk; `station_made` when there is a city to name. Knows nothing of a session."""

    signed_in = Signal(object)
    station_made = Signal()

    def __init__(self, front: Front, theme: Theme, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._front, self._theme, self._worker = front, theme, worker
        self._locked_by: LockedBy | None = None

    def show_front(self) -> None:
        """The first card: welcome, sign-in, or what is wrong with the station."""
        state = self._front.state()
        match state.kind:
            case FrontKind.NEW:
                self._show_welcome()
            case FrontKind.READY:
                self._show_sign_in()
            case FrontKind.BROKEN:
                self.show_broken(state.sentence, state.next_step)

    def show_broken(self, sentence: str, next_step: str) -> None:
        card = BrokenCard(self._theme, sentence, next_step)
        card.submitted.connect(self.show_front)
        self.show_card(card)

    def show_locked(self, desk: Desk, after_minutes: int | None) -> None:
        """Who locked, and when; `after_minutes` of quiet, or None when asked for."""
        time = words.clock_time(desk.clock(), desk.city.zone)
        self._show_lock(LockedBy(desk.actor.name, str(desk.actor.role), time, after_minutes))

    def _show_lock(self, locked_by: LockedBy) -> None:
        self._locked_by = locked_by
        card = LockedCard(self._theme, locked_by, demo_passphrase=self._front.demo_passphrase)
        card.submitted.connect(self._sign_in)
        card.someone_else.connect(self._show_sign_in)
        card.recovery_wanted.connect(self._show_recover)
        self.show_card(card)

    def _show_sign_in(self) -> None:
        self._locked_by = None
        card = SignInCard(self._theme, demo_passphrase=self._front.demo_passphrase)
        card.submitted.connect(self._sign_in)
        card.recovery_wanted.connect(self._show_recover)
        card.demo_wanted.connect(self._look_around)
        self.show_card(card)

    def _show_welcome(self) -> None:
        card = WelcomeCard(self._theme)
        card.submitted.connect(self._show_set_up)
        card.demo_wanted.connect(self._look_around)
        self.show_card(card)

    def _show_set_up(self) -> None:
        from navigator.ui.cover.set_up import SetUpCard

        try:
            cities = [load_city(key) for key in city_keys()]
        except UserError as error:
            self.show_broken(error.sentence, "Install Navigator again.")
            return
        card = SetUpCard(self._theme, {city.key: f"{city.name}, {city.state}" for city in cities})
        card.submitted.connect(self._set_up)
        card.back_wanted.connect(self._back)
        self.show_card(card)

    def _show_code(self, code: str, name: str, passphrase: str) -> None:
        from navigator.ui.cover.recovery_code import RecoveryCodeCard

        self.station_made.emit()
        card = RecoveryCodeCard(self._theme, code, name, passphrase)
        card.submitted.connect(self._sign_in)
        self.show_card(card)

    def _show_recover(self) -> None:
        from navigator.ui.cover.recover import RecoverCard

        card = RecoverCard(self._theme, self.card.name if self.card else "")
        card.submitted.connect(self._recover)
        card.back_wanted.connect(self._back)
        self.show_card(card)

    def _show_choose(self, name: str, one_time: str) -> None:
        from navigator.ui.cover.choose import ChooseCard

        card = ChooseCard(self._theme, name, one_time)
        card.submitted.connect(self._choose)
        card.back_wanted.connect(self._back)
        self.show_card(card)

    def _back(self) -> None:
        if self._locked_by is None:
            self.show_front()
        else:
            self._show_lock(self._locked_by)

    def _sign_in(self, typed: Typed) -> None:
        name, passphrase = typed

        def choose_first(error: UserError) -> bool:
            if isinstance(error, MustChoose):
                self._show_choose(name, passphrase)
            return isinstance(error, MustChoose)

        self._ask(lambda: self._front.sign_in(name, passphrase), self._enter, unless=choose_first)

    def _choose(self, typed: Typed) -> None:
        name, old, new = typed
        self._ask(lambda: self._front.choose_passphrase(name, old, new), self._enter)

    def _recover(self, typed: Typed) -> None:
        code, name, new = typed
        self._ask(lambda: self._front.recover(code, name, new), self._enter)

    def _look_around(self) -> None:
        self._ask(self._front.look_around, self._enter, busy="Preparing the demo station…")

    def _set_up(self, typed: Typed) -> None:
        city, name, passphrase = typed

        def show_code(code: str) -> None:
            self._show_code(code, name, passphrase)

        self._ask(lambda: self._front.set_up(city, name, passphrase), show_code, busy="Setting up…")

    def _enter(self, desk: Desk) -> None:
        self._locked_by = None
        self.show_card(None)
        self.signed_in.emit(desk)

    def _ask[T](
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        unless: Callable[[UserError], bool] | None = None,
        busy: str = _CHECKING,
    ) -> None:
        """Runs `work` on the worker while the card says that it is busy.

        A refusal is shown on the card, unless `unless` says that it dealt with it.
        """
        card = self.card
        if card is None:
            return

        def answered(value: T) -> None:
            card.set_busy("")
            done(value)

        def refused(error: UserError) -> None:
            card.set_busy("")
            if unless is None or not unless(error):
                card.refuse(words.trouble(error, self._zone()))

        card.set_busy(busy)
        self._worker.run(card, work, answered, refused)

    def _zone(self) -> tzinfo | None:
        return self._front.city.zone if self._front.city else None
