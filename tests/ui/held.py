"""The worker held up in a test: what is written is on its way until it is let go."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from navigator.errors import UserError
from navigator.ui.worker import Worker


@contextmanager
def held(worker: Worker) -> Iterator[None]:
    """Everything that is asked of the worker inside waits."""
    gate = threading.Event()
    worker.run(worker, gate.wait, _nothing, _nothing)
    try:
        yield
    finally:
        gate.set()


def _nothing(_answer: bool | UserError) -> None:
    """Nobody waits for it."""
