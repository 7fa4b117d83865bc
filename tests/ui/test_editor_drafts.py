"""Nothing typed into the editor is lost: by the lock, by Esc, by another record, by a record changed meanwhile."""

import pytest
from PySide6.QtCore import Qt

from navigator.access import Actor, Role
from navigator.errors import UserError
from navigator.resources.stewardship.desk_drafts import NEW, DeskDraftKind, DeskDrafts
from tests.ui.desk_of_editor import Editor, stocked_desk
from tests.ui.desk_of_find import HARBOR, RIDGE, press

RUTH = Actor("ruth", "Ruth S.", Role.SUPERVISOR)


@pytest.fixture
def desk(signed):
    laid = signed(Role.SOCIAL_WORKER)
    return stocked_desk(laid.station, laid.actor)


@pytest.fixture
def open_editor(qtbot, desk, theme, worker):
    opened = []

    def show() -> Editor:
        opened.append(Editor(qtbot, desk, theme, worker))
        return opened[-1]

    yield show
    for editor in opened:
        editor.leave()


def test_a_lock_keeps_what_is_typed_and_another_window_takes_it_up(open_editor):
    editor = open_editor()
    editor.open()
    editor.type("kind", "Withdrawal care")
    editor.screen.cover()
    again = open_editor()
    again.open()
    assert again.words("kind") == "Withdrawal care"
    assert again.notice.startswith("Restored what you typed at")


def test_what_was_restored_can_be_thrown_away(open_editor, desk):
    editor = open_editor()
    editor.open()
    editor.type("kind", "Withdrawal care")
    editor.screen.cover()
    again = open_editor()
    again.open()
    again.screen.view.notice.button.click()
    again.settle()
    assert again.words("kind") == "Detox, inpatient"
    assert desk.keeping.drafts.mine(desk.actor) == ()


def test_esc_goes_back_and_keeps_the_draft(open_editor, qtbot):
    editor = open_editor()
    editor.open()
    editor.type("kind", "Withdrawal care")
    with qtbot.waitSignal(editor.screen.left):
        press(editor.screen, Qt.Key.Key_Escape)
    editor.open(RIDGE)
    editor.open(HARBOR)
    assert editor.words("kind") == "Withdrawal care"


def test_a_saved_record_has_no_draft(open_editor, desk):
    editor = open_editor()
    entry_id = editor.open()
    editor.type("kind", "Withdrawal care")
    editor.screen.cover()
    assert desk.keeping.drafts.find(desk.actor, DeskDraftKind.EDITOR, entry_id)
    editor.save()
    assert desk.keeping.drafts.mine(desk.actor) == ()


def test_typing_back_to_what_is_saved_leaves_no_draft(open_editor, desk):
    editor = open_editor()
    editor.open()
    editor.type("kind", "Withdrawal care")
    editor.screen.cover()
    editor.type("kind", "Detox, inpatient")
    editor.settle()
    assert desk.keeping.drafts.mine(desk.actor) == ()


def test_a_new_service_is_kept_before_it_has_a_record(open_editor, desk):
    editor = open_editor()
    editor.open_new()
    editor.type("name", "Oak House")
    editor.screen.cover()
    assert desk.keeping.drafts.find(desk.actor, DeskDraftKind.EDITOR, NEW)
    again = open_editor()
    again.open_new()
    assert again.words("name") == "Oak House"


def test_a_half_typed_number_comes_back_as_it_was_typed(open_editor):
    editor = open_editor()
    editor.open()
    editor.form.phones.rows.rows[0].number.setFocus()
    editor.form.phones.rows.rows[0].number.clear()
    editor.type("phones", "215-5")
    editor.screen.cover()
    again = open_editor()
    again.open()
    assert again.form.phones.rows.rows[0].number.text() == "215-5"


def test_a_draft_over_a_record_that_changed_meanwhile_names_what_differs(open_editor, desk):
    editor = open_editor()
    entry_id = editor.open()
    editor.type("kind", "Withdrawal care")
    editor.screen.cover()
    seen = desk.keeping.records.view(RUTH, entry_id).seen
    desk.keeping.records.edit(RUTH, entry_id, {"kind": "Detox and respite"}, seen)
    again = open_editor()
    again.open()
    assert again.words("kind") == "Withdrawal care"
    assert "Differs, and yours is shown: Kind, in its own words." in again.notice


def test_what_no_disk_takes_waits_in_the_window(open_editor, monkeypatch):
    editor = open_editor()
    editor.open()

    def full(*_args: object) -> None:
        raise UserError("The disk is full.")

    with monkeypatch.context() as without_room:
        without_room.setattr(DeskDrafts, "keep", full)
        editor.type("kind", "Withdrawal care")
        editor.screen.cover()
        assert editor.bar.trouble == "The disk is full."
        editor.open(RIDGE)
    editor.open(HARBOR)
    assert editor.words("kind") == "Withdrawal care"


def test_a_refused_save_loses_nothing(open_editor, desk):
    editor = open_editor()
    entry_id = editor.open()
    desk.keeping.do_not_list.bar(desk.actor, "Oak House", "Took money.")
    editor.type("name", "Oak House")
    editor.save()
    assert "do-not-list" in editor.bar.trouble
    assert editor.words("name") == "Oak House"
    assert editor.entry(entry_id).name == "Harbor Withdrawal Unit"
