#!/bin/sh
# Sets meetingplace up in .venv, and the system's packages that it needs where that may be done (root on Debian or
# Ubuntu). Where it may not, it names the one command to run. `setup.sh window` also looks for what a real window needs.
set -eu
cd "$(dirname "$0")/.."
window=""
[ "${1:-}" != window ] || window=yes

# what Qt loads, and the Debian package that brings it
QT_ALWAYS="libGL.so.1:libgl1 libEGL.so.1:libegl1 libxkbcommon.so.0:libxkbcommon0 libdbus-1.so.3:libdbus-1-3
    libfontconfig.so.1:libfontconfig1 libglib-2.0.so.0:libglib2.0-0"
QT_WINDOW="libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0
    libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-randr.so.0:libxcb-randr0 libxcb-render-util.so.0:libxcb-render-util0
    libxcb-shape.so.0:libxcb-shape0 libxcb-xinerama.so.0:libxcb-xinerama0 libxkbcommon-x11.so.0:libxkbcommon-x11-0"

stop() {
    echo "$*" >&2
    exit 1
}

find_python() { # the first Python of 3.11 or newer
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            command -v "$name"
            return
        fi
    done
}

missing_libraries() { # asks the loader itself, as Qt will
    "$python" - "$@" <<'PYTHON'
import ctypes
import sys

for pair in sys.argv[1:]:
    library, package = pair.split(":")
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
PYTHON
}

install_packages() { # as root install them, else name the command and stop
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        echo "Installing $* ..."
        apt-get update -qq || echo "The list of packages could not be renewed; trying with the old one." >&2
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
            stop "These packages could not be installed: $*. Without them meetingplace does not start."
    elif command -v apt-get >/dev/null 2>&1; then
        stop "Meetingplace needs some packages of the system. Run this once, then try again:
    sudo apt-get update && sudo apt-get install -y $*"
    else
        stop "Meetingplace needs what Debian calls: $*. Install it with your system's package manager, then try again."
    fi
}

python=$(find_python)
[ -n "$python" ] || stop "Meetingplace needs Python 3.11 or newer; 'python3 --version' tells which one is here."
if [ -n "$window" ] && [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    stop "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open.
Sit at a PC with a screen, or use the command line: .venv/bin/meetingplace --help"
fi

needed=""
if [ "$(uname)" = Linux ]; then
    # shellcheck disable=SC2086 # a list of words
    needed=$(missing_libraries $QT_ALWAYS ${window:+$QT_WINDOW})
fi
if [ ! -x .venv/bin/python ] && ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    needed="$needed $("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
fi
# shellcheck disable=SC2086 # a list of words
[ -z "$needed" ] || install_packages $needed

is_ready() {
    [ .venv/ready -nt constraints.txt ] && [ .venv/ready -nt pyproject.toml ] && [ .venv/ready -nt tools/setup.sh ]
}

if ! is_ready; then
    echo "Setting up meetingplace in .venv; the first time takes a minute or two ..."
    # a folder that was moved, or a set-up that was broken off, is made anew
    if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        rm -rf .venv
        "$python" -m venv .venv || stop "Python could not make a virtual environment in .venv."
    fi
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]" ||
        stop "The Python packages could not be installed; the lines above say why. No network? Then try again later."
    QT_QPA_PLATFORM=offscreen .venv/bin/python -c 'from PySide6 import QtGui, QtSvg, QtWidgets' ||
        stop "Qt does not load; the line above names the library of the system that it misses."
    touch .venv/ready
fi
