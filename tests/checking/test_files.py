"""One file at a time: what counts, the exit code, and what a gate holds against."""

import io
import os
import sys
from pathlib import Path

import pytest
from helpers import CLEAN, TODAY
from hostile import HOSTILE

from raci_cli.checking import baseline
from raci_cli.checking.config import NOTHING, Wanted, wanted
from raci_cli.checking.files import Options, Outcome, check_file, effective, reading_of
from raci_cli.checking.workers import check_files
from raci_cli.errors import ExitCode, RaciError, worst
from raci_cli.findings import Severity
from raci_cli.text import visible

FILE = Path("raci.yaml")
OWNERLESS = CLEAN.replace("    accountable: bob\n", "")
EMPTY = "raci: 1\nproject: {name: Demo}\n"
WHY = "-- the board decides in January"


def outcome(
    text: str = CLEAN, typed: Wanted = NOTHING, through: str | None = None, *, empty: bool = False, known: str = ""
) -> Outcome:
    FILE.write_text(text, encoding="utf-8")
    base = None
    if known:
        Path("known.json").write_text(known, encoding="utf-8")
        base = baseline.load(Path("known.json"))
    return check_file(FILE, Options(TODAY, typed=typed, through=through, allow_empty=empty, baseline=base))


def active(found: Outcome) -> list[str]:
    assert found.checked
    return [finding.code for finding in found.checked.findings]


def config(text: str, folder: str = ".") -> None:
    Path(folder, ".raci.toml").write_text(text, encoding="utf-8")


@pytest.fixture(autouse=True)
def _repository() -> None:
    Path(".git").mkdir()


def test_clean_is_0_and_an_error_1() -> None:
    assert outcome().code is ExitCode.OK
    found = outcome(OWNERLESS)
    assert (found.code, [one.code for one in found.failing]) == (ExitCode.FINDINGS, ["RACI101"])
    assert active(found) == ["RACI101", "RACI103"]
    assert found.file == "raci.yaml"


@pytest.mark.parametrize(
    "level, code, failing",
    [
        (Severity.ERROR, 0, 0),
        (Severity.WARNING, 1, 1),
        (Severity.INFO, 1, 1),
        (Severity.OFF, 0, 0),
    ],
)
def test_the_fail_level_decides(level: Severity, code: int, failing: int) -> None:
    late = f"{CLEAN}    due: 2026-11-01\n"
    found = outcome(late, wanted(fail_level=level))
    assert (found.code, len(found.failing), active(found)) == (code, failing, ["RACI305"])
    config(f'fail-level = "{level.value}"\n')
    assert outcome(late).code == code


def test_a_level_below_or_above_the_findings() -> None:
    late = f"{CLEAN}    due: 2026-11-01\n"
    info = {"RACI305": "info"}
    assert outcome(late, wanted(severity=info, fail_level=Severity.WARNING)).code is ExitCode.OK
    assert outcome(late, wanted(severity=info, fail_level=Severity.INFO)).code is ExitCode.FINDINGS


@pytest.mark.parametrize("text", ["", "raci: 2\n", "a: [\n", EMPTY, f"{EMPTY}steps: {{}}\n", f"{EMPTY}steps: text\n"])
def test_what_cannot_be_used_is_3_at_any_level(text: str) -> None:
    for typed in (NOTHING, wanted(fail_level=Severity.OFF), wanted(select=["RACI201"], ignore=["RACI0", "RACI3"])):
        found = outcome(text, typed)
        assert found.code is ExitCode.CANNOT
        assert found.failing


@pytest.mark.parametrize("steps", ["", "steps:\n", "steps: {}\n", "steps: []\n", "steps: null\n"])
def test_no_steps_pass_only_where_that_is_allowed(steps: str) -> None:
    assert outcome(EMPTY + steps).code is ExitCode.CANNOT
    assert "RACI301" not in active(outcome(EMPTY + steps, empty=True))
    assert outcome(f"{EMPTY}steps: {{}}\n", empty=True).code is ExitCode.OK


@pytest.mark.parametrize("steps", ["steps: text\n", "steps: [one]\n", "steps: {one: text}\n"])
def test_steps_that_cannot_be_read_are_not_none(steps: str) -> None:
    found = outcome(EMPTY + steps, empty=True)
    assert found.code is ExitCode.CANNOT
    assert "RACI301" in active(found)


def test_a_path_that_cannot_be_read_is_an_outcome() -> None:
    found = check_file(Path("gone.yaml"), Options(TODAY))
    assert (found.file, found.checked, found.code) == ("gone.yaml", None, ExitCode.CANNOT)
    assert found.problem == "cannot read gone.yaml: No such file or directory"


