"""Exports are whole or not at all, say what they may, and are valid for those who read them (S-09, S-13)."""

import csv
import io
import json
import zipfile
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from navigator.access import Actor, Role
from navigator.city import load_city
from navigator.errors import BadInput, NotAllowed, UserError
from navigator.resources import writing
from navigator.resources.exchange.csv_out import guarded
from navigator.resources.exchange.exports import CSV, EXPORT_FORMATS, HSDS_JSON, HSDS_TABULAR, Exports
from navigator.resources.fields import Record
from navigator.resources.model import (
    Address,
    Capacity,
    Entry,
    Fact,
    Hours,
    HoursKind,
    Outcome,
    Phone,
    Span,
    Status,
    Tri,
    Verification,
)
from navigator.resources.stewardship.alerts import Alerts
from navigator.storage.audit import Action
from navigator.storage.rows import AuditRow
from tests.resources.hsds_support import doors, faults, read
from tests.resources.importing import LENA

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
CANARY = "Kumquat Street"
HARBOR = Entry(
    id="",
    service_id="harbor",
    name="Harbor Withdrawal Unit",
    organization="Example Health",
    categories=("detox",),
    address=Address("12 Example Street", "Philadelphia", "PA", "19134"),
    phones=(Phone("215-555-0142", words="Intake"),),
    hours=(Hours(HoursKind.INTAKE, (Span(540, 1020),), "Mondays 9 to 5"),),
    facts={Fact.WALK_IN: Tri.YES, Fact.PETS: Tri.NO},
    description="=HYPERLINK(1)",
    status=Status.DO_NOT_REFER,
    status_reason="Doors are shut to our people.",
    capacities=(Capacity("bed", 3, 18, "women", "Dana", NOW),),
    verified=Verification(NOW, "Lena M.", "telephone", "", Outcome.CONFIRMED, date(2027, 2, 1)),
    discreet_label="Help line",
)
CEDAR = Entry(
    id="",
    service_id="cedar",
    name="Cedar House",
    phones=(Phone("215-555-0143", words=f"at {CANARY}"),),
    hours=(Hours(HoursKind.PHONE, (Span(0, 60),), f"near {CANARY}"),),
    languages=("Spanish",),
    kind=f"House at {CANARY}",
    confidential=True,
)
OAK = Entry(id="", service_id="oak", name="Oak Center", organization="Example Health", source_id="x:1")


@pytest.fixture
def exports(desk) -> Exports:
    return Exports(desk.store, load_city("philadelphia"))


@pytest.fixture
def kept(desk) -> list[str]:
    with desk.store.writing() as session:
        return list(writing.add(session, map(Record, (HARBOR, CEDAR, OAK)), LENA.id))


