"""Keeping a place secret from the editor (S-13): what will go is said, asked once, and nothing typed keeps it."""

import pytest

from navigator.access import Role
from navigator.ui.directory.editor.secret_card import what_goes
from tests.ui.desk_of_editor import Editor, stocked_desk
from tests.ui.desk_of_find import HARBOR, SAFE_HAVEN


@pytest.fixture
def desk(signed):
    laid = signed(Role.SOCIAL_WORKER)
    return stocked_desk(laid.station, laid.actor)


@pytest.fixture
def editor(qtbot, desk, theme, worker):
    made = Editor(qtbot, desk, theme, worker)
    yield made
    made.leave()


def hide(editor: Editor) -> None:
    editor.pane.secret.hide_it.ask.click()
    editor.pane.secret.hide_it.yes.click()
    editor.settle()


def test_it_says_what_will_go_before_anything_goes(editor):
    entry_id = editor.open()
    card = editor.pane.secret.hide_it
    card.ask.click()
    assert card.is_open
    assert "Address, Neighborhood, How to get in, Position on the map" in card.words.text()
    assert "What to bring" in card.words.text()
    assert "cannot be undone" in card.words.text()
    card.no.click()
    assert editor.entry(entry_id).address is not None


def test_a_service_with_several_places_says_that_all_are_hidden(editor, desk):
    entry_id = editor.open()
    record = desk.keeping.records.view(desk.actor, entry_id).record
    assert "So at all 3 places" in what_goes(record, 3)
    assert "places" not in what_goes(record, 1)


def test_the_place_goes_and_the_form_shows_only_what_may_be_kept(editor):
    entry_id = editor.open()
    hide(editor)
    entry = editor.entry(entry_id)
    assert entry.confidential
    assert (entry.address, entry.directions, entry.area, entry.place) == (None, "", "", None)
    for key in ("address.line", "area", "directions", "bring", "url", "note"):
        assert editor.form.inputs[key].field.isHidden(), key
    assert not editor.form.inputs["name"].field.isHidden()
    assert not editor.form.place.secret.isHidden()
    assert editor.saved[-1][0].confidential


def test_what_was_typed_and_not_saved_goes_with_the_place(editor, desk):
    editor.open()
    editor.type("directions", "Behind the green door")
    editor.screen.cover()
    hide(editor)
    assert editor.words("directions") == ""
    assert desk.keeping.drafts.mine(desk.actor) == ()


def test_a_confidential_record_that_is_opened_shows_no_place(editor):
    editor.open(HARBOR)
    editor.open(SAFE_HAVEN)
    assert editor.form.inputs["address.line"].field.isHidden()
    assert editor.words("address.line") == ""
    editor.open(HARBOR)
    assert not editor.form.inputs["address.line"].field.isHidden()


def test_a_text_that_waits_is_released_as_a_person_left_it(editor):
    entry_id = editor.open()
    hide(editor)
    waiting = next(one for one in editor.pane.waiting.texts if one.text.toPlainText() == "Detox, inpatient")
    waiting.text.setPlainText("Detox")
    waiting.release.click()
    editor.settle()
    assert editor.entry(entry_id).kind == "Detox"
    assert editor.words("kind") == "Detox"


def test_a_text_that_waits_is_deleted_after_it_was_asked(editor, desk):
    entry_id = editor.open()
    hide(editor)
    before = len(editor.pane.waiting.texts)
    editor.pane.waiting.texts[0].delete.ask.click()
    assert len(desk.keeping.secrecy.waiting(desk.actor, entry_id)) == before
    editor.pane.waiting.texts[0].delete.yes.click()
    editor.settle()
    assert len(editor.pane.waiting.texts) == before - 1


def test_a_record_may_become_open_again_and_nothing_comes_back(editor):
    entry_id = editor.open()
    hide(editor)
    editor.pane.secret.reveal_it.ask.click()
    editor.pane.secret.reveal_it.yes.click()
    editor.settle()
    entry = editor.entry(entry_id)
    assert not entry.confidential
    assert entry.address is None
    assert not editor.form.inputs["address.line"].field.isHidden()


def texts_of(editor: Editor):
    return editor.pane.waiting.texts


def reworded(editor: Editor) -> str:
    """A secret record in front, whose first waiting text a person rewrote; the record's id."""
    entry_id = editor.open()
    hide(editor)
    texts_of(editor)[0].text.setPlainText("A house with a garden")
    return entry_id


def test_a_text_that_is_being_reworded_survives_saving_and_the_lock(editor):
    entry_id = reworded(editor)
    editor.type("name", "Harbor House")
    editor.save()
    assert texts_of(editor)[0].text.toPlainText() == "A house with a garden"
    editor.screen.cover()
    editor.open(SAFE_HAVEN)
    editor.screen.show_record(entry_id)
    editor.settle()
    assert texts_of(editor)[0].text.toPlainText() == "A house with a garden"


def test_of_a_text_that_was_deleted_no_draft_is_left(editor, desk):
    reworded(editor)
    editor.screen.cover()
    while texts_of(editor):
        texts_of(editor)[0].delete.agreed.emit()
        editor.settle()
    editor.settle()
    assert desk.keeping.drafts.mine(desk.actor) == ()


def test_a_reason_for_one_provider_is_not_offered_for_another(editor):
    editor.open()
    card = editor.pane.barred
    card.ask.click()
    card.reason.setText("Complaints of fraud")
    editor.type("name", "Harbor House")
    editor.save()
    assert card.reason.text() == "Complaints of fraud"
    editor.open(SAFE_HAVEN)
    assert card.reason.text() == ""
