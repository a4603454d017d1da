"""Whatever a project says, in any place of it, a report shows it and does not obey it."""

import dataclasses
import datetime
import json
import re
from typing import Any

import pytest
from helpers import TODAY
from hostile import HOSTILE, acts
from markdown_it import MarkdownIt

from raci_cli.findings import Checked, Finding, Span
from raci_cli.model.project import Goal, Party, Project, Step, Task, Verdict
from raci_cli.model.scheme import Role, Scheme
from raci_cli.reports import COMMANDS, FORMATS, views
from raci_cli.reports.render import render
from raci_cli.text import Look

EACH = pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))


def having(format_: str) -> pytest.MarkDecorator:
    """Every report that has a format, and every command that shows a view in it, asked for all it can be asked for."""
    commands = COMMANDS if format_ in ("text", "json") else ()
    names = [*(name for name, formats in FORMATS.items() if format_ in formats), *commands]
    return pytest.mark.parametrize(
        "name, asked", [(name, asked) for name in names for asked in range(len(asking(name)))]
    )


UNESCAPED_PIPE = re.compile(r"(?<!\\)(?:\\\\)*\|")


def saying(text: str) -> Project:
    """A project that says `text` wherever it can say anything; a report must not rely on what the reader refuses."""
    late = TODAY - datetime.timedelta(days=3)
    person, team = Party("p", text, title=text, team="t", email=text), Party("t", text, kind="team", lead="p")
    said: dict[str, Any] = {"phase": text, "notes": text, "guidance": text, "hint": text, "blocked": text}
    task = Task("task", text, {"owner": (text,)}, due=late, **said)
    done: dict[str, Any] = {
        "status": "done",
        "done": late,
        "joint": ("t", text),
        "agreed": {text: late},
        "goals": ("g",),
    }
    steps = (
        Step("one", text, {"owner": ("p",), "helper": ("t",)}, number=1, status="blocked", due=late, **said),
        Step("two", text, number=2, candidates=("p", text), tasks=(task,), **said),
        Step(text, text, {"owner": (text, "p"), "helper": ("sponsors",)}, number=3, needs=(text,), **said),
        Step("four", text, {"owner": ("p",)}, number=4, status="in-progress", **said),
        Step(
            "five", text, {"owner": ("p",)}, number=5, needs=("two", text), ongoing=True, until=text, start=late, **said
        ),
        Step("six", text, {"owner": ("t",)}, number=6, **done),
    )
    scheme = Scheme(text, (Role("owner", "O", 1, 1, owns=True, meaning=text), Role("helper", "H", meaning=text)))
    return Project(
        name=text,
        summary=text,
        lead=text,
        verdict=Verdict("red", text),
        scheme=scheme,
        parties={"t": team, "p": person},
        sponsors=("p", text),
        goals={"g": Goal("g", text, text, (text,), TODAY, text)},
        glossary={text: text},
        steps=steps,
    )


def saying_more(text: str) -> Project:
    """The same with people who have left, have nothing to do, or nothing yet, and with steps for them."""
    project, soon = saying(text), TODAY + datetime.timedelta(days=60)
    people = {
        "gone": Party("gone", text, active=False, deputy="p", title=text),
        "idle": Party("idle", text),
        "later": Party("later", text),
    }
    asked: dict[str, Any] = {"candidates": ("p", "later", text), "hint": text, "notes": text}
    steps = (
        Step("seven", text, number=7, needs=("six", "two"), tasks=(Task("inner", text, **asked),), **asked),
        Step("eight", text, {"owner": ("gone",), "helper": ("p",)}, number=8, needs=("six",)),
        Step("nine", text, {"owner": ("later",)}, number=9, due=soon),
    )
    return dataclasses.replace(project, parties={**project.parties, **people}, steps=(*project.steps, *steps))


def asking(name: str, text: str = "x") -> list[dict[str, Any]]:
    """What a report can be asked for, each time for other words; all but the first of the project that says more."""
    questions: dict[str, list[dict[str, Any]]] = {
        "status": [{}, {"since": text, "earlier": saying(f"{text}!")}],
        "person": [{"who": who} for who in ("t", "p", "gone", "idle", "later")],
        "handover": [{"step": step} for step in ("two", "six")],
        "show": [{"step": step} for step in ("two", "seven")],
        "who": [{"who": who} for who in ("p", "gone", "idle", "t")],
    }
    return questions.get(name, [{}])


def view_saying(name: str, text: str, project: Project | None = None, asked: int = 0) -> dict[str, Any]:
    place = Span(0, 1, 1, 1, 1, 2)
    found = Checked(text, (Finding("RACI201", ("steps", text), text, text, ("assign", text), span=place),), {1: text})
    project = project or (saying_more(text) if asked else saying(text))
    options = asking(name, text)[asked]
    view: dict[str, Any] = views.view_of(name, views.Asked(project, TODAY, found, "", **options))
    return view


def tokens(markdown: str) -> list[str]:
    """What a reader of Markdown sees beside text, in order."""
    blocks = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    inner = [token for block in blocks for token in block.children or [block]]
    # The comment that breaks a mention, and line breaks within a paragraph of ours, act on nothing.
    return [
        token.type
        for token in inner
        if token.type not in ("inline", "text", "text_special", "softbreak") and token.content != "<!-- -->"
    ]


