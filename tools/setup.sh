#!/bin/sh
# Sets meetingplace up in .venv, and Qt's system libraries where that may be done (root on Debian or Ubuntu).
# Where it may not, it names the one command to run. `setup.sh window` also looks for what a real window needs.
set -eu
cd "$(dirname "$0")/.."

QT_ALWAYS="libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
QT_WINDOW="libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxkbcommon-x11-0"

file_of() { # the library that a Debian package brings
    case "$1" in
        libgl1) echo libGL.so.1 ;; libegl1) echo libEGL.so.1 ;; libxkbcommon0) echo libxkbcommon.so.0 ;;
        libdbus-1-3) echo libdbus-1.so.3 ;; libfontconfig1) echo libfontconfig.so.1 ;; libglib2.0-0) echo libglib-2.0.so.0 ;;
        libxcb-cursor0) echo libxcb-cursor.so.0 ;; libxcb-icccm4) echo libxcb-icccm.so.4 ;; libxcb-image0) echo libxcb-image.so.0 ;;
        libxcb-keysyms1) echo libxcb-keysyms.so.1 ;; libxcb-randr0) echo libxcb-randr.so.0 ;;
        libxcb-render-util0) echo libxcb-render-util.so.0 ;; libxcb-shape0) echo libxcb-shape.so.0 ;;
        libxcb-xinerama0) echo libxcb-xinerama.so.0 ;; libxkbcommon-x11-0) echo libxkbcommon-x11.so.0 ;;
    esac
}

install_packages() { # as root install them, else name the command and stop
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    elif command -v apt-get >/dev/null 2>&1; then
        echo "Meetingplace needs some packages. Run this once, then try again:" >&2
        echo "    sudo apt-get update && sudo apt-get install -y $*" >&2
        exit 1
    else
        echo "Meetingplace needs what Debian calls: $*. Install it with your system's package manager." >&2
        exit 1
    fi
}

system_libraries() {
    known=$( (ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null) | awk '{print $1}' )
    missing=""
    for package in "$@"; do
        echo "$known" | grep -qx "$(file_of "$package")" || missing="$missing $package"
    done
    # shellcheck disable=SC2086
    [ -z "$missing" ] || install_packages $missing
}

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            command -v "$name"
            return
        fi
    done
    echo "Meetingplace needs Python 3.11 or newer." >&2
    exit 1
}

virtual_environment() {
    [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1 && return
    python=$(find_python)
    rm -rf .venv
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        rm -rf .venv
        install_packages "python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
        "$python" -m venv .venv
    fi
}

if [ "$(uname)" = Linux ]; then
    # shellcheck disable=SC2086
    system_libraries $QT_ALWAYS
    # shellcheck disable=SC2086
    [ "${1:-}" != window ] || system_libraries $QT_WINDOW
fi
if [ "${1:-}" = window ] && [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    echo "There is no screen here (DISPLAY is not set), so the window cannot open." >&2
    exit 1
fi
if [ ! .venv/ready -nt constraints.txt ] || [ ! .venv/ready -nt pyproject.toml ]; then
    virtual_environment
    echo "Setting up meetingplace; the first time takes a minute or two ..."
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
    touch .venv/ready
fi
