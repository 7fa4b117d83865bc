"""The law as data: which grounds stand, the pinned notice, who signs; no file relaxes federal law (P-07, P-09)."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navigator.city import ConsentRules, Signer
from navigator.data import data_dir
from navigator.errors import UserError
from navigator.referrals.bases import BasisKind
from navigator.referrals.law import NO_VERBAL_HERE, NO_VERBAL_PART2, NOT_HERE, load_law, read_law
from navigator.referrals.person import Identity
from navigator.referrals.signing_age import signing_age
from navigator.referrals.visit import AgeBand

from .scenes import CITY, TODAY

LAW = load_law(CITY)
STANDS = {
    BasisKind.CONSENT: (True, True),
    BasisKind.TREATMENT: (False, True),
    BasisKind.EMERGENCY: (True, True),
    BasisKind.LAW: (True, True),
    BasisKind.THREAT: (False, True),
    BasisKind.MANDATED_REPORT: (True, True),
}
"""With Part 2 and without it, by hand."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(data_dir() / "law", tmp_path / "law")


@pytest.mark.parametrize("kind", BasisKind)
def test_which_grounds_stand(kind):
    assert tuple(not LAW.stands(kind, part2=part2) for part2 in (True, False)) == STANDS[kind]


def test_every_ground_that_falls_says_why_and_what_remains():
    for kind in BasisKind:
        if LAW.stands(kind, part2=True):
            assert LAW.stands(kind, part2=True).endswith(".")
    assert LAW.remaining(part2=True)[0] == "call without naming the person"
    assert len(LAW.remaining(part2=True)) == 3


def test_the_city_says_whether_treatment_is_a_ground_where_part_2_does_not_apply():
    rules = replace(CITY.consent, treatment=False)
    law = replace(LAW, rules=rules)
    assert law.stands(BasisKind.TREATMENT, part2=False) == NOT_HERE


def test_a_spoken_consent_falls_with_part_2_and_where_the_city_wants_it_written():
    assert LAW.verbal_stands(part2=True) == NO_VERBAL_PART2
    assert LAW.verbal_stands(part2=False) == ""
    assert replace(LAW, rules=ConsentRules()).verbal_stands(part2=False) == NO_VERBAL_HERE


def test_the_notice_is_the_one_of_the_law_to_the_letter(folder: Path):
    assert LAW.notice.startswith("This record which has been disclosed to you is protected by Federal confidentiality")
    assert LAW.notice.endswith("(see 42 CFR 2.31).")
    path = folder / "notice_2_32.txt"
    path.write_text(path.read_text().replace("prohibit", "allow", 1))
    with pytest.raises(UserError, match=r"notice_2_32\.txt was changed"):
        read_law(folder, CITY.consent)


def test_a_missing_notice_is_said(folder: Path):
    (folder / "notice_2_32.txt").unlink()
    with pytest.raises(UserError, match="missing"):
        read_law(folder, CITY.consent)


RELAXED = {
    "treatment under Part 2": ('kind = "treatment where state law allows"', "with_part2 = false", "with_part2 = true"),
    "a threat under Part 2": ('kind = "serious and imminent threat"', "with_part2 = false", "with_part2 = true"),
    "an emergency in three letters": ('kind = "medical emergency"', "shortest = 20", "shortest = 3"),
}


@pytest.mark.parametrize("case", RELAXED)
def test_no_file_lets_a_ground_stand_that_federal_law_lets_fall(folder: Path, case):
    kind, before, after = RELAXED[case]
    path = folder / "bases.toml"
    head, tail = path.read_text().split(kind, 1)
    path.write_text(head + kind + tail.replace(before, after, 1))
    with pytest.raises(UserError, match=r"bases\.toml"):
        read_law(folder, CITY.consent)


def test_a_ground_that_is_missing_is_said(folder: Path):
    path = folder / "bases.toml"
    path.write_text(path.read_text().split('[[ground]]\nkind = "mandated report"')[0])
    with pytest.raises(UserError, match="mandated report"):
        read_law(folder, CITY.consent)


@pytest.mark.parametrize(
    ("age", "signer"),
    [
        (None, Signer.ASK_SUPERVISOR),
        (0, Signer.ASK_SUPERVISOR),
        (13, Signer.ASK_SUPERVISOR),
        (14, Signer.THEMSELVES),
        (90, Signer.THEMSELVES),
    ],
)
def test_who_signs_by_the_table_of_philadelphia(age, signer):
    assert LAW.signer(age) is signer


def test_a_city_without_a_table_asks_the_supervisor():
    assert replace(LAW, rules=ConsentRules()).signer(40) is Signer.ASK_SUPERVISOR


@pytest.mark.parametrize(
    ("identity", "band", "age"),
    [
        (Identity("A", born_on=date(2012, 11, 24)), None, 13),
        (Identity("A", born_on=date(2012, 11, 23)), None, 14),
        (Identity("A", birth_year=2012), AgeBand.ADULT, None),
        (Identity("A", birth_year=2011), None, 14),
        (Identity("A"), AgeBand.YOUTH, None),
        (Identity("A"), AgeBand.CHILD, 0),
        (Identity("A"), AgeBand.ADULT, 26),
        (Identity("A"), AgeBand.UNKNOWN, None),
        (Identity("A"), None, None),
    ],
)
def test_an_age_counts_only_where_it_leaves_no_doubt_who_signs(identity, band, age):
    assert signing_age(LAW, identity, band, TODAY) == age