def page(path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def told(path) -> str:
    """Everything that stands in a file, unpacked."""
    if not zipfile.is_zipfile(path):
        return path.read_text(encoding="utf-8-sig")
    with zipfile.ZipFile(path) as package:
        return "\n".join(package.read(name).decode() for name in package.namelist())


def lines(path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


@pytest.mark.usefixtures("kept")
def test_a_page_of_hsds_has_every_service_but_the_confidential_ones(exports, tmp_path):
    path = tmp_path / "out.json"
    assert exports.write(LENA, path, HSDS_JSON) == 2
    assert page(path)["total_items"] == len(page(path)["contents"]) == 2
    assert faults(page(path)["contents"]) == []
    assert "Cedar" not in told(path)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("name", EXPORT_FORMATS)
def test_a_confidential_record_goes_out_only_when_asked_for_and_never_with_its_place(exports, tmp_path, name):
    path = tmp_path / f"out{EXPORT_FORMATS[name][1]}"
    assert exports.write(LENA, path, name) == 2
    assert "Cedar" not in told(path)
    assert exports.write(LENA, path, name, confidential=True) == 3
    assert "215-555-0143" in told(path)
    assert "Kumquat" not in told(path)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("name", [HSDS_JSON, HSDS_TABULAR])
def test_a_confidential_record_is_confidential_again_when_it_is_read(exports, tmp_path, name):
    path = tmp_path / f"out{EXPORT_FORMATS[name][1]}"
    exports.write(LENA, path, name, confidential=True)
    (cedar,) = [one.record.entry for one in doors(read(path)) if one.record.entry.name == "Cedar House"]
    assert (cedar.confidential, cedar.phones, cedar.languages) == (True, (Phone("215-555-0143"),), ("Spanish",))
    assert cedar.hours == (Hours(HoursKind.PHONE, (Span(0, 60),)),)


@pytest.mark.usefixtures("kept")
def test_others_read_what_was_learned_here_and_our_own_import_is_not_changed_by_it(desk, exports, kept, tmp_path):
    Alerts(desk.store, load_city("philadelphia").zone).put(
        LENA, kept[0], "Closed for repairs.", date(2026, 11, 1), None
    )
    path = tmp_path / "out.json"
    exports.write(LENA, path, HSDS_JSON)
    (harbor,) = [one for one in page(path)["contents"] if one["name"] == HARBOR.name]
    assert (harbor["alert"], harbor["assured_date"], harbor["status"]) == (
        "Closed for repairs.",
        "2026-11-20",
        "active",
    )
    assert harbor["capacities"][0]["available"] == 3
    (back,) = [one.record for one in doors(read(path)) if one.record.entry.name == HARBOR.name]
    assert (back.entry.note, back.entry.seen, back.entry.status) == ("", "", Status.DO_NOT_REFER)
    assert dict(back.extra) == {}


@pytest.mark.usefixtures("kept")
def test_the_zip_describes_its_tables(exports, tmp_path):
    path = tmp_path / "out.zip"
    exports.write(LENA, path, HSDS_TABULAR)
    with zipfile.ZipFile(path) as package:
        described = json.loads(package.read("datapackage.json"))
        for resource in described["resources"]:
            heading = package.read(resource["path"]).decode().splitlines()[0].split(",")
            assert heading == [field["name"] for field in resource["schema"]["fields"]]
    assert "services.csv" in [resource["path"] for resource in described["resources"]]


@pytest.mark.usefixtures("kept")
def test_every_id_of_a_table_is_there_once(exports, tmp_path):
    path = tmp_path / "out.zip"
    exports.write(LENA, path, HSDS_TABULAR)
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith(".csv"):
                ids = [row["id"] for row in csv.DictReader(io.StringIO(package.read(name).decode(), newline=""))]
                assert len(set(ids)) == len(ids)


@pytest.mark.usefixtures("kept")
def test_a_spreadsheet_gets_a_line_for_each_door_and_no_formula(exports, tmp_path):
    path = tmp_path / "out.csv"
    exports.write(LENA, path, CSV)
    harbor, oak = lines(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert (harbor["Name"], harbor["Phone"], harbor["Kinds of help"]) == (
        HARBOR.name,
        "215-555-0142 (Intake)",
        "Detox",
    )
    assert harbor["What it is"] == "'=HYPERLINK(1)"
    assert (oak["Name"], oak["Phone"], oak["Walk in"]) == ("Oak Center", "", "")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_what_a_spreadsheet_would_compute_is_guarded(cell):
    assert guarded(cell) == f"'{cell}"


@pytest.mark.usefixtures("kept")
def test_an_export_that_is_stopped_leaves_what_was_there(exports, tmp_path):
    path = tmp_path / "out.json"
    path.write_text("before", encoding="utf-8")

    def stop(done: int, of: int) -> None:
        raise InterruptedError

    with pytest.raises((InterruptedError, UserError)):
        exports.write(LENA, path, HSDS_JSON, progress=stop)
    assert path.read_text(encoding="utf-8") == "before"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["out.json"]


@pytest.mark.usefixtures("kept")
def test_progress_is_told_to_the_end(exports, tmp_path):
    seen: list[tuple[int, int]] = []
    exports.write(LENA, tmp_path / "out.csv", CSV, progress=lambda done, of: seen.append((done, of)))
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_an_empty_directory_is_an_empty_page(exports, tmp_path):
    exports.write(LENA, tmp_path / "out.json", HSDS_JSON)
    assert page(tmp_path / "out.json") | {"contents": []} == page(tmp_path / "out.json")
    assert page(tmp_path / "out.json")["empty"] is True


def test_only_who_may_import_may_export(exports, tmp_path):
    with pytest.raises(NotAllowed):
        exports.write(Actor("o", "Officer", Role.OFFICER), tmp_path / "out.json", HSDS_JSON)
    with pytest.raises(BadInput, match="formats"):
        exports.write(LENA, tmp_path / "out.json", "pdf")
    assert not list(tmp_path.glob("out.*"))


@pytest.mark.usefixtures("kept")
def test_an_export_is_in_the_trail_with_counts_and_no_names(desk, exports, tmp_path):
    exports.write(LENA, tmp_path / "secret-name.csv", CSV, confidential=True)
    with desk.store.reading() as session:
        (line,) = session.scalars(select(AuditRow).where(AuditRow.action == Action.DIRECTORY_EXPORTED))
    assert line.subject == CSV
    assert json.loads(line.detail) == {"entries": 3, "confidential": True}
