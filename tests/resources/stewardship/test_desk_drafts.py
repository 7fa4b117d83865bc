"""What is typed at the desk and not saved is its author's alone, and outlives the program."""

from sqlalchemy import update

from navigator.resources.stewardship.desk_drafts import NEW, VERSIONS, DeskDraftKind
from navigator.resources.stewardship.rows import DraftRow

from .bench import DANA, LENA, Bench

TYPED = {"name": "Rose House", "note": "“Ünïcode” 🙂\n"}


def test_what_was_typed_comes_back_to_its_author_alone(bench: Bench):
    bench.drafts.keep(DANA, DeskDraftKind.PROPOSAL, NEW, TYPED)
    found = bench.drafts.find(DANA, DeskDraftKind.PROPOSAL, NEW)
    assert (found.content, found.saved_at, found.subject) == (TYPED, bench.clock.now, NEW)
    assert bench.drafts.find(LENA, DeskDraftKind.PROPOSAL, NEW) is None
    bench.drafts.drop(LENA, DeskDraftKind.PROPOSAL, NEW)
    assert len(bench.drafts.mine(DANA)) == 1
    bench.drafts.drop(DANA, DeskDraftKind.PROPOSAL, NEW)
    assert bench.drafts.mine(DANA) == ()


def test_ones_own_are_listed_newest_first_and_typing_is_not_audited(bench: Bench):
    for kind in DeskDraftKind:
        bench.clock.forward(seconds=1)
        bench.drafts.keep(LENA, kind, "1", {})
    assert [draft.kind for draft in bench.drafts.mine(LENA)] == list(DeskDraftKind)[::-1]
    assert bench.trail() == []


def test_a_draft_of_another_version_of_the_form_is_left_alone(bench: Bench):
    bench.drafts.keep(LENA, DeskDraftKind.EDITOR, "1", TYPED)
    with bench.store.writing() as session:
        session.execute(update(DraftRow).values(version=VERSIONS[DeskDraftKind.EDITOR] + 1))
    assert bench.drafts.find(LENA, DeskDraftKind.EDITOR, "1") is None
    assert bench.drafts.mine(LENA) == ()
