"""Every field of casework filled with a word of its own; every paper and file made; each word only where it may be.

The words are found in the person's own plan as far as its composer prints them, and nowhere else (P-04, P-06, P-09).
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from pypdf import PdfReader

from navigator.access import Actor, Role
from navigator.city import Signer
from navigator.documents.handout import compose_handout
from navigator.documents.plan import compose_plan
from navigator.documents.plan_steps import propose_plan
from navigator.documents.release import OwnCopy, ToRecipient
from navigator.documents.render import render
from navigator.errors import NotAllowed
from navigator.referrals.bases import Basis, BasisKind
from navigator.referrals.calls import Call, CallOutcome, Channel
from navigator.referrals.consent import Category, Consent, ConsentKind
from navigator.referrals.draft import DraftKind
from navigator.referrals.handoff import Handoff, Needed
from navigator.referrals.person import Identity
from navigator.referrals.plan import Plan, PlanStep, When
from navigator.referrals.request import Answer, Asks, Paragraph, PersonRequest, PoliceRequest
from navigator.referrals.snapshot import snapshot_of
from navigator.referrals.steps import Acceptance
from navigator.referrals.telling import Recipient, recipient_of
from navigator.referrals.visit import Disposition, Ending, PlaceKind, VisitFacts
from navigator.ui.outlets import FileOutlet
from tests.referrals.scenes import texts_of, trail_of
from tests.ui.desk_of_casework import casework_desk_of
from tests.ui.desk_of_find import HARBOR

NEED = (Category.NEED,)
SOMEBODY_ELSE = Actor("other", "Another", Role.SUPERVISOR)
WHO = {"Identity.preferred_name", "Identity.family_name"}
OWN_PLAN = {
    *WHO,
    *(f"Plan.{name}" for name in ("goal", "medicines", "warning_signs", "if_hard", "given", "notes", "next_call")),
    *(f"PlanStep.{name}" for name in ("what", "said_yes", "why", "at", "how", "bring")),
}
"""What the person's own plan prints of what was written in it, by hand."""
PROPOSED = {
    *WHO,
    *(f"Acceptance.{name}" for name in ("name", "role", "arrival", "met_by")),
    *("PersonTold.goal", "Transport.by"),
}
"""What the records put into a plan by themselves: who said yes, the way there, and the person's own goal."""