def pipes(markdown: str) -> list[int]:
    return [len(UNESCAPED_PIPE.findall(line)) for line in markdown.splitlines() if line.startswith("| ")]


@pytest.mark.parametrize("width", [None, 80])
@EACH
def test_a_matrix_acts_on_nothing(text: str, width: int | None) -> None:
    assert acts(render("matrix", "text", view_saying("matrix", text), Look(width=width))) == []


@pytest.mark.parametrize("name", ["status", "person", *COMMANDS])
@EACH
def test_text_acts_on_nothing(text: str, name: str) -> None:
    assert acts(render(name, "text", view_saying(name, text))) == []


@pytest.mark.parametrize(
    "name, widths",
    [("status", range(20, 100)), ("person", range(20, 100, 7)), *((name, range(20, 100, 9)) for name in COMMANDS)],
)
@EACH
def test_wrapped_text_acts_on_nothing(text: str, name: str, widths: range) -> None:
    view = view_saying(name, text)
    outputs = [render(name, "text", view, Look(width=width, ascii_only=True)) for width in widths]
    assert [act for output in outputs for act in acts(output)] == []


@having("json")
@EACH
def test_json_acts_on_nothing_and_comes_back(text: str, name: str, asked: int) -> None:
    view = view_saying(name, text, asked=asked)
    output = render(name, "json", view)
    assert acts(output) == []
    assert json.loads(output) == view


@having("md")
@EACH
def test_markdown_acts_on_nothing(text: str, name: str, asked: int) -> None:
    output = render(name, "md", view_saying(name, text, asked=asked)).replace("&#32;   ", "    ")
    assert acts(output) == []
    assert not re.search(r"(?i)(?<!\\)<(?!!-- -->)[a-z/!]", output), "a tag"
    assert not re.search(r"(?<!\\)\]\(", output), "a link"
    assert not re.search(r"(?i)(?<![\w`])[@#]\w", output), "a mention or the number of an issue"
    assert not re.search(r"(?i)https?://|www\.\w|mailto:\S+@\w", output), "a link that GitHub makes by itself"


@having("md")
@EACH
def test_markdown_has_the_structure_of_the_template(text: str, name: str, asked: int) -> None:
    harmless, output = (render(name, "md", view_saying(name, said, asked=asked)) for said in ("x", text))
    assert tokens(output) == tokens(harmless)
    assert pipes(output) == pipes(harmless)


@having("text")
@EACH
def test_text_has_the_lines_of_the_template(text: str, name: str, asked: int) -> None:
    kept = text.replace("\n", " ") if name == "show" else text  # there, notes and guidance keep their lines
    harmless, output = (render(name, "text", view_saying(name, said, asked=asked)) for said in ("x", kept))
    assert len(output.split("\n")) == len(harmless.split("\n"))


PLAIN = [
    (name, format_) for name, formats in FORMATS.items() for format_ in formats if format_ in ("md", "text", "json")
] + [(name, format_) for name in COMMANDS for format_ in ("text", "json")]


def lines_of_chart(chart: str) -> list[str]:
    """What a Mermaid chart is made of: its first words, and what follows the colon."""
    return [re.sub(r"^(\s*(?:title|section|%%|\S+)) .*?(?=:|$)", r"\1 ", line) for line in chart.splitlines()]


@having("mermaid")
@EACH
def test_a_chart_acts_on_nothing_and_has_the_lines_of_the_template(text: str, name: str, asked: int) -> None:
    harmless, output = (render(name, "mermaid", view_saying(name, said, asked=asked)) for said in ("x", text))
    assert acts(output) == []
    assert lines_of_chart(output) == lines_of_chart(harmless)
    assert not re.search(r"%%\{|#(?!\d+;)", output)


def with_scheme(name: str, format_: str, *roles: Role) -> str:
    return render(name, format_, view_saying(name, "x", dataclasses.replace(saying("x"), scheme=Scheme("own", roles))))


@pytest.mark.parametrize("letter", ["\u202e", "\u200b", "##[", "\x1b[m", "\n"])
@pytest.mark.parametrize("name, format_", PLAIN)
def test_a_letter_of_a_scheme_acts_on_nothing(name: str, format_: str, letter: str) -> None:
    harmless, output = (
        with_scheme(name, format_, Role("owner", one, 1, 1, owns=True), Role("helper", f"h{one}"))
        for one in ("x", letter)
    )
    assert acts(output) == []
    assert len(output.split("\n")) == len(harmless.split("\n"))


@pytest.mark.parametrize("role", ["\u202eowner", "##[error]", "::error::x", "a|b", "<b>x"])
@pytest.mark.parametrize("name, format_", PLAIN)
def test_the_name_of_a_role_acts_on_nothing(name: str, format_: str, role: str) -> None:
    output = with_scheme(name, format_, Role(role, "O", 1, 1, owns=True), Role("helper", "H"))
    assert acts(output) == []
    if format_ == "md":
        harmless = with_scheme(name, format_, Role("x", "O", 1, 1, owns=True), Role("helper", "H"))
        assert pipes(output) == pipes(harmless)
        assert "html_inline" not in tokens(output)
