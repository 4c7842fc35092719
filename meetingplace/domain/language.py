"""The languages that parents speak and read: codes, names in their own script, direction. No texts of the program."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.domain.refusals import Reason, Refused


@dataclass(frozen=True)
class Language:
    """A language: its code, its name in its own script, and whether it is read from right to left."""

    code: str
    own_name: str
    is_right_to_left: bool = False


_LANGUAGES = [
    # the languages that paper and corner speak: tier 1, then tier 2
    Language("nl", "Nederlands"),
    Language("fr", "Français"),
    Language("en", "English"),
    Language("ar", "العربية", is_right_to_left=True),
    Language("es", "Español"),
    Language("tr", "Türkçe"),
    Language("ro", "Română"),
    Language("pt", "Português"),
    Language("it", "Italiano"),
    Language("pl", "Polski"),
    Language("de", "Deutsch"),
    Language("ru", "Русский"),
    Language("uk", "Українська"),
    Language("bg", "Български"),
    Language("el", "Ελληνικά"),
    Language("sq", "Shqip"),
    Language("fa", "فارسی", is_right_to_left=True),
    Language("prs", "دری", is_right_to_left=True),
    Language("ps", "پښتو", is_right_to_left=True),
    Language("ur", "اردو", is_right_to_left=True),
    Language("so", "Soomaali"),
    Language("ti", "ትግርኛ"),
    Language("am", "አማርኛ"),
    Language("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),
    Language("ln", "Lingála"),
    Language("sw", "Kiswahili"),
    Language("ku", "Kurdî"),
    Language("hi", "हिन्दी"),
    Language("pa", "ਪੰਜਾਬੀ"),
    Language("zh", "中文"),
    # spoken at home, without phrases of ours
    Language("bn", "বাংলা"),
    Language("cs", "Čeština"),
    Language("ff", "Pulaar"),
    Language("hu", "Magyar"),
    Language("hy", "Հայերեն"),
    Language("mk", "Македонски"),
    Language("ne", "नेपाली"),
    Language("rw", "Kinyarwanda"),
    Language("sk", "Slovenčina"),
    Language("sr", "Srpski"),
    Language("tl", "Tagalog"),
    Language("vi", "Tiếng Việt"),
]

LANGUAGES: dict[str, Language] = {language.code: language for language in _LANGUAGES}
PROGRAM = ("nl", "fr", "en")
# what paper and the parents' corner say: the first ten by speakers, then twenty that say honestly who wrote them
PAPER = (
    "nl", "fr", "en", "ar", "es", "tr", "ro", "pt", "it", "pl",
    "de", "ru", "uk", "bg", "el", "sq", "fa", "prs", "ps", "ur", "so", "ti", "am", "zgh", "ln", "sw", "ku", "hi", "pa",
    "zh",
)  # fmt: skip

# Spoken well in Brussels, adults, 2024 (BRIO barometer 5), for a quick pick before a house has its own habits.
MOST_SPOKEN = ("fr", "en", "nl", "es", "ar", "it", "de", "pt", "tr", "ro")


def known_language(typed_code: str) -> str:
    """Give the code back if it is one of ours; refuse LANGUAGE_UNKNOWN otherwise."""
    code = typed_code.strip().lower()
    if code not in LANGUAGES:
        raise Refused(Reason.LANGUAGE_UNKNOWN, language=typed_code[:40])
    return code


def is_right_to_left(code: str) -> bool:
    """Tell whether a language is read from right to left; a language we do not know is not."""
    return code in LANGUAGES and LANGUAGES[code].is_right_to_left
