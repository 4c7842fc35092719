"""What the program says about posters and slips: their names, and what to look at before they hang."""

from __future__ import annotations

from collections.abc import Sequence

from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats


def poster_names(_: Translator) -> dict[str, str]:
    """Name each kind of paper."""
    return {
        "said-did": _("You said – we did"),
        "dots": _("Poster for dots"),
        "faces": _("Sheet with faces"),
        "slips": _("Slips for ideas"),
    }


def poster_check(_: Translator, missing: Sequence[tuple[str, int]], unanswered: int) -> tuple[str, ...]:
    """Say what to look at: texts that nobody wrote in a language, and voices that wait for an answer."""
    formats = Formats(_.language)
    said = [
        _.plural(
            "{n} text has no Dutch yet: it stands there as it was told.",
            "{n} texts have no Dutch yet: they stand there as they were told.",
            number,
        )
        if language == "nl"
        else _.plural(
            "{language}: {n} text is not written yet. The Dutch stands for it.",
            "{language}: {n} texts are not written yet. The Dutch stands for them.",
            number,
            language=formats.language_name(language),
        )
        for language, number in missing
    ]
    if unanswered:
        said.append(
            _.plural(
                "{n} idea of the board waits for an answer: it is not on the poster.",
                "{n} ideas of the board wait for an answer: they are not on the poster.",
                unanswered,
            )
        )
    return tuple(said)


def offer_to_tell(_: Translator, number: int) -> str:
    """Say of how many answers on a poster that left the screen it is not noted yet that parents were told."""
    if not number:
        return ""
    return _.plural(
        "{n} answer on this poster was not told back yet. Note it once the poster hangs.",
        "{n} answers on this poster were not told back yet. Note it once the poster hangs.",
        number,
    )
