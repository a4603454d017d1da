"""The program as a function: exit codes, streams that break, signals, bugs."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from helpers import CLEAN, ROOT

from raci_cli import __version__
from raci_cli.cli import main
from raci_cli.document import store
from raci_cli.errors import RaciError


def test_the_version(raci: Any) -> None:
    assert raci("--version").out == f"raci {__version__}\n"


def test_nothing_typed_shows_the_commands(raci: Any) -> None:
    ran = raci()
    assert ran.code == 2
    assert "Commands:" in ran.out


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["check", "--help"], ["add", "person", "-h"]])
def test_help_is_no_error(raci: Any, words: list[str]) -> None:
    ran = raci(*words)
    assert ran.code == 0
    assert "Usage: raci" in ran.out


@pytest.mark.parametrize(
    "command",
    [
        *("init", "check", "add person", "add team", "add step", "add task", "assign", "unassign", "mark", "set"),
        *("agree", "rename", "remove", "status", "matrix", "report", "schema"),
    ],
)
def test_every_command_has_help_with_an_example(raci: Any, command: str) -> None:
    assert f"Example: raci {command}" in raci(*command.split(), "--help").out


@pytest.mark.parametrize(
    "words, said",
    [
        (["chekc"], "error: no such command 'chekc'"),
        (["check", "--nope"], "error: no such option: --nope"),
        (["assign"], "error: missing argument"),
        (["init", "--name"], "error: option '--name' requires an argument"),
        (["add", "persn"], "error: no such command 'persn'"),
    ],
)
def test_a_misuse_is_one_line_and_what_to_type_next(raci: Any, words: list[str], said: str) -> None:
    ran = raci(*words)
    assert ran.code == 2
    assert ran.out == ""
    first, second = ran.err.splitlines()
    assert first.startswith(said)
    assert second.startswith("  see raci")


def test_hostile_words_are_shown_harmless(raci: Any) -> None:
    ran = raci("che\x1b[2Jck\n::error::forged")
    assert ran.code == 2
    assert "\x1b" not in ran.err
    assert not any(line.lstrip().startswith("::") for line in ran.err.splitlines())


def test_a_bug_is_70_and_not_a_verdict(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("raci_cli.cli.check.find", fail)
    ran = raci("check", str(clean))
    assert ran.code == 70
    assert "bug of raci (ZeroDivisionError: oops)" in ran.err


@pytest.mark.parametrize("error", [MemoryError(), RecursionError()])
def test_too_little_memory_is_3(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("raci_cli.cli.check.find", fail)
    assert raci("check", str(clean)).code == 3


def test_an_interrupt_is_130(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("raci_cli.cli.check.find", stop)
    assert raci("check", str(clean)).code == 130


@pytest.mark.parametrize("number, code", [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_unwinds_and_has_its_code(
    raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, code: int
) -> None:
    before = signal.getsignal(number)
    monkeypatch.setattr("raci_cli.cli.check.find", lambda *_: signal.raise_signal(number))
    assert raci("check", str(clean)).code == code
    assert signal.getsignal(number) is before


def test_the_program_runs_in_a_thread(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import threading

    codes: list[int] = []
    thread = threading.Thread(target=lambda: codes.append(main(["check", str(clean)])))
    thread.start()
    thread.join()
    assert codes == [0]
    assert "1 file checked" in capsys.readouterr().out


def test_any_text_stream_will_do(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["check", str(clean)]) == 0
    assert stream.getvalue() == "1 file checked: 0 errors, 0 warnings, 0 notes\n"


def test_a_closed_stdout_is_3(clean: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["check", str(clean)]) == 3
    assert "cannot write the output" in capsys.readouterr().err


def _process(*argv: str, line: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own, by a line of shell in which "$@" is the program."""
    command = [sys.executable, "-m", "raci_cli", *argv]
    whole = ["sh", "-c", line or '"$@"', "sh", *command]
    kept = {key: value for key, value in os.environ.items() if key.startswith(("PATH", "HOME", "RACI", "COV"))}
    return subprocess.run(whole, capture_output=True, env={**kept, "PYTHONPATH": str(ROOT), **environment}, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_stdout_is_3(clean: Path) -> None:
    ran = _process("check", str(clean), line='"$@" > /dev/full')
    assert ran.returncode == 3
    assert b"cannot write the output" in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_edit_whose_output_is_lost_says_that_it_is_saved(clean: Path) -> None:
    ran = _process("assign", "1", "-A", "bob", line='"$@" > /dev/full')
    assert ran.returncode == 3
    assert b"raci.yaml is saved" in ran.stderr
    assert "accountable: bob\n    informed: [bob]\n  second" in clean.read_text()


@pytest.mark.parametrize("text, code", [(CLEAN, 0), (CLEAN.replace("accountable: bob", "accountable: zed"), 1)])
def test_a_reader_who_goes_away_keeps_the_verdict(text: str, code: int) -> None:
    Path("raci.yaml").write_text(text)
    line = 'mkfifo p; { exec 3<p; exec 3<&-; } & exec 4>p; wait; "$@" >&4'
    ran = _process("check", line=line)
    assert ran.returncode == code, ran.stderr
    assert ran.stderr == b""


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_a_locale_without_the_letters_shows_them_escaped(locale: str) -> None:
    Path("raci.yaml").write_text(CLEAN.replace("ana: Ana", "ana: 陳 大文"), encoding="utf-8")
    ran = _process("matrix", LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert ran.returncode == 0, ran.stderr
    assert b"\\u9673" in ran.stdout
    assert "◦".encode() not in ran.stdout


def test_errors_of_the_system_are_told_without_a_traceback(raci: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "x.yaml")

    monkeypatch.setattr(store, "read", fail)
    ran = raci("status", "-f", "x.yaml")
    assert ran.code == 3
    assert ran.err == "error: Permission denied: x.yaml\n"


def test_an_error_names_what_to_type_next() -> None:
    assert RaciError("no", help="type this").help == "type this"
