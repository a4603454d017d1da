"""Locks against other writers: they die with their process, and nothing of them lies beside the file.

Where a file can be replaced while it is open, it is locked itself. On Windows it cannot: there a file in the folder
for temporary files is locked in its stead, so that writers exclude each other who share that folder.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from raci_cli.errors import RaciError

if sys.platform != "win32":
    import fcntl

LOCKS_ITSELF = sys.platform != "win32"
_PAUSE = 0.02


def lock_itself(handle: int, shown: Path, seconds: float, deadline: float) -> None:
    """Lock an open file until it is closed; RaciError where another has it at the deadline, `seconds` after asking."""
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise _busy(shown, seconds) from None
            time.sleep(_PAUSE)
        except OSError as error:
            raise _impossible(error) from None
        else:
            return


@contextmanager
def locked_in_stead(real: Path, shown: Path, seconds: float) -> Iterator[None]:
    """Hold the lock that stands for a real path; RaciError where another has it for `seconds`."""
    from filelock import FileLock, Timeout

    try:
        lock = FileLock(_stand_in(real))
        lock.acquire(timeout=seconds, poll_interval=_PAUSE)
    except Timeout:
        raise _busy(shown, seconds) from None
    except OSError as error:
        raise _impossible(error) from None
    try:
        yield
    finally:
        lock.release()


def _stand_in(real: Path) -> Path:
    """The file that is locked in the stead of another: the same for every spelling of its path."""
    import hashlib
    import tempfile

    name = hashlib.sha256(os.fsencode(os.path.normcase(real))).hexdigest()[:32]
    return Path(tempfile.gettempdir(), f"raci-{name}.lock")


def _busy(shown: Path, seconds: float) -> RaciError:
    message = f"{shown} is being changed by another process, for {seconds:g} s already"
    return RaciError(message, help="try again when it has finished")


def _impossible(error: OSError) -> RaciError:
    return RaciError(f"cannot lock the file: {error.strerror}")
