"""What a visit may tell beyond where and when: the person in their own words, what was found, how it might have ended.

Section 3 of the domain, the encounter. Everything here may stay unsaid: not asked is kept apart from not known.
"""

from enum import StrEnum


class YesNo(StrEnum):
    """Somebody asked. Not asked is the absence of this value."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not known"


class Origin(StrEnum):
    """Race and ethnicity in one question, several at once, as the person says it (OMB, SPD 15 of 2024)."""

    AMERICAN_INDIAN = "American Indian or Alaska Native"
    ASIAN = "Asian"
    BLACK = "Black or African American"
    HISPANIC = "Hispanic or Latino"
    MIDDLE_EASTERN = "Middle Eastern or North African"
    PACIFIC = "Native Hawaiian or Pacific Islander"
    WHITE = "White"
    NOT_SAID = "would not say"


class Housing(StrEnum):
    OWN = "own or rented home"
    WITH_OTHERS = "with family or friends"
    SHELTER = "shelter"
    STREET = "street, car or other place not meant for sleeping"
    RESIDENCE = "supported housing or recovery house"
    INSTITUTION = "hospital, jail or other institution"
    NOT_KNOWN = "not known"


class Substance(StrEnum):
    ALCOHOL = "alcohol"
    OPIOIDS = "opioids"
    STIMULANTS = "cocaine or other stimulants"
    SEDATIVES = "benzodiazepines or sedatives"
    XYLAZINE = "xylazine or medetomidine"
    CANNABIS = "cannabis or K2"
    OTHER = "other"
    NOT_KNOWN = "something, not known what"


class Naloxone(StrEnum):
    NOT_NEEDED = "not needed"
    GIVEN_BEFORE = "given before we came"
    GIVEN_BY_TEAM = "given by us or the officer"
    LEFT = "left with the person"
    NOT_AT_HAND = "needed, not at hand"


class Weapon(StrEnum):
    NONE = "none seen"
    FIREARM = "firearm"
    BLADE = "knife or blade"
    OTHER = "other object"


class Injury(StrEnum):
    NONE = "nobody hurt"
    PERSON = "person hurt"
    OFFICER = "officer hurt"
    TEAM = "one of us hurt"
    BYSTANDER = "bystander hurt"


class Force(StrEnum):
    NONE = "none"
    HANDCUFFS = "handcuffs"
    HANDS = "hands or hold"
    DEVICE = "taser, spray or baton"
    FIREARM = "firearm"


class PriorContacts(StrEnum):
    """As far as the team knows, in the year before."""

    FIRST = "first time"
    A_FEW = "1 to 3 times before"
    MANY = "4 times or more before"
    NOT_KNOWN = "not known"


class HoldType(StrEnum):
    """What the state calls each stands in the city's file (`City.holds`)."""

    NONE = "no hold"
    VOLUNTARY = "voluntary commitment"
    INVOLUNTARY = "involuntary commitment"


class Instead(StrEnum):
    """What the officer or the caller said would have been done without the team; the ground of what was averted."""

    ARREST = "arrest or custody"
    EMERGENCY_ROOM = "emergency room"
    HOLD = "involuntary hold"
    NONE = "none of these"
