"""The tour's visit: from the list of what is owed to the plan in the person's hand, at invented services alone."""

from navigator.app.guide import Guide

GIVEN, FAMILY, BORN = "Marisol", "Vantongeren", "1991"
"""An invented person. The tests look for this name wherever it must not be."""


def walk_visit(guide: Guide) -> None:
    _start(guide)
    _call(guide)
    _hand_off(guide)
    _make_plan(guide)
    _bring(guide)
    _end(guide)


def _start(guide: Guide) -> None:
    guide.wait_for("Start a visit")
    guide.picture("06-to-do")
    guide.keys("Ctrl+N")
    guide.type_in(GIVEN)
    guide.keys("Tab")
    guide.type_in(FAMILY)
    guide.keys("Tab")
    guide.type_in(BORN)
    guide.press("Street or outdoors")
    guide.press("Substance use or withdrawal")
    guide.choose("Age", "26 to 59")
    guide.choose("Gender", "Woman")
    guide.choose("Payment", "Medicaid")
    guide.write("Safe number", "215-555-0187")
    guide.write("When and how to call", "After 6 PM, ask for Mari")
    guide.press("No voicemail: leave no message")
    guide.picture("07-new-visit")
    guide.keys("Ctrl+S")
    guide.picture("08-visit")


def _call(guide: Guide) -> None:
    guide.press_last("Find help")
    guide.type_in("detox northbank")
    guide.keys("Ctrl+R")
    guide.picture("09-call")
    guide.keys("6")
    guide.picture("10-no-answer")
    guide.press("Find another place")
    guide.type_in("ridge recovery")
    guide.picture("11-find-for-the-visit")
    guide.keys("Ctrl+R", "1")
    guide.type_in("Ms. Tran")
    guide.keys("Tab")
    guide.type_in("shift lead")
    guide.write("Bed held until", guide.in_an_hour())
    guide.write("How to get in: door, buzzer, code word", "Green door, ring twice")
    guide.picture("12-accepted-by")
    guide.keys("Ctrl+S")
    guide.picture("13-accepted")
    guide.press("Close it: not selected")


def _hand_off(guide: Guide) -> None:
    guide.press("Finish the handoff")
    guide.press("Watcher")
    guide.write("Person summary", "Drank daily for two weeks, last drink at noon. Shaky, walks well, wants to stop.")
    guide.write("Action list", "Ridge: withdrawal scale on arrival. We: call tomorrow after 6 PM.")
    guide.picture("14-handoff-missing")
    guide.press("Present")
    guide.press("Yes")
    guide.write("Situation awareness", "Shakes may get worse at night. A quiet room and her music calm her.")
    guide.write("Read back by", "Ms. Tran")
    guide.write("Who takes the person there", "We drive")
    guide.press("More about the person")
    guide.write("Goal, in own words", "Sleep through one night")
    guide.keys("Ctrl+S")
    guide.picture("15-handoff-saved")
    guide.resize(1024, 640)
    guide.picture("16-handoff-small-window")
    guide.press("Back to call")
    guide.picture("17-call-small-window")
    guide.resize(1280, 800)
    guide.picture("18-warm")


def _make_plan(guide: Guide) -> None:
    guide.press("Make the plan")
    guide.press("If things get hard")
    guide.write("If things get hard", "Call Mari's sister. Put music on. Go outside for some minutes.")
    guide.press_last("Yes")
    guide.picture("19-plan")
    guide.resize(1024, 640)
    guide.picture("20-plan-small-window")
    guide.resize(1280, 800)
    guide.press("Save as PDF")
    guide.picture("21-plan-saved")


def _bring(guide: Guide) -> None:
    guide.press("Referrals")
    guide.press("On the way")
    guide.keys("Ctrl+S")
    guide.picture("21a-on-the-way")
    guide.press("Arrived")
    guide.write("Who told you, or who met the person?", "Ms. Tran met her at the green door")
    guide.keys("Ctrl+S")
    guide.picture("21b-arrived")


def _end(guide: Guide) -> None:
    guide.press("Open the visit")
    guide.press("End the visit")
    guide.choose("How it ended", "Detox or treatment facility")
    guide.picture("22-ending")
    guide.press_last("End the visit")
    guide.picture("23-visit-ended")
    guide.press("Referrals")
    _close_the_loop(guide)
    guide.press("Back to the list of referrals")
    guide.picture("24-referrals")
    guide.press("Plans")
    guide.press("All plans")
    guide.picture("25-plans")
    guide.press("To do")
    guide.picture("26-to-do-again")


def _close_the_loop(guide: Guide) -> None:
    guide.press("More…")
    guide.picture("23a-more-steps")
    guide.press("Completed: the service began")
    guide.press("Admitted")
    guide.write("Who confirmed it?", "Ms. Tran")
    guide.keys("Ctrl+S")
    guide.picture("23b-loop-closed")
