"""The table of exit codes, a test for every row and everything that leads there."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from helpers import CLEAN, ROOT

from raci_cli.cli import main

BROKEN = CLEAN.replace("accountable: bob", "accountable: zed")
PROGRAM = (sys.executable, "-m", "raci_cli")
# More than a pipe holds, and than is read in no time: who has written it knows that the other side is at work.
MUCH = CLEAN + "".join(f"  step-{number}:\n    title: Step\n    accountable: ana\n" for number in range(12_000))


def environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key.startswith(("PATH", "HOME", "RACI", "COV"))}
    return {**kept, "PYTHONPATH": str(ROOT)}


def shell(line: str, *argv: str) -> "subprocess.CompletedProcess[bytes]":
    """A line of bash in which "$@" is the program with these arguments."""
    command = ["bash", "-c", line, "bash", *PROGRAM, *argv]
    return subprocess.run(command, capture_output=True, env=environment(), check=False)


# 0: done; checked and clean


@pytest.mark.parametrize("words", ["check", "check .", "check raci.yaml", "status", "schema", "--version", "check -h"])
def test_what_is_clean_or_only_told_is_0(raci: Any, clean: Path, words: str) -> None:
    ran = raci(*words.split())
    assert (ran.code, ran.err) == (0, "")


def test_what_weighs_less_than_the_fail_level_is_0(raci: Any, clean: Path) -> None:
    clean.write_text(CLEAN + "    due: 2026-11-30\n")
    assert "warning[RACI305]" in raci("check").out
    assert raci("check").code == 0


@pytest.mark.parametrize("words", ["status", "matrix", "report status --format md", "mark kickoff done"])
def test_reports_and_edits_of_a_file_with_findings_are_0(raci: Any, clean: Path, words: str) -> None:
    clean.write_text(BROKEN)
    assert raci(*words.split()).code == 0


# 1: findings at or above the fail level


@pytest.mark.parametrize("words", ["check", "check .", "check --json", "check --fail-level warning", "check --quiet"])
def test_an_error_is_1(raci: Any, clean: Path, words: str) -> None:
    clean.write_text(BROKEN)
    ran = raci(*words.split())
    assert (ran.code, ran.err) == (1, "")
    assert "RACI201" in ran.out


def test_a_warning_at_the_fail_level_is_1(raci: Any, clean: Path) -> None:
    clean.write_text(CLEAN + "    due: 2026-11-30\n")
    assert raci("check", "--fail-level", "warning").code == 1


# 2: usage

USAGE = {
    "no command": "",
    "an unknown command": "chekc",
    "an unknown command of a group": "add persn",
    "an unknown option": "check --nope",
    "a missing argument": "assign",
    "a missing value": "check --as-of",
    "an unknown format": "check --output-format jsn",
    "a format without a file": "check --output-format json=",
    "two formats for stdout": "check --output-format json --output-format text",
    "an unknown format of a report": "report status --format docx",
    "an unknown report": "report nope",
    "an unknown rule to select": "check --select RACI999",
    "an unknown rule to ignore": "check --ignore no-such-rule",
    "an unknown rule to enforce": "check --enforce RACI101,RACI999",
    "an unknown rule to weigh": "check --severity RACI999=error",
    "an unknown rule to explain": "rule RACI999",
    "an unknown weight": "check --severity RACI305=heavy",
    "a weight for no rule": "check --severity RACI305",
    "an unknown fail level": "check --fail-level fatal",
    "an unknown step to check": "check --through nope",
    "an unknown step to assign": "assign nope -A ana",
    "an unknown step to mark": "mark 99 done",
    "an unknown person": "assign kickoff -A nobody",
    "an unknown status": "mark kickoff finished",
    "a day that is none": "check --as-of 30.11.2026",
    "a baseline that is none": "check --baseline raci.yaml",
    "the output over the project": "check --output-format json=raci.yaml",
}


@pytest.mark.parametrize("words", USAGE.values(), ids=USAGE)
def test_what_cannot_be_meant_is_2(raci: Any, clean: Path, words: str) -> None:
    assert raci(*words.split()).code == 2
    assert clean.read_text() == CLEAN


@pytest.mark.parametrize(
    "name, value", [("RACI_MAX_BYTES", "0"), ("RACI_MAX_BYTES", "x"), ("RACI_MAX_BYTES", "-1"), ("RACI_TODAY", "soon")]
)
def test_a_variable_that_cannot_be_meant_is_2(
    raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert raci("check").code == 2


@pytest.mark.parametrize(
    "text", ["nope = 1\n", "ignore = ['RACI999']\n", "fail-level = 'fatal'\n", "[a\n", "strict = 3\n"]
)
def test_a_config_file_that_cannot_be_meant_is_2(raci: Any, clean: Path, text: str) -> None:
    Path(".raci.toml").write_text(text)
    ran = raci("check")
    assert ran.code == 2
    assert ".raci.toml" in ran.err


# 3: could not do it

UNUSABLE = {
    "RACI001": ["a: [\n", "raci: 1\r", "\ttab\n"],
    "RACI005": ["raci: 2\n", "project: {name: x}\n", "- a\n", ""],
    "RACI006": ["a: &x 1\n", "a: !x 1\n", "raci: 1\n---\nraci: 1\n"],
    "RACI301": ["raci: 1\nproject: {name: x}\nsteps: {}\n"],
}


@pytest.mark.parametrize("rule, text", [(rule, text) for rule, texts in UNUSABLE.items() for text in texts])
def test_a_file_that_cannot_be_used_is_3(raci: Any, clean: Path, rule: str, text: str) -> None:
    clean.write_text(text, newline="")
    ran = raci("check")
    assert ran.code == 3
    assert f"error[{rule}]" in ran.out


@pytest.mark.parametrize("words", ["check", "check .", "check sub", "status", "baseline", "mark 1 done"])
def test_no_file_is_3(raci: Any, words: str) -> None:
    Path("sub").mkdir()
    ran = raci(*words.split())
    assert ran.code == 3
    assert ran.err.startswith("error: no ")


@pytest.fixture(params=["missing", "a folder that is none", "a folder without files", "a link to nothing", "a loop",
                        "a pipe", "a device", "a link out of the repository"])  # fmt: skip
def unreadable(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    kind = request.param
    path = Path("raci.yaml")
    if kind == "a folder that is none":
        path.write_text(CLEAN)
        return "raci.yaml/raci.yaml"
    if kind == "a device":
        return "/dev/zero"
    if kind == "a folder without files":
        path.mkdir()
    elif kind == "a link to nothing":
        path.symlink_to("missing.yaml")
    elif kind == "a loop":
        path.symlink_to(path.name)
    elif kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a link out of the repository":
        Path(".git").mkdir()
        (tmp_path / "out.yaml").write_text(CLEAN)
        path.symlink_to(tmp_path / "out.yaml")
    return str(path)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are those of POSIX")
def test_a_path_that_cannot_be_read_is_3(raci: Any, unreadable: str) -> None:
    for words in ([unreadable], [] if unreadable == "raci.yaml" else [unreadable, "gone"]):
        ran = raci("check", *words)
        assert ran.code == 3
        assert ran.err.startswith("error: ")


def test_a_closed_stdin_is_3(raci: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert raci("check", "-").code == 3


def test_a_working_folder_that_is_gone_is_3(raci: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert raci("check").code == 3
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("error", [MemoryError(), RecursionError(), PermissionError(13, "Permission denied", "x")])
def test_what_the_system_refuses_is_3(
    raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr("raci_cli.checking.files.find", raising(error))
    assert raci("check").code == 3


@pytest.mark.parametrize(
    "words", ["check --output-format json=nope/x", "report status -o nope/x.md", "baseline -o nope/x"]
)
def test_a_file_that_cannot_be_written_is_3(raci: Any, clean: Path, words: str) -> None:
    ran = raci(*words.split())
    assert ran.code == 3
    assert "cannot write" in ran.err


def test_a_closed_stdout_is_3(clean: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["check", str(clean)]) == 3
    assert "cannot write the output" in capsys.readouterr().err


needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


@needs_full
@pytest.mark.parametrize("text", [CLEAN, BROKEN])
def test_a_full_disk_under_stdout_is_3(clean: Path, text: str) -> None:
    clean.write_text(text)
    ran = shell('"$@" > /dev/full', "check")
    assert ran.returncode == 3
    assert b"cannot write the output" in ran.stderr


@needs_full
def test_an_edit_whose_output_is_lost_says_that_it_is_saved(clean: Path) -> None:
    ran = shell('"$@" > /dev/full', "assign", "1", "-A", "bob")
    assert ran.returncode == 3
    assert b"raci.yaml is saved" in ran.stderr
    assert clean.read_text() == CLEAN.replace("accountable: ana", "accountable: bob")


# 70: a bug of ours


def raising(error: BaseException) -> Any:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_a_bug_is_70_and_not_a_verdict(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raci_cli.checking.files.find", raising(ZeroDivisionError("oops")))
    ran = raci("check")
    assert ran.code == 70
    assert "bug of raci (ZeroDivisionError: oops)" in ran.err


# 129, 130, 143: the terminal went away, interrupted, terminated


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
@pytest.mark.parametrize("number, code", [(signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_has_its_code_and_leaves_no_traceback(number: signal.Signals, code: int) -> None:
    command = [*PROGRAM, "check", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment()) as process:
        assert process.stdin
        process.stdin.write(MUCH.encode())
        process.stdin.close()
        process.send_signal(number)
        assert process.stdout
        assert process.stderr
        assert (process.stdout.read(), process.stderr.read()) == (b"", b"")
    assert process.returncode == code


# A closed pipe keeps the verdict


@pytest.mark.parametrize("text, code", [(CLEAN, 0), (BROKEN, 1), ("", 3)])
def test_a_reader_who_goes_away_keeps_the_verdict(clean: Path, text: str, code: int) -> None:
    clean.write_text(text)
    ran = shell('mkfifo p; { exec 3<p; exec 3<&-; } & exec 4>p; wait; "$@" >&4', "check")
    assert (ran.returncode, ran.stderr) == (code, b"")


@pytest.mark.parametrize("text, code", [(CLEAN, 0), (BROKEN, 1), ("", 3)])
def test_a_pipe_into_a_program_that_reads_nothing_keeps_the_verdict(clean: Path, text: str, code: int) -> None:
    clean.write_text(text)
    ran = shell('"$@" | true; exit "${PIPESTATUS[0]}"', "check")
    assert (ran.returncode, ran.stderr) == (code, b"")


# Where several hold: 70 before 2, 3, 1 and 0


@pytest.fixture
def tree() -> Path:
    """Folders whose checks come to what they are called."""
    texts = {"0": CLEAN, "1": BROKEN, "2": CLEAN, "3": ""}
    for code, text in texts.items():
        Path(code).mkdir()
        Path(code, "raci.yaml").write_text(text)
    Path("2/.raci.toml").write_text("nope = 1\n")
    return Path()


@pytest.mark.parametrize("folders, code", [("0", 0), ("0 1", 1), ("1 0", 1), ("0 1 3", 3), ("3 1", 3), ("1 gone", 3),
                                           ("0 1 2 3", 2), ("3 2", 2), ("2 gone", 2)])  # fmt: skip
def test_of_several_files_the_worst_counts(raci: Any, tree: Path, folders: str, code: int) -> None:
    assert raci("check", *folders.split()).code == code


def test_what_is_wrong_with_one_file_does_not_hide_the_findings_of_others(raci: Any, tree: Path) -> None:
    ran = raci("check", "gone", "2", "3", "1")
    assert ran.err.startswith("error: cannot read gone")
    assert "error[RACI201]" in ran.out
    assert "error[RACI005]" in ran.out


def test_a_bug_beats_all(raci: Any, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raci_cli.checking.files.find", raising(ZeroDivisionError("oops")))
    assert raci("check", "gone", "2", "1").code == 70


@needs_full
@pytest.mark.parametrize("folders, code", [("1", 3), ("1 2", 2)])
def test_what_is_lost_on_the_way_out_beats_findings_and_not_usage(tree: Path, folders: str, code: int) -> None:
    assert shell('"$@" > /dev/full', "check", *folders.split()).returncode == code


@pytest.mark.parametrize("folders, code", [("1", 3), ("1 2", 2)])
def test_a_file_that_cannot_be_written_beats_findings_and_not_usage(
    raci: Any, tree: Path, folders: str, code: int
) -> None:
    ran = raci("check", *folders.split(), "--output-format", "json=nope/x")
    assert ran.code == code
    assert "cannot write nope/x" in ran.err
    assert ("there is no setting 'nope'" in ran.err) == (code == 2)


# --exit-zero and --allow-empty


@pytest.mark.parametrize("folders, code", [("0", 0), ("1", 0), ("1 2", 2), ("1 3", 3)])
def test_exit_zero_forgives_findings_only(raci: Any, tree: Path, folders: str, code: int) -> None:
    assert raci("check", "--exit-zero", *folders.split()).code == code


def test_allow_empty_forgives_what_is_empty_only(raci: Any, clean: Path) -> None:
    Path("sub").mkdir()
    assert raci("check", "sub", "--allow-empty").code == 0
    for text, code in ((UNUSABLE["RACI301"][0], 0), ("", 3), (BROKEN, 1)):
        clean.write_text(text)
        assert raci("check", "--allow-empty").code == code
    assert raci("check", "gone.yaml", "--allow-empty").code == 3