def test_a_config_file_that_makes_no_sense_is_a_misuse() -> None:
    config("strct = true\n")
    found = outcome()
    assert (found.checked, found.code, found.help) == (None, ExitCode.USAGE, "did you mean strict?")


def test_a_step_that_does_not_exist_is_a_misuse() -> None:
    found = outcome(OWNERLESS, through="secnd")
    assert (found.checked, found.code, found.help) == (None, ExitCode.USAGE, "did you mean second?")
    assert outcome(OWNERLESS, through="kickoff").code is ExitCode.OK
    assert outcome(OWNERLESS, through="2").code is ExitCode.FINDINGS


def test_files_come_in_order_and_a_bad_one_does_not_hide_others() -> None:
    FILE.write_text(OWNERLESS)
    found = list(check_files([Path("gone.yaml"), FILE], Options(TODAY)))
    assert [(one.file, one.code) for one in found] == [("gone.yaml", 3), ("raci.yaml", 1)]


def test_the_worst_code_wins() -> None:
    codes = [ExitCode.OK, ExitCode.FINDINGS, ExitCode.CANNOT, ExitCode.USAGE, ExitCode.BUG]
    assert worst([]) is ExitCode.OK
    for number, code in enumerate(codes):
        assert worst(codes[: number + 1]) is code
        assert worst(codes[: number + 1][::-1]) is code


def test_lines_are_kept_of_project_files_alone() -> None:
    found = outcome(OWNERLESS)
    assert found.checked
    assert found.checked.lines == {13: "  second:"}
    other = outcome("password: [hunter2\n")
    assert other.checked
    assert other.checked.lines == {}


def test_what_is_suppressed_is_kept_apart() -> None:
    found = outcome(OWNERLESS.replace("  second:", f"  second: # raci: ignore[RACI101] {WHY}"))
    assert found.checked
    assert (found.code, active(found)) == (ExitCode.OK, ["RACI103"])
    assert [(one.code, one.suppressed) for one in found.checked.quiet] == [("RACI101", WHY[3:])]


def test_settings_of_a_file_and_where_they_come_from() -> None:
    config("strict = true\n")
    FILE.write_text(f"{CLEAN}check: {{severity: {{RACI305: error}}}}\n")
    options = Options(TODAY, typed=wanted(fail_level=Severity.INFO), through="second")
    settings, level, where = effective(*reading_of(FILE, options), options)
    assert (settings.strict, settings.severity, settings.through) == (True, {"RACI305": Severity.ERROR}, "second")
    assert (level, Path(where)) == (Severity.INFO, Path(".raci.toml").resolve())


def stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "surrogatepass"))))


def test_standard_input_has_the_name_and_the_config_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a").mkdir()
    config('fail-level = "warning"\n', "a")
    late = f"{CLEAN}    due: 2026-11-01\n"
    stdin(monkeypatch, late)
    found = check_file(Path("-"), Options(TODAY, stdin_name="a/raci.yaml"))
    assert (found.file, found.code) == ("a/raci.yaml", ExitCode.FINDINGS)
    stdin(monkeypatch, late)
    found = check_file(Path("-"), Options(TODAY))
    assert (found.file, found.code) == ("-", ExitCode.OK)


def test_standard_input_may_be_called_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in HOSTILE:
        stdin(monkeypatch, OWNERLESS)
        found = check_file(Path("-"), Options(TODAY, stdin_name=name))
        assert found.code is ExitCode.FINDINGS, ascii(name)
        assert "\n" not in visible(found.problem)


def test_standard_input_that_is_closed_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(RaciError, match="stdin is closed"):
        reading_of(Path("-"), Options(TODAY))


def test_standard_input_is_read_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, "#" * 3_000_000)
    found = check_file(Path("-"), Options(TODAY))
    assert (found.code, active(found)) == (ExitCode.CANNOT, ["RACI006"])


