"""Files that are replaced whole or not at all, whatever happens meanwhile."""

import errno
import os
import stat
from pathlib import Path

import pytest
from document.disk import LIMIT, failing, names, refusal, write

from raci_cli.document import store
from raci_cli.errors import RaciError


@pytest.fixture(autouse=True, params=["locked itself", "locked in stead"])
def _way(request: pytest.FixtureRequest) -> None:
    if request.param == "locked in stead":
        request.getfixturevalue("locked_in_stead")


@pytest.fixture
def file() -> Path:
    path = Path("raci.yaml")
    path.write_bytes(b"old\n")
    return path


def test_a_file_is_replaced_and_nothing_else_is_left(file: Path) -> None:
    before = file.stat().st_ino
    write(file)
    assert (file.read_bytes(), names()) == (b"new\n", ["raci.yaml"])
    assert file.stat().st_ino != before


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_the_mode_is_kept(file: Path, mode: int) -> None:
    file.chmod(mode)
    write(file)
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_no_replacement_leaves_the_file(file: Path) -> None:
    before = file.stat()
    with store.locked(file, LIMIT):
        pass
    assert file.stat() == before


def test_a_write_through_a_link_goes_to_the_real_file(file: Path) -> None:
    Path("real").mkdir()
    file.rename("real/raci.yaml")
    file.symlink_to("real/raci.yaml")
    write(file)
    assert file.is_symlink()
    assert Path("real/raci.yaml").read_bytes() == b"new\n"
    assert [path.name for path in Path("real").iterdir()] == ["raci.yaml"]


@pytest.mark.parametrize("how", ["written in place", "replaced", "of the same size"])
def test_what_another_program_wrote_meanwhile_is_never_lost(file: Path, how: str) -> None:
    def act() -> None:
        with store.locked(file, LIMIT) as held:
            if how == "replaced":
                Path("editor").write_bytes(b"by an editor\n")
                Path("editor").rename(file)
            else:
                file.write_bytes(b"mine" if how == "of the same size" else b"by an editor\n")
                os.utime(file, ns=(held.state.st_atime_ns, held.state.st_mtime_ns + 1))
            store.replace(held, b"new\n")

    refusal(act, "was changed by another program, nothing was written")
    assert file.read_bytes() in (b"by an editor\n", b"mine")
    assert names() == ["raci.yaml"]


def test_a_file_that_was_removed_meanwhile_is_not_made_again(file: Path) -> None:
    def act() -> None:
        with store.locked(file, LIMIT) as held:
            file.unlink()
            store.replace(held, b"new\n")

    refusal(act, "cannot write .*raci.yaml: No such file or directory")
    assert names() == []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS])
@pytest.mark.parametrize("call", ["write", "fsync", "fchmod", "rename", "close"])
def test_a_failure_leaves_the_old_file_and_no_litter(
    file: Path, call: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.locked(file, LIMIT) as held, monkeypatch.context() as patch:
        if call == "rename":
            for name in ("rename", "replace"):
                patch.setattr(os, name, failing(code))
        elif call == "close":
            close = os.close

            def close_and_fail(handle: int) -> None:
                close(handle)
                failing(code)()

            patch.setattr(os, "close", close_and_fail)
        else:
            patch.setattr(os, call, failing(code))
        refusal(lambda: store.replace(held, b"new\n"), f"cannot write .*raci.yaml: {os.strerror(code)}")
    assert (file.read_bytes(), names()) == (b"old\n", ["raci.yaml"])


def test_a_folder_that_cannot_be_written_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.locked(file, LIMIT) as held, monkeypatch.context() as patch:
        patch.setattr(os, "open", failing(errno.EROFS))
        refusal(lambda: store.replace(held, b"new\n"), "cannot write .*raci.yaml: Read-only file system")
    assert (file.read_bytes(), names()) == (b"old\n", ["raci.yaml"])


def test_a_write_in_pieces_is_whole(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: whole(handle, data[:1]))
    write(file)
    assert file.read_bytes() == b"new\n"


def test_an_error_after_the_rename_says_that_the_file_is_saved(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            failing(errno.EIO)()
        sync(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    refusal(lambda: write(file), "is saved, but perhaps not yet flushed to the disk: Input/output error")
    assert (file.read_bytes(), names()) == (b"new\n", ["raci.yaml"])


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError])
def test_an_interruption_leaves_the_old_file_and_no_litter(
    file: Path, error: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(_handle: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(error):
        write(file)
    assert (file.read_bytes(), names()) == (b"old\n", ["raci.yaml"])


def test_a_new_file_is_made() -> None:
    before = os.umask(0o027)
    try:
        store.create(Path("raci.yaml"), b"new\n")
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)
    assert (Path("raci.yaml").read_bytes(), names()) == (b"new\n", ["raci.yaml"])
    assert stat.S_IMODE(Path("raci.yaml").stat().st_mode) == 0o640


def test_a_new_file_does_not_replace_another(file: Path) -> None:
    error = refusal(lambda: store.create(file, b"new\n"), "raci.yaml exists already")
    assert error.help == "choose another path, or replace it with --force"
    assert file.read_bytes() == b"old\n"


def test_a_new_file_does_not_fill_a_dangling_link() -> None:
    Path("raci.yaml").symlink_to("elsewhere.yaml")
    refusal(lambda: store.create(Path("raci.yaml"), b"new\n"), "exists already")
    assert names() == ["raci.yaml"]


def test_force_replaces_the_other(file: Path) -> None:
    store.create(file, b"new\n", force=True)
    assert (file.read_bytes(), names()) == (b"new\n", ["raci.yaml"])


def test_a_new_file_wants_its_folder() -> None:
    refusal(lambda: store.create(Path("none/raci.yaml"), b"new\n"), "cannot write none/raci.yaml: No such file")


def test_a_new_file_is_no_device() -> None:
    refusal(lambda: store.create(Path("/dev/null"), b"new\n", force=True), "/dev/null is not a regular file")


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_new_file_that_cannot_be_finished_is_not_begun(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, call, failing(errno.ENOSPC))
    refusal(lambda: store.create(Path("raci.yaml"), b"new\n"), "cannot write raci.yaml: No space left on device")
    assert names() == []


def test_a_new_file_does_not_replace_one_that_was_made_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def fsync(handle: int) -> None:
        Path("raci.yaml").write_bytes(b"by another\n")
        sync(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(RaciError, match="exists already"):
        store.create(Path("raci.yaml"), b"new\n")
    assert (Path("raci.yaml").read_bytes(), names()) == (b"by another\n", ["raci.yaml"])


def test_what_a_killed_writer_left_goes_with_the_next_edit(file: Path) -> None:
    for name in (".raci.yaml.0123456789ab.tmp", ".raci.yaml.notes.tmp", "raci.yaml.0123456789ab.tmp"):
        Path(name).write_bytes(b"half")
    with store.locked(file, LIMIT) as held:
        store.replace(held, b"new\n")
    assert names() == [".raci.yaml.notes.tmp", "raci.yaml", "raci.yaml.0123456789ab.tmp"]
