"""Makes doors with a verdict out of what was found."""

from navigator.resources.fields import differences
from navigator.resources.importing.arrivals import closed
from navigator.resources.importing.comparing import Against, Compared, compare
from navigator.resources.importing.doors import Arrival, Door
from navigator.resources.importing.feeds import Origin
from navigator.resources.importing.matching import Doubt, Match
from navigator.resources.importing.packing import differences_value, pack
from navigator.resources.importing.verdicts import Verdict

BECOMES_HIDDEN = "the file keeps this place secret: it becomes confidential here"
TEXT_WAITS = "what the file says of a confidential place waits until somebody has read it"
TWICE = "two rows of this list are this one entry"


def new_door(arrival: Arrival, service: str) -> Door:
    return Door(
        row=arrival.row,
        key=arrival.key,
        name=arrival.name,
        verdict=Verdict.NEW,
        service=service,
        binds=True,
        record=arrival.told,
    )


def matched_door(arrival: Arrival, match: Match, against: Against, compared: Compared) -> Door:
    """A door whose entry is known. The second row of a list that is the same entry changes nothing."""
    entry = against.record.entry
    hides = bool(against.told.get("confidential")) and not entry.confidential
    found = Compared(free_text=compared.free_text) if match.again else compared
    reasons = ((TWICE,) if match.again else ()) + ((BECOMES_HIDDEN,) if hides else ())
    return Door(
        row=arrival.row,
        key=arrival.key,
        name=entry.name,
        verdict=Verdict.CHANGED if found.differences or hides else Verdict.UNCHANGED,
        entry_id=entry.id,
        service=entry.service_id,
        binds=match.binds,
        hides=hides,
        reasons=(*reasons, TEXT_WAITS) if found.free_text else reasons,
        told=_told(found),
    )


def held_door(arrival: Arrival, doubt: Doubt, against: Against) -> Door:
    """A door that may be the entry. Held against a confidential one, it loses its place here as well (S-13)."""
    entry = against.record.entry
    arrival = closed(arrival) if entry.confidential and not arrival.confidential else arrival
    if against.is_hidden:
        told = compare(against)
        found = Compared((*told.differences, *told.protected))
    else:
        found = Compared(differences(against.before, {**against.before, **against.said}))
    return Door(
        row=arrival.row,
        key=arrival.key,
        name=arrival.name,
        verdict=Verdict.HELD,
        entry_id=entry.id,
        score=doubt.score,
        reasons=doubt.reasons,
        record=arrival.told,
        told=_told(found),
    )


def gone_door(key: str, origin: Origin, name: str) -> Door:
    return Door(row=0, key=key, name=name, verdict=Verdict.GONE, entry_id=origin.entry_id)


def _told(compared: Compared) -> bytes:
    told = {
        "differences": differences_value(compared.differences),
        "protected": differences_value(compared.protected),
        "free_text": dict(compared.free_text),
    }
    return pack({name: value for name, value in told.items() if value}) if any(told.values()) else b""
