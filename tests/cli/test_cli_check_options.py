"""What `raci check` can be told: which rules, how heavy, up to where, and what else to print."""

import io
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from helpers import CLEAN
from hostile import HOSTILE, acts

from raci_cli import emitters

OWNERLESS = CLEAN.replace("    accountable: bob\n", "    due: 2026-11-01\n")
WHY = "-- the board decides in January"
EMPTY = "raci: 1\nproject: {name: Demo}\nsteps: {}\n"


@pytest.fixture(autouse=True)
def _repository() -> None:
    Path(".git").mkdir()


@pytest.fixture
def bad(clean: Path) -> Path:
    """A raci.yaml with RACI101, RACI103 and RACI305 at its second step."""
    clean.write_text(OWNERLESS)
    return clean


def codes(raci: Any, *words: str) -> tuple[int, list[str]]:
    ran = raci("check", *words, "--json")
    found = json.loads(ran.out)["findings"]
    return ran.code, [one["code"] for one in found if not one["suppressed"] and not one["baseline"]]


def stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


@pytest.mark.parametrize(
    "words, code, left",
    [
        ([], 1, ["RACI101", "RACI103", "RACI305"]),
        (["--select", "RACI1"], 1, ["RACI101", "RACI103"]),
        (["--select", "overdue"], 0, ["RACI305"]),
        (["--select", "RACI103,overdue"], 0, ["RACI103", "RACI305"]),
        (["--select", "RACI103", "--select", "RACI305"], 0, ["RACI103", "RACI305"]),
        (["--ignore", "RACI1"], 0, ["RACI305"]),
        (["--ignore", "no-accountable"], 0, ["RACI103", "RACI305"]),
        (["--select", "RACI1", "--ignore", "RACI101"], 0, ["RACI103"]),
        (["--severity", "RACI101=off"], 0, ["RACI103", "RACI305"]),
        (["--severity", "RACI101=info", "--severity", "overdue=error"], 1, ["RACI101", "RACI103", "RACI305"]),
        # A severity also runs what is off by default.
        (["--severity", "RACI=warning"], 0, ["RACI207", "RACI110", "RACI101", "RACI103", "RACI305"]),
        (["--fail-level", "warning", "--ignore", "RACI101"], 1, ["RACI103", "RACI305"]),
        (["--fail-level", "off"], 0, ["RACI101", "RACI103", "RACI305"]),
        (["--exit-zero"], 0, ["RACI101", "RACI103", "RACI305"]),
        (["--through", "kickoff"], 0, ["RACI305"]),
        (["--through", "2"], 1, ["RACI101", "RACI103", "RACI305"]),
        (["--through", "sec"], 1, ["RACI101", "RACI103", "RACI305"]),
        (["--enforce", "overdue", "--ignore", "RACI1,RACI3"], 1, ["RACI305"]),
        (["--enforce", "RACI305", "--severity", "RACI305=off", "--select", "RACI2"], 1, ["RACI305"]),
    ],
)
def test_which_rules_run_and_how_heavy_they_are(
    raci: Any, bad: Path, words: list[str], code: int, left: list[str]
) -> None:
    assert codes(raci, *words) == (code, left)


@pytest.mark.parametrize(
    "words, said",
    [
        (["--select", "RACI3O5"], "did you mean RACI305?"),
        (["--ignore", "overdu"], "did you mean overdue?"),
        (["--enforce", "no-acountable"], "did you mean no-accountable?"),
        (["--severity", "RACI3O5=off"], "did you mean RACI305?"),
        (["--severity", "RACI305=eror"], "did you mean error?"),
        (["--severity", "RACI305"], "such as --severity RACI305=error"),
        (["--severity", "RACI001=off"], "RACI001 is always an error"),
        (["--fail-level", "warn"], "did you mean warning?"),
        (["--fail-level", ""], "one of error, warning, info, off"),
        (["--select", ""], "raci rule --all lists them"),
        (["--through", "secnd"], "did you mean second?"),
        (["--through", "3"], "the steps are 1 to 2"),
        (["--through", ""], "there is no step"),
        (["--as-of", "soon"], "dates are YYYY-MM-DD"),
    ],
)
def test_what_cannot_be_meant_is_2_with_the_nearest(raci: Any, bad: Path, words: list[str], said: str) -> None:
    ran = raci("check", *words)
    assert ran.code == 2
    assert said in ran.err
    assert "error[" not in ran.out


