"""Files that are not simply there to be written: each is left as it is, with a reason, or edited where it really is."""

import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from safety.running import CHANGED, RACI, START, listing, project_in, run, set_command, start

from raci_cli.cli import main
from raci_cli.document.edits import edit as work_out

# A process that holds the lock until its standard input closes.
HOLD = """\
import fcntl, sys
with open(sys.argv[1]) as file:
    fcntl.flock(file, fcntl.LOCK_EX)
    print("held", flush=True)
    sys.stdin.read()
"""
# In a mount namespace of its own, which goes with it: a disk of 64 KiB, filled to its last byte, and an edit on it.
ON_A_FULL_DISK = """\
mount -t tmpfs -o size=64k tmpfs "$1" || exit 99
cp "$2" "$1/raci.yaml"
cat /dev/zero > "$1/filler" 2>/dev/null
disk=$1 out=$3
shift 3
"$@"
code=$?
cat "$disk/raci.yaml" > "$out/after"
ls -A "$disk" > "$out/listing"
exit $code
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, modes and locks are those of POSIX")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return project_in(tmp_path / "project")


def refused(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """What the command says on one line, with a hint at most; nothing is printed and the code is 3."""
    code = main(list(argv))
    out, err = capsys.readouterr()
    assert (code, out) == (3, "")
    assert err.startswith("error: ")
    assert err.count("\n") <= 2
    return err


def is_alone(file: Path, data: bytes = START) -> bool:
    return file.read_bytes() == data and listing(file.parent) == [file.name]


def edit(file: Path) -> list[str]:
    return ["set", "-f", str(file), "kickoff", "title=Changed"]


@pytest.mark.parametrize("is_relative", [True, False])
def test_a_symlink_stays_one_and_its_target_is_edited(file: Path, tmp_path: Path, *, is_relative: bool) -> None:
    links = tmp_path / "links"
    links.mkdir()
    (links / "second").symlink_to("../project/raci.yaml" if is_relative else file)
    (links / "first").symlink_to("second")
    assert main(edit(links / "first")) == 0
    assert is_alone(file, CHANGED)
    assert [path.is_symlink() for path in (links / "first", links / "second")] == [True, True]
    assert listing(links) == ["first", "second"]


def test_a_symlink_to_nothing_is_not_made_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "link").symlink_to("missing")
    assert main(edit(tmp_path / "link")) in (2, 3)
    assert capsys.readouterr().err.startswith("error: ")
    assert not (tmp_path / "missing").exists()


def test_a_hard_link_is_refused(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.link(file, tmp_path / "other")
    assert "2 hard links" in refused(capsys, *edit(file))
    assert is_alone(file)
    assert (tmp_path / "other").samefile(file)


def test_a_read_only_file_is_refused_with_the_way_to_allow_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.chmod(0o444)
    said = refused(capsys, *edit(file))
    assert "is read-only" in said
    assert f"chmod u+w {file}" in said
    assert is_alone(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o444


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_the_mode_stays_whatever_the_umask(file: Path, mode: int, mask: int) -> None:
    file.chmod(mode)
    before = os.umask(mask)
    try:
        assert main(edit(file)) == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == mode
    assert is_alone(file, CHANGED)


def test_a_full_disk_keeps_the_old_file_and_nothing_else(file: Path, tmp_path: Path) -> None:
    if not shutil.which("unshare"):
        pytest.skip("unshare is not installed")
    disk, out = tmp_path / "disk", tmp_path / "out"
    disk.mkdir()
    out.mkdir()
    root = ["--map-root-user"] if os.geteuid() else []
    ran = run(
        "unshare", "--mount", *root, "sh", "-c", ON_A_FULL_DISK, "sh", str(disk), str(file), str(out),
        *set_command(disk / "raci.yaml"),
    )  # fmt: skip
    if ran.returncode in (1, 99) and "error: " not in ran.stderr:
        pytest.skip(f"no disk may be mounted here: {ran.stderr.strip()}")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr == f"error: cannot write {disk / 'raci.yaml'}: No space left on device\n"
    assert (out / "after").read_bytes() == START
    assert (out / "listing").read_text().split() == ["filler", "raci.yaml"]


def test_a_limit_on_the_size_of_files_keeps_the_old_file_and_nothing_else(file: Path) -> None:
    """The same on every machine: a write that comes to an end in the middle of the text."""
    import resource

    code = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100, {resource.RLIM_INFINITY})); "
    code += "import sys; from raci_cli.cli import main; sys.exit(main())"
    ran = run(sys.executable, "-B", "-c", code, *edit(file))
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr == f"error: cannot write {file}: File too large\n"
    assert is_alone(file)


def test_a_read_only_folder_keeps_the_old_file(file: Path) -> None:
    prefix: list[str] = []
    if os.geteuid() == 0:  # who may do everything gives that up first, so that the modes count
        if not shutil.which("setpriv"):
            pytest.skip("setpriv is not installed")
        prefix = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    file.parent.chmod(0o555)
    try:
        ran = run(*prefix, *set_command(file))
    finally:
        file.parent.chmod(0o755)
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr == f"error: cannot write {file}: Permission denied\n"
    assert is_alone(file)


@pytest.mark.parametrize("how", ["in place", "by another file"])
def test_what_an_editor_saved_meanwhile_is_kept_and_told(
    file: Path, how: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file changes when raci has read it and works out what to write."""
    theirs = START + b"# by hand\n"

    def edit_while_somebody_saves(*arguments: Any) -> Any:
        if how == "in place":
            file.write_bytes(theirs)
        else:
            (file.parent / "editor").write_bytes(theirs)
            (file.parent / "editor").rename(file)
        return work_out(*arguments)

    monkeypatch.setattr("raci_cli.cli.project.edit", edit_while_somebody_saves)
    said = refused(capsys, *edit(file))
    assert "was changed by another program, nothing was written" in said
    assert "run the command again" in said
    assert is_alone(file, theirs)
    monkeypatch.undo()
    assert main(edit(file)) == 0
    assert is_alone(file, CHANGED + b"# by hand\n")


@pytest.fixture
def holder(file: Path) -> Any:
    command = (sys.executable, "-c", HOLD, str(file))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.communicate()


def test_a_writer_waits_for_the_lock_of_another(file: Path, holder: "subprocess.Popen[str]") -> None:
    writer = start(*set_command(file))
    time.sleep(1)
    assert writer.poll() is None
    assert is_alone(file)
    holder.communicate()
    assert "Changed" in writer.communicate(timeout=30)[0]
    assert writer.returncode == 0
    assert is_alone(file, CHANGED)


def test_a_writer_waits_no_longer_than_it_is_told(
    file: Path, holder: "subprocess.Popen[str]", capsys: pytest.CaptureFixture[str]
) -> None:
    begun = time.monotonic()
    said = refused(capsys, *edit(file), "--lock-timeout", "0.2")
    assert 0.2 <= time.monotonic() - begun < 5
    assert "is being changed by another process" in said
    assert is_alone(file)


def test_a_lock_dies_with_its_process(file: Path, holder: "subprocess.Popen[str]") -> None:
    holder.kill()
    assert main([*edit(file), "--lock-timeout", "5"]) == 0
    assert is_alone(file, CHANGED)


@pytest.mark.parametrize("command", ["check", "status"])
def test_a_reader_never_waits_for_a_lock(file: Path, holder: "subprocess.Popen[str]", command: str) -> None:
    argument = [str(file)] if command == "check" else ["-f", str(file)]
    assert run(*RACI, command, *argument, timeout=8).returncode in (0, 1)
    assert holder.poll() is None
