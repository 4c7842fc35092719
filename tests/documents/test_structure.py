"""What a screen reader finds in a document: titles and paragraphs in their order and language, and nothing outside."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

import pikepdf
import pypdfium2
import pytest

from meetingplace.documents.flyers.content import FlyerContent, FlyerText
from meetingplace.documents.flyers.flyer import flyer
from meetingplace.documents.flyers.layouts import layout, layouts
from meetingplace.documents.flyers.papers import Paper
from meetingplace.documents.moods import Mood, palette
from meetingplace.documents.name_cards import NameCard, NameCards, name_cards
from meetingplace.documents.paper import A4, Format, Sheet
from meetingplace.documents.posters.faces_sheet import FacesSheet, faces_sheet
from meetingplace.documents.posters.idea_slips import IdeaSlips, idea_slips
from meetingplace.documents.posters.poster import PosterPaper
from meetingplace.documents.recovery_sheet import RecoverySheet, recovery_sheet
from meetingplace.documents.roles import ROLES
from meetingplace.documents.statement import statement_paper
from meetingplace.documents.typeset import lay

from . import (
    test_month_programme as months,
    test_plans as plans,
    test_posters as posters,
    test_referral_slip as slips,
    test_series_flyer as dated,
    test_sheets as sheets,
    test_statement as statements,
)
from .examples import EVERY_TITLE, TRANSLATORS, facts, picture

SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"}


@dataclass(frozen=True)
class Read:
    """An element as a screen reader meets it: what it is, its language, its words."""

    tag: str
    language: str
    words: str


def _pieces(page: pikepdf.Page) -> dict[int, str]:
    """Give the words of each numbered piece of a page; refuse text outside any, and shapes that are no decoration."""
    words: dict[int, str] = {}
    stack: list[tuple[int | None, bool]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            given = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
            number = int(given["/MCID"]) if "/MCID" in given else None
            stack.append((number, str(operands[0]) == "/Artifact"))
            current = next((one for one, _is in reversed(stack) if one is not None), None)
            if number is not None:
                words[number] = ""
            if "/ActualText" in given and current is not None:
                words[current] += str(given["/ActualText"]) + " "
        elif name == "EMC":
            stack.pop()
        elif name in SHOWS_TEXT:
            assert any(number is not None for number, _is in stack), "text outside the structure"
        elif name in PAINTS:
            assert any(is_decoration or number is not None for number, is_decoration in stack), name
    assert not stack
    return {number: text.strip() for number, text in words.items()}


def _leaves(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Give what is read, in its order; sections hold more than one piece of their own language."""
    for element in parent.K:
        assert element.P.objgen == parent.objgen
        if element.S == "/Sect":
            assert str(element.Lang)
            yield from _leaves(element)
        else:
            yield element


