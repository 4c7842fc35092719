"""The digits of a language, by CLDR's numbering system of each: Persian, Dari and Pashto have their own.

Arabic keeps the digits of Morocco, where most speakers of Brussels come from; Hindi and Urdu write as we do.
"""

from __future__ import annotations

_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_OF = {"fa": _PERSIAN, "prs": _PERSIAN, "ps": _PERSIAN}


def in_own_digits(language: str, text: str) -> str:
    """Write the digits of a date, an hour or a number as the language does; never those of addresses and phones."""
    table = _OF.get(language)
    return text.translate(table) if table else text
