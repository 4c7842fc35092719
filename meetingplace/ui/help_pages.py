"""The help pages: Markdown in `resources/help/<language>/<screen>.md`, read from this PC. No Qt here."""

from __future__ import annotations

import re
from pathlib import Path

from meetingplace import paths

_KEY = re.compile(r"[a-z_]+")
_BEFORE_SIGNS = re.compile(r"(?<=\S) (?=[:;?!»])|(?<=«) ")  # spaces at which a French line must not break
_LAST_RESORT = ("en", "nl")


def folder(language: str) -> Path:
    """Give the folder of a language's pages and pictures."""
    return paths.resource("help", language)


def page(language: str, key: str) -> str:
    """Give the page of a screen, in another language when it is not there yet; empty when no language has it."""
    if not _KEY.fullmatch(key):
        return ""
    for code in dict.fromkeys((language, *_LAST_RESORT)):
        file = folder(code) / f"{key}.md"
        if file.is_file():
            text = file.read_text(encoding="utf-8")
            return _BEFORE_SIGNS.sub("\u00a0", text) if code == "fr" else text
    return ""
