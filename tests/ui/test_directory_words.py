"""The tab "Words": the social worker decides what people type for what, tries it out, and Find help follows (S-12)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from navigator.resources.search import Query
from navigator.resources.stewardship.desk_drafts import NEW
from navigator.resources.vocabulary import Kind
from navigator.ui.directory.words_foot import NOTE
from navigator.ui.directory.words_pane import NO_CHANGE
from navigator.ui.directory.words_told import STAYS
from navigator.ui.directory.words_trial import NOTHING
from tests.ui.desk_of_directory import LEHIGH, Bench
from tests.ui.desk_of_words import TRANQ, add, choose, heard, key, own, row, said, shipped, tab_of


@pytest.fixture
def bench(directory_bench) -> Bench:
    directory_bench.open("words")
    return directory_bench


def test_everything_that_ships_stands_in_the_table_and_own_words_first(bench):
    kept, groups = own(bench), bench.desk.keeping.words.groups(bench.desk.actor)
    rows = tab_of(bench).table.rows
    assert [one.key for one in rows] == [one.ref for one in groups]
    assert row(bench, kept.ref) == ["tranq dope", "sobering center", "Your own"]
    assert rows[0].key == kept.ref
    assert rows[0].spoken == "tranq dope, sobering center, Your own"
    assert row(bench, shipped(bench).ref)[2] == ""


def test_words_are_added_by_the_keyboard_alone_and_stay_chosen(bench, qtbot):
    with qtbot.waitSignal(bench.page.spoke) as spoke:
        add(bench, ("tranq dope", "tranq"), "sobering center")
    (group,) = heard(bench)
    assert (group.say, group.means) == (("tranq dope", "tranq"), ("sobering center",))
    assert spoke.args[0].groups[0] == group
    tab = tab_of(bench)
    assert tab.table.hasFocus()
    assert tab.pane.listed.group == group
    assert row(bench, tab.pane.listed.ref)[2] == "Your own"
    assert NEW not in [one.key for one in tab.table.rows]
    assert bench.desk.keeping.drafts.mine(bench.desk.actor) == ()


def test_what_is_wrong_is_said_under_its_field_and_nothing_is_saved(bench):
    add(bench, ("tranq", "Tranq"), "??")
    pane = tab_of(bench).pane
    assert "“Tranq” stands twice" in pane.trouble
    assert "has no letter" in pane.trouble
    assert pane.say.hasFocus()
    assert heard(bench) == []
    bench.write("x")
    assert pane.trouble == ""


def test_words_are_tried_before_they_are_saved_and_find_help_does_not_hear_them(bench, qtbot):
    add_field = tab_of(bench)
    key(bench, Qt.Key.Key_N)
    trial = add_field.pane.trial
    QTest.keyClicks(trial.words, "tranq dope")
    qtbot.waitUntil(lambda: trial.answer is not None and NOTHING in said(trial))
    add_field.pane.say.setPlainText("tranq dope")
    add_field.pane.means.setPlainText("sobering center")
    qtbot.waitUntil(lambda: f"1  {LEHIGH.name}" in said(trial))
    assert LEHIGH.kind in said(trial)
    at = bench.desk.clock()
    assert all(hit.entry.name != LEHIGH.name for hit in bench.desk.search.find(Query("tranq dope"), at).hits)
    trial.words.clear()
    qtbot.waitUntil(lambda: trial.answer is None)
    assert LEHIGH.name not in said(trial)


def test_a_shipped_group_is_changed_and_put_back_as_it_came(bench):
    first = shipped(bench)
    tab = choose(bench, first)
    bench.press(Qt.Key.Key_Return)
    assert tab.pane.say.hasFocus()
    tab.pane.say.appendPlainText("kicking it")
    bench.click(tab.pane.save)
    assert row(bench, first.ref)[2] == "Changed"
    assert "changed by" in said(tab.pane)
    bench.click(tab.pane.restore)
    assert row(bench, first.ref)[2] == ""
    assert not tab.pane.restore.isVisible()
    assert shipped(bench) == first


def test_a_shipped_group_is_switched_off_and_on_and_what_is_typed_stays_typed(bench, qtbot):
    first = shipped(bench)
    tab = choose(bench, first)
    tab.pane.say.appendPlainText("kicking it")
    with qtbot.waitSignal(bench.page.spoke) as spoke:
        bench.click(tab.pane.switch)
    assert first.ref not in spoke.args[0].by_key
    assert row(bench, first.ref)[2] in ("Off", "Not saved")
    assert tab.pane.switch.text() == "Switch on"
    assert "kicking it" in tab.pane.say.toPlainText()
    bench.click(tab.pane.switch)
    assert shipped(bench).is_on
    assert "kicking it" in tab.pane.say.toPlainText()


def test_words_of_danger_say_what_they_do_and_cannot_be_switched_off(bench):
    tab = choose(bench, shipped(bench, Kind.DANGER))
    assert STAYS in said(tab.pane)
    assert not tab.pane.switch.isVisible()
    tab.pane.say.setPlainText("only this")
    bench.click(tab.pane.save)
    assert "has to stay" in tab.pane.trouble


def test_of_words_that_ask_for_a_filter_only_what_is_typed_can_be_changed(bench):
    one = shipped(bench, Kind.FILTER)
    tab = choose(bench, one)
    assert not tab.pane.means.isVisible()
    assert f"Asks for: {one.group.means[0]}" in said(tab.pane)


def test_saving_what_was_not_changed_says_so_and_writes_nothing(bench, qtbot):
    tab = choose(bench, shipped(bench))
    with qtbot.assertNotEmitted(bench.page.spoke):
        bench.click(tab.pane.save)
    assert tab.pane.trouble == NO_CHANGE


def test_own_words_are_removed_by_delete_and_put_back(bench, qtbot):
    kept = own(bench)
    tab = choose(bench, kept)
    tab.table.setFocus()
    bench.press(Qt.Key.Key_Delete)
    assert heard(bench) == []
    assert kept.ref not in [one.key for one in tab.table.rows]
    assert "“tranq dope” was removed." in said(tab.foot)
    with qtbot.waitSignal(bench.page.spoke) as spoke:
        bench.click(tab.foot.put_back)
    assert heard(bench) == [TRANQ.group]
    assert spoke.args[0].groups[0] == TRANQ.group
    assert tab.table.current_key == kept.ref
    assert tab.foot.removed is None
    assert NOTE in said(tab.foot)


def test_delete_leaves_what_ships_alone(bench):
    first = shipped(bench)
    tab = choose(bench, first)
    tab.table.setFocus()
    bench.press(Qt.Key.Key_Delete)
    assert shipped(bench) == first
    assert not tab.pane.remove.isVisible()


def test_the_line_above_finds_words_and_begins_those_that_are_not_there(bench):
    own(bench)
    tab = tab_of(bench)
    tab.head.line.setFocus()
    bench.write("TRANQ sobering")
    assert bench.names() == ["tranq dope"]
    bench.press(Qt.Key.Key_Down)
    assert tab.table.hasFocus()
    tab.head.line.setText("zzz unheard of")
    assert tab.none.isVisible()
    assert not tab.table.isVisible()
    bench.click(tab.none.act)
    assert tab.table.current_key == NEW
    assert tab.pane.say.toPlainText() == "zzz unheard of"
    assert tab.pane.say.hasFocus()
    assert len(bench.names()) > 100


def test_every_control_is_walked_to_and_named(bench):
    tab = choose(bench, own(bench))
    tab.head.line.setFocus()
    seen: list[QWidget] = []
    while (now := QApplication.focusWidget()) not in seen:
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    pane = tab.pane
    assert {tab.head.line, tab.head.add, tab.table, pane.say, pane.means, pane.trial.words, pane.save, pane.remove} <= {
        *seen
    }
    assert [one for one in seen if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)] == []
