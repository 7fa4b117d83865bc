"""The words that may stand beside hours and change nothing; hours with any other word beside them stay text (S-03)."""

from collections.abc import Iterable, Sequence

from navigator.resources.hours_text import vocabulary


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NAMES = _words(
    """
    clinic clinics program programs programming pantry cupboard food center centers centre facility building
    lobby desk front reception health healthcare mental behavioral medical dental counseling therapy therapist
    legal housing support assistance help aid case management coordination class classes course courses session
    sessions group groups training care distribution kitchen hot shower showers laundry mail iop op mh tx
    outpatient inpatient residential residence treatment detox detoxification withdrawal stabilization respite
    psychiatric unit crisis response hospital shelter shelters emergency-shelter emergency-department substance
    abuse addiction recovery primary community resource resources information referrals coffee tea served
    serving pharmacy wellness prevention employment career education testing screening screenings immunization
    immunizations vaccine vaccines vaccination vaccinations hiv std sti flu needle syringe exchange wic social
    on-site job jobs placement tax prep free reporting dentist dentists registration certification clothing
    closet computer lab library dosing medication methadone prenatal nutrition tutoring use usage nocturnal bar
    night nights drop-in
    """
)
"""What is to be had there, or what the house is called; not who may have it, nor which of several houses."""

_AROUND = _words(
    """
    on by for with between both day days regular normal standard general usual all please our business staffed
    answered answers live number and # @ ! ' " _ : daytime weekly ring bell door side entrance rear back
    """
)

_OTHERS = _words(
    """
    men women men's women's girls boys families family adult adults child children teen teens youth senior
    seniors veteran veterans aged k students participants participant resident residents member members staff
    volunteer volunteers donation donations delivery deliveries client clients patient patients pediatric thrift
    store shop customer zoo museum rectory church school camp swim lap home homes room site sites after-school
    before-care after-care childcare club team court main north south east west downtown uptown
    """
)
"""A group of people, another house, or what is no help: their hours are not those of the door for everybody."""

_AFTERWARDS = _words(
    """
    english spanish french creole russian ukrainian polish turkish chinese mandarin cantonese vietnamese
    cambodian khmer korean hindi arabic malaysian portuguese italian asl bilingual interpreter interpreters
    translation info call contact phone us street road avenue cross located specialized specialty trauma project
    reproductive avail offered offers request lgbtq lgbtqia co occurring dual dx mou mous university www org com
    gyn ob mat fqhc s w n e c #
    """
)
"""Stands in a sentence of its own, and says what else there is, or where."""

_BESIDE = frozenset().union(
    _NAMES,
    _AROUND,
    vocabulary.FILLER - {"or"},
    vocabulary.DAYPARTS - {"after-hours"},
    *(names for _, names in vocabulary.KINDS),
)


def is_plain(said: Iterable[str]) -> bool:
    """Whether hours may stand with these words beside them."""
    return _BESIDE.issuperset(said)


def names_others(said: Iterable[str]) -> bool:
    """Whether all that cannot stand beside hours is the name of some people or of another door."""
    return (_BESIDE | _OTHERS).issuperset(said)


def is_aside(said: Sequence[str]) -> bool:
    """Whether words in a sentence of their own leave the hours beside it as they are."""
    return (_BESIDE | _AFTERWARDS).issuperset(said) and "only" not in said


def not_of_kinds(said: Iterable[str]) -> frozenset[str]:
    """What is left of a name without the words of its kind: another house, or another thing that is done there."""
    kinds = frozenset().union(*(names for _, names in vocabulary.KINDS))
    return frozenset(said) - kinds - _AROUND - vocabulary.FILLER - vocabulary.DAYPARTS
