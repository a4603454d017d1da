"""JUnit XML, as a parser reads it."""

from pathlib import Path
from xml.etree import ElementTree as ET

from emitters.samples import finding, one, sample, span, with_quiet
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.emitters.junit import emit
from raci_cli.findings import Checked
from raci_cli.text import Look, visible

ZERO = {"errors": "0", "time": "0"}


def suites(*files: Checked) -> ET.Element:
    return ET.fromstring(emit(files, Look()))  # noqa: S314 - our own


def test_a_finding_is_a_failed_test_of_its_file() -> None:
    (suite,) = suites(sample())
    assert suite.attrib == {"name": "raci.yaml", "tests": "4", "failures": "4", **ZERO}
    case = suite[0]
    name = "RACI201 unknown-party steps.one.accountable"
    assert case.attrib == {"name": name, "classname": "raci.yaml", "time": "0"}
    (failure,) = case
    message = "'anna' is neither a person nor a team"
    assert failure.attrib == {"type": "error", "message": message}
    assert failure.text == f"raci.yaml:7:37: RACI201 {message}; did you mean ana?"
    assert [case[0].get("type") for case in suite] == ["error", "warning", "info", "error"]


def test_a_clean_file_is_a_test_that_passes() -> None:
    (suite,) = suites(Checked("clean.yaml", (), {}))
    assert suite.attrib == {"name": "clean.yaml", "tests": "1", "failures": "0", **ZERO}
    assert [case.attrib for case in suite] == [{"name": "raci check", "classname": "clean.yaml", "time": "0"}]
    assert list(suite[0]) == []


def test_the_tests_of_all_files_are_counted() -> None:
    root = suites(sample("a.yaml"), Checked("b.yaml", (), {}), with_quiet("c.yaml"))
    assert (root.tag, root.attrib) == ("testsuites", {"name": "raci", "tests": "7", "failures": "6", **ZERO})
    assert [(suite.get("name"), suite.get("tests"), len(suite)) for suite in root] == [
        ("a.yaml", "4", 4),
        ("b.yaml", "1", 1),
        ("c.yaml", "2", 2),
    ]


def test_without_files_there_is_no_suite() -> None:
    assert suites().attrib == {"name": "raci", "tests": "0", "failures": "0", **ZERO}
    assert list(suites()) == []


def test_what_does_not_count_is_no_test() -> None:
    quiet = with_quiet().quiet
    assert suites(Checked("raci.yaml", (), {}, quiet))[0].get("failures") == "0"


def test_names_differ_and_do_not_depend_on_lines() -> None:
    twins = tuple(finding(place=span(line, 1, 2)) for line in (3, 4, 5))
    (suite,) = suites(Checked("raci.yaml", twins, {}))
    name = "RACI201 unknown-party steps"
    assert [case.get("name") for case in suite] == [name, f"{name} (2)", f"{name} (3)"]
    (suite,) = suites(*one(finding(path=())))
    assert suite[0].get("name") == "RACI201 unknown-party"


def test_the_file_is_named_as_it_was_given() -> None:
    file = str(Path.cwd() / "raci.yaml")
    assert suites(*one(finding(), file))[0].get("name") == file


@given(st.text(st.characters(), max_size=60))
def test_any_text_is_shown_in_a_document_of_plain_ascii(text: str) -> None:
    output = emit(one(finding(message=text, path=("steps", text)), text), Look())
    assert output.isascii()
    (suite,) = ET.fromstring(output)  # noqa: S314 - our own
    ((failure,),) = suite
    assert failure.get("message") == visible(text)
    assert suite.get("name") == visible(text)
    assert output.count("\n") == 8
