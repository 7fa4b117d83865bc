"""Gives memory back to the system that the building of an index took for a while."""

import ctypes


def give_back() -> None:
    """Where the C library keeps what is freed to itself (glibc), it is asked to let go; elsewhere nothing is done."""
    trim = getattr(_C, "malloc_trim", None)
    if trim is not None:
        trim(0)


def _c_library() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(None)
    except (OSError, TypeError):  # Windows has no library of the program itself
        return None


_C = _c_library()
