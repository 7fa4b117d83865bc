"""The tour's look at the words of search: the social worker adds what the street says, tries it, and it is found."""

from navigator.app.guide import Guide

_SAY = ("zombie sick", "zombied out")
_MEANS = "withdrawal management"


def walk_words(guide: Guide) -> None:
    """From any page of the social worker."""
    guide.press("Directory")
    guide.keys("Ctrl+6")
    guide.picture("54-words")
    guide.keys("Ctrl+N")
    guide.type_in(_SAY[0])
    guide.keys("Return")
    guide.type_in(_SAY[1])
    guide.write("What the directory calls it", _MEANS)
    guide.write("Try it: type as a clinician would", _SAY[0])
    guide.picture("55-words-tried")
    guide.press("Save words")
    guide.picture("56-words-saved")
    guide.resize(1024, 640)
    guide.picture("57-words-small-window")
    guide.resize(1280, 800)
    guide.press("Find help")
    guide.write("Search for help", _SAY[0])
    guide.picture("58-words-found")
