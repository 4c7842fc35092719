"""The columns of a plan as a table: what they are called in each language, so that a table can come back in."""

from __future__ import annotations

from meetingplace.i18n.catalog import Translator

KEYS = (
    "number", "day", "start", "end", "title", "place", "state", "reason", "theme", "functions", "from_months",
    "to_months", "languages", "team", "partners", "capacity", "entry", "price", "goal",
)  # fmt: skip


def headings(_: Translator) -> dict[str, str]:
    """Give the heading of each column, by its key."""
    return {
        "number": _("Number"),
        "day": _("Date"),
        "start": _("Start"),
        "end": _("End"),
        "title": _("Title"),
        "place": _("Place"),
        "state": _("State"),
        "reason": _("Reason"),
        "theme": _("Theme"),
        "functions": _("Functions"),
        "from_months": _("From (months)"),
        "to_months": _("To (months)"),
        "languages": _("Languages"),
        "team": _("Team"),
        "partners": _("Partners"),
        "capacity": _("Room for children"),
        "entry": _("Walk-in or sign up"),
        "price": _("Price in euro"),
        "goal": _("Goal"),
    }


def entry_words(_: Translator) -> dict[bool, str]:
    """Say whether parents walk in or sign up."""
    return {True: _("walk-in"), False: _("sign up")}


# What people write over their own columns, in the three languages: as they fold (no accents, no case)
SYNONYMS = {
    "day": "datum dag date jour day",
    "start": "start begin beginuur van debut de heure from",
    "end": "einde eind einduur tot fin a jusqua end to until",
    "title": "titel activiteit naam titre activite nom title activity name",
    "place": "plek plaats locatie lieu endroit place location",
    "theme": "thema theme",
    "team": "team begeleiding equipe",
    "capacity": "capaciteit capacite capacity",
    "partners": "partner partners partenaire",
    "price": "prijs prix price",
    "goal": "doel objectif goal",
    "reason": "reden raison reason",
    "state": "status staat toestand etat statut state",
}
FREE = frozenset(("gratis", "gratuit", "free", "kosteloos", "0"))  # how a price of nought is written
