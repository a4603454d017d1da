"""Templates of users: what they can make, what they cannot do, and what they are told."""

import json
import os
import time
from pathlib import Path

import pytest
from helpers import CLEAN, TODAY
from reports.demo import DEMO, shown_by

from raci_cli.errors import ExitCode, RaciError, UsageError
from raci_cli.reports import REPORTS, TEMPLATED
from raci_cli.reports.jail import rendered
from raci_cli.reports.render import render, shipped

NEEDED = {"who": "ana", "step": "second"}
EJECTED = [(name, format_) for name, report in REPORTS.items() for format_ in report.formats if format_ in TEMPLATED]


def template(text: str, name: str = "mine.md.j2") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def by(text: str, format_: str = "md", project: str = CLEAN) -> str:
    return rendered(template(text), format_, shown_by("status", project))


def refused(text: str, format_: str = "md") -> RaciError:
    with pytest.raises(RaciError) as error:
        by(text, format_)
    return error.value


@pytest.mark.parametrize("name, format_", EJECTED)
def test_an_ejected_template_makes_the_shipped_report(name: str, format_: str) -> None:
    options = {
        option: value for option, value in NEEDED.items() if {"who": "for"}.get(option, option) in REPORTS[name].needs
    }
    view = shown_by(name, DEMO, TODAY, **options)
    text = shipped(name, format_)
    assert text is not None
    assert rendered(template(text, f"own.{format_}.j2"), format_, view) == render(name, format_, view)


def test_a_template_sees_the_view_and_helpers() -> None:
    assert (
        by("{{ project.name }}: {{ steps | length | count('step') }}, {{ day(as_of) }}\n") == "Demo: 2 steps, 1 Dec\n"
    )


def test_values_are_made_harmless_for_the_format() -> None:
    hostile = CLEAN.replace("name: Demo", 'name: "<b>*x*</b>"')
    assert by("{{ project.name }}", "html", hostile) == "&lt;b&gt;*x*&lt;/b&gt;"
    assert by("{% autoescape false %}{{ project.name }}{% endautoescape %}", "html", hostile).startswith("&lt;b&gt;")
    assert by("{{ project.name }}", "md", hostile) == r"\<b\>\*x\*\</b\>"
    assert by("{{ project.name }}", "text", hostile) == "<b>*x*</b>"


def test_what_a_runner_would_obey_is_broken_in_the_template_too() -> None:
    assert by("::error::x\n a ##[group]b ##vso[c]\n") == "\\x3a:error::x\n a \\x23#[group]b \\x23#vso[c]\n"


def test_an_include_comes_from_the_folder_or_is_a_shipped_one() -> None:
    template("from below: {{ project.name }}", "own/parts/part.md.j2")
    path = template("{% include 'parts/part.md.j2' %}", "own/mine.md.j2")
    assert rendered(path, "md", shown_by("status", CLEAN)) == "from below: Demo"
    text = "{% import 'macros.html.j2' as m with context %}{{ m.icon('done') }}"
    assert by(text, "html").startswith("<svg")


@pytest.mark.parametrize(
    "name", ["../secret.j2", "/etc/passwd", "a/../../secret.j2", "link.j2", "..\\\\secret.j2", "gone.j2", ".hidden", ""]
)
def test_nothing_outside_the_folder_can_be_included(name: str) -> None:
    template("secret", "secret.j2")
    template("secret", "own/.hidden")
    path = template(f"{{% include '{name}' %}}", "own/mine.md.j2")
    Path("own/link.j2").symlink_to("../secret.j2")
    with pytest.raises(UsageError) as error:
        rendered(path, "md", shown_by("status", CLEAN))
    assert "secret" not in str(error.value).replace(name.replace("\\\\", "\\"), "")


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__ }}",
        "{{ day.__globals__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ ('{0.__class__}'|attr('format'))(range(1)) }}",
        "{{ self._TemplateReference__context }}",
        "{{ steps.append(1) }}",
        "{{ project.update({'name': 'x'}) }}",
        "{{ project.name | safe }}",
        "{{ lipsum() }}",
        "{{ nothing }}",
        "{{ project.nothing }}",
        "{{ 1 // 0 }}",
        "{% include 'mine.md.j2' %}",
        "{% extends 'mine.md.j2' %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ '\\ud800' }}",
        "{% if %}",
        "{% nonsense %}",
        "{{ x",
        "\x1b[31m",
        "{{ range(10**9) | list }}",
    ],
)
def test_what_is_wrong_is_2_and_names_the_template(text: str) -> None:
    error = refused(text)
    assert error.code is ExitCode.USAGE
    assert str(error).startswith("mine.md.j2")


@pytest.mark.parametrize(
    "text",
    [
        "{{ 10**(10**9) }}",
        "{% set ns = namespace(x='a' * 1000000) %}{% for i in range(30) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
        "{{ 'x' * 10**10 }}",
        "{{ 'x' | center(10**9) }}",
        (
            "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}x{% endfor %}{% endfor %}"
            "{% endfor %}"
        ),
        "{% for i in range(3000) %}{{ 'x' * 10000 }}{% endfor %}",
    ],
)
def test_what_takes_too_much_is_3_and_ends_soon(text: str) -> None:
    start = time.monotonic()
    assert refused(text).code in (ExitCode.CANNOT, ExitCode.USAGE)
    assert time.monotonic() - start < 20, "the limit is four seconds; a loaded machine may take longer to start"


def test_an_error_names_its_line_in_the_template_that_it_is_in() -> None:
    assert str(refused("a\n\n{{ project.nam }}\n")).startswith("mine.md.j2:3: ")
    assert "raci report NAME --explain" in refused("{{ project.nam }}").help
    template("\n{{ gone }}", "own/part.md.j2")
    path = template("{% include 'part.md.j2' %}", "own/mine.md.j2")
    with pytest.raises(UsageError, match=r"^own/part\.md\.j2:2: 'gone' is undefined"):
        rendered(path, "md", shown_by("status", CLEAN))


@pytest.mark.parametrize("data", [b"\xff", b"x" * ((1 << 20) + 1)])
def test_a_template_that_is_no_text_is_refused(data: bytes) -> None:
    Path("mine.md.j2").write_bytes(data)
    with pytest.raises(UsageError):
        rendered(Path("mine.md.j2"), "md", shown_by("status", CLEAN))


def test_a_special_file_is_no_template() -> None:
    os.mkfifo("mine.md.j2")
    with pytest.raises(RaciError, match="not a regular file"):
        rendered(Path("mine.md.j2"), "md", shown_by("status", CLEAN))


def test_no_code_is_taken_from_the_work_tree() -> None:
    Path("json.py").write_text("raise SystemExit(9)\n", encoding="utf-8")
    Path("raci_cli").mkdir()
    Path("raci_cli/__init__.py").write_text("raise SystemExit(9)\n", encoding="utf-8")
    assert by("{{ project.name }}") == "Demo"


def test_a_view_is_what_the_template_gets() -> None:
    view = shown_by("status", DEMO)
    assert json.loads(by("{{ progress | tojson }}", "html", DEMO)) == view["progress"]
