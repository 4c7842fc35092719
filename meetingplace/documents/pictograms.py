"""Which pictogram stands for what on paper (print.md section 5); the same icon font as on screen. No drawing here.

No flags, no religious signs, no pig or alcohol, no crosses for "help".
"""

from __future__ import annotations

from meetingplace.domain.families import AgeBand, Relation
from meetingplace.domain.pictograms import EXPECTATIONS
from meetingplace.domain.sessions import Function

STOPS = {"tram": "tram", "bus": "bus", "metro": "subway-variant"}
FUNCTIONS = {
    Function.INFORMATION: "book-open-variant",
    Function.PRACTICAL: "toolbox",
    Function.EMOTIONAL: "heart",
    Function.COHESION: "account-group",
    Function.SIGNALLING: "lighthouse-on",
    Function.ADVICE: "compass",
}
RELATIONS = {
    Relation.MOTHER: "human-female",
    Relation.FATHER: "human-male",
    Relation.GRANDPARENT: "human-cane",
    Relation.OTHER_FAMILY: "account-heart",
    Relation.CARER: "baby-carriage",
    Relation.PROFESSIONAL: "account-tie",
}
AGES = {
    AgeBand.BABY: "baby-bottle",
    AgeBand.ONE: "baby-face",
    AgeBand.TWO: "teddy-bear",
    AgeBand.THREE: "toy-brick",
    AgeBand.FOUR_FIVE: "human-child",
    AgeBand.OLDER: "school",
}
FAMILY, NEW = "home-heart", "hand-wave"
WHERE, PHONE, MAIL, LANGUAGES = "map-marker", "phone", "email", "translate"

# what stands in the pattern beside what the theme itself brings
PATTERN = (
    "teddy-bear", "duck", "toy-brick", "kite", "bird", "music", "book-open-variant", "food-apple", "balloon", "puzzle",
    "rabbit", "cat", "rocket", "star", "turtle", "snail", "owl", "flower-tulip", "umbrella", "pine-tree", "butterfly",
    "sail-boat", "leaf", "fish", "elephant", "bee",
)  # fmt: skip


def expectation(key: str) -> str:
    """Give the pictogram of something to expect; one that we do not know is a welcome."""
    return EXPECTATIONS.get(key, EXPECTATIONS["welcome"])
