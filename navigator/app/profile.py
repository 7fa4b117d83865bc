"""The folder of one operating-system account: its station, the demo station beside it, and the log."""

import os
from pathlib import Path

from navigator.errors import StationError


class Profile:
    """Where things lie in `folder`, which is made readable by its owner alone when it is first needed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def chosen(cls, folder: str | None) -> "Profile":
        """The folder that was asked for, else NAVIGATOR_PROFILE, else the usual place for this account."""
        named = folder or os.environ.get("NAVIGATOR_PROFILE")
        return cls(Path(named).expanduser().absolute() if named else _usual_place())

    @property
    def station(self) -> Path:
        return self.folder / "station"

    @property
    def demo(self) -> Path:
        return self.folder / "demo"

    @property
    def log(self) -> Path:
        return self.folder / "navigator.log"

    def prepare(self) -> None:
        """Makes the folder, 0700; `StationError` when that cannot be done."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.chmod(self.folder, 0o700)
        except OSError as error:
            raise StationError(f"The station's folder {self.folder} cannot be used: {error.strerror}.") from None


def _usual_place() -> Path:
    from platformdirs import user_data_path  # only where no folder was named: it costs the first paint some time

    return user_data_path("navigator", appauthor=False)
