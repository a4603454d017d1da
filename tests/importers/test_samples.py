"""Matrices as people write them: each is read as a careful reader reads it, whose reading stands in NN.letters.txt."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from helpers import ROOT, compare, data_of
from importers.described import BYTES
from importers.quirks import QUIRKS
from importers.quirks import SCHEMES as SHOWN_SCHEMES

from raci_cli.cli import main
from raci_cli.model.schemes import SCHEMES

SAMPLES = Path(__file__).parent / "samples"
LETTERS = ".letters.txt"
KEYS = ("shows", "name", "bytes", "argv", "exit", "unread", "idle", "people")
# What is typed to overrule a guess.
OVERRULE = ("--table", "--sheet", "--orientation", "--parties", "--as", "--from")
# Samples that are not yet read as they should be, and what is wrong.
WRONG: dict[str, str] = {
    "165-one-column-says-all": "it is refused",
    "166-letters-after-a-dash": "it is refused",
}

_LINE = re.compile(r"(?P<step>.+) \|(?P<holders>.*)")


class Step(NamedTuple):
    """A row as it was read by hand."""

    phase: str | None
    title: str
    letters: dict[str, frozenset[str]]
    notes: list[str]
    due: list[str]


class Sample(NamedTuple):
    """The header of the letters, by its keys, and the steps."""

    head: dict[str, str]
    steps: list[Step]

    def listed(self, key: str) -> list[str]:
        return [word.strip() for word in self.head.get(key, "").split(";") if word.strip()]


def by_hand(name: str) -> Sample:
    """What somebody read in a sample, written by hand and never rewritten.

    `# shows: A/R; CI` and other keys, `== Phase`, `Step | Party: AR, Other: C` (`¦` is a comma in a name), `  note: …`.
    """
    head: dict[str, str] = {}
    steps: list[Step] = []
    phase: str | None = None
    for line in (SAMPLES / f"{name}{LETTERS}").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            key, _, value = line[2:].partition(": ")
            assert key in KEYS
            head[key] = value
        elif line.startswith("== "):
            phase = line[3:]
        elif line.startswith("  note: "):
            steps[-1].notes.append(line[8:])
        elif line.startswith("  due: "):
            steps[-1].due.append(line[7:])
        else:
            found = _LINE.fullmatch(line)
            assert found, line
            pairs = [one.strip().rpartition(": ") for one in found["holders"].split(", ") if one.strip()]
            letters = {party.replace("¦", ","): frozenset(word) for party, _, word in pairs}
            steps.append(Step(phase, found["step"], letters, [], []))
    return Sample(head, steps)


NAMES = sorted(
    (path.name.removesuffix(LETTERS) for path in SAMPLES.glob(f"*{LETTERS}")),
    key=lambda name: int(name.partition("-")[0]),
)
CASES = [
    pytest.param(name, marks=pytest.mark.xfail(strict=True, reason=WRONG[name])) if name in WRONG else name
    for name in NAMES
]


def sources(name: str) -> list[Path]:
    """The file of a sample, or its files: the second is merged into what came of the first."""
    own = [f".{word}{LETTERS[-4:]}" for word in ("letters", "said")] + [".raci.yaml"]
    found = [path for path in SAMPLES.glob(f"{name}.*") if not path.name.endswith(tuple(own))]
    return sorted(found, key=lambda path: (path.name.count("."), path.name))


def made(path: Path, kind: str) -> str:
    """Make the source in the folder of the test, and return its name."""
    name = path.name.removesuffix(".txt")
    text = path.read_bytes().decode()
    Path(name).write_bytes(BYTES[kind or (name.rpartition(".")[2] if name != path.name else "")](text))
    return name


def imported(name: str, *more: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """What `raci import` ends with, prints, and says, of all files of a sample."""
    sample = by_hand(name)
    first, *others = [made(path, sample.head.get("bytes", "")) for path in sources(name)]
    argv = ["import", first, *shlex.split(sample.head.get("argv", "")), *more]
    if not others:
        return main(argv), *capsys.readouterr()
    Path("raci.yaml").unlink(missing_ok=True)
    codes = [main([*argv, "-o", "raci.yaml"])]
    codes += [main(["import", other, "--into", "raci.yaml", "--yes"]) for other in others]
    return max(codes), Path("raci.yaml").read_text(encoding="utf-8"), capsys.readouterr().err


def names_of(data: Any) -> dict[str, str]:
    """The names of a project's parties, by id."""
    both = {**data.get("teams", {}), **data.get("people", {})}
    return {id_: one if isinstance(one, str) else one["name"] for id_, one in both.items()}


