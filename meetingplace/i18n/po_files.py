"""Catalogs as .po files: handed to a speaker who corrects them, and read back."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from meetingplace.domain.own_phrases import OwnPhrase
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import catalog

_MOST = 5_000_000  # bytes; a catalog has some ten thousand


@dataclass(frozen=True)
class PhraseRead:
    """A phrase of a file: its text, its forms, and whether the file says that a speaker read it."""

    msgid: str
    context: str
    forms: tuple[str, ...]
    is_checked: bool


def written(language: str, phrases: Iterable[catalog.Phrase]) -> bytes:
    """Write phrases of a language as a .po file, each with its state."""
    made = Catalog(locale=language, project="meetingplace", fuzzy=False, header_comment=f"# {language}: meetingplace")
    made.mime_headers = [("Plural-Forms", catalog.plural_forms(language))]
    for phrase in phrases:
        id = (phrase.msgid, phrase.plural) if phrase.plural else phrase.msgid
        text = phrase.forms if phrase.plural else phrase.forms[0]
        comment = [f"Nederlands: {phrase.dutch}"] if phrase.dutch else []
        made.add(id, text, auto_comments=[f"state: {phrase.state}", *comment], context=phrase.context or None)
    file = io.BytesIO()
    write_po(file, made, width=120, include_lineno=False)
    return file.getvalue()


def read(content: bytes) -> list[PhraseRead]:
    """Read the phrases of a .po file that have a text; refuses FILE_BROKEN for anything else."""
    if len(content) > _MOST:
        raise Refused(Reason.FILE_BROKEN)
    try:
        found = read_po(io.BytesIO(content), abort_invalid=True)
    except (PoFileError, ValueError, LookupError, TypeError) as problem:
        raise Refused(Reason.FILE_BROKEN) from problem
    phrases = []
    for message in found:
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if message.id and all(form.strip() for form in forms) and not message.fuzzy:
            msgid = message.id if isinstance(message.id, str) else message.id[0]
            is_checked = catalog.state_of(message) == "checked"
            phrases.append(PhraseRead(msgid, message.context or "", forms, is_checked))
    if not phrases:
        raise Refused(Reason.FILE_BROKEN)
    return phrases


def as_own(language: str, phrase: PhraseRead) -> OwnPhrase:
    """Give a phrase that was read as one of the house."""
    return OwnPhrase(language, phrase.msgid, phrase.forms, phrase.context)
