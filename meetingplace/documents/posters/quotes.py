"""The quotation marks of each language, for words that somebody said."""

from __future__ import annotations

_ANGLED = ("«", "»")
_LOW = ("„", "“")
_MARKS = {
    "fr": ("«\u00a0", "\u00a0»"),
    **dict.fromkeys(("ar", "fa", "prs", "ps", "el", "es", "it", "pt", "ru", "uk", "ti", "am", "zgh"), _ANGLED),
    **dict.fromkeys(("de", "bg"), _LOW),
    **dict.fromkeys(("pl", "ro"), ("„", "”")),
}
_USUAL = ("“", "”")


def quoted(words: str, language: str) -> str:
    """Put words between the marks of their language."""
    opening, closing = _MARKS.get(language, _USUAL)
    return f"{opening}{words}{closing}"