def read(pdf: bytes) -> list[Read]:
    """Read a document along its tree, and check that tree, pages and parent tree agree."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []
        root = document.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang)
        assert "title" in bytes(root.Metadata.read_bytes()).decode()
        whole = root.StructTreeRoot.K
        assert str(whole.S) == "/Document"
        pieces = [_pieces(page) for page in document.pages]
        pages = {page.objgen: number for number, page in enumerate(document.pages)}
        parents = list(root.StructTreeRoot.ParentTree.Nums)
        found, met = [], set()
        for element in _leaves(whole):
            page, number = pages[element.Pg.objgen], int(element.K)
            key = int(document.pages[page].obj.StructParents)
            assert parents[2 * key + 1][number].objgen == element.objgen
            assert str(document.pages[page].obj.Tabs) == "/S"
            found.append(Read(str(element.S)[1:], str(element.Lang), pieces[page][number]))
            met.add((page, number))
        assert met == {(page, number) for page, numbers in enumerate(pieces) for number in numbers}
        return found


def test_pieces_are_read_in_the_order_in_which_they_were_set() -> None:
    sheet = Sheet(A4, palette(Mood.PARK), title="Spelen & <zo>", language="nl")
    sheet.panel(0, 10, 40, 20, sheet.palette.deep)
    for text, role, language in (("Spelen", "title", ""), ("voor ouders", "body", "nl"), ("لعب", "title", "ar")):
        setting = lay(text, ROLES[role].manner, 20, is_title=ROLES[role].is_title)
        sheet.text(setting, 0, 40, 100, sheet.palette.ink, language=language)
    sheet.next_page()
    sheet.turned_text(lay("gratis", ROLES["price"].manner, 20), 50, 50, -8, sheet.palette.ink, language="nl")
    assert read(sheet.finished()) == [
        Read("H1", "nl", "Spelen"),
        Read("P", "nl", "voor ouders"),
        Read("H1", "ar", "لعب"),
        Read("P", "nl", "gratis"),
    ]


def test_a_paragraph_of_several_lines_is_one_piece() -> None:
    sheet = Sheet(A4, palette(Mood.PARK), title="x", language="nl")
    sheet.text(lay("een\ntwee\ndrie", ROLES["body"].manner, 12), 0, 40, 100, sheet.palette.ink, language="nl")
    assert read(sheet.finished()) == [Read("P", "nl", "een twee drie")]


def test_a_picture_with_a_description_is_read_and_one_without_is_decoration() -> None:
    sheet = Sheet(A4, palette(Mood.PARK), title="x", language="nl")
    sheet.picture(picture(), 0, 10, 60, 40)
    sheet.picture(picture(colour="#CC3366"), 0, 60, 60, 40, described="Ouders en kinderen aan tafel")
    pdf = sheet.finished()
    assert [element.tag for element in read(pdf)] == ["Figure"]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.Root.StructTreeRoot.K.K[0].Alt) == "Ouders en kinderen aan tafel"


WEEK = plans.numbered(plans.WEEK[0], 80, 7)


def a_flyer(key: str, paper: Paper) -> bytes:
    texts = tuple(FlyerText(code, EVERY_TITLE[code], "Kom mee.") for code in ("nl", "ar", "ti"))
    return flyer(FlyerContent(facts(next_day=date(2026, 11, 25)), texts), layout(key), TRANSLATORS, paper)


PAPERS: dict[str, Callable[[], bytes]] = {
    "series": lambda: dated.made(dated.series("ar")),
    "month programme": lambda: months.paper_of(months.month("fr")),
    "tally sheet": lambda: sheets.tally("ar"),
    "name sheet": lambda: sheets.names(30),
    "name cards": lambda: name_cards(NameCards("Huis Kersenhof", (NameCard("ليلى"),) * 9), TRANSLATORS["nl"]),
    "recovery sheet": lambda: recovery_sheet(
        RecoverySheet("Huis Kersenhof", sheets.WORDS, date(2026, 11, 1), Mood.PARK, "duck"), TRANSLATORS["fr"]
    ),
    "statement": lambda: statement_paper(statements.about(), TRANSLATORS["ar"]),
    "referral slip": lambda: slips.made(language="ar"),
    "said and did": lambda: posters.poster(*[posters.voice()] * 5),
    "dots": posters.dots,
    "faces": lambda: faces_sheet(FacesSheet(posters.SENDER, ("nl", "ar")), PosterPaper.A4, posters.TRANSLATORS),
    "idea slips": lambda: idea_slips(IdeaSlips(posters.SENDER, ("nl", "ar")), posters.TRANSLATORS),
    **{
        f"{kind} of the team": partial(make, *plans.numbered(plans.WEEK[0], 80, 7))
        for kind, make in plans.SHEETS.items()
    },
}
PAPERS |= {
    f"{one.key} on {paper.name}": partial(a_flyer, one.key, paper)
    for one in layouts()
    for paper in one.papers
    if "session" in one.of
}


@pytest.mark.parametrize("kind", PAPERS)
def test_every_paper_is_whole(kind: str) -> None:
    elements = read(PAPERS[kind]())
    assert all(element.words for element in elements)
    assert "H1" in {element.tag for element in elements} or kind == "name cards"


def test_a_flyer_is_read_one_language_after_the_other_whatever_stands_beside_it() -> None:
    texts = (FlyerText("nl", EVERY_TITLE["nl"], "Kom mee."), FlyerText("ar", EVERY_TITLE["ar"], "تعالوا معنا."))
    pair = FlyerContent(facts(stop="", skips_school_holidays=False, languages_spoken=(), expect=()), texts)
    elements = read(flyer(pair, layout("dutch-plus-one"), TRANSLATORS))
    own = [(element.tag, element.language) for element in elements[2:]]  # after the name of the house and its line
    # title, whom, day, hours, price, text and how to come in
    assert own[:14] == [("H1", "nl"), *[("P", "nl")] * 6, ("H1", "ar"), *[("P", "ar")] * 6]
    words = [element.words.replace("\u00a0", " ") for element in elements]
    assert words.index("9.30 – 12 uur") < words.index("gratis") < words.index("Kom mee.")
    assert words.index("Kom mee.") < words.index(EVERY_TITLE["ar"]) < words.index("مجانًا") < words.index("De Kers")


def test_what_is_gathered_by_language_is_read_where_its_first_piece_stands_on_its_page_and_part() -> None:
    sheet = Sheet(A4, palette(Mood.PARK), title="x", language="fr")

    def say(*words: str) -> None:
        for word in words:
            with sheet.reading(word[:2]):
                sheet.text(lay(word, ROLES["body"].manner, 12), 0, 40, 100, sheet.palette.ink, language=word[:2])

    say("nl one", "tr one")
    sheet.text(lay("between", ROLES["body"].manner, 12), 0, 40, 100, sheet.palette.ink)
    say("nl two", "tr two")
    for number in ("three", "four"):
        with sheet.part(0, 150, Format(105, 148.5, 8, 8)):
            say(f"nl {number}")
    sheet.next_page()
    say("tr five", "nl five")
    expected = "nl one, nl two, tr one, tr two, between, nl three, nl four, tr five, nl five"
    pdf = sheet.finished()
    assert ", ".join(element.words for element in read(pdf)) == expected
    with pikepdf.open(io.BytesIO(pdf)) as document:
        top = document.Root.StructTreeRoot.K.K
        assert [str(one.S) for one in top] == ["/Sect", "/Sect", "/P", *["/Sect"] * 4]
        assert [str(one.Lang) for one in top] == ["nl", "tr", "fr", "nl", "nl", "tr", "nl"]


def test_names_of_languages_are_read_in_these_languages() -> None:
    said = {(element.language, element.words) for element in read(sheets.tally("nl"))}
    assert {("fr", "Français"), ("ar", "العربية"), ("tr", "Türkçe"), ("nl", "talen thuis")} <= said


def test_what_the_document_says_of_itself_is_written_as_others_read_it() -> None:
    sheet = Sheet(A4, palette(Mood.PARK), title="Spelen & <zo> ليلى", language="ar")
    with pikepdf.open(io.BytesIO(sheet.finished())) as document, document.open_metadata() as told:
        assert told["dc:title"] == "Spelen & <zo> ليلى"
        assert set(told["dc:language"]) == {"ar"}
        assert str(document.Root.Lang) == "ar"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)


def test_other_readers_open_it_and_meet_the_same_words() -> None:
    pdf = a_flyer("dutch-plus-one", Paper.A4)
    document = pypdfium2.PdfDocument(pdf)
    assert document.is_tagged()
    assert EVERY_TITLE["nl"] in document[0].get_textpage().get_text_range().replace("\r\n", " ")
    document.close()
    poppler = shutil.which("pdfinfo")
    if poppler is None:
        pytest.skip("poppler's pdfinfo is not installed")
    told = subprocess.run([poppler, "-struct-text", "-"], input=pdf, capture_output=True, check=True)
    lines = [line.strip() for line in told.stdout.decode().splitlines()]
    kinds = [line.split()[0] for line in lines if line.endswith("(block)")]
    assert kinds == [element.tag for element in read(pdf)]
    assert [line for line in lines if line.startswith("Sect")]
    assert told.stderr == b""
