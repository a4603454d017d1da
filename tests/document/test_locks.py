"""Locks of files, their own or one in their stead: the second way is that of Windows, and tried everywhere."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from document.disk import LIMIT, names, refusal, write
from helpers import ROOT

from raci_cli.document import locks, store

PROGRAM = "import sys; sys.path.insert(0, sys.argv.pop(1))\nfrom raci_cli.document import locks, store\n"
IN_STEAD = "locks.LOCKS_ITSELF = False\n"
HOLD = """
from pathlib import Path
with store.locked(Path(sys.argv[1]), 100):
    print('held', flush=True)
    sys.stdin.read()
"""
# Each writer adds one, as often as it is told.
COUNT = """
from pathlib import Path
for _ in range(int(sys.argv[2])):
    with store.locked(Path(sys.argv[1]), 100, 60) as held:
        store.replace(held, b'%d' % (int(held.data) + 1))
"""
WRITERS, EACH = 4, 100


def program(code: str, *words: str, in_stead: bool = True) -> list[str]:
    return [sys.executable, "-c", PROGRAM + IN_STEAD * in_stead + code, str(ROOT), *words]


@pytest.fixture
def file() -> Path:
    path = Path("raci.yaml")
    path.write_bytes(b"old\n")
    return path


in_stead = pytest.mark.usefixtures("locked_in_stead")


@in_stead
def test_a_file_is_replaced_and_nothing_stays_beside_it(file: Path, temporary: Path) -> None:
    write(file)
    assert (file.read_bytes(), names()) == (b"new\n", ["raci.yaml"])
    assert all(path.name.startswith("raci-") and path.suffix == ".lock" for path in temporary.iterdir())


@in_stead
def test_what_was_held_is_what_the_file_had(file: Path) -> None:
    with store.locked(file, 2) as held:
        assert (held.data, held.path) == (b"old", file.resolve())


@in_stead
def test_the_file_is_closed_before_it_is_replaced(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handles: dict[int, str] = {}
    open_, close, replace = os.open, os.close, os.replace

    def opened(path: str, *arguments: int) -> int:
        handle = open_(path, *arguments)
        handles[handle] = Path(path).name
        return handle

    def closed(handle: int) -> None:
        handles.pop(handle, None)
        close(handle)

    def replaced(source: str, target: str) -> None:
        replacements.append(Path(target).name)
        assert not {"raci.yaml", Path(source).name} & set(handles.values())
        replace(source, target)

    replacements: list[str] = []
    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(os, "close", closed)
    monkeypatch.setattr(os, "replace", replaced)
    write(file)
    assert replacements == ["raci.yaml"]


@pytest.mark.parametrize("way", [True, False], ids=["in stead", "itself"])
def test_a_second_writer_waits_and_gives_up(
    file: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch, *, way: bool
) -> None:
    monkeypatch.setattr(locks, "LOCKS_ITSELF", not way)
    command = program(HOLD, "raci.yaml", in_stead=way)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        error = refusal(lambda: write(file), "raci.yaml is being changed by another process, for 0.1 s already")
        assert error.help == "try again when it has finished"
        assert store.read(file, LIMIT) == b"old\n"  # readers never lock
        assert names() == ["raci.yaml"]
        process.kill()
    write(file)  # a lock dies with its process
    assert file.read_bytes() == b"new\n"


@pytest.mark.parametrize("way", [True, False], ids=["in stead", "itself"])
def test_no_update_of_several_writers_is_lost(file: Path, temporary: Path, *, way: bool) -> None:
    file.write_bytes(b"0")
    command = program(COUNT, "raci.yaml", str(EACH), in_stead=way)
    processes = [subprocess.Popen(command) for _ in range(WRITERS)]
    assert [process.wait() for process in processes] == [0] * WRITERS
    assert (file.read_bytes(), names()) == (b"%d" % (WRITERS * EACH), ["raci.yaml"])


@in_stead
@pytest.mark.parametrize("spelling", ["./raci.yaml", "../work/raci.yaml", "link"])
def test_every_path_of_a_file_has_one_lock(file: Path, spelling: str) -> None:
    Path("link").symlink_to(file)
    with store.locked(file, LIMIT):
        refusal(lambda: write(Path(spelling)), "is being changed by another process")
    write(Path(spelling))
    assert file.read_bytes() == b"new\n"


@in_stead
def test_two_files_have_two_locks(file: Path) -> None:
    Path("other.yaml").write_bytes(b"old\n")
    with store.locked(file, LIMIT):
        write(Path("other.yaml"))
    assert Path("other.yaml").read_bytes() == b"new\n"


@in_stead
def test_a_lock_goes_with_its_block(file: Path) -> None:
    with pytest.raises(KeyError), store.locked(file, LIMIT):
        raise KeyError
    write(file)
    assert file.read_bytes() == b"new\n"


@in_stead
def test_a_lock_that_cannot_be_had_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(file / "below a file"))
    refusal(lambda: write(file), "cannot lock the file: Not a directory")
    assert (file.read_bytes(), names()) == (b"old\n", ["raci.yaml"])


@in_stead
def test_a_missing_file_is_named() -> None:
    assert (
        str(refusal(lambda: write(Path("none.yaml")), "cannot read"))
        == "cannot read none.yaml: No such file or directory"
    )
