#!/usr/bin/env bash
# What action.yml runs: raci from the action's own checkout, in an environment of its own, on the caller's work tree.
# Inputs come as variables and reach raci as whole words. `python -I`, since a module that lies in the work tree, which
# may be a stranger's, must not be imported.
set -euo pipefail

cannot() {
    echo "error: $1" >&2
    exit 3
}

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
place=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/raci.XXXXXX") || cannot "no temporary folder"
trap 'rm -rf "$place"' EXIT
"${INPUT_PYTHON:-python3}" -I -m venv "$place" || cannot "Python made no virtual environment"
"$place/bin/python" -I -m pip --disable-pip-version-check --quiet install "$checkout" || cannot "raci was not installed"

words=(check)
option() {
    if [ -n "$2" ]; then words+=("$1=$2"); fi
}
option --fail-level "${INPUT_FAIL_LEVEL:-}"
option --enforce "${INPUT_ENFORCE:-}"
option --through "${INPUT_THROUGH:-}"
option --baseline "${INPUT_BASELINE:-}"
option --output-format "${INPUT_SARIF_FILE:+sarif=$INPUT_SARIF_FILE}"
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then words+=(--summary); fi
words+=(--)
while IFS= read -r path; do
    if [ -n "$path" ]; then words+=("$path"); fi
done <<<"${INPUT_PATHS:-}"

"$place/bin/raci" "${words[@]}"
