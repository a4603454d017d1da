"""The format of reviewdog, as a validator of it sees it."""

import json
from pathlib import Path

import pytest
from integration.conftest import Run
from integration.outputs import RESULTS, written

STRICT = ("--strict", "--no-extra-fields", "--format", "json")


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return written("rdjson", tmp_path_factory.mktemp("results"), "json")


@pytest.fixture
def validator(node_modules: Path) -> tuple[str, Path]:
    return "node", node_modules / "@umbrelladocs/rdformat-validator/bin/rdformat-validator.js"


@pytest.mark.parametrize("name", RESULTS)
def test_the_validator_has_nothing_to_say(
    name: str, results: dict[str, Path], validator: tuple[str, Path], run: Run
) -> None:
    told = json.loads(run(*validator, *STRICT, results[name]).stdout)
    assert (told["validFiles"], told["totalErrors"]) == (1, 0)
    warnings = [warning["code"] for warning in told["fileResults"][0].get("warningDetails", [])]
    assert warnings == ([] if any(checked.findings for checked in RESULTS[name]) else ["EMPTY_ARRAY"])


def test_the_validator_would_say_what_is_wrong(
    results: dict[str, Path], validator: tuple[str, Path], run: Run, tmp_path: Path
) -> None:
    text = results["findings"].read_text()
    broken = tmp_path / "broken.json"
    for before, after in (('"WARNING"', '"WARN"'), ('"path"', '"file"'), ('"line": 7', '"line": 0')):
        assert before in text
        broken.write_text(text.replace(before, after))
        assert run(*validator, *STRICT, broken, check=False).returncode == 1
