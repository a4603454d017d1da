"""A baseline: what was there before, by its place in the model."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from helpers import CLEAN, LIMITS, TODAY
from hostile import HOSTILE, acts

from raci_cli.checking.baseline import VERSION, Baseline, dump, load, name_in
from raci_cli.checking.config import NOTHING, Wanted, settings_for, wanted
from raci_cli.checking.files import check_reading
from raci_cli.errors import ExitCode, RaciError, UsageError
from raci_cli.findings import Checked, Finding, fingerprint
from raci_cli.model.reader import read
from raci_cli.rules.registry import Settings
from raci_cli.text import visible

FILE = Path("known.json")
BAD = CLEAN.replace("    accountable: bob\n", "    due: 2026-11-01\n")
OPEN = {"steps.second.accountable", "steps.second.responsible", "steps.second.due"}


def checked(text: str, typed: Wanted = NOTHING, name: str = "raci.yaml", known: Baseline | None = None) -> Checked:
    found = read(name, text.encode(), LIMITS)
    return check_reading(name, found, settings_for(found.project, TODAY, typed), known)


def baseline(*files: Checked, path: Path = FILE) -> Baseline:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump(files, path)[0], encoding="utf-8")
    return load(path)


def new(text: str, known: Baseline, typed: Wanted = NOTHING, name: str = "raci.yaml") -> list[str]:
    return [one.code for one in checked(text, typed, name, known).findings]


def stale(text: str, known: Baseline, settings: Settings | None = None) -> list[str]:
    return known.stale("raci.yaml", checked(text, known=known).everything, settings or Settings(TODAY))


def entries() -> list[dict[str, str]]:
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return [entry for one in found["files"].values() for entry in one]


def test_what_was_there_before_does_not_count() -> None:
    known = baseline(checked(BAD))
    found = checked(BAD, known=known)
    assert found.findings == ()
    assert [(one.code, one.baselined, one.active) for one in found.quiet] == [
        ("RACI101", True, False), ("RACI103", True, False), ("RACI305", True, False),
    ]  # fmt: skip


def test_what_is_new_counts() -> None:
    known = baseline(checked(BAD))
    assert new(BAD.replace("accountable: ana", "accountable: zed"), known) == ["RACI201"]
    assert new(BAD + "  third: {title: Third, informed: [ana]}\n", known) == ["RACI101", "RACI103"]


def test_it_holds_codes_and_places_and_no_lines() -> None:
    text, number = dump([checked(BAD)], FILE)
    found = json.loads(text)
    assert number == 3
    assert found["version"] == VERSION == 1
    assert {entry["path"] for entry in found["files"]["raci.yaml"]} == OPEN
    assert all(set(entry) == {"fingerprint", "code", "path"} for entry in found["files"]["raci.yaml"])
    assert fingerprint(Finding("RACI305", ("steps", "second", "due"), "")) in text
    assert "line" not in text


def test_lines_that_move_change_nothing() -> None:
    moved = BAD.replace("steps:", "# one\n# two\n\nsteps:").replace("    title: Second\n", "")
    moved = moved.replace("    due: 2026-11-01\n", "    due: 2026-11-01\n    title: Second\n")
    assert moved != BAD
    assert dump([checked(BAD)], FILE) == dump([checked(moved)], FILE)
    steps = BAD.index("  kickoff:"), BAD.index("  second:")
    turned = BAD[: steps[0]] + BAD[steps[1] :] + BAD[steps[0] : steps[1]]
    assert dump([checked(BAD)], FILE) == dump([checked(turned)], FILE)
    assert new(turned, baseline(checked(BAD))) == []


def test_the_same_again_at_the_same_place_is_told_apart() -> None:
    twice = CLEAN.replace("accountable: bob", "accountable: bob\n    needs: [kickoff, third]")
    known = baseline(checked(twice))
    assert new(twice.replace("third]", "third, fourth]"), known) == ["RACI302"]


def test_what_is_no_longer_found_is_stale() -> None:
    known = baseline(checked(BAD))
    assert stale(BAD, known) == []
    assert stale(CLEAN, known) == [
        "RACI101 steps.second.accountable", "RACI305 steps.second.due", "RACI103 steps.second.responsible",
    ]  # fmt: skip
    assert stale(CLEAN, known, Settings(TODAY, through="second")) == ["RACI305 steps.second.due"]


def test_what_is_not_looked_for_is_not_stale() -> None:
    known = baseline(checked(BAD))
    found = settings_for(None, TODAY, wanted(select=["RACI3"]))
    assert known.stale("raci.yaml", [], found) == ["RACI305 steps.second.due"]
    assert known.stale("other.yaml", [], Settings(TODAY)) == []


def test_what_is_suppressed_is_neither_stale_nor_written() -> None:
    known = baseline(checked(BAD))
    hidden = BAD.replace("  second:", "  second: # raci: ignore[RACI101] -- the board decides")
    assert stale(hidden, known) == []
    baseline(checked(hidden))
    assert {entry["code"] for entry in entries()} == {"RACI103", "RACI305"}


def test_what_is_enforced_counts_though_it_was_there() -> None:
    known = baseline(checked(BAD))
    assert new(BAD, known, wanted(enforce=["RACI101"])) == ["RACI101"]


@pytest.mark.parametrize(
    "text, code",
    [
        (f"{CLEAN}    colour: red\n", "RACI003"),
        ("raci: 2\n", "RACI005"),
        ("a: [\n", "RACI001"),
        ("raci: 1\nproject: {name: x}\ngoals: {x: {measure: sold}}\nsteps: {}\n", "RACI301"),
        (f"{CLEAN}# raci: ignore[RACI101]\n", "RACI903"),
    ],
)
def test_what_cannot_wait_is_never_known(text: str, code: str) -> None:
    found = checked(text)
    assert [one.code for one in found.findings] == [code]
    written, number = dump([found], FILE)
    assert (json.loads(written)["files"], number) == ({}, 0)
    (identity,) = [fingerprint(one) for one in found.findings]
    known = Baseline(str(Path.cwd()), {"raci.yaml": {identity: (code, "x")}})
    assert new(text, known) == [code]


def test_files_are_named_from_the_folder_of_the_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    known = baseline(checked(BAD, name="a/raci.yaml"), checked(CLEAN, name="b/raci.yaml"), path=Path("c/known.json"))
    assert list(known.known) == ["../a/raci.yaml"]
    assert new(BAD, known, name="a/raci.yaml") == []
    assert new(BAD, known, name=str(Path("a/raci.yaml").absolute())) == []
    assert len(new(BAD, known, name="b/raci.yaml")) == 3
    monkeypatch.chdir("c")
    assert new(BAD, load(Path("known.json")), name="../a/raci.yaml") == []
    assert name_in(str(Path.cwd()), "x/./y/../raci.yaml") == "x/raci.yaml"


def test_the_order_of_files_does_not_matter() -> None:
    one, two = checked(BAD, name="a.raci.yaml"), checked(BAD, name="b.raci.yaml")
    assert dump([one, two], FILE) == dump([two, one], FILE)


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "1", '"x"', "{}", '{"version": 1}', '{"files": {}}', '{"version": 1, "files": []}',
        '{"version": 1, "files": {"raci.yaml": [1]}}', '{"version": 1, "files": {"raci.yaml": {"a": 1}}}',
        '{"version": 1, "files": {"raci.yaml": [{"code": "RACI101"}]}}', '{"version": 1, "files": {"raci.yaml": null}}',
        '{"version": 1, "files": {"raci.yaml": 7}}', "[" * 100_000, '{"version": 1, "files":' + '{"a":' * 100_000,
        '{"version": ' + "1" * 10_000 + ', "files": {}}', "\udcff", "\x00", "raci: 1\n",
    ],
)  # fmt: skip
def test_what_is_no_baseline_is_a_misuse_with_a_remedy(text: str) -> None:
    FILE.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError, match=r"known\.json is no baseline") as caught:
        load(FILE)
    assert caught.value.code == ExitCode.USAGE
    assert caught.value.help == "make it anew: raci baseline -o known.json"


@pytest.mark.parametrize("version", ["2", "0", '"1"', "null", "[[1]]", '"' + "x" * 5_000 + '"', '"\\u001b[2J"'])
def test_a_version_of_another_program_is_refused(version: str) -> None:
    FILE.write_text(f'{{"version": {version}, "files": {{}}}}')
    with pytest.raises(UsageError, match="of the baseline is unknown") as caught:
        load(FILE)
    assert len(str(caught.value)) < 200


def test_the_remedy_can_be_pasted() -> None:
    path = Path("a b; c.json")
    path.write_text("{}")
    with pytest.raises(UsageError) as caught:
        load(path)
    assert caught.value.help == "make it anew: raci baseline -o 'a b; c.json'"


def test_a_file_that_cannot_be_read_is_told() -> None:
    for path in (Path("gone.json"), Path(), Path("/dev/zero")):
        with pytest.raises(RaciError) as caught:
            load(path)
        assert caught.value.code == ExitCode.CANNOT


def test_entries_of_any_kind_are_harmless() -> None:
    for text in HOSTILE:
        entry = {"fingerprint": text, "code": text, "path": text}
        FILE.write_text(json.dumps({"version": 1, "files": {text: [entry], "raci.yaml": [entry]}}))
        known = load(FILE)
        assert len(new(BAD, known)) == 3
        told = stale(BAD, known)
        assert told == [f"{text} {text}"]
        assert acts(visible(told[0])) == []


def test_names_of_any_kind_come_back() -> None:
    for number, text in enumerate(HOSTILE):
        name = text.replace("/", "_").replace("\x00", "_")[:60]
        path = Path(f"{number}.json")
        written = dump([checked(BAD, name=name)], path)[0]
        assert acts(written) == []
        path.write_text(written)
        assert new(BAD, load(path), name=name) == [], ascii(name)


def test_ten_megabytes_are_read_at_once() -> None:
    entry = '{"fingerprint": "%016x", "code": "RACI101", "path": "steps.vendor.accountable"}'
    many = ",\n".join(entry % number for number in range(112_000))
    FILE.write_text(f'{{"version": 1, "files": {{"raci.yaml": [{many}]}}}}')
    assert 9_000_000 < FILE.stat().st_size <= 10 << 20
    before = time.process_time()
    known = load(FILE)
    assert len(new(BAD, known)) == 3
    assert len(stale(BAD, known)) == 112_000
    assert time.process_time() - before < 10


def test_more_than_that_is_refused() -> None:
    FILE.write_bytes(b" " * ((10 << 20) + 1))
    with pytest.raises(UsageError, match="larger than 10,485,760 bytes"):
        load(FILE)