# What a pull request may do to a gate of `--enforce`, by its name: the project, and the files around it.
COMMENT_WITH_DAY = f"ana\n  # raci: ignore[RACI101] until=2099-01-01 {WHY}\n  sec"
NO_OWNER = "scheme: {roles: {accountable: {letter: A}, informed: {letter: I}}}\n"
DISARMED = {
    "severity by code": (f"{OWNERLESS}check: {{severity: {{RACI101: off}}}}\n", ""),
    "severity by name": (f"{OWNERLESS}check: {{severity: {{no-accountable: info}}}}\n", ""),
    "a comment": (OWNERLESS.replace("  second:", f"  second: # raci: ignore[RACI101] {WHY}"), ""),
    "a comment above": (OWNERLESS.replace("  second:", f"  # raci: ignore[no-accountable] {WHY}\n  second:"), ""),
    "a comment with a day": (OWNERLESS.replace("ana\n  sec", COMMENT_WITH_DAY), ""),
    "a scheme without an owner": (OWNERLESS + NO_OWNER, ""),
    "sponsors that nobody is": (CLEAN.replace("accountable: bob", "accountable: sponsors"), ""),
    "nobody, in a list": (CLEAN.replace("accountable: bob", "accountable: []"), ""),
    "nobody, left blank": (CLEAN.replace("accountable: bob", "accountable:"), ""),
    "a config that ignores": (OWNERLESS, 'ignore = ["RACI101"]'),
    "a config that selects": (OWNERLESS, 'select = ["RACI305"]'),
    "a config with a severity": (OWNERLESS, 'severity = {RACI101 = "off"}'),
    "a config that never fails": (OWNERLESS, 'fail-level = "off"'),
    "a config that enforces something else": (OWNERLESS, 'enforce = ["RACI305"]\nfail-level = "off"'),
}  # fmt: skip


@pytest.mark.parametrize("name", DISARMED)
def test_a_pull_request_does_not_disarm_what_is_typed(name: str) -> None:
    text, around = DISARMED[name]
    if around:
        config(around)
    found = outcome(text, wanted(enforce=["RACI101"]))
    held = [one for one in found.failing if one.code == "RACI101"]
    assert found.code is ExitCode.FINDINGS
    assert held
    assert all(one.active and one.severity is Severity.ERROR for one in held)


@pytest.mark.parametrize("name", [name for name, (_, around) in DISARMED.items() if not around])
def test_nor_what_the_config_file_above_it_enforces(name: str) -> None:
    config('enforce = ["RACI101"]')
    assert "RACI101" in [one.code for one in outcome(DISARMED[name][0]).failing]


def test_a_baseline_does_not_disarm_it() -> None:
    typed = wanted(enforce=["RACI101"])
    known = baseline.dump([found for found in [outcome(OWNERLESS).checked] if found], Path("known.json"))[0]
    assert outcome(OWNERLESS, known=known).code is ExitCode.OK
    found = outcome(OWNERLESS, typed, known=known)
    assert (found.code, active(found), found.stale) == (ExitCode.FINDINGS, ["RACI101"], ())
    config('enforce = ["RACI101"]')
    assert outcome(OWNERLESS, known=known).code is ExitCode.FINDINGS


def test_a_nearer_config_takes_the_place_of_one_that_enforces() -> None:
    config('enforce = ["RACI101"]')
    off = f"{OWNERLESS}check: {{severity: {{RACI101: off}}}}\n"
    assert outcome(off).code is ExitCode.FINDINGS
    Path("a").mkdir()
    config("", "a")
    Path("a/raci.yaml").write_text(off)
    assert check_file(Path("a/raci.yaml"), Options(TODAY)).code is ExitCode.OK
    assert check_file(Path("a/raci.yaml"), Options(TODAY, typed=wanted(enforce=["RACI101"]))).code is ExitCode.FINDINGS


def test_a_skipped_step_needs_nobody_even_where_it_is_enforced() -> None:
    assert outcome(f"{OWNERLESS}    status: skipped\n", wanted(enforce=["RACI101"])).code is ExitCode.OK


def test_who_types_that_nothing_fails_means_it() -> None:
    typed = wanted(enforce=["RACI101"], fail_level=Severity.OFF)
    found = outcome(OWNERLESS, typed)
    assert (found.code, active(found)) == (ExitCode.OK, ["RACI101", "RACI103"])


def test_a_config_that_fails_on_nothing_fails_on_what_it_enforces() -> None:
    config('fail-level = "off"\nenforce = ["RACI101"]\n')
    found = outcome(OWNERLESS)
    assert (found.code, [one.code for one in found.failing]) == (ExitCode.FINDINGS, ["RACI101"])


def test_a_link_out_of_the_repository_is_not_checked(tmp_path: Path) -> None:
    (tmp_path / "out.yaml").write_text(CLEAN)
    FILE.symlink_to(tmp_path / "out.yaml")
    found = check_file(FILE, Options(TODAY))
    assert (found.checked, found.code) == (None, ExitCode.CANNOT)
    assert "leaves the repository" in found.problem


def test_a_folder_or_a_pipe_is_not_a_file() -> None:
    Path("folder").mkdir()
    os.mkfifo("pipe")
    for name in ("folder", "pipe"):
        assert check_file(Path(name), Options(TODAY)).code is ExitCode.CANNOT
