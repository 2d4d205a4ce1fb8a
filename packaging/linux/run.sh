#!/bin/sh
# Opens the window; where there is no screen, runs the practice check in this terminal instead.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
program="$root/.venv/bin/seen-online"
if "$root/.venv/bin/python" -m seen_online.ui.screen; then exec "$program" "$@"; fi
note="$root/build/practice-note.html"
mkdir -p "$root/build"
printf '%s\n' "There is no screen here, so this runs the practice check, over a made-up person, in the terminal."
"$program" check --practice --yes --note "$note"
printf '%s\n' "Her note is in $note"
