"""JSON of our own and that of GitLab, as another validator sees it."""

import json
from pathlib import Path

import pytest
from integration.conftest import Run
from integration.outputs import RESULTS, written

GITLAB = Path(__file__).with_name("gitlab-code-quality.json")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("outputs")


@pytest.fixture
def schema(folder: Path, run: Run) -> Path:
    """The schema that the command prints."""
    path = folder / "check.schema.json"
    path.write_text(run("raci", "schema", "check").stdout)
    return path


def test_our_schema_is_one_and_every_document_keeps_to_it(folder: Path, schema: Path, run: Run) -> None:
    run("check-jsonschema", "--check-metaschema", schema)
    run("check-jsonschema", "--schemafile", schema, *written("json", folder, "json").values())


def test_every_line_is_a_finding_of_our_schema(folder: Path, schema: Path, run: Run) -> None:
    whole = json.loads(schema.read_text())
    only = folder / "finding.schema.json"
    only.write_text(json.dumps({"definitions": whole["definitions"], "$ref": "#/definitions/finding"}))
    lines = [line for path in written("jsonl", folder, "jsonl").values() for line in path.read_text().splitlines()]
    assert len(lines) > 1_000
    many = folder / "lines.schema.json"
    many.write_text(json.dumps({"definitions": whole["definitions"], "items": {"$ref": "#/definitions/finding"}}))
    instance = folder / "lines.json"
    instance.write_text(f"[{','.join(lines)}]")
    run("check-jsonschema", "--schemafile", many, instance)


def test_gitlab_can_read_every_report(folder: Path, run: Run) -> None:
    run("check-jsonschema", "--check-metaschema", GITLAB)
    run("check-jsonschema", "--schemafile", GITLAB, *written("gitlab", folder, "gitlab.json").values())


@pytest.mark.parametrize("name", RESULTS)
def test_fingerprints_of_a_report_for_gitlab_are_unique(name: str, folder: Path) -> None:
    issues = json.loads(written("gitlab", folder, "gitlab.json")[name].read_text())
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert len(issues) == sum(len(checked.findings) for checked in RESULTS[name])


def test_the_validator_would_say_what_is_wrong(folder: Path, schema: Path, run: Run) -> None:
    broken = folder / "broken.json"
    for format_, by in (("json", schema), ("gitlab", GITLAB)):
        text = written(format_, folder, format_)["findings"].read_text()
        broken.write_text(text.replace('"fingerprint"', '"finger"', 1))
        assert run("check-jsonschema", "--schemafile", by, broken, check=False).returncode == 1
