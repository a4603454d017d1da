"""The program as a function: exit codes, streams that break, signals, bugs."""

import gc
import io
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from helpers import CLEAN, ROOT

from raci_cli import __version__
from raci_cli.cli import main
from raci_cli.cli.app import COMMANDS, app_for
from raci_cli.cli.result import Result
from raci_cli.document import store
from raci_cli.errors import ExitCode, RaciError


def test_the_version(raci: Any) -> None:
    assert raci("--version").out == f"raci {__version__}\n"


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["check", "--help"], ["add", "person", "-h"]])
def test_help_is_no_error(raci: Any, words: list[str]) -> None:
    ran = raci(*words)
    assert ran.code == 0
    assert "Usage: raci" in ran.out


def _leaves() -> list[str]:
    """Every command that does something, `add person` among them."""
    commands: Any = typer.main.get_command(app_for(["--help", *COMMANDS]))
    return [
        " ".join((name, *below))
        for name, one in commands.commands.items()
        for below in ([(inner,) for inner in one.commands] if hasattr(one, "commands") else [()])
    ]


@pytest.mark.parametrize("command", [*COMMANDS, *(name for name in _leaves() if " " in name)])
def test_every_command_has_help_with_an_example(raci: Any, command: str) -> None:
    assert f"Example: raci {command}" in raci(*command.split(), "--help").out


@pytest.mark.parametrize(
    "words, said",
    [
        (["chekc"], "error: no such command 'chekc'"),
        (["check", "--nope"], "error: no such option: --nope"),
        (["assign"], "error: missing argument"),
        (["init", "--name"], "error: option '--name' requires an argument"),
        (["add", "person", "a", "A", "--team"], "error: option '--team' requires an argument"),
        (["add", "persn"], "error: no such command 'persn'"),
    ],
)
def test_a_misuse_is_one_line_and_what_to_type_next(raci: Any, words: list[str], said: str) -> None:
    ran = raci(*words)
    assert ran.code == 2
    assert ran.out == ""
    first, second = ran.err.splitlines()
    assert first.startswith(said)
    path = " ".join(["raci", *words[: {"init": 1, "check": 1, "assign": 1, "add": 2}.get(words[0], 0)]])
    assert re.search(rf"(^  |\? )see {path.removesuffix(' persn')} --help$", second)


def test_hostile_words_are_shown_harmless(raci: Any) -> None:
    ran = raci("che\x1b[2Jck\n::error::forged")
    assert ran.code == 2
    assert "\x1b" not in ran.err
    assert not any(line.lstrip().startswith("::") for line in ran.err.splitlines())


@pytest.mark.parametrize("number, code", [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_unwinds_and_has_its_code(
    raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, code: int
) -> None:
    before = signal.getsignal(number)
    monkeypatch.setattr("raci_cli.checking.files.find", lambda *_: signal.raise_signal(number))
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


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_a_locale_without_the_letters_shows_them_escaped(locale: str) -> None:
    Path("raci.yaml").write_text(CLEAN.replace("ana: Ana", "ana: 陳 大文"), encoding="utf-8")
    kept = {key: value for key, value in os.environ.items() if key.startswith(("PATH", "HOME", "RACI", "COV"))}
    variables = {**kept, "PYTHONPATH": str(ROOT), "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = subprocess.run([sys.executable, "-m", "raci_cli", "matrix"], capture_output=True, env=variables, check=False)
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


@pytest.mark.parametrize("enabled", [True, False])
def test_nothing_is_collected_while_a_command_runs(monkeypatch: pytest.MonkeyPatch, enabled: bool) -> None:
    monkeypatch.setattr("raci_cli.cli.program.outcome", lambda _argv: Result(code=ExitCode(gc.isenabled())))
    (gc.enable if enabled else gc.disable)()
    try:
        assert main(["check"]) == 0
        assert gc.isenabled() is enabled
    finally:
        gc.enable()
