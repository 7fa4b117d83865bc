"""Whether the person was seen before: looks them up once their name and birth year stand, and takes the answer."""

from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import QObject, Signal

from navigator.access import Actor
from navigator.clock import Clock
from navigator.errors import UserError
from navigator.referrals.people import Found
from navigator.referrals.person import Identity, Person
from navigator.referrals.visits import Visits
from navigator.ui.clock_words import day_words
from navigator.ui.visits.form import VisitForm
from navigator.ui.visits.lookup import Lookup
from navigator.ui.visits.typed import Typed, fuller, identity_of, typed_of, with_identity
from navigator.ui.worker import Worker

NOBODY = Found((), ())


class Returning(QObject):
    """`looked` when the search has answered, `answered` when the person at the keyboard has, `failed` when it cannot.

    Never searches by a name alone, never at each key (P-18).
    """

    looked = Signal()
    answered = Signal()
    failed = Signal()

    def __init__(
        self, form: VisitForm, visits: Visits, actor: Actor, worker: Worker, clock: Clock, zone: tzinfo
    ) -> None:
        super().__init__(form)
        self._form = form
        self._visits, self._actor, self._clock, self._zone = visits, actor, clock, zone
        self._people = NOBODY
        self._lookup = Lookup(visits, actor, worker, self)
        self.panel = form.essentials.seen_before
        form.named.connect(self.look_up)
        self.panel.chosen.connect(self._take_answer)
        self._lookup.found.connect(self._show)
        self._lookup.failed.connect(self._say)

    @property
    def is_looking(self) -> bool:
        return self._lookup.busy

    def look_up(self) -> None:
        """Asks for who is typed, unless that was asked already."""
        who = self._who()
        if who.is_known and not self._lookup.has_asked(who):
            self._lookup.ask(who)

    def follow(self) -> None:
        """What is typed has changed: an answer about somebody else goes."""
        if not self._form.typed.person_id and not self._lookup.has_asked(self._who()):
            self.forget()

    def forget(self) -> None:
        self._people = NOBODY
        self._lookup.forget()
        self.panel.show_nobody()

    def _who(self) -> Identity:
        """As far as people are found by it."""
        return replace(identity_of(self._form.typed), preferred_name="", described="")

    def _show(self, people: Found) -> None:
        self._people = people
        same = next((person for person in people if person.id == self._form.typed.person_id), None)
        if same is not None:
            self.panel.show_same(same)
        else:
            self.panel.show_found(people)
        self.looked.emit()

    def _say(self, sentence: str) -> None:
        self.panel.say(sentence)
        self.failed.emit()

    def _take_answer(self, person: Person | None) -> None:
        if person is None:
            self._take_back() if self._form.typed.person_id else self.panel.show_nobody()
        else:
            self._take(person)
        self.answered.emit()

    def _take(self, person: Person) -> None:
        """What is known of the person, with what was typed beside it."""
        typed = self._form.typed
        merged = with_identity(typed, fuller(person.identity, identity_of(typed)))
        safe, remark = self._safe_contact(person, merged)
        self._form.fill(replace(safe, person_id=person.id))
        self._lookup.settle(self._who())
        self.panel.show_same(person, remark)

    def _safe_contact(self, person: Person, typed: Typed) -> tuple[Typed, str]:
        """How the person could be reached the last time, where nothing else was typed, and how old that is."""
        try:
            earlier = self._visits.newest_of(self._actor, person.id)
        except UserError as error:
            return typed, error.sentence
        if earlier is None or typed.contact_number or typed.contact_words or typed.no_voicemail:
            return typed, ""
        known = typed_of(earlier)
        if not (known.contact_number or known.contact_words or known.no_voicemail):
            return typed, ""
        began = earlier.facts.arrived_at or earlier.made_at
        day = day_words(began.astimezone(self._zone).date(), self._clock().astimezone(self._zone).date())
        taken = {name: getattr(known, name) for name in ("contact_number", "contact_words", "no_voicemail")}
        return replace(typed, **taken), f"The safe contact is from the visit of {day}. Ask whether it is still right."

    def _take_back(self) -> None:
        people = self._people
        self._form.fill(replace(self._form.typed, person_id=""))
        self._lookup.settle(self._who())
        self.panel.show_found(people)
