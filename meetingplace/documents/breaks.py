"""Where a line may end: words that stay together, and addresses that only break where they can be read. No layout here.

Text in, text out, with marks that leave no trace on paper. What steers a whole line or is no letter at all goes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

BREAK_HERE = "\u200b"  # where a line may end within a word
NO_BREAK = "\u00a0"
STAY = "\u2060"  # where no line may end, between letters

_LINE_END = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
# Controls, embeddings and overrides, tags, halves of letters. Nobody's text turns round what stands beside it: isolates
# do what is needed.
_NO_LETTER = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2063-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_NUMBER_AND_UNIT = re.compile(r"(?<=\d)(\u2069?) (?=\u2068?[^\W\d])")
_BOX_NUMBER = re.compile(r"(?<=\d )(bus|bte|boîte) (?=\d)")  # of an address: "Gallaitstraat 86 bus 12"
_TELEPHONE = re.compile(r"(?<![\d+])\+?\d{2,4}(?: \d{2,3}){2,4}(?!\d)")
_SHORT_LAST_WORD = re.compile(r" (?=\S{1,3}$)")
_WIDOW = re.compile(r"^((?:\S+ ){4,}\S+) (?=\S{1,6}$)", re.MULTILINE)  # before a short last word of a longer text
_ADDRESS = re.compile(r"[\w.+\-\u200b]{1,64}@[\w.-]+|(?:https?://|www\.)\S+", re.IGNORECASE)
_PAUSE = re.compile(r"(?<=[,،፣;]) (?=\D)|(?<=[，；])(?=\D)")
_READ_ON = re.compile(r"([-/?!&=])(?=\S)")  # after these a line could end
_NEXT_PART = re.compile(rf"(?<=[^/:{STAY}])(?<!www)(?=[@.]\w)|(?<=[^/:]/{STAY})(?=[^/])")


@lru_cache(maxsize=4096)
def kept_together(typed_text: str, *, is_title: bool = False) -> str:
    """Give a text with what belongs together on one line: number and unit, telephone numbers, addresses, short ends."""
    text = _LINE_END.sub("\n", typed_text).replace("\t", " ")
    text = unicodedata.normalize("NFC", _NO_LETTER.sub("", text))
    text = _TELEPHONE.sub(lambda found: found[0].replace(" ", NO_BREAK), text)
    text = _ADDRESS.sub(lambda found: _READ_ON.sub(rf"\1{STAY}", found[0]), text)
    text = _BOX_NUMBER.sub(rf"\1{NO_BREAK}", text)
    text = _NUMBER_AND_UNIT.sub(rf"\1{NO_BREAK}", text)
    return _SHORT_LAST_WORD.sub(NO_BREAK, text) if is_title else _WIDOW.sub(rf"\1{NO_BREAK}", text)


def with_open_addresses(text: str) -> str:
    """Let addresses break before @ and dots and after strokes: they are wider than their line."""
    return _ADDRESS.sub(lambda found: _NEXT_PART.sub(BREAK_HERE, found[0]), text)


def has_address(text: str) -> bool:
    """Tell whether a text holds an address."""
    return _ADDRESS.search(text) is not None


def at_pause(text: str) -> str:
    """Give a line of text broken after the comma nearest to its middle, where one pauses anyway; empty without one."""
    pauses = [] if "\n" in text else list(_PAUSE.finditer(text))
    if not pauses:
        return ""
    best = min(pauses, key=lambda pause: abs(pause.start() - len(text) / 2))
    return f"{text[: best.start()]}\n{text[best.end() :]}"
