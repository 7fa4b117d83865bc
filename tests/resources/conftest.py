"""What tests of the directory share: real exports where they are at hand, the setting they are read in, small files."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from navigator.access import StoreName
from navigator.city import load_city
from navigator.data import data_dir
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.exchange import formats
from navigator.resources.exchange.incoming import Setting
from navigator.resources.exchange.source import open_source
from navigator.resources.starter import read_directory, read_do_not_list
from navigator.storage.database import Store
from navigator.storage.keys import fresh_store_key
from navigator.storage.migrations import bring_up
from tests.conftest import FakeClock, Laid
from tests.resources.importing import LENA, Desk
from tests.resources.pieces import Pieces, Read, Write
from tests.resources.stations import StationDesk, station_at


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Real exports beside the checkout; they are no part of it, so without them their tests are skipped."""
    folder = Path(__file__).parents[3] / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip("the corpora are not beside the checkout")
    return folder


@pytest.fixture(scope="session")
def setting() -> Setting:
    return Setting(load_city("philadelphia"), load_categories(), datetime(2026, 6, 1, 16, 0, tzinfo=UTC))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of this name and content."""

    def to(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return to


@pytest.fixture
def read(setting: Setting) -> Read:
    """All pieces of some files, in the format that is found out or given."""

    def of(*paths: Path, format_name: str = "", **more: object) -> Pieces:
        source = open_source(paths)
        return Pieces(formats.read(source, format_name or formats.detect(source), setting, **more))

    return of


_KEY = fresh_store_key()


@pytest.fixture(scope="session")
def empty_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "directory.db"
    made = Store(StoreName.DIRECTORY, path, FakeClock())
    made.create(_KEY)
    bring_up(made)
    made.close()
    return path


@pytest.fixture(scope="session")
def city_once(empty_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory that ships, as a station has it on its first day."""
    city, categories = load_city("philadelphia"), load_categories()
    with _desk_on(empty_once, tmp_path_factory.mktemp("city"), FakeClock()) as desk:
        for name in ("national", city.key):
            path = data_dir() / "directory" / f"{name}.toml"
            entries = read_directory(path, now=desk.clock(), city=city, categories=categories)
            Directory(desk.store).load(LENA, entries, read_do_not_list(path), name)
    return desk.store.path


@contextmanager
def _desk_on(template: Path, folder: Path, clock: FakeClock) -> Iterator[Desk]:
    """A desk that imports, on a copy of a store."""
    path = folder / "store" / "directory.db"
    path.parent.mkdir()
    shutil.copy(template, path)
    opened = Store(StoreName.DIRECTORY, path, clock)
    opened.open(_KEY)
    yield Desk(opened, clock)
    opened.close()


@pytest.fixture
def desk(empty_once: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    """A desk that imports, on a directory with nothing in it."""
    with _desk_on(empty_once, tmp_path, clock) as made:
        yield made


@pytest.fixture
def city_desk(city_once: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    """A desk that imports into the directory of a city."""
    with _desk_on(city_once, tmp_path, clock) as made:
        yield made


@pytest.fixture
def office(laid_once: Laid, tmp_path: Path, clock: FakeClock) -> Iterator[StationDesk]:
    """A station where the directory is kept."""
    with station_at(laid_once, tmp_path / "office" / "station", clock) as made:
        yield made


@pytest.fixture
def car(laid_once: Laid, tmp_path: Path, clock: FakeClock) -> Iterator[StationDesk]:
    """A station that receives the directory."""
    with station_at(laid_once, tmp_path / "car" / "station", clock) as made:
        yield made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where a parcel lies on its way."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "directory.parcel"
