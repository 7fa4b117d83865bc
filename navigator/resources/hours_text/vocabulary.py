"""The words that stand around hours, by what they do to them."""

from navigator.resources.model import HoursKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FILLER = _words(
    """
    a an and are at available be each every provided only from hour hours hrs in is of on open opened operate
    operates operating operation operational or our oper service services the these time times to we week
    """
)
"""Says nothing about which hours are meant."""

SEASON = _words(
    """
    summer winter spring fall autumn season seasonal semester semesters school-year hypothermia cold weather
    january february march april june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec christmas thanksgiving easter ramadan lent
    """
)
"""Holds for a part of the year only, or ends what holds for the rest of it."""

RESTRICTING = _words(
    """
    about after approx approximately around before begin begins but change changes changing close closes closing
    depend depending depends during early end ends ending except excluding extended first following flexible if
    initial last late leave limited may might month months most no non-business not once other quarterly quota
    routinely rotating some sometimes start starting starts subject temporarily temporary till tba tbd typical
    typically unless until usually variable varies various vary varying varys verify week weeks when while
    without year yearly annual annually early-release deemed necessary enrolled permitting supplies second third
    fourth fifth even odd answering weather snow snows tentative tentatively currently current confirm exact
    covid pandemic sunset sunrise dusk dawn daylight fortnight fortnightly occasionally occasional periodically
    irregular suspend suspended suspends suspension pause paused cancel cancelled canceled pending renovation
    renovations renovating construction repair repairs soon former formerly previous previously past old unavailable
    locked curfew quiet hold discontinued ended moved relocated relocating proposed planned upcoming future inactive
    defunct longer used selected select certain code blue referral members staff volunteers below freezing
    temperature temperatures degrees capacity waitlist otherwise out leave vacate postponed delayed interrupted shut
    permanently required requires must notice advance returning resume resumes reopening reopen reopens
    """
)
"""May take something away from hours that are named beside it, or say more than can be read."""

ADDING = _words("available offered offers request")
"""Says that there is more than what was said, which makes nothing wrong."""

MILD = _words("about after before during early extended flexible if late may other some")
"""Restricts hours that it stands with, but not those that something is added to."""

CONDITIONS = RESTRICTING - MILD - _words("but change changes no not without year except excluding")
"""Takes away from hours even where an appointment is spoken of."""

DAYPARTS = _words("afternoon afternoons evening evenings morning mornings night nights after-hours")
"""A part of the day without its times."""

ASKING = _words("call contact inquire check see")
TIMES = _words("hours hour times time dates days schedule schedules calendar")

ZONES = _words("est edt cst cdt mst mdt pst pdt et ct mt pt eastern central mountain pacific")
ZONE_AFTER = _words("time standard daylight")
ZONE_SURE = _words("est edt cst cdt mst mdt pst pdt")

MACHINES = _words(
    """
    machine automated recorded recording recordings voicemail voice-mail website web online mailbox information-only
    """
)
"""What answers when nobody is there."""

ABSENT = _words(
    """
    vary varies varys various depend depends inquire call contact check see unknown unspecified request na n/a
    tba tbd
    """
)
"""What says that the hours are said elsewhere or nowhere."""

SPEAKS_OF_TIME = _words(
    """
    hours hour open opens day days afternoon afternoons evening evenings morning mornings night nights weekend
    weekends weekday weekdays after before until school week weeks month months year daily begins starts closed
    closes noon midnight am pm
    """
)

DAY_AND_NIGHT = _words(
    """
    program programs shelter shelters emergency-shelter emergency-department residential residence residences
    resident residents treatment facility facilities hospital hospitals housing inpatient detox detoxification
    withdrawal crisis center centers centre clinic unit stabilization respite psychiatric response
    walk-in drop-in intake assessment admissions for #
    """
)
"""What keeps its own door open day and night; "24 hours" of anything else may be somebody who comes when called."""

VISITS = _words("visit visiting visitation visitors vistings visting worship mass church-service")

PAIRS = _words(
    """
    walk-in walk-ins drop-in drop-ins emergency-shelter emergency-department toll-free call-center soup-kitchen
    voice-mail voice-message school-year on-call after-school after-care before-care after-hours crisis-line
    care-line hot-line help-line warm-line information-only early-release non-business on-site
    """
)
"""Two words that mean one thing."""

NIGHT = _words("night nights nightly overnight shelter shelters nocturnal bar")

KINDS: tuple[tuple[HoursKind, frozenset[str]], ...] = (
    (
        HoursKind.PHONE,
        _words(
            """
    telecare telehealth hotline hotlines helpline warmline phone phones telephone telephones line lines hopeline
    call-center toll-free toll careline lifeline crisis-line care-line hot-line help-line warm-line
    """
        ),
    ),
    (HoursKind.WALK_IN, _words("walk-in walk-ins walkin walkins drop-in drop-ins dropin")),
    (HoursKind.INTAKE, _words("intake intakes assessment assessments admission admissions")),
    (
        HoursKind.MEALS,
        _words("breakfast lunch dinner supper brunch meal meals snack snacks soup-kitchen"),
    ),
    (HoursKind.OVERNIGHT, frozenset(("overnight",))),
    (
        HoursKind.OFFICE,
        _words("office offices ofc administration administrative admin business corporate clerical"),
    ),
)
"""A label that names two kinds is decided by the order: one need not come to a telephone, and may walk in."""
