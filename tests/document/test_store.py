"""Files that can be trusted to be files, and locks on them."""

import errno
import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest
from document.disk import LIMIT, refusal, write

from raci_cli.document import store


@pytest.fixture
def file() -> Path:
    path = Path("raci.yaml")
    path.write_bytes(b"old\n")
    return path


def test_a_file_is_read_to_the_limit_and_one_byte_more(file: Path) -> None:
    assert store.read(file, 100) == b"old\n"
    assert store.read(file, 4) == b"old\n"
    assert store.read(file, 2) == b"old"


def test_a_file_is_read_in_pieces(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.read
    monkeypatch.setattr(os, "read", lambda handle, count: whole(handle, min(count, 1)))
    assert store.read(file, 100) == b"old\n"


def other(kind: str) -> Path:
    path = Path("other")
    if kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a folder":
        path.mkdir()
    elif kind == "a device":
        return Path("/dev/zero")
    elif kind == "a link to a device":
        path.symlink_to("/dev/zero")
    elif kind == "a process file":
        return Path("/proc/self/environ")
    else:
        path.symlink_to("other")
    return path


@pytest.mark.parametrize("kind", ["a pipe", "a folder", "a device", "a link to a device", "a process file", "a loop"])
def test_what_is_no_regular_file_is_refused_at_once(kind: str) -> None:
    path = other(kind)
    for act in (lambda: store.read(path, LIMIT), lambda: write(path)):
        refusal(act, "is not a regular file|Too many levels of symbolic links|Is a directory")


def test_a_missing_file_is_named() -> None:
    for act in (lambda: store.read(Path("none/raci.yaml"), LIMIT), lambda: write(Path("none/raci.yaml"))):
        assert str(refusal(act, "cannot read")) == "cannot read none/raci.yaml: No such file or directory"


def test_an_error_while_reading_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_handle: int, _count: int) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "read", read)
    refusal(lambda: store.read(file, LIMIT), "cannot read raci.yaml: Input/output error")


def test_what_was_held_is_what_the_file_had(file: Path) -> None:
    with store.locked(file, LIMIT) as held:
        assert (held.data, held.path) == (b"old\n", file.resolve())


def test_a_file_with_hard_links_is_refused(file: Path) -> None:
    Path("second.yaml").hardlink_to(file)
    error = refusal(lambda: write(file), "raci.yaml has 2 hard links; replacing it would part them")
    assert error.help == "copy it to a file of its own first"
    assert file.read_bytes() == b"old\n"


def test_a_read_only_file_is_refused_even_for_root(file: Path) -> None:
    file.chmod(0o444)
    error = refusal(lambda: write(file), "raci.yaml is read-only")
    assert error.help == "allow writing first: chmod u+w raci.yaml"
    assert file.read_bytes() == b"old\n"


def test_a_file_of_somebody_else_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    refusal(lambda: write(file), "is read-only")


HOLD = """
import fcntl, sys
file = open('raci.yaml')
fcntl.flock(file, fcntl.LOCK_EX)
print('held', flush=True)
sys.stdin.read()
"""


def test_a_second_writer_waits_and_gives_up(file: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        error = refusal(lambda: write(file), "raci.yaml is being changed by another process, for 0.1 s already")
        assert error.help == "try again when it has finished"
        assert store.read(file, LIMIT) == b"old\n"  # readers never lock
        process.communicate()
    write(file)
    assert file.read_bytes() == b"new\n"


def test_a_lock_goes_with_its_block(file: Path) -> None:
    with pytest.raises(KeyError), store.locked(file, LIMIT):
        raise KeyError
    write(file)
    assert file.read_bytes() == b"new\n"


def test_a_file_that_was_replaced_while_waiting_is_read_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = fcntl.flock
    replaced: list[Path] = []

    def flock(handle: int, operation: int) -> None:
        if not replaced:
            Path("first").write_bytes(b"by the first writer\n")
            replaced.append(Path("first").rename(file))
        lock(handle, operation)

    monkeypatch.setattr(fcntl, "flock", flock)
    with store.locked(file, LIMIT, seconds=0.1) as held:
        assert held.data == b"by the first writer\n"
        store.replace(held, b"new\n")
    assert file.read_bytes() == b"new\n"


def test_a_file_that_was_removed_while_waiting_is_missing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fcntl, "flock", lambda _handle, _operation: file.unlink())
    refusal(lambda: write(file), "cannot read raci.yaml: No such file or directory")


def test_a_file_system_without_locks_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def flock(_handle: int, _operation: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", flock)
    refusal(lambda: write(file), "cannot lock the file: No locks available")
