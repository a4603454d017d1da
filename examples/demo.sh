#!/bin/sh
# The main job on a fresh project in a temporary folder: each command is shown, then run.
set -eu
PATH="${BIN:+$BIN:}$PATH"
folder=$(mktemp -d)
cd "$folder"

run() {
    echo
    echo "\$ $1"
    eval "$1"
}
# `raci check` ends with 1 where it finds errors: here that is what is to be seen.
fails() {
    if run "$1"; then echo "a check that had to fail passed" >&2; exit 1; fi
}

run 'raci init --name "CRM replacement"'
fails 'raci check'
run 'raci add person dana "Dana Ortiz" --team marketing --title CMO'
run 'raci assign requirements --accountable dana --responsible marketing --consulted it'
run 'raci assign 5 -A it'
run 'raci mark problem done'
run 'raci status'
run 'raci matrix'
run 'raci report matrix --format md'
run 'raci report status --format html -o status.html'
run 'raci check'
echo
echo "The report: file://$folder/status.html"
