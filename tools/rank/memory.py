"""How much memory a process holds and held at most, above an empty one."""

import gc
import subprocess
import sys
from pathlib import Path

_EMPTY = "print(open('/proc/self/status').read())"


def resident_mb() -> float | None:
    """What this process holds now, after a collection of garbage, above a Python that has imported nothing.

    It is VmRSS of /proc/self/status: code, libraries and caches count. None where there is no such file.
    """
    gc.collect()
    return _above_empty("VmRSS")


def peak_mb() -> float | None:
    """The most that this process ever held (VmHWM), above a Python that has imported nothing."""
    return _above_empty("VmHWM")


def _above_empty(key: str) -> float | None:
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    empty = subprocess.run([sys.executable, "-c", _EMPTY], capture_output=True, text=True, check=True)
    return _megabytes(status.read_text(), key) - _megabytes(empty.stdout, key)


def _megabytes(status: str, key: str) -> float:
    line = next(line for line in status.splitlines() if line.startswith(f"{key}:"))
    return int(line.split()[1]) / 1024
