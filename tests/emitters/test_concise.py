"""A line a finding."""

import re

from emitters.samples import finding, one, sample, span, with_quiet
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.emitters.concise import emit
from raci_cli.findings import Checked
from raci_cli.text import Look, visible


def test_a_line_has_file_line_column_code_and_message() -> None:
    assert emit([sample(), sample("plans/b.raci.yaml")], Look()).splitlines()[1:5] == [
        "raci.yaml:8:3: RACI103 nobody is responsible for step 2 'Two'",
        "raci.yaml:11:10: RACI305 step 2 'Two' is 30 days overdue",
        "raci.yaml:12:5: RACI002 'title' stands twice, first on line 9",
        "plans/b.raci.yaml:7:37: RACI201 'anna' is neither a person nor a team",
    ]


def test_what_does_not_count_is_left_out() -> None:
    assert [line.split()[1] for line in emit([with_quiet()], Look()).splitlines()] == ["RACI201", "RACI002"]


def test_nothing_found_is_nothing_printed() -> None:
    assert emit([], Look()) == ""
    assert emit([Checked("raci.yaml", (), {})], Look()) == ""


def test_a_finding_without_a_place_stands_at_the_start() -> None:
    assert emit(one(finding()), Look()) == "raci.yaml:1:1: RACI201 what is wrong\n"


def test_only_the_code_is_painted() -> None:
    look = Look(paint=lambda style, text: f"<{style}>{text}</>")
    assert emit(one(finding("warning")), look) == "raci.yaml:1:1: <warning>RACI201</> what is wrong\n"


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_finding_is_one_line_that_can_be_read_back(file: str, message: str) -> None:
    output = emit(one(finding("error", span(3, 4, 5), message), file), Look())
    found = re.fullmatch(r"(.*):3:4: RACI201 (.*)\n", output)
    assert found
    assert found[2] == visible(message)
    assert found[1] == visible(f"{file}:").removesuffix(":")


def test_on_a_terminal_a_long_line_goes_on_below_itself() -> None:
    found = finding("error", span(3, 4, 5), "what is wrong with this step is long to tell")
    look = Look(paint=lambda style, text: f"<{style}>{text}</>", width=40)
    assert emit(one(found), look).splitlines() == [
        "raci.yaml:3:4: <error>RACI201</> what is wrong",
        "    with this step is long to tell",
    ]
