#!/bin/sh
# Opens the window; where there is no screen, runs the practice check in this terminal instead.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
program="$root/.venv/bin/seen-online"
status=0
"$root/.venv/bin/python" -m seen_online.ui.screen || status=$?
case $status in
    0) exec "$program" "$@" ;;
    4) ;; # no screen; anything else is a fault, and is shown as one
    *) exit "$status" ;;
esac
note="$root/build/practice-note.html"
mkdir -p "$root/build"
printf '%s\n' "There is no screen here, so this runs the practice check, over a made-up person, in the terminal."
status=0
"$program" check --practice --yes --note "$note" || status=$?
case $status in
    0) ;;
    3) printf '%s\n' "Some of it could not be checked, as above; that is part of the practice." ;;
    *) exit "$status" ;;
esac
printf '%s\n' "The made-up person's note is in $note"
