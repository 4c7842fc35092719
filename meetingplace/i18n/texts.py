"""The texts of one catalog, read straight from its .po file into what gettext asks: light, for the program's start.

Babel reads a .po file with all its comments, and takes five times as long; `catalog` asks it where those are wanted.
"""

from __future__ import annotations

import gettext
import re
from pathlib import Path

_PART = re.compile(r'^(#,|msgctxt|msgid|msgid_plural|msgstr(?:\[\d+])?) (.*(?:\n".*")*)', re.MULTILINE)
_ESCAPED = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t", "r": "\r"}
_RULE = re.compile(r"^Plural-Forms:.*?plural=(.+?);?$", re.MULTILINE)
_NO_CONTEXT = ""


class Texts(gettext.NullTranslations):
    """What a language says for each English text; a text that it lacks or that is in doubt stays English."""

    def __init__(self, file: Path) -> None:
        """Read a .po file that the program brought."""
        super().__init__()
        self._said: dict[tuple[str, str], tuple[str, ...]] = {}
        context, msgid, forms, is_in_doubt = _NO_CONTEXT, "", [""], False
        for word, rest in [*_PART.findall(file.read_text(encoding="utf-8")), ("#,", "")]:
            if forms and not word.startswith("msgstr"):  # the next entry begins
                if all(forms) and not is_in_doubt:
                    self._said[context, msgid] = tuple(forms)
                context, forms, is_in_doubt = _NO_CONTEXT, [], False
            if word == "#,":
                is_in_doubt = "fuzzy" in rest
            elif word == "msgctxt":
                context = _read(rest)
            elif word == "msgid":
                msgid = _read(rest)
            elif word.startswith("msgstr"):
                forms.append(_read(rest))
        [header] = self._said.pop((_NO_CONTEXT, ""))
        rule = _RULE.search(header)
        self.plural = gettext.c2py(rule[1] if rule else "n != 1")

    def gettext(self, message: str) -> str:
        """Say a text."""
        return self.pgettext(_NO_CONTEXT, message)

    def pgettext(self, context: str, message: str) -> str:
        """Say a text that would be ambiguous without its context."""
        forms = self._said.get((context, message))
        return forms[0] if forms else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Say a text in the form that goes with a number."""
        forms = self._said.get((_NO_CONTEXT, msgid1))
        return forms[self.plural(n)] if forms else super().ngettext(msgid1, msgid2, n)


def _read(quoted: str) -> str:
    text = "".join(line[1:-1] for line in quoted.split("\n"))
    return _ESCAPED.sub(lambda found: _MEANT.get(found[1], found[1]), text) if "\\" in text else text
