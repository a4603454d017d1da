"""Files that other programs read, ours and those of docs/ci.md: the programs' own validators find nothing in them."""

import re
from pathlib import Path

import pytest
from helpers import ROOT
from integration.consumers import CI_PAGE, passes, run, snippet, snippets, tool

WORKFLOWS = [".github/workflows/raci.yml", ".github/workflows/raci-scanning.yml"]
OURS = ".github/workflows/ci.yml"
# The schema of a file, and a slip that it refuses.
SCHEMAS = {
    **dict.fromkeys([*WORKFLOWS, OURS], ("github-workflows", "runs-on:", "run-on:")),
    "action.yml": ("github-actions", "shell: bash\n", "shel: bash\n"),
    ".gitlab-ci.yml": ("gitlab-ci", "when: always", "when: alway"),
    "azure-pipelines.yml": ("azure-pipelines", "displayName:", "dsplayName:"),
}
HERE = ["action.yml", ".pre-commit-hooks.yaml", OURS]


def placed(name: str, folder: Path) -> Path:
    """One of our files, or a file of docs/ci.md, where it belongs in an empty repository."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text((ROOT / name).read_text(encoding="utf-8") if name in HERE else snippet(name), encoding="utf-8")
    return path


def test_every_file_of_the_page_is_known_to_a_test() -> None:
    others = {".pre-commit-config.yaml", ".vscode/settings.json", "Jenkinsfile", ""}
    assert {found.file for found in snippets()} == {*SCHEMAS, *others} - set(HERE)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_file_is_valid(name: str, tmp_path: Path) -> None:
    schema, right, slip = SCHEMAS[name]
    path = placed(name, tmp_path)
    # The schema of Azure has a pattern that is none where Unicode is on.
    variant = "nonunicode" if schema == "azure-pipelines" else "default"
    command = (tool("check-jsonschema"), "--builtin-schema", f"vendor.{schema}", "--regex-variant", variant, str(path))
    passes(*command)
    assert right in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(right, slip), encoding="utf-8")
    assert "Schema validation errors" in run(*command).stdout


@pytest.mark.parametrize("name", [*WORKFLOWS, OURS])
def test_actionlint_finds_nothing_in_a_workflow(name: str, tmp_path: Path) -> None:
    path = placed(name, tmp_path)
    assert passes(tool("actionlint"), "-no-color", str(path)) == ""
    path.write_text(path.read_text(encoding="utf-8").replace("runs-on", "run-on"), encoding="utf-8")
    assert run(tool("actionlint"), "-no-color", str(path)).returncode == 1


@pytest.mark.parametrize("name", [*WORKFLOWS, OURS, "action.yml"])
def test_zizmor_finds_nothing_to_attack(name: str, tmp_path: Path) -> None:
    path = placed(name, tmp_path)
    assert "No findings to report" in passes(tool("zizmor"), "--offline", "--pedantic", str(path))


@pytest.mark.parametrize(
    "name, safe, careless",
    [
        (WORKFLOWS[0], "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd", "actions/checkout@main"),
        ("action.yml", 'bash "$GITHUB_ACTION_PATH/.ci/action.sh"', "raci check ${{ inputs.paths }}"),
    ],
)
def test_zizmor_would_find_what_is_careless(name: str, safe: str, careless: str, tmp_path: Path) -> None:
    path = placed(name, tmp_path)
    text = path.read_text(encoding="utf-8")
    assert safe in text
    path.write_text(text.replace(safe, careless), encoding="utf-8")
    assert run(tool("zizmor"), "--offline", "--pedantic", str(path)).returncode > 10


def test_no_input_stands_in_a_line_of_shell() -> None:
    action = (ROOT / "action.yml").read_text(encoding="utf-8")
    lines = [line for line in action.splitlines() if "${{" in line]
    assert len(lines) > 5
    assert [line for line in lines if not re.fullmatch(r" +INPUT_[A-Z_]+: \$\{\{ inputs\.[a-z-]+ \}\}", line)] == []
    assert "uses:" not in action


def test_every_action_is_pinned_to_a_commit() -> None:
    texts = [CI_PAGE.read_text(encoding="utf-8"), (ROOT / OURS).read_text(encoding="utf-8")]
    used = [name for text in texts for name in re.findall(r"uses: (\S+)", text)]
    assert len(used) > 4
    assert [name for name in used if not re.search(r"@[0-9a-f]{40}$", name)] == []


def test_every_input_of_the_action_is_in_the_table() -> None:
    action = (ROOT / "action.yml").read_text(encoding="utf-8").partition("\nruns:")[0]
    names = re.findall(r"^  ([a-z-]+):$", action, re.MULTILINE)
    rows = re.findall(r"^\| `([a-z-]+)` \|", CI_PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == names
    assert len(names) == 7


def test_pre_commit_takes_the_hook_and_the_configuration(tmp_path: Path) -> None:
    passes(tool("pre-commit"), "validate-manifest", str(placed(".pre-commit-hooks.yaml", tmp_path)))
    passes(tool("pre-commit"), "validate-config", str(placed(".pre-commit-config.yaml", tmp_path)))
