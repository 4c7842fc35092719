#!/bin/sh
# Writes constraints.txt: the exact versions of everything, tools included, and no address of any index.
set -eu
cd "$(dirname "$0")/.."
python=$(command -v "${PYTHON:-python3}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$python" -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check ".[dev,bench]"
{
    echo "# Made by 'make lock'."
    "$folder/venv/bin/python" -m pip freeze --exclude meetingplace --exclude pip --exclude setuptools |
        grep -E '^[A-Za-z0-9_.-]+==' | LC_ALL=C sort -f
} > "$folder/constraints.txt"
cp "$folder/constraints.txt" constraints.txt
echo "constraints.txt holds $(grep -c == constraints.txt) packages."
