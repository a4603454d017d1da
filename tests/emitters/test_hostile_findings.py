"""Whatever a file, its name or its findings say, what is printed about it acts on nothing."""

import json
import re
from xml.etree import ElementTree as ET

import pytest
from emitters.samples import TEXTS, saying
from helpers import TODAY, checked
from hostile import HOSTILE, acts
from markdown_it import MarkdownIt
from runners import azure_commands, github_commands

from raci_cli.emitters import FORMATS, emitter
from raci_cli.findings import Checked, Finding, Span
from raci_cli.text import Look

MODULES = sorted(set(FORMATS.values()))
EACH_FORMAT = pytest.mark.parametrize("format_", MODULES)
ANNOTATION = {"file", "line", "endLine", "col", "endColumn", "title"}
ISSUE = {"type", "sourcepath", "linenumber", "columnnumber", "code"}
UNESCAPED_PIPE = re.compile(r"(?<!\\)(?:\\\\)*\|")


def file_with(text: str) -> str:
    """A project file that says `text` wherever it can; most of it is refused, and the refusal must be harmless too."""
    said = json.dumps(text)
    return f"""\
raci: 1
project: {{name: {said}, verdict: {{set: green, because: {said}}}, lead: {said}, {said}: 1}}
people: {{ana: {said}, bob: {{name: Bob, team: {said}, kind: {said}}}, {said}: {said}}}
glossary: {{{said}: {said}}}
steps:
  one: {{title: {said}, candidates: [ana, {said}], hint: {said}, needs: [{said}]}}
  two: {{title: {said}, accountable: [ana, bob], blocked: {said}, status: {said}, due: 2026-01-01}}
  {said}: {{title: {said}, responsible: {said}, due: {said}}}
check: {{severity: {{{said}: off}}}}
"""


def judged(format_: str, output: str) -> list[str]:
    """What in an output somebody would obey and raci did not mean."""
    if format_ == "github":
        return _judged_annotations(output)
    if format_ == "azure":
        return _judged_issues(output)
    commands = [*github_commands(output), *azure_commands(output)]
    return acts(output) + [f"command {command.name}" for command in commands]


def _judged_annotations(output: str) -> list[str]:
    """Every line is a command of ours, and what follows its first sign acts on nothing."""
    lines, commands = output.splitlines(), github_commands(output)
    assert len(lines) == len(commands) == output.count("\n")
    ours = (
        command.name in ("error", "warning", "notice") and set(command.properties) == ANNOTATION for command in commands
    )
    wrong = [f"command {line}" for line, good in zip(lines, ours, strict=True) if not good or not line.startswith("::")]
    return wrong + acts("\n".join(line[2:] for line in lines)) + [str(one) for one in azure_commands(output)]


def _judged_issues(output: str) -> list[str]:
    lines = output.splitlines()
    assert len(lines) == output.count("\n")
    issues = [line for line in lines if line.startswith("##vso[task.logissue type=")]
    commands = [command for line in issues for command in azure_commands(line)]
    wrong = [f"command {command}" for command in commands if set(command.properties) != ISSUE]
    rest = [line.removeprefix("##vso[") for line in issues] + [line for line in lines if line not in issues]
    return wrong + acts("\n".join(rest)) + [str(one) for one in github_commands(output)]


@EACH_FORMAT
def test_a_finding_acts_on_nothing(format_: str) -> None:
    emit = emitter(format_)
    outputs = {text: emit([saying(text)], Look()) for text in TEXTS}
    assert {text: wrong for text, output in outputs.items() if (wrong := judged(format_, output))} == {}


@EACH_FORMAT
def test_a_file_acts_on_nothing(format_: str) -> None:
    emit = emitter(format_)
    files = {text: checked(file_with(text), TODAY) for text in TEXTS}
    assert all(file.findings for file in files.values())
    outputs = {text: emit([file], Look()) for text, file in files.items()}
    assert {text: wrong for text, output in outputs.items() if (wrong := judged(format_, output))} == {}


@EACH_FORMAT
def test_texts_side_by_side_act_on_nothing(format_: str) -> None:
    """A sign at the end of one field and one at the start of the next must not meet."""
    emit = emitter(format_)
    for before, after in (
        (":", ":error::x"),
        ("#", "#[error]x"),
        ("##", "[error]x"),
        ("##vso", "[a.b]"),
        ("%0", "A::x"),
    ):
        place = Span(0, 1, 1, 1, 1, 1)
        found = Finding(
            "RACI201", (before, after), before, after, (after, before), span=place, related=((after, place),)
        )
        assert (
            judged(format_, emit([Checked(before, (found,), {1: after}), Checked(after, (found,), {})], Look())) == []
        )