def test_words_of_any_kind_are_2_and_harmless(raci: Any, bad: Path) -> None:
    for text in HOSTILE:
        for option in (
            "--select",
            "--ignore",
            "--enforce",
            "--severity",
            "--fail-level",
            "--through",
            "--output-format",
        ):
            ran = raci("check", f"{option}={text}!")
            assert ran.code == 2, (option, ascii(text))
            assert acts(ran.out + ran.err) == [], (option, ascii(text))
            assert "bug of raci" not in ran.err


def test_a_config_file_is_read_above_the_project(raci: Any, bad: Path) -> None:
    Path("a").mkdir()
    bad.rename("a/raci.yaml")
    Path(".raci.toml").write_text('ignore = ["RACI1"]\nfail-level = "warning"\n')
    assert codes(raci, "a") == (1, ["RACI305"])
    assert codes(raci, "a", "--fail-level", "error") == (0, ["RACI305"])
    assert codes(raci, "a", "--ignore", "RACI305") == (1, ["RACI101", "RACI103"])
    Path("a/pyproject.toml").write_text('[tool.raci]\nselect = ["no-responsible"]\n')
    assert codes(raci, "a") == (0, ["RACI103"])


def test_a_config_file_that_changes_is_read_again(raci: Any, bad: Path) -> None:
    Path(".raci.toml").write_text('select = ["RACI103"]\n')
    assert codes(raci) == (0, ["RACI103"])
    Path(".raci.toml").write_text('select = ["RACI305"]\n')
    assert codes(raci) == (0, ["RACI305"])


def test_a_bad_config_file_is_2_and_told_once(raci: Any) -> None:
    for number in range(5):
        Path(f"p{number}.raci.yaml").write_text(OWNERLESS)
    Path(".raci.toml").write_text("ingore = []\n")
    ran = raci("check", ".")
    assert ran.code == 2
    assert ran.err == (f"error: {Path('.raci.toml').resolve()}: there is no setting 'ingore'\n  did you mean ignore?\n")
    assert raci("check", ".", "--exit-zero").code == 2


def test_a_bad_config_file_does_not_stand_in_the_way_of_an_edit(raci: Any, bad: Path) -> None:
    Path(".raci.toml").write_text("ingore = []\n")
    ran = raci("assign", "second", "-A", "bob")
    assert (ran.code, ran.err) == (0, "")


def test_a_file_that_is_suppressed_in_part(raci: Any, bad: Path) -> None:
    bad.write_text(OWNERLESS.replace("  second:", f"  second: # raci: ignore[RACI101] {WHY}"))
    assert codes(raci)[0] == 0
    ran = raci("check", "--enforce", "RACI101")
    assert ran.code == 1
    assert "RACI101 is enforced here and cannot be ignored" in ran.out


def test_a_baseline_tells_only_what_is_new(raci: Any, bad: Path) -> None:
    ran = raci("baseline")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (".raci-baseline.json: 3 findings in 1 file\nNext: raci check --baseline .raci-baseline.json\n")
    known = ["--baseline", ".raci-baseline.json"]
    ran = raci("check", *known)
    assert (ran.code, ran.err) == (0, "")
    assert "RACI" not in ran.out
    bad.write_text(f"{OWNERLESS}  third: {{title: Third}}\n")
    ran = raci("check", *known)
    assert ran.code == 1
    assert ran.out.count("error[RACI101]") == 1
    assert "third" in ran.out
    bad.write_text(CLEAN)
    ran = raci("check", *known)
    assert ran.code == 0
    assert ran.err.splitlines() == [
        "raci.yaml: no longer found, but in the baseline: RACI101 steps.second.accountable",
        "raci.yaml: no longer found, but in the baseline: RACI305 steps.second.due",
        "raci.yaml: no longer found, but in the baseline: RACI103 steps.second.responsible",
    ]
    assert len(raci("check", *known, "--select", "RACI3").err.splitlines()) == 1
    bad.write_text("")
    assert (raci("check", *known).code, raci("check", *known).err) == (3, "")