class Marks:
    """Words that nobody has typed before, each with the field that it stands in."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}

    def word(self, field: str) -> str:
        mark = f"Kanari{len(self.fields):03d}x"
        self.fields[mark] = field
        return mark

    def filled(self, kind: type[Any], /, **given: Any) -> Any:
        """A value of `kind` whose every text, and every text of a value inside it, is a word of its own."""
        hints = get_type_hints(kind)
        content = {
            one.name: self._value(hints[one.name], f"{kind.__name__}.{one.name}")
            for one in fields(kind)
            if one.init and one.name not in given and _holds_words(hints[one.name])
        }
        return kind(**content, **given)

    def found_in(self, data: bytes) -> set[str]:
        codings = ("utf-8", "utf-16-le", "utf-16-be")
        return {name for mark, name in self.fields.items() if any(mark.encode(coding) in data for coding in codings)}

    def _value(self, hint: Any, field: str) -> Any:
        return self.word(field) if hint is str else self.filled(hint)


def _holds_words(hint: Any) -> bool:
    return hint is str or (isinstance(hint, type) and is_dataclass(hint))


@pytest.fixture
def marks() -> Marks:
    return Marks()


@pytest.fixture
def desk(signed):
    laid = signed(Role.CLINICIAN)
    return casework_desk_of(laid.station, laid.actor), laid


def _visit(desk, marks: Marks):
    now, casework, actor = desk.clock(), desk.casework, desk.actor
    identity = marks.filled(Identity, birth_year=1987)
    facts = marks.filled(VisitFacts, arrived_at=now, place_kind=PlaceKind.STREET, postal_code="19134", need="detox")
    visit = casework.visits.open(actor, facts, identity)
    referral = casework.referrals.draft(actor, visit.id, snapshot_of(HARBOR, now, desk.city.zone), "detox")
    consent = marks.filled(
        Consent,
        person_id=visit.person.id,
        visit_id=visit.id,
        kind=ConsentKind.ON_PAPER,
        categories=tuple(Category),
        recipient=HARBOR.name,
        recipient_service_id=HARBOR.service_id,
        recipient_class="",
        told_of_right=True,
        expires_on=None,
        signer=Signer.THEMSELVES,
        signed_at=now,
    )
    casework.consents.record(actor, consent)
    said = marks.filled(Call, channel=Channel.PHONE, began_at=now, outcome=CallOutcome.ANSWERED)
    yes = marks.filled(Acceptance, at=now, number="215-555-0177")
    referral = casework.referrals.log_call(actor, referral.id, said, referral.seen, yes)
    handoff = marks.filled(Handoff, absent={Needed.ACCEPTOR: marks.word("Handoff.absent")})
    casework.handoffs.save(actor, referral.id, handoff, 0)
    step = marks.filled(PlanStep, when=When.TODAY, number="215-555-0142", referral_id=referral.id)
    casework.plans.save(actor, visit.id, marks.filled(Plan, steps=(step,)), 0)
    _requests(desk, marks, visit)
    casework.other_names.add(actor, visit.person.id, marks.word("OtherName"))
    casework.drafts.keep(actor, DraftKind.PLAN, visit.id, {"goal": marks.word("Draft.goal")})
    casework.visits.end(actor, visit.id, Ending(now, Disposition.RESOLVED_WITH_REFERRAL), visit.revision)
    return visit, referral


def _requests(desk, marks: Marks, visit) -> None:
    requests, actor, person_id = desk.casework.requests, desk.actor, visit.person.id
    asked = marks.filled(PoliceRequest, person_id=person_id, paragraph=Paragraph.PREMISES, categories=NEED)
    saved = requests.ask_police(actor, asked)
    requests.decide(SOMEBODY_ELSE, saved.id, True, marks.word("Verdict.words"))
    requests.tell(actor, saved.id, Answer(words=marks.word("Answer.words")))
    today = desk.clock().date()
    requests.ask_person(actor, marks.filled(PersonRequest, person_id=person_id, asks=Asks.ACCESS, received_on=today))


def _papers(desk, visit, referral, folder: Path) -> Iterator[tuple[str, Path]]:
    """Everything that can leave today, through the doors."""
    casework, actor, now = desk.casework, desk.actor, desk.clock()
    told = {"wording": desk.wording, "city": desk.city}
    own = OwnCopy(visit.person.id, visit.id)
    saved = casework.plans.plan(actor, visit.id).plan
    handoff = casework.handoffs.handoff(actor, referral.id).handoff
    proposed = propose_plan(visit, [referral], {referral.id: handoff}, {}, now=now, **told)
    for name, plan in (("plan", saved), ("proposed", proposed)):
        document = compose_plan(visit.person, plan, printed_at=now, staff=actor.name, demo=False, **told)
        desk.door.disclose(actor, render(document), own, FileOutlet(folder / f"{name}.pdf"))
        yield name, folder / f"{name}.pdf"
    handout = compose_handout(
        [HARBOR], printed_at=now, staff=actor.name, demo=False, categories=desk.categories, **told
    )
    desk.door.hand_out(actor, render(handout), FileOutlet(folder / "handout.pdf"))
    yield "handout", folder / "handout.pdf"


def _text(path: Path) -> bytes:
    """The words of the paper, and all that stands around them in the file."""
    reader = PdfReader(BytesIO(path.read_bytes()))
    words = "".join(page.extract_text() for page in reader.pages)
    return "".join(words.split()).encode() + str(reader.metadata).encode() + path.read_bytes()


def test_every_word_of_a_visit_is_found_only_where_it_may_be(desk, marks: Marks, tmp_path: Path):
    bench, laid = desk
    out = tmp_path / "out"
    out.mkdir()
    visit, referral = _visit(bench, marks)
    found = {name: marks.found_in(_text(path)) for name, path in _papers(bench, visit, referral, out)}
    assert found == {"plan": OWN_PLAN, "proposed": PROPOSED, "handout": set()}
    assert {path.name for path in out.iterdir()} == {"plan.pdf", "proposed.pdf", "handout.pdf"}
    for path in (one for one in tmp_path.rglob("*") if one.is_file() and one.parent != out):
        assert marks.found_in(path.name.encode() + path.read_bytes()) == set(), path.name
    assert marks.found_in(texts_of(laid.station.directory).encode()) == set()
    assert marks.found_in(repr(trail_of(laid.station.casework)).encode()) == set()


def test_every_word_that_was_written_is_in_casework(desk, marks: Marks):
    """Else the search above would prove nothing, and something that was typed would be lost."""
    bench, laid = desk
    _visit(bench, marks)
    assert marks.found_in(texts_of(laid.station.casework).encode()) == set(marks.fields.values())


def test_a_paper_for_somebody_else_becomes_a_file_only_by_a_ground_that_stands(desk, marks: Marks, tmp_path: Path):
    """P-07 to P-10: to whom the consent names, with the notice, until it is taken back; else there is no file."""
    bench, _ = desk
    visit, referral = _visit(bench, marks)
    out = tmp_path / "out"
    out.mkdir()
    (consent,) = bench.casework.consents.of_person(bench.actor, visit.person.id)
    basis = Basis(BasisKind.CONSENT, consent_id=consent.id)
    telling = ToRecipient(visit.person.id, visit.id, recipient_of(referral.snapshot), basis, NEED)
    told = {"wording": bench.wording, "city": bench.city, "printed_at": bench.clock(), "staff": "", "demo": False}
    pages = replace(render(compose_plan(visit.person, Plan(), **told)), notice=bench.casework.law.notice_hash)
    for wrong, paper in ((replace(telling, to=Recipient("Somebody")), pages), (telling, replace(pages, notice=""))):
        with pytest.raises(NotAllowed):
            bench.door.disclose(bench.actor, paper, wrong, FileOutlet(out / "letter.pdf"))
        assert list(out.iterdir()) == []
    bench.door.disclose(bench.actor, pages, telling, FileOutlet(out / "letter.pdf"))
    assert marks.found_in(_text(out / "letter.pdf")) == WHO
    bench.casework.consents.revoke(bench.actor, consent.id, "She said no.")
    with pytest.raises(NotAllowed, match="taken back"):
        bench.door.disclose(bench.actor, pages, telling, FileOutlet(out / "again.pdf"))
    assert {path.name for path in out.iterdir()} == {"letter.pdf"}


def test_the_search_for_words_finds_them(marks: Marks):
    identity = marks.filled(Identity, birth_year=1987)
    assert marks.found_in(identity.family_name.encode("utf-16-le")) == {"Identity.family_name"}
