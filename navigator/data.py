"""Finds the content that ships with the program: `data/` in a checkout, a wheel or a frozen build."""

import sys
from functools import cache
from pathlib import Path
from typing import Any

from navigator.errors import StationError


@cache
def data_dir() -> Path:
    """The folder `data/` of this installation."""
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    for place in (Path(frozen) / "data" if frozen else None, package / "_data", package.parent / "data"):
        if place is not None and place.is_dir():
            return place
    raise StationError("Navigator's own content (the folder data) is missing. Install Navigator again.")


def read_toml(path: Path) -> dict[str, Any]:
    """The TOML file at `path`; a file that cannot be read is a `StationError` that names file and place."""
    import tomllib  # no content is read before the window stands

    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        raise StationError(f"The file {path.name} is missing from Navigator's content.") from None
    except OSError as error:
        raise StationError(f"The file {path.name} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise StationError(f"The file {path.name} is not text (UTF-8) at byte {error.start}.") from None
    except tomllib.TOMLDecodeError as error:
        raise StationError(f"The file {path.name} cannot be understood: {error}.") from None