def test_a_baseline_elsewhere_and_on_stdout(raci: Any, bad: Path) -> None:
    Path("gate").mkdir()
    assert raci("baseline", "raci.yaml", "-o", "gate/known.json").code == 0
    assert list(json.loads(Path("gate/known.json").read_text())["files"]) == ["../raci.yaml"]
    assert raci("check", "--baseline", "gate/known.json").code == 0
    ran = raci("baseline", "-o", "-")
    assert (ran.code, list(json.loads(ran.out)["files"])) == (0, ["raci.yaml"])
    assert not Path("-").exists()
    assert not Path(".raci-baseline.json").exists()


def test_a_baseline_counts_what_may_wait(raci: Any, bad: Path) -> None:
    bad.write_text(f"{OWNERLESS}    colour: red\n# raci: ignore[x]\n")
    assert raci("baseline").out.startswith(".raci-baseline.json: 3 findings in 1 file\n")
    assert codes(raci, "--baseline", ".raci-baseline.json") == (1, ["RACI003", "RACI902"])


def test_a_baseline_is_made_anew(raci: Any, bad: Path) -> None:
    raci("baseline")
    bad.write_text(CLEAN)
    assert raci("baseline").out.startswith(".raci-baseline.json: 0 findings in 1 file\n")
    assert json.loads(Path(".raci-baseline.json").read_text())["files"] == {}


def test_no_baseline_of_what_cannot_be_used(raci: Any, bad: Path) -> None:
    bad.write_text(EMPTY)
    ran = raci("baseline")
    assert (ran.code, ran.out) == (3, "")
    assert "mend it first: raci check raci.yaml" in ran.err
    assert raci("baseline", "gone.yaml").code == 3
    bad.unlink()
    assert raci("baseline").code == 3
    bad.write_text(OWNERLESS)
    assert raci("baseline", "-o", "raci.yaml").code == 2
    assert bad.read_text() == OWNERLESS
    assert not Path(".raci-baseline.json").exists()


@pytest.mark.parametrize("text, code", [("{}", 2), ('{"version": 2, "files": {}}', 2), (None, 3)])
def test_a_bad_baseline_is_no_pass(raci: Any, clean: Path, text: str | None, code: int) -> None:
    if text is not None:
        Path("known.json").write_text(text)
    ran = raci("check", "--baseline", "known.json")
    assert (ran.code, ran.out) == (code, "")


def test_entries_of_a_baseline_are_shown_harmlessly(raci: Any, clean: Path) -> None:
    entries = [{"fingerprint": str(number), "code": text, "path": text} for number, text in enumerate(HOSTILE)]
    Path("known.json").write_text(json.dumps({"version": 1, "files": {"raci.yaml": entries}}))
    ran = raci("check", "--baseline", "known.json")
    assert ran.code == 0
    assert len(ran.err.splitlines()) == len(HOSTILE)
    assert acts(ran.err) == []


def test_quiet_prints_only_what_fails(raci: Any, bad: Path) -> None:
    assert raci("check", "-q", "--ignore", "RACI101").out == ""
    Path("clean.raci.yaml").write_text(CLEAN)
    ran = raci("check", ".", "--quiet")
    assert ran.code == 1
    assert "error[RACI101]" in ran.out
    assert "warning" not in ran.out.partition("checked")[0]
    assert "checked:" not in ran.out, "a count of what fails alone would say that there is nothing else"
    assert "warning[RACI305]" in raci("check", "--quiet", "--fail-level", "warning").out
    found = json.loads(raci("check", "--quiet", "--json", "--ignore", "RACI101").out)
    assert (found["files"], found["findings"]) == (1, [])


def test_quiet_prints_what_cannot_be_used_and_what_is_enforced(raci: Any, bad: Path) -> None:
    Path(".raci.toml").write_text('fail-level = "off"\nenforce = ["overdue"]\n')
    ran = raci("check", "-q")
    assert (ran.code, ran.out.count("error[")) == (1, 1)
    assert "error[RACI305]" in ran.out
    bad.write_text(EMPTY)
    assert "error[RACI301]" in raci("check", "-q").out


