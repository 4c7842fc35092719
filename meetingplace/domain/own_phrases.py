"""Phrases of paper and corner as a house says them: they win over the shipped ones, and say who has read them."""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from meetingplace.domain.refusals import Reason, Refused

STATES = ("human", "checked")  # what a house writes itself is never a machine's


@dataclass(frozen=True)
class OwnPhrase:
    """One phrase in one language, in as many forms as the language has for a counted text, else in one.

    `checked_by` is the name that a speaker gave who read it; what was corrected after that is unchecked again.
    """

    language: str
    msgid: str
    forms: tuple[str, ...]
    context: str = ""
    state: str = "human"
    checked_by: str = ""
    checked_on: date | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """Give what tells it from every other one."""
        return self.language, self.msgid, self.context


def fields_of(text: str) -> frozenset[str]:
    """Give the names of the fields in a text; refuses FIELDS_DIFFER when a brace does not close."""
    try:
        return frozenset(name for _literal, name, _spec, _how in string.Formatter().parse(text) if name is not None)
    except ValueError:
        raise Refused(Reason.FIELDS_DIFFER, fields=()) from None


def must_fit(msgid: str, plural: str, forms: Sequence[str], number_of_forms: int) -> None:
    """Refuse TEXT_MISSING for an empty form, FIELDS_DIFFER when a field is missing or foreign.

    One form of a counted text may say its number in a word: "een kind". Texts have as many forms as their language
    needs: another number is refused as TEXT_MISSING.
    """
    if len(forms) != (number_of_forms if plural else 1) or not all(form.strip() for form in forms):
        raise Refused(Reason.TEXT_MISSING)
    wanted = fields_of(msgid) | fields_of(plural)
    for form in forms:
        named = fields_of(form)
        if named - wanted or (wanted - named) - ({"n"} if plural else frozenset()):
            raise Refused(Reason.FIELDS_DIFFER, fields=tuple(f"{{{field}}}" for field in sorted(wanted)))
