"""The rows, keystrokes and judged queries of one size, as files."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

SIZES = {"20k": 20_000, "100k": 100_000, "1m": 1_000_000}


@dataclass(frozen=True)
class Corpus:
    """Files in the form of the kit. Every `every`-th keystroke is typed; without `judged` there is no quality."""

    key: str
    made: str
    services: str
    keystrokes: str
    queries: str
    judged: str | None
    every: int = 1

    @property
    def size(self) -> int:
        return SIZES[self.key]

    def typed(self) -> list[str]:
        """What stands in the box after each key."""
        return list(json.loads(Path(self.keystrokes).read_text("utf-8")))[:: self.every]

    def as_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def of_json(cls, text: str) -> "Corpus":
        return cls(**json.loads(text))
