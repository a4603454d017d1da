"""Mermaid's own parser takes the chart of a timeline, and reads in it the very names of the file."""

import datetime
import functools
import html
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from helpers import ROOT
from hostile import HOSTILE
from integration.consumers import NODE_MODULES, PATIENCE, tool
from reports.test_hostile_reports import view_saying

from raci_cli.cli import main
from raci_cli.reports.gantt import escaped
from raci_cli.reports.render import render
from raci_cli.text import visible

READER = ROOT / "tests/integration/read_charts.mjs"
# How Mermaid holds a character that stands in a chart by its number, until it draws it.
HELD = (("ﬂ°°", "&#"), ("ﬂ°", "&"), ("¶ß", ";"))


def read(charts: list[str]) -> list[dict[str, Any]]:
    """What Mermaid makes of each chart, with names as it draws them."""
    if not (NODE_MODULES / "mermaid").is_dir():
        pytest.fail(f"{NODE_MODULES / 'mermaid'} is missing: make integration installs what these tests need")
    command = [tool("node"), str(READER), str(NODE_MODULES.absolute())]
    done = subprocess.run(
        command, input=json.dumps(charts), capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )
    assert done.returncode == 0, done.stderr
    return [{key: drawn(value) for key, value in chart.items()} for chart in json.loads(done.stdout)]


def drawn(value: Any) -> Any:
    if isinstance(value, list):
        return [drawn(one) for one in value]
    said = functools.reduce(lambda text, pair: text.replace(*pair), HELD, str(value))
    return spaced(html.unescape(said))


def spaced(text: str) -> str:
    """A text without what depends on its place: white space, and the sign for a colon that would begin a command."""
    return re.sub(r"\s+", " ", text.replace(r"\x3a", ":")).strip()


def days(start: str, length: int) -> list[str]:
    first = datetime.date.fromisoformat(start)
    return [f"{one.year}-{one.month}-{one.day}" for one in (first, first + datetime.timedelta(days=length))]


def test_the_chart_of_an_example_has_its_steps_and_days(tmp_path: Path) -> None:
    out = tmp_path / "chart.mmd"
    file = ROOT / "examples/crm-replacement.raci.yaml"
    assert main(["report", "timeline", "-f", str(file), "--as-of", "2027-01-25", "-o", str(out)]) == 0
    (chart,) = read([out.read_text(encoding="utf-8")])
    assert (chart["type"], chart["title"]) == ("gantt", "CRM replacement")
    assert chart["sections"] == ["Project", "Agree", "Choose", "Build", "Use"]
    assert ["Agree", "1. State the problem", "s1", *days("2026-11-02", 10)] in chart["tasks"]


def test_charts_of_hostile_texts_have_the_names_of_the_view() -> None:
    views = [view_saying("timeline", text) for text in HOSTILE]
    charts = read([render("timeline", "mermaid", view) for view in views])
    (harmless,) = read([render("timeline", "mermaid", view_saying("timeline", "qzq"))])
    assert len(harmless["tasks"]) > 4
    for text, chart in zip(HOSTILE, charts, strict=True):
        said = visible(text)
        assert "error" not in chart, (text, chart["error"])
        assert chart["title"] == spaced(said)
        assert chart["sections"] == [spaced(one.replace("qzq", said)) for one in harmless["sections"]]
        names = [[spaced(one.replace("qzq", said)) for one in task[:2]] for task in harmless["tasks"]]
        assert [task[:2] for task in chart["tasks"]] == names
        assert [task[2:] for task in chart["tasks"]] == [task[2:] for task in harmless["tasks"]]


def test_a_file_of_hostile_titles_and_phases_is_one_chart(tmp_path: Path) -> None:
    titles = [text for text in HOSTILE if text.strip() and text.isprintable()]
    assert len(titles) > 60
    steps = [
        f"  s{number}: {{title: {json.dumps(title)}, phase: {json.dumps(f'{number} {title}')}, due: 2026-12-10}}\n"
        for number, title in enumerate(titles, 1)
    ]
    file, out = tmp_path / "raci.yaml", tmp_path / "chart.mmd"
    file.write_text(f"raci: 1\nproject: {{name: Hostile}}\nsteps:\n{''.join(steps)}", encoding="utf-8")
    assert main(["report", "timeline", "-f", str(file), "-o", str(out)]) == 0
    (chart,) = read([out.read_text(encoding="utf-8")])
    named = [spaced(f"{number}. {visible(title)}") for number, title in enumerate(titles, 1)]
    phases = [spaced(visible(f"{number} {title}")) for number, title in enumerate(titles, 1)]
    assert [task[1] for task in chart["tasks"] if task[0] != "Project"] == named
    assert chart["sections"] == ["Project", *phases]


def test_a_name_that_is_not_escaped_would_be_found() -> None:
    texts = ["a: b", "two\nsection lines", "x:done, 2026-01-01, 1d", "&amp;", "#35;", "%%{init: {}}%%"]
    head = "gantt\n    dateFormat YYYY-MM-DD\n    section Steps\n"
    charts = read([f"{head}    1. {one} :s1, 2026-12-10, 1d\n" for text in texts for one in (text, escaped(text))])
    for text, bare, safe in zip(texts, charts[::2], charts[1::2], strict=True):
        wanted = [spaced(f"1. {visible(text)}")]
        assert [task[1] for task in safe["tasks"]] == wanted
        assert "error" in bare or [task[1] for task in bare["tasks"]] != wanted, text


def test_a_broken_chart_is_refused() -> None:
    assert [list(chart) for chart in read(["gantt\n    nonsense\n", "gant\n", ""])] == [["error"]] * 3
