"""Prints every figure beside its floor."""

from tools.bench import importing, paper, screens, search, start_up


def main() -> None:
    parts = {"start": start_up, "search": search, "paper": paper, "screens": screens, "import": importing}
    for title, part in parts.items():
        print(f"\n{title}")
        for what, figure, floor in part.rows():
            print(f"  {what:<50}{figure:>42}   {floor}", flush=True)


if __name__ == "__main__":
    main()