def test_statistics_count_by_rule(raci: Any, bad: Path) -> None:
    Path("a.raci.yaml").write_text(CLEAN.replace("    accountable: bob\n", ""))
    ran = raci("check", ".", "--statistics")
    assert ran.code == 1
    assert ran.out == (
        "2  RACI101  error    no-accountable\n2  RACI103  warning  no-responsible\n1  RACI305  warning  overdue\n"
    )
    assert raci("check", "--statistics", "--ignore", "RACI1,RACI3").out == ""


def test_files_are_shown_and_not_checked(raci: Any, bad: Path) -> None:
    Path("a.raci.yaml").write_text("")
    ran = raci("check", ".", "--show-files")
    assert (ran.code, ran.out, ran.err) == (0, "a.raci.yaml\nraci.yaml\n", "")
    assert raci("check", "gone.yaml", "--show-files").out == "gone.yaml\n"


def test_settings_are_shown_with_where_they_come_from(raci: Any, bad: Path) -> None:
    bad.write_text(f"{OWNERLESS}check: {{severity: {{RACI305: error}}, limits: {{many-consulted: 9}}}}\n")
    Path(".raci.toml").write_text('strict = true\nenforce = ["RACI101"]\n')
    ran = raci("check", "--show-settings", "--fail-level", "info", "--ignore", "RACI103", "--as-of", "2026-11-05")
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)["raci.yaml"]
    assert found["config"] == str(Path(".raci.toml").resolve())
    assert (found["as-of"], found["fail-level"], found["strict"]) == ("2026-11-05", "info", True)
    assert (found["enforce"], found["limits"]["many-consulted"]) == (["RACI101"], 9)
    assert [found["severity"][code] for code in ("RACI001", "RACI103", "RACI305")] == ["error", "off", "error"]
    Path(".raci.toml").unlink()
    assert json.loads(raci("check", "--show-settings").out)["raci.yaml"]["config"] is None
    assert raci("check", "gone.yaml", "--show-settings").code == 3


def test_no_file_passes_only_where_that_is_allowed(raci: Any) -> None:
    for words in ([], ["."], ["--exit-zero"], [".", "--quiet"], ["--show-files"], ["--show-settings"]):
        assert raci("check", *words).code == 3, words
    ran = raci("check", ".", "--allow-empty")
    assert (ran.code, ran.out) == (0, "0 files checked: 0 errors, 0 warnings, 0 notes\n")
    assert raci("check", "gone.yaml", "--allow-empty").code == 3


def test_no_steps_pass_only_where_that_is_allowed(raci: Any, clean: Path) -> None:
    clean.write_text(EMPTY)
    for words in ([], ["--exit-zero"], ["--ignore", "RACI3"], ["--fail-level", "off"], ["--select", "RACI101"]):
        assert raci("check", *words).code == 3, words
    assert raci("check", "--allow-empty").code == 0
    clean.write_text(EMPTY.replace("{}", "none yet"))
    assert raci("check", "--allow-empty").code == 3


def test_exit_zero_maps_only_1(raci: Any, bad: Path) -> None:
    assert raci("check", "--exit-zero").code == 0
    assert raci("check", "--exit-zero", "--enforce", "RACI101").code == 0
    assert raci("check", "--exit-zero", "--through", "nope").code == 2
    assert raci("check", "--exit-zero", "raci.yaml", "gone.yaml").code == 3
    assert raci("check", "--exit-zero", "--output-format", "json=no/x.json").code == 3


