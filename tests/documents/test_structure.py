"""What a screen reader finds in a document: titles and paragraphs in their order and language, and nothing outside."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

import pikepdf
import pytest

from meetingplace.documents.flyers.content import FlyerContent, FlyerText
from meetingplace.documents.flyers.flyer import flyer
from meetingplace.documents.flyers.layouts import layouts
from meetingplace.documents.moods import Mood, palette
from meetingplace.documents.paper import A4, Sheet
from meetingplace.documents.recovery_sheet import RecoverySheet, recovery_sheet
from meetingplace.documents.roles import ROLES
from meetingplace.documents.tally_sheet import TallySheet, tally_sheet
from meetingplace.documents.typeset import lay

from .examples import EVERY_TITLE, TRANSLATORS, facts, picture, sheet_head

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


def documents() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Give papers of every kind."""
    _ = TRANSLATORS["nl"]
    for layout in layouts():
        if set(layout.of) & {"session", "series"} and layout.key != "series":
            texts = tuple(FlyerText(code, EVERY_TITLE[code], "Kom mee.") for code in ("nl", "ar", "ti"))
            content = FlyerContent(facts(next_day=date(2026, 11, 25)), texts)
            yield layout.key, partial(flyer, content, layout, TRANSLATORS, layout.papers[0])
    yield "tally", lambda: tally_sheet(TallySheet(sheet_head(), ("fr", "ar"), ("play",)), _)
    words = tuple("appel beer citroen duif egel".split())
    yield "recovery", lambda: recovery_sheet(RecoverySheet("Huis", words, date(2026, 11, 1), Mood.PARK, "duck"), _)


@pytest.mark.parametrize("key", [key for key, _make in documents()])
def test_every_paper_is_whole(key: str) -> None:
    pdf = dict(documents())[key]()
    elements = read(pdf)
    assert all(element.words for element in elements)
    assert elements[0].words == "Huis Kersenhof" or key == "recovery"


def test_a_flyer_is_read_language_by_language() -> None:
    pair = next(one for one in layouts() if one.key == "dutch-plus-one")
    texts = (FlyerText("nl", EVERY_TITLE["nl"], "Kom mee."), FlyerText("ar", EVERY_TITLE["ar"]))
    elements = read(flyer(FlyerContent(facts(), texts), pair, TRANSLATORS))
    words = [element.words for element in elements]
    titles = [element for element in elements if element.tag == "H1"]
    assert [(title.language, title.words) for title in titles] == [(code, EVERY_TITLE[code]) for code in ("nl", "ar")]
    # all of the Dutch column before the other
    dutch_whom = next(at for at, text in enumerate(words) if text.startswith("voor kinderen"))
    assert words.index(EVERY_TITLE["nl"]) < dutch_whom < words.index(EVERY_TITLE["ar"])
