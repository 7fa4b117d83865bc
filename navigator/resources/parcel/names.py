"""How staff are called on what leaves a station: first name and an initial, as on paper."""


def called(name: str) -> str:
    """ "Lena Martinez" is "Lena M."; a single word stays as it is."""
    first, *others = name.split() or [""]
    return f"{first} {others[-1][0]}." if others else first
