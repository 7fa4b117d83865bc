"""The service of consents: recorded, taken back, settled where the table does not say who signs (P-08, P-10, P-24)."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo

from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.city import Signer
from navigator.clock import to_store
from navigator.errors import BadInput, NotAllowed
from navigator.ids import new_id
from navigator.referrals import part2, saved_consents, visits
from navigator.referrals.bounds import Bounds
from navigator.referrals.circle import named
from navigator.referrals.consent import Consent, ConsentKind, SavedConsent
from navigator.referrals.consent_rows import ConsentEndRow, ConsentRow, SignerRow
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import settle
from navigator.referrals.history import referrals_of
from navigator.referrals.kept import keep, take_back
from navigator.referrals.law import Law
from navigator.referrals.part2 import Part2Setting
from navigator.referrals.referral import Referral
from navigator.referrals.resting import resting_on
from navigator.referrals.rows import VisitRow
from navigator.referrals.same_person import ids_of
from navigator.referrals.saved_consents import EndedBy, consent_of
from navigator.referrals.signing_age import signing_age
from navigator.referrals.snapshot import Snapshot
from navigator.referrals.telling import NAMED, consent_lacks, recipient_of
from navigator.referrals.viewed import Viewed
from navigator.referrals.visit import VisitFacts
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

NO_NAME = "A consent needs the person's name. Write who the person is first."
NOT_THEIR_VISIT = "This visit is not one of this person."
NO_EVENT = "This consent ends on a day, not by what happens. Take it back instead, if the person wants that."


class Consents:
    """Every consent, its end and the answer about its signer is a row that never changes, its audit row with it."""

    def __init__(self, store: Store, zone: tzinfo, viewed: Viewed, law: Law) -> None:
        self._store = store
        self._zone = zone
        self._viewed = viewed
        self._law = law
        self._trail = Trail(store.clock)

    @requires(Permission.WRITE_CASEWORK)
    def record(self, actor: Actor, consent: Consent) -> SavedConsent:
        """Writes a consent down; one that lacks anything is refused whole, with the sentence that says what."""
        with self._store.writing() as session:
            age = self._age(session, consent.person_id, consent.visit_id)
            lacks = consent.lacks(self._law, part2.part2_applies(session), self._bounds(session, consent), age)
            if lacks:
                raise BadInput(lacks)
            row = self._row(actor, consent, asks_supervisor=consent.asks_supervisor(self._law, age))
            session.add(row)
            self._trail.record(session, actor, Action.CONSENT_RECORDED, row.id)
            settle(session, actor, DraftKind.CONSENT, consent.visit_id or consent.person_id)
            session.flush()
            return consent_of(session, row.id)

    @requires(Permission.WRITE_CASEWORK)
    def revoke(self, actor: Actor, consent_id: str, words: str) -> SavedConsent:
        """The person takes it back: nothing is told on it from now on; what was told stays written (P-10)."""
        return self._end(actor, consent_id, EndedBy.TAKEN_BACK, words, Action.CONSENT_REVOKED)

    @requires(Permission.WRITE_CASEWORK)
    def came_about(self, actor: Actor, consent_id: str, words: str) -> SavedConsent:
        """The event by which it ends happened."""
        with self._store.reading() as session:
            if not consent_of(session, consent_id).consent.expires_event.strip():
                raise BadInput(NO_EVENT)
        return self._end(actor, consent_id, EndedBy.EVENT, words, Action.CONSENT_ENDED)

    @requires(Permission.DECIDE)
    def settle_signer(self, actor: Actor, consent_id: str, allowed: bool, words: str) -> SavedConsent:
        """Says whether who signed may sign, where the city's table does not (P-24); never of one's own consent."""
        with self._store.writing() as session:
            saved = consent_of(session, consent_id)
            self._refuse_answer(actor, saved, words)
            session.add(SignerRow(consent_id=consent_id, allowed=allowed, words=words.strip(), **self._made(actor)))
            self._trail.record(session, actor, Action.SIGNER_SETTLED, consent_id, allowed=int(allowed))
            session.flush()
            return consent_of(session, consent_id)

    @requires(Permission.READ_CASEWORK)
    def waiting(self, actor: Actor) -> tuple[SavedConsent, ...]:
        """Those that wait for a supervisor to say whether the signer may sign, the oldest first (P-24)."""
        with self._store.reading() as session:
            return self._seen(actor, saved_consents.undecided(session))

    @requires(Permission.READ_CASEWORK)
    def of_person(self, actor: Actor, person_id: str) -> tuple[SavedConsent, ...]:
        """Every consent of the person, in whatever state; the newest first."""
        with self._store.reading() as session:
            found = saved_consents.of_person(session, person_id)
        self._viewed.note(actor, [person_id])
        return found

    @requires(Permission.READ_CASEWORK)
    def live_for(self, actor: Actor, person_id: str, snapshot: Snapshot) -> tuple[SavedConsent, ...]:
        """Those on which the place of `snapshot` may be told who the person is, now; the newest first."""
        now, to = self._store.clock(), recipient_of(snapshot)
        with self._store.reading() as session:
            applies = part2.part2_applies(session)
            found = saved_consents.of_person(session, person_id)
        self._viewed.note(actor, [person_id])
        return tuple(one for one in found if not consent_lacks(one, self._law, to, NAMED, now, part2=applies))

    @requires(Permission.READ_CASEWORK)
    def touched(self, actor: Actor, consent_id: str) -> tuple[Referral, ...]:
        """The open referrals that rest on this consent: its recipient's, and those called about on it (P-10)."""
        with self._store.reading() as session:
            found = referrals_of(session, resting_on(session, consent_of(session, consent_id)))
        self._viewed.note(actor, [referral.person_id for referral in found])
        return found

    @requires(Permission.READ_CASEWORK)
    def signer(self, actor: Actor, person_id: str, visit_id: str = "") -> Signer:
        """Who signs for this person by the city's table, from what is known of their age (P-24)."""
        with self._store.reading() as session:
            found = self._law.signer(self._age(session, person_id, visit_id))
        self._viewed.note(actor, [person_id])
        return found

    @requires(Permission.READ_CASEWORK)
    def part2(self, actor: Actor) -> bool:  # noqa: ARG002 - the permission is the actor's
        """Whether 42 CFR Part 2 applies; on unless it was switched off (P-09)."""
        with self._store.reading() as session:
            return part2.part2_applies(session)

    @requires(Permission.READ_CASEWORK)
    def part2_setting(self, actor: Actor) -> Part2Setting:  # noqa: ARG002 - the permission is the actor's
        """The same with who set it, when and why."""
        with self._store.reading() as session:
            return part2.part2_setting(session)

    @requires(Permission.DECIDE)
    def set_part2(self, actor: Actor, on: bool, reason: str) -> None:
        """Switches Part 2 on or off; off needs a reason (P-09). The same again changes nothing."""
        with self._store.writing() as session:
            row = part2.put(session, actor, applies=on, reason=reason, now=self._store.clock())
            if row is not None:
                self._trail.record(session, actor, Action.PART2_SET, str(row.number), on=int(on))

    def _end(self, actor: Actor, consent_id: str, how: EndedBy, words: str, action: Action) -> SavedConsent:
        with self._store.writing() as session:
            consent_of(session, consent_id)
            if session.get(ConsentEndRow, consent_id) is not None:
                raise BadInput("This consent has ended already.")
            session.add(ConsentEndRow(consent_id=consent_id, how=how.value, words=words.strip(), **self._made(actor)))
            self._trail.record(session, actor, action, consent_id)
            settle(session, actor, DraftKind.CONSENT, consent_id)
            session.flush()
            return consent_of(session, consent_id)

    def _refuse_answer(self, actor: Actor, saved: SavedConsent, words: str) -> None:
        if not saved.asks_supervisor or saved.allowed is not None:
            raise BadInput("Nobody has to say anything about this signer.")
        if saved.made_by == actor.id:
            raise NotAllowed("You wrote this consent. Somebody else has to say whether the signer may sign.")
        if not words.strip():
            raise BadInput("Write why the signer may sign, or may not.")

    def _row(self, actor: Actor, consent: Consent, *, asks_supervisor: bool) -> ConsentRow:
        return ConsentRow(
            id=new_id(),
            person_id=consent.person_id,
            visit_id=consent.visit_id,
            service_id=consent.recipient_service_id,
            ends_at=to_store(self._end_of(consent.expires_on)) if consent.expires_on else None,
            asks_supervisor=asks_supervisor,
            content=keep(consent),
            **self._made(actor),
        )

    def _end_of(self, day: date) -> datetime:
        """Midnight after it, in the city's zone."""
        return datetime.combine(day + timedelta(days=1), time(), self._zone)

    def _made(self, actor: Actor) -> dict[str, str]:
        return {"made_by": actor.id, "made_at": to_store(self._store.clock())}

    def _bounds(self, session: Session, consent: Consent) -> Bounds:
        """A paper may have been signed before this visit."""
        now = self._store.clock()
        if consent.kind is ConsentKind.ON_PAPER or not consent.visit_id:
            return Bounds(now, self._zone)
        return visits.bounds_of(session, consent.visit_id, now, self._zone)

    def _age(self, session: Session, person_id: str, visit_id: str) -> int | None:
        identity, band = named(session, person_id).identity, None
        if not any(name.strip() for name in (identity.given_name, identity.family_name, identity.preferred_name)):
            raise BadInput(NO_NAME)
        if visit_id:
            visit = session.get(VisitRow, visit_id)
            if visit is None or visit.person_id not in ids_of(session, person_id):
                raise BadInput(NOT_THEIR_VISIT)
            band = take_back(visit.facts, VisitFacts).age_band
        return signing_age(self._law, identity, band, self._store.clock().astimezone(self._zone).date())

    def _seen(self, actor: Actor, found: Iterable[SavedConsent]) -> tuple[SavedConsent, ...]:
        seen = tuple(found)
        self._viewed.note(actor, [saved.consent.person_id for saved in seen])
        return seen