def steps_of(data: Any) -> list[Step]:
    """The steps of a project as a reader of the matrix sees them."""
    scheme, names = SCHEMES[data.get("scheme", "raci")], names_of(data)
    return [
        Step(
            step.get("phase"), step["title"], _letters(step, scheme.roles, names),
            str(step.get("notes", "")).split("\n"), [str(step["due"])] if "due" in step else [],
        )
        for step in data["steps"].values()
    ]  # fmt: skip


def _letters(step: Any, roles: Any, names: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for role in roles:
        held = step.get(role.name, [])
        for party in [held] if isinstance(held, str) else held:
            found.setdefault(names[party], set()).add(role.letter)
    return {party: frozenset(letters) for party, letters in found.items()}


def ends(sample: Sample) -> int:
    return int(sample.head.get("exit", bool(sample.listed("unread"))))


@pytest.mark.parametrize("name", CASES)
def test_a_matrix_is_read_as_somebody_reads_it(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    sample = by_hand(name)
    code, out, err = imported(name, "--json", capsys=capsys)
    assert code == ends(sample), err
    if len(sources(name)) == 1 and code != 3:
        assert [one["place"] for one in json.loads(out)["unread"]] == sample.listed("unread")
    if not sample.steps:
        return
    data: Any = data_of(imported(name, "--accept-unread", capsys=capsys)[1])
    found = steps_of(data)
    assert [step[:3] for step in found] == [step[:3] for step in sample.steps]
    for step, wanted in zip(found, sample.steps, strict=True):
        assert step.due == (wanted.due or step.due)
        assert [note for note in wanted.notes if note not in "\n".join(step.notes)] == []
    parties = {party for step in sample.steps for party in step.letters}
    assert sorted(names_of(data).values()) == sorted(parties | {*sample.listed("idle")})
    if "people" in sample.head:
        assert sorted(names_of({"people": data["people"]}).values()) == sorted(sample.listed("people"))
    assert data["project"]["name"] == sample.head.get("name", data["project"]["name"])


@pytest.mark.parametrize("name", [name for name in NAMES if name not in WRONG])
def test_a_sample_is_its_golden(name: str, update: bool, capsys: pytest.CaptureFixture[str]) -> None:
    sample = by_hand(name)
    if sample.steps:
        accept = ["--accept-unread"] if sample.listed("unread") else []
        compare(SAMPLES / f"{name}.raci.yaml", imported(name, *accept, capsys=capsys)[1], update=update)
    if ends(sample):
        code, _, err = imported(name, capsys=capsys)
        compare(SAMPLES / f"{name}.said.txt", f"exit {code}\n{err}", update=update)


def test_every_file_belongs_to_a_sample() -> None:
    known = {f"{name}{ending}" for name in NAMES for ending in (LETTERS, ".raci.yaml", ".said.txt")}
    known |= {path.name for name in NAMES for path in sources(name)}
    assert sorted(path.name for path in SAMPLES.iterdir() if path.name not in known) == []
    assert len(NAMES) >= 45
    assert [name for name in NAMES if not sources(name)] == []


def test_every_quirk_is_shown_by_a_sample_and_no_sample_shows_another() -> None:
    shown = {quirk for name in NAMES for quirk in by_hand(name).listed("shows")}
    assert sorted(shown) == sorted(QUIRKS)


def test_every_quirk_stands_in_the_page_about_importing() -> None:
    page = (ROOT / "docs/importing.md").read_text(encoding="utf-8")
    assert sorted(_first_column(page)) == sorted(QUIRKS)


def _first_column(page: str) -> Iterator[str]:
    """What the tables of the section name, without the marks of code."""
    section = page.partition("## What is understood\n")[2].partition("\n## ")[0]
    for table in section.split("\n\n"):
        for line in table.strip().splitlines()[2:]:
            yield from line[2:].partition(" | ")[0].replace("`", "").split("; ")


def test_every_scheme_and_every_option_is_shown() -> None:
    assert {quirk.casefold() for quirk in SHOWN_SCHEMES} | {"raci"} == set(SCHEMES)
    typed = " ".join(by_hand(name).head.get("argv", "") for name in NAMES)
    assert [option for option in OVERRULE if option not in typed] == []
    page = (ROOT / "docs/importing.md").read_text(encoding="utf-8")
    assert [option for option in OVERRULE if f"`{option} " not in page] == []
