"""Help and handbook: a page for every screen in every language, whose links lead somewhere and whose words are true."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from meetingplace.domain.language import PROGRAM
from meetingplace.ui.doors import DOORS
from tools import handbook, translations as tool

ROOT = Path(__file__).resolve().parents[2]
HELP = ROOT / "resources" / "help"
PAGES = sorted(HELP.glob("*/*.md"))
HANDBOOK = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
SCREENS = {door.key for door in DOORS} | {"shell"}
# keys of a keyboard, and signs on the screen that are no words
KEYS = {"Enter", "Entrée", "Esc", "Échap", "Tab", "Spatie", "Espace", "Space", "+", "−", "NL", "FR"}

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)[^)]*\)")
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _links(file: Path) -> list[str]:
    return _LINK.findall(file.read_text(encoding="utf-8"))


def _outline(file: Path) -> list[int]:
    """Give the levels of the headings in their order."""
    return [len(marks) for marks in re.findall(r"^(#+) ", file.read_text(encoding="utf-8"), re.MULTILINE)]


@pytest.mark.parametrize("language", PROGRAM)
def test_every_door_has_a_page_in_every_language(language: str) -> None:
    assert SCREENS - {file.stem for file in (HELP / language).glob("*.md")} == set()


@pytest.mark.parametrize("key", sorted({file.stem for file in PAGES}))
def test_a_page_says_the_same_in_every_language(key: str) -> None:
    outlines = [_outline(HELP / language / f"{key}.md") for language in PROGRAM]
    assert outlines[0][0] == 1  # begins with its title
    assert outlines[0].count(1) == 1
    assert outlines[1:] == outlines[:-1]
    pictures = [sorted(_links(HELP / language / f"{key}.md")) for language in PROGRAM]
    assert pictures[1:] == pictures[:-1]


@pytest.mark.parametrize("file", PAGES, ids=_name)
def test_links_and_pictures_of_a_page_are_here_without_a_network(file: Path) -> None:
    assert [link for link in _links(file) if not (file.parent / link.split("#")[0]).is_file()] == []


@pytest.mark.parametrize("file", PAGES, ids=_name)
def test_a_page_names_buttons_as_the_screen_does(file: Path) -> None:
    language = file.parent.name
    said = {_plain(text) for text in _texts(language)}
    bold = _BOLD.findall(file.read_text(encoding="utf-8"))
    # what ends like a sentence is stressed, not quoted
    quoted = [words for words in bold if words not in KEYS and words[-1] not in ".?!:…"]
    assert [words for words in quoted if _plain(words) not in said] == []


@cache
def _texts(language: str) -> list[str]:
    if language == "en":
        return [form for text in tool.extracted()["app"] for form in (text.msgid, text.plural)]
    messages = (message.string for message in tool.read("app", language) if message.id)
    return [form for text in messages for form in ([text] if isinstance(text, str) else text)]


def _plain(text: str) -> str:
    """Give a text without its values and its end: what is compared of a quoted button."""
    bare = re.sub(r"\{\w+\}", "", text).replace("\u00a0", " ").replace("'", "’")
    return " ".join(bare.rstrip(".…").split()).casefold()


@pytest.mark.parametrize("key", sorted(SCREENS))
def test_the_handbook_has_every_page_as_the_program_has_it(key: str) -> None:
    page = ROOT / "docs" / f"{key}.md"
    assert page.is_file(), "make handbook"
    assert page.read_text(encoding="utf-8") == handbook.docs_page(key), "make handbook"


@pytest.mark.parametrize("file", HANDBOOK, ids=_name)
def test_links_of_the_handbook_lead_somewhere(file: Path) -> None:
    inside = [link for link in _links(file) if not re.match(r"https?:|mailto:|#", link)]
    assert [link for link in inside if not (file.parent / link.split("#")[0]).exists()] == []
