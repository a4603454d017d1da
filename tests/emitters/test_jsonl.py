"""A finding a line, as it stands in JSON."""

import json

from emitters.samples import finding, one, sample, with_quiet
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.emitters import json as whole
from raci_cli.emitters.jsonl import emit
from raci_cli.findings import Checked
from raci_cli.text import Look


def test_the_lines_are_the_findings_of_the_document() -> None:
    files = [sample("a.raci.yaml"), Checked("clean.yaml", (), {}), with_quiet("b.raci.yaml")]
    lines = [json.loads(line) for line in emit(files, Look()).splitlines()]
    assert lines == json.loads(whole.emit(files, Look()))["findings"]
    assert [list(line) for line in lines] == [list(lines[0])] * 8


def test_nothing_found_is_no_line() -> None:
    assert emit([], Look()) == ""
    assert emit([Checked("raci.yaml", (), {})], Look()) == ""


@given(st.text(max_size=60))
def test_any_text_stays_in_its_line_and_comes_back(text: str) -> None:
    output = emit(one(finding(message=text), text), Look())
    assert output.count("\n") == 1
    assert output.isascii()
    assert json.loads(output)["message"] == json.loads(output)["file"] == text