@pytest.mark.parametrize("width", [10, 80])
def test_a_narrow_text_acts_on_nothing(width: int) -> None:
    outputs = {text: emitter("full")([saying(text)], Look(width=width)) for text in TEXTS}
    assert {text: wrong for text, output in outputs.items() if (wrong := acts(output))} == {}


def shape(data: object) -> object:
    """What is left of a document when the texts are taken out."""
    if isinstance(data, dict):
        return {key: shape(value) for key, value in data.items() if key != "snippet"}
    return [shape(one) for one in data] if isinstance(data, list) else type(data)


@pytest.mark.parametrize("format_", ["json", "gitlab", "rdjson", "sarif"])
def test_json_has_the_same_shape_whatever_is_said(format_: str) -> None:
    harmless, *others = (json.loads(emitter(format_)([saying(text)], Look())) for text in ("xx", *TEXTS))
    assert len(others) == len(TEXTS)
    assert all(shape(other) == shape(harmless) for other in others)


def test_lines_of_json_have_the_same_shape_whatever_is_said() -> None:
    outputs = [emitter("jsonl")([saying(text)], Look()).split("\n") for text in TEXTS]
    assert {len(lines) for lines in outputs} == {6}
    assert len({str(shape(json.loads(line))) for lines in outputs for line in lines[:-1]}) == 1


def test_xml_has_the_same_elements_and_attributes_whatever_is_said() -> None:
    def elements(text: str) -> list[tuple[str, list[str]]]:
        root = ET.fromstring(emitter("junit")([saying(text)], Look()))  # noqa: S314 - our own
        return [(element.tag, list(element.attrib)) for element in root.iter()]

    assert len(elements("x")) == 8
    assert [text for text in TEXTS if elements(text) != elements("x")] == []


def test_markdown_has_the_same_structure_whatever_is_said() -> None:
    def structure(text: str) -> list[str]:
        blocks = (
            MarkdownIt("commonmark")
            .enable(["table", "strikethrough"])
            .parse(emitter("markdown")([saying(text)], Look()))
        )
        inner = [token for block in blocks for token in block.children or [block]]
        plain = ("inline", "text", "text_special")
        return [token.type for token in inner if token.type not in plain and token.content != "<!-- -->"]

    assert structure("x").count("td_open") == 15
    assert [text for text in TEXTS if structure(text) != structure("x")] == []


def test_markdown_names_nobody_and_links_nowhere() -> None:
    for text in TEXTS:
        output = emitter("markdown")([saying(text)], Look())
        rows = [line for line in output.splitlines() if line.startswith("|")]
        assert {len(UNESCAPED_PIPE.findall(row)) for row in rows} == {6}
        assert not re.search(r"(?i)(?<!\\)<(?!!-- -->)[a-z/!]", output), "a tag"
        assert not re.search(r"(?<!\\)\]\(", output), "a link"
        assert not re.search(r"(?i)(?<![\w`])[@#]\w", output), "a mention or the number of an issue"
        assert not re.search(r"(?i)https?://|www\.\w|mailto:\S+@\w", output), "a link that GitHub makes by itself"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_finding_has_the_same_lines_whatever_it_says(text: str) -> None:
    lines = emitter("full")([saying(text)], Look()).split("\n")
    one = (" --> ", "  |", "1 |", "  | ", "  = note: here: ", "  = help: ", "")
    starts = [start for word in ("error", "warning", "info") for start in (f"{word}[RACI201]: ", *one)]
    starts += ["1 file", ""]
    assert len(lines) == len(starts)
    assert all(line.startswith(start) for line, start in zip(lines, starts, strict=True))


def test_the_texts_would_act_if_they_were_printed_as_they_are() -> None:
    assert len(TEXTS) >= 240
    assert len([text for text in TEXTS if acts(text)]) >= 70
    for format_ in MODULES:
        commands = [text for text in TEXTS if any("command" in wrong for wrong in _unmeant(format_, text))]
        assert len(commands) >= 6


def _unmeant(format_: str, text: str) -> list[str]:
    """What would be found if a text stood in an output as it is."""
    if format_ == "github":
        return [f"command {one.name}" for one in github_commands(f"::error file=x::a\n{text}")[1:]]
    return [f"command {one.name}" for one in [*github_commands(text), *azure_commands(text)]]