def test_standard_input_is_called_what_it_is_told(raci: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a").mkdir()
    Path("a/.raci.toml").write_text('select = ["RACI305"]\n')
    stdin(monkeypatch, OWNERLESS)
    ran = raci("check", "-", "--stdin-filename", "a/raci.yaml")
    assert ran.code == 0
    assert "--> a/raci.yaml:15:10" in ran.out
    Path("a/raci.yaml").write_text(OWNERLESS)
    raci("baseline", "a")
    stdin(monkeypatch, OWNERLESS)
    ran = raci("check", "-", "--stdin-filename", "a/raci.yaml", "--baseline", ".raci-baseline.json")
    assert ran.out == "1 file checked: 0 errors, 0 warnings, 0 notes (1 baselined)\n"


def test_a_name_of_any_kind_for_standard_input_is_harmless(raci: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    possible = [text for text in HOSTILE if not {"\x00", "\ud800"} & set(text)]
    for text in (*possible, "", ".", "..", "/", "a/" * 2_000 + "x", "x" * 5_000 + "/y"):
        for words in ([], ["--show-settings"]):
            stdin(monkeypatch, OWNERLESS)
            ran = raci("check", "-", f"--stdin-filename={text}", *words)
            assert ran.code == (0 if words == ["--show-settings"] else 1), ascii(text)
            assert acts(ran.out + ran.err) == [], ascii(text)


def test_a_name_of_any_kind_for_an_output_is_harmless(raci: Any, bad: Path) -> None:
    for text in HOSTILE:
        ran = raci("check", f"--output-format=json={text}")
        assert ran.code in (1, 2, 3), ascii(text)
        assert acts(ran.out + ran.err) == [], ascii(text)
        assert bad.read_text() == OWNERLESS


def test_a_path_of_any_kind_is_harmless(raci: Any, bad: Path) -> None:
    for text in HOSTILE:
        for words in ([], ["--json"], ["--show-files"], ["--baseline", text]):
            ran = raci("check", "raci.yaml", *words, "--", text)
            assert ran.code in (0, 1, 2, 3), ascii(text)
            assert acts(ran.out + ran.err) == [], ascii(text)
        ran = raci("baseline", f"--output={text}", "raci.yaml")
        assert ran.code in (0, 2, 3), ascii(text)
        assert acts(ran.out + ran.err) == [], ascii(text)


def test_a_config_file_in_a_folder_of_any_name_is_told_harmlessly(raci: Any) -> None:
    for text in HOSTILE:
        folder = Path("f" + text.replace("/", "_").replace("\x00", "_").replace("\ud800", "_")[:80])
        folder.mkdir(exist_ok=True)
        (folder / ".raci.toml").write_text("x = 1\n")
        (folder / "raci.yaml").write_text(CLEAN)
        ran = raci("check", str(folder))
        assert ran.code == 2, ascii(text)
        assert acts(ran.out + ran.err) == [], ascii(text)
        (folder / ".raci.toml").write_text("")
        ran = raci("check", str(folder), "--show-settings")
        assert acts(ran.out + ran.err) == [], ascii(text)


def summary_of(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """A page for the runner's summary, whatever the emitter of that name would say."""
    whole = emitters.emitter
    monkeypatch.setattr(
        "raci_cli.cli.verdict.emitter",
        lambda name: (lambda files, _look: f"# {len(files)} files\n") if name == "markdown" else whole(name),
    )
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", place)


def test_a_summary_is_added_to_the_runners_page(raci: Any, bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary_of(monkeypatch, "page.md")
    Path("page.md").write_text("# before\n")
    ran = raci("check", "--summary")
    assert (ran.code, ran.err) == (1, "")
    assert "error[RACI101]" in ran.out
    assert raci("check", "--summary", "-q", "--statistics").code == 1
    assert Path("page.md").read_text() == "# before\n# 1 files\n# 1 files\n"


def test_a_summary_without_a_page_is_said_and_no_more(raci: Any, bad: Path) -> None:
    ran = raci("check", "--summary")
    assert ran.code == 1
    assert ran.err == "--summary: GITHUB_STEP_SUMMARY names no file, so nothing was added\n"


@pytest.mark.parametrize("place", ["no/page.md", ".", "/dev/full", "pipe"])
def test_a_summary_that_cannot_be_written_is_3(
    raci: Any, bad: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo("pipe")
    summary_of(monkeypatch, place)
    ran = raci("check", "--summary")
    assert ran.code == 3
    assert len(ran.err.splitlines()) == 1


def test_a_large_check_takes_no_time(raci: Any, clean: Path) -> None:
    lines = "".join(f"  s{n}:\n    title: T # raci: ignore[nope-{n}]\n" for n in range(3_000))
    clean.write_text(f"raci: 1\nproject: {{name: Demo}}\nsteps:\n{lines}")
    before = time.process_time()
    assert raci("check", "--quiet", "--statistics").code == 1
    assert time.process_time() - before < 20


def test_where_what_was_typed_means_nothing_no_verdict_is_printed(raci: Any, clean: Path) -> None:
    ran = raci("check", "--through", "nope")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: there is no step 'nope'")
    assert raci("check", "gone.yaml").out.startswith("0 files checked")
