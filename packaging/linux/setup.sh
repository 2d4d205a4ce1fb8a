#!/bin/sh
# Sets up all that the program needs: system packages, a virtual environment, locked dependencies.
# Usage: packaging/linux/setup.sh run|dev [python]
set -eu

what=$1
python=${2:-python3}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
venv="$root/.venv"

say() { printf '%s\n' "$*" >&2; }

# A newer Python beside an old default one is good enough.
if [ "$python" = python3 ]; then
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$name; break; fi
    done
fi
install_line() {
    if [ "$(id -u)" = 0 ]; then printf 'apt-get update && apt-get install -y --no-install-recommends %s' "$1"
    elif command -v sudo >/dev/null 2>&1; then
        printf 'sudo apt-get update && sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends %s' "$1"
    else printf "su -c 'apt-get update && apt-get install -y --no-install-recommends %s'" "$1"; fi
}

have() {
    case $1 in
        cmd:*) command -v "${1#cmd:}" >/dev/null 2>&1 ;;
        py:*) "$python" -c "import ${1#py:}" >/dev/null 2>&1 ;;
        lib:*) PATH="$PATH:/sbin:/usr/sbin" ldconfig -p | grep -q "${1#lib:} " ;;
        font:*) find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" \
            \( -name '*.ttf' -o -name '*.otf' -o -name '*.ttc' \) 2>/dev/null | grep -q . ;;
        *) say "system-packages.txt: unknown probe $1"; exit 2 ;;
    esac
}

missing=""
if ! command -v "$python" >/dev/null 2>&1; then missing="python3 python3-venv"; fi
while read -r set probe package _; do
    case $set in ''|'#'*) continue ;; esac
    if [ "$set" = run ] || [ "$what" = dev ]; then
        have "$probe" || missing="$missing $package"
    fi
done <"$here/system-packages.txt"

if [ -n "$missing" ]; then
    line=$(install_line "$(echo $missing)")
    if ! command -v apt-get >/dev/null 2>&1; then
        say "Missing on this system (names as Debian has them):$missing"
        say "Install them with your system's package manager, then run this again."
        exit 1
    elif [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then
        say "Installing what the system lacks:$missing"
        DEBIAN_FRONTEND=noninteractive sh -c "$line" >&2 </dev/null
    else
        say "Some parts of the system are missing. Type this line, then run make again:"
        say "    $line"
        exit 1
    fi
fi

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    say "Seen Online needs Python 3.11 or later; this is $("$python" --version 2>&1)."
    say "Name a newer one, such as: make run PYTHON=python3.12"
    exit 1
fi

# Made anew where the system's Python has moved on, or another one was named.
version() { "$1" -c 'import sys, pip; print(sys.version_info[:2])' 2>/dev/null || echo none; }
wanted=$("$python" -c 'import sys; print(sys.version_info[:2])')
[ "$(version "$venv/bin/python")" = "$wanted" ] || "$python" -m venv --clear "$venv"
lock="$root/packaging/lock/$what.txt"
say "Installing the program's libraries (the first time this takes some minutes) ..."
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$root/packaging/lock/build.txt"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e "$root"
# Put in place whole: a window that is open reads its words straight from the old file.
for strings in "$root"/desktop/seen_online/ui/translations/*.ts; do
    "$venv/bin/pyside6-lrelease" -silent "$strings" -qm "${strings%.ts}.qm.new"
    mv "${strings%.ts}.qm.new" "${strings%.ts}.qm"
done
"$venv/bin/python" -m compileall -q "$venv"/lib/python*/site-packages/PySide6 "$root/desktop" >/dev/null 2>&1 || true
