"""The editor of one record: what it shows, what it saves, what it keeps, and what it says of both."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from navigator.access import Actor, Role
from navigator.resources.model import Fact, HoursKind, Outcome, Tri
from navigator.resources.stewardship.checks import Check, Method
from navigator.ui.directory.editor.bar import SAVED
from navigator.ui.directory.editor.screen import LOOK, UNDONE
from navigator.ui.directory.phone_reading import NO_NUMBER
from tests.ui.desk_of_editor import Editor, id_of, stocked_desk, write
from tests.ui.desk_of_find import HARBOR, RIDGE, TODAY, press

RUTH = Actor("ruth", "Ruth S.", Role.SUPERVISOR)


@pytest.fixture
def desk(signed):
    laid = signed(Role.SOCIAL_WORKER)
    return stocked_desk(laid.station, laid.actor)


@pytest.fixture
def editor(qtbot, desk, theme, worker):
    made = Editor(qtbot, desk, theme, worker)
    yield made
    made.leave()


def behind(desk, entry_id, **values):
    """Somebody else edits the record."""
    desk.keeping.records.edit(RUTH, entry_id, values, desk.keeping.records.view(RUTH, entry_id).seen)


def test_it_shows_the_record_as_it_is_saved(editor):
    editor.open()
    assert editor.screen.view.head.title.text() == "Harbor Withdrawal Unit"
    assert editor.words("name") == "Harbor Withdrawal Unit"
    assert editor.words("address.postal_code") == "19134"
    assert editor.words("fact:walk in") == "yes"
    assert editor.words("fact:pets welcome") == ""
    assert editor.form.phones.rows.rows[0].line.number == "215-555-0142"
    assert editor.bar.state == "Nothing changed"


def test_another_record_leaves_nothing_of_the_one_before(editor):
    editor.open(HARBOR)
    editor.open(RIDGE)
    assert editor.words("directions") == ""
    assert len(editor.form.phones.rows.rows) == 1
    assert not editor.form.inputs["fact:takes people under 18"].words()


def test_only_what_was_changed_is_saved(editor, desk):
    entry_id = editor.open()
    editor.type("kind", "Withdrawal care")
    editor.choose("fact:pets welcome", "yes")
    behind(desk, entry_id, note="Ask for Lee.")
    editor.save()
    entry = editor.entry(entry_id)
    assert (entry.kind, entry.fact(Fact.PETS), entry.note) == ("Withdrawal care", Tri.YES, "Ask for Lee.")
    assert editor.saved[-1][0].kind == "Withdrawal care"


def test_saving_says_that_editing_is_not_checking_and_leads_to_the_check(editor, qtbot):
    entry_id = editor.open()
    editor.type("kind", "Withdrawal care")
    editor.save()
    assert editor.bar.state == SAVED
    with qtbot.waitSignal(editor.screen.check_wanted) as wanted:
        editor.bar.check.click()
    assert wanted.args == [entry_id]


def test_ctrl_s_saves(editor, qtbot):
    entry_id = editor.open()
    editor.type("kind", "Withdrawal care")
    press(editor.screen, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: editor.entry(entry_id).kind == "Withdrawal care")


def test_what_is_changed_is_named_in_the_bar_and_marked_beside_its_label(editor):
    editor.open()
    editor.type("kind", "Withdrawal care")
    assert editor.bar.state == "Not saved: Kind, in its own words"
    assert editor.form.inputs["kind"].field.mark.text() == "changed"
    assert "changed" in editor.screen.view.parts.lines[0].accessibleName()


def test_what_cannot_be_saved_is_said_under_its_field_and_nothing_is_written(editor):
    entry_id = editor.open()
    write(editor.form.phones.rows.rows[0].number, "215-555-01")
    editor.save()
    assert editor.trouble("phones") == NO_NUMBER
    assert editor.bar.trouble == LOOK
    assert editor.entry(entry_id).phones == HARBOR.phones
    write(editor.form.phones.rows.rows[0].number, "215-555-0100")
    assert editor.bar.trouble == ""


def test_a_number_half_typed_is_not_scolded(editor):
    editor.open()
    write(editor.form.phones.rows.rows[0].number, "215-555-01")
    assert editor.trouble("phones") == ""
    editor.form.inputs["name"].focus.setFocus()
    assert editor.trouble("phones") == NO_NUMBER


def test_hours_are_read_as_one_types_and_what_was_not_understood_is_said(editor):
    editor.open()
    rows = editor.form.hours.rows
    write(rows.rows[0].text, "Mon-Fri 9am-5pm")
    assert rows.strip.accessibleName().startswith("Monday to Friday, 9:00 AM to 5:00 PM")
    assert rows.rows[0].told == ""
    write(rows.rows[0].text, "when the moon is full")
    assert "stays as text" in rows.rows[0].told


def test_other_hours_are_a_line_of_their_own(editor):
    entry_id = editor.open()
    rows = editor.form.hours.rows
    rows.add.click()
    write(rows.rows[1].text, "Mon, Wed 1 pm - 3 pm")
    editor.save()
    assert [one.kind for one in editor.entry(entry_id).hours] == [HoursKind.OFFICE, HoursKind.INTAKE]


def test_a_number_can_be_added_and_another_taken_away(editor):
    entry_id = editor.open()
    rows = editor.form.phones.rows
    rows.rows[1].remove.click()
    rows.add.click()
    write(rows.rows[1].number, "215 555 0188")
    editor.save()
    assert [one.number for one in editor.entry(entry_id).phones] == ["215-555-0142", "215-555-0188"]


def test_the_neighborhood_follows_the_zip(editor):
    entry_id = editor.open()
    editor.type("address.postal_code", "19104")
    assert editor.words("area") == editor.desk.city.zips["19104"].area
    editor.save()
    assert editor.entry(entry_id).approximate


def test_a_neighborhood_that_somebody_wrote_stays(editor):
    editor.open()
    editor.type("area", "Under the bridge")
    editor.type("address.postal_code", "19104")
    assert editor.words("area") == "Under the bridge"


def test_a_kind_of_help_is_ticked_and_taken_away(editor):
    entry_id = editor.open()
    kinds = editor.form.inputs["categories"].field.entry
    kinds.choose.click()
    kinds.popup.box("shelter").click()
    kinds.close_up()
    kinds.chip("detox").click()
    editor.save()
    assert editor.entry(entry_id).categories == ("shelter",)


def test_undo_puts_back_what_is_saved_and_can_be_taken_back_itself(editor):
    editor.open()
    editor.type("kind", "Withdrawal care")
    editor.bar.undo.click()
    assert editor.words("kind") == "Detox, inpatient"
    assert editor.notice == UNDONE
    editor.screen.view.notice.button.click()
    assert editor.words("kind") == "Withdrawal care"
    assert editor.bar.state.startswith("Not saved")


def test_ctrl_z_beyond_the_field_takes_the_last_change_back(editor):
    editor.open()
    editor.choose("fact:pets welcome", "yes")
    editor.choose("fact:walk in", "no")
    focus = editor.form.inputs["name"].focus
    focus.setFocus()
    QTest.keyClick(focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (editor.words("fact:walk in"), editor.words("fact:pets welcome")) == ("yes", "yes")
    QTest.keyClick(focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.words("fact:pets welcome") == ""


def test_a_new_service_is_added(editor):
    editor.open_new()
    editor.type("name", "Oak House")
    kinds = editor.form.inputs["categories"].field.entry
    kinds.choose.click()
    kinds.popup.box("shelter").click()
    kinds.close_up()
    editor.save()
    (added,) = editor.saved[-1]
    assert (added.name, added.categories) == ("Oak House", ("shelter",))
    assert editor.screen.view.head.title.text() == "Oak House"
    assert editor.desk.keeping.drafts.mine(editor.desk.actor) == ()


def test_an_empty_form_scolds_nobody(editor):
    editor.open_new()
    editor.type("organization", "Oak Partners")
    editor.form.inputs["kind"].focus.setFocus()
    assert not any(one.field.trouble for one in editor.form.inputs.values())


def test_what_is_typed_while_another_record_is_read_is_not_lost(editor, desk):
    editor.open(HARBOR)
    editor.screen.show_record(id_of(desk, RIDGE))
    editor.type("kind", "Withdrawal care")
    editor.settle()
    editor.open(HARBOR)
    assert editor.words("kind") == "Withdrawal care"


def test_the_same_record_opened_again_goes_on_with_what_is_typed(editor):
    editor.open()
    editor.type("kind", "Withdrawal care")
    editor.open()
    assert editor.words("kind") == "Withdrawal care"


def test_a_new_service_without_a_kind_is_not_added(editor):
    editor.open_new()
    editor.type("name", "Oak House")
    editor.save()
    assert editor.trouble("categories")
    assert editor.saved == []


def test_a_new_service_may_begin_with_what_somebody_reported(editor):
    editor.open_new(name="Riverside Night Kitchen")
    assert editor.words("name") == "Riverside Night Kitchen"


def test_an_alert_goes_up_with_the_save_and_is_ended_at_the_side(editor):
    entry_id = editor.open()
    editor.type("alert.words", "Closed for repairs")
    editor.type("alert.ends", "fri")
    editor.save()
    (alert,) = editor.entry(entry_id).alerts
    assert alert.words == "Closed for repairs"
    assert editor.words("alert.words") == ""
    editor.pane.alerts.buttons[0].click()
    editor.settle()
    assert not any(one.is_on(TODAY) for one in editor.entry(entry_id).alerts)
    assert editor.saved[-1][0].id == entry_id
    assert not editor.pane.alerts.isVisible()


def test_the_history_tells_before_and_after_and_a_change_is_taken_back(editor):
    entry_id = editor.open()
    editor.type("kind", "Withdrawal care")
    editor.save()
    newest = editor.pane.history.lines[0]
    (field,) = newest.event_shown.fields
    assert (field.before, field.after) == (("Detox, inpatient",), ("Withdrawal care",))
    newest.take_back.click()
    editor.settle()
    assert editor.entry(entry_id).kind == "Detox, inpatient"
    assert editor.words("kind") == "Detox, inpatient"


def test_when_each_field_was_confirmed_stands_beside_it(editor, desk):
    entry_id = id_of(desk, HARBOR)
    desk.keeping.checks.verify(desk.actor, entry_id, Check(Method.PHONE, "Ms. Alvarez", Outcome.CONFIRMED))
    behind(desk, entry_id, kind="Withdrawal care")
    editor.open()
    assert editor.form.inputs["name"].field.mark.text() == "confirmed Nov 23"
    assert editor.form.inputs["kind"].field.mark.text() == "edited Nov 23"


def test_somebody_who_was_faster_is_not_overwritten(editor, desk):
    entry_id = editor.open()
    editor.type("kind", "Withdrawal care")
    behind(desk, entry_id, kind="Detox and respite", note="Ask for Lee.")
    editor.save()
    assert editor.bar.look.isVisible()
    assert editor.entry(entry_id).kind == "Detox and respite"
    editor.bar.look.click()
    editor.settle()
    assert editor.words("kind") == "Withdrawal care"
    assert editor.words("note") == "Ask for Lee."
    assert "Kind, in its own words" in editor.notice
    editor.save()
    assert editor.entry(entry_id).kind == "Withdrawal care"


def test_a_provider_is_put_on_the_do_not_list_and_taken_off(editor, desk):
    editor.open()
    card = editor.pane.barred
    card.ask.click()
    card.put_on.click()
    assert desk.keeping.do_not_list.barred(desk.actor) == ()
    write(card.reason, "Took money from people.")
    card.put_on.click()
    editor.settle()
    assert [one.reason for one in desk.keeping.do_not_list.barred(desk.actor)] == ["Took money from people."]
    card.take_off.click()
    editor.settle()
    assert desk.keeping.do_not_list.barred(desk.actor) == ()


def test_a_record_that_is_gone_says_so_and_shows_no_form(editor):
    editor.screen.show_record("nowhere")
    editor.settle()
    assert "no longer in the directory" in editor.screen.view.head.title.text()
    assert not editor.form.isVisible()
