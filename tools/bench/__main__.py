"""Prints every figure beside its floor; PARTS names those that are wanted."""

import os

from tools.bench import importing, paper, screens, start_up, typing
from tools.bench.search import run as search

PARTS = {
    **{"start": start_up, "search": search, "typing": typing, "paper": paper, "screens": screens},
    "import": importing,
}


def main() -> None:
    wanted = os.environ.get("PARTS", "").split() or list(PARTS)
    if unknown := set(wanted) - set(PARTS):
        raise SystemExit(f"PARTS names {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}.")
    for title in wanted:
        print(f"\n{title}", flush=True)
        for row in PARTS[title].rows():
            print(row if isinstance(row, str) else "  {:<50}{:>42}   {}".format(*row), flush=True)


if __name__ == "__main__":
    main()
