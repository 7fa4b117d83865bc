"""Prints every figure beside its floor."""

from tools.bench import paper, search, start_up


def main() -> None:
    for title, rows in (("start", start_up.rows()), ("search", search.rows()), ("paper", paper.rows())):
        print(f"\n{title}")
        for what, figure, floor in rows:
            print(f"  {what:<50}{figure:>42}   {floor}", flush=True)


if __name__ == "__main__":
    main()
