"""Python's collector of cycles, of which this program makes none worth looking for."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nothing be collected but what nobody refers to any more; afterwards all is as it was.

    A tree is a million small objects and no cycle: looking for one while it grows takes four times as long.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
