#!/bin/sh
# Resolves the dependencies of pyproject.toml anew, for every system and every Python from 3.11, with hashes.
# Usage: packaging/lock/update.sh [python]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"${1:-python3}" -m venv "$tools/venv"
"$tools/venv/bin/python" -m pip install --quiet --disable-pip-version-check uv
compile() {
    "$tools/venv/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
        --no-annotate --no-header --no-emit-index-url "$@"
}
cd "$here/../.."
compile --extra dev pyproject.toml -o packaging/lock/dev.txt
compile -c packaging/lock/dev.txt pyproject.toml -o packaging/lock/run.txt
printf 'hatchling>=1.27\neditables>=0.5\n' >"$tools/build.in"
compile -c packaging/lock/dev.txt "$tools/build.in" -o packaging/lock/build.txt
