"""Reading files that can be trusted to be files, and writing them so that nothing is ever lost.

A writer locks the project file, reads it, and replaces it by a finished new file: whoever reads meanwhile sees the old
text or the new one. Nothing but the file stays in the folder, and a lock dies with its process.
"""

import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from raci_cli.document import locks
from raci_cli.errors import RaciError

LOCK_SECONDS = 10.0
_DEVICES = ("/proc/", "/dev/", "/sys/")
_READ_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_WRITE_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_APPEND_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND | (_READ_FLAGS & ~os.O_RDONLY)


class Held(NamedTuple):
    """A file that this process has locked: its real path, what it held, and the state that it was read in."""

    path: Path
    data: bytes
    state: os.stat_result


def read(path: Path, limit: int) -> bytes:
    """At most `limit` + 1 bytes of a regular file; RaciError where it is none or cannot be read."""
    with _opened(_real(path), path) as handle:
        return _take(handle, limit, path)


def locked(path: Path, limit: int, seconds: float = LOCK_SECONDS) -> AbstractContextManager[Held]:
    """The file behind `path`, locked against other writers until the end; waits at most `seconds`."""
    way = _locked_itself if locks.LOCKS_ITSELF else _locked_in_stead
    return way(_real(path), path, limit, seconds)


@contextmanager
def _locked_itself(real: Path, shown: Path, limit: int, seconds: float) -> Iterator[Held]:
    deadline = time.monotonic() + seconds
    while True:
        with _opened(real, shown) as handle:
            locks.lock_itself(handle, shown, seconds, deadline)
            state = os.fstat(handle)
            if not _same(state, _stat(real, shown)):
                continue  # replaced while we waited: what we hold is the old file
            _refuse_special(state, shown)
            yield Held(real, _take(handle, limit, shown), state)
            return


@contextmanager
def _locked_in_stead(real: Path, shown: Path, limit: int, seconds: float) -> Iterator[Held]:
    with locks.locked_in_stead(real, shown, seconds):
        state = _stat(real, shown)
        with _opened(real, shown) as handle:  # closed before it is replaced, which an open file cannot be there
            data = _take(handle, limit, shown)
        _refuse_special(state, shown)
        yield Held(real, data, state)


def _stat(real: Path, shown: Path) -> os.stat_result:
    with _errors(shown, "cannot read"):
        return real.stat()


def replace(held: Held, data: bytes) -> None:
    """Put `data` in the place of a held file, unless somebody changed it since it was read."""
    with _errors(held.path, "cannot write"):
        _clear(held.path)
        _write_beside(held.path, data, stat.S_IMODE(held.state.st_mode), held.state)


def create(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a new file; RaciError where one is there already, unless `force`, which replaces it as an edit would."""
    real = _real(path)
    if os.path.lexists(path) and not force:
        raise _exists(path)
    if os.path.exists(real):  # noqa: PTH110 - False for a name that no file can have
        with locked(path, 0) as held:
            replace(held, data)
        return
    mask = os.umask(0)
    os.umask(mask)
    with _errors(path, "cannot write"):
        _write_beside(real, data, 0o666 & ~mask, None, fresh=not force)


def append(path: Path, data: bytes) -> None:
    """Add to the end of a file that several programs write to, in one call; it is made where there is none."""
    with _errors(path, "cannot write"):
        handle = os.open(_real(path), _APPEND_FLAGS, 0o666)
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise RaciError(f"{path} is not a regular file")
            _put_all(handle, data)
        finally:
            os.close(handle)


def _write_beside(path: Path, data: bytes, mode: int, state: os.stat_result | None, *, fresh: bool = False) -> None:
    """Write a temporary file, sync it, give it the name (where `fresh`, only if it is free), sync the folder."""
    temporary = path.parent / f".{path.name}.{os.urandom(6).hex()}.tmp"
    try:
        handle = os.open(temporary, _WRITE_FLAGS, 0o600)
        try:
            _write_all(handle, data, mode)
        finally:
            os.close(handle)
        if state is not None and not _unchanged(state, path):
            raise RaciError(f"{path} was changed by another program, nothing was written", help="run the command again")
        if fresh:
            _link(temporary, path)
        else:
            os.replace(temporary, path)  # noqa: PTH105 - one call for every version of Python
    finally:
        with suppress(OSError):
            temporary.unlink()
    _sync_folder(path)


def _clear(path: Path) -> None:
    """Remove what writers that were killed left beside a file: who holds its lock is the only writer alive."""
    pattern = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{12}}\.tmp")
    for name in os.listdir(path.parent):  # noqa: PTH208 - names are enough
        if pattern.fullmatch(name):
            with suppress(OSError):
                (path.parent / name).unlink()


def _link(temporary: Path, path: Path) -> None:
    """Give a finished file its name, unless another has it: a rename would not ask."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise _exists(path) from None


def _exists(path: Path) -> RaciError:
    return RaciError(f"{path} exists already", help="choose another path, or replace it with --force")


def _put_all(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _write_all(handle: int, data: bytes, mode: int) -> None:
    _put_all(handle, data)
    if hasattr(os, "fchmod"):
        os.fchmod(handle, mode)
    os.fsync(handle)


def _sync_folder(path: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        handle = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise RaciError(f"{path} is saved, but perhaps not yet flushed to the disk: {error.strerror}") from None


def _real(path: Path) -> Path:
    real = os.path.realpath(path)
    if real.startswith(_DEVICES):
        raise RaciError(f"{path} is not a regular file")
    return Path(real)


@contextmanager
def _errors(path: Path, doing: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RaciError(f"{doing} {path}: {error.strerror or error}") from None


@contextmanager
def _opened(real: Path, shown: Path) -> Iterator[int]:
    """A descriptor of a regular file: never a pipe that blocks or a device that never ends."""
    with _errors(shown, "cannot read"):
        handle = os.open(real, _READ_FLAGS)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise RaciError(f"{shown} is not a regular file")
        yield handle
    finally:
        with suppress(OSError):
            os.close(handle)


def _take(handle: int, limit: int, path: Path) -> bytes:
    chunks, left = [], limit + 1
    with _errors(path, "cannot read"):
        while left and (chunk := os.read(handle, left)):
            chunks.append(chunk)
            left -= len(chunk)
    return b"".join(chunks)


def _same(one: os.stat_result, other: os.stat_result) -> bool:
    return (one.st_dev, one.st_ino) == (other.st_dev, other.st_ino)


def _unchanged(state: os.stat_result, path: Path) -> bool:
    now = path.stat()
    return _same(state, now) and (state.st_mtime_ns, state.st_size) == (now.st_mtime_ns, now.st_size)


def _refuse_special(state: os.stat_result, path: Path) -> None:
    if state.st_nlink > 1:
        message = f"{path} has {state.st_nlink} hard links; replacing it would part them"
        raise RaciError(message, help="copy it to a file of its own first")
    if not state.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise RaciError(f"{path} is read-only", help=f"allow writing first: chmod u+w {path}")
