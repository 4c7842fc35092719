"""The structure of a document for a screen reader: what is a title, what a paragraph, in which order and language.

reportlab writes no structure tree, so it is built here from its PDF objects (ISO 32000-1, 14.7 and 14.8): each piece of
text of a page has a number (MCID); an element of the tree names the page and the number, and the parent tree leads back
from the number to the element. It is read in the order in which it was written, but for what is gathered by language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

TITLE, PARAGRAPH, FIGURE, SECTION = "H1", "P", "Figure", "Sect"
_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(eq=False)
class Element:
    """A piece of a page, or a section of pieces: what it is, its language, and of a picture what is to be seen."""

    tag: str
    language: str
    described: str = ""
    page: int = 0
    number: int = 0
    pieces: list[Element] = field(default_factory=list)
    place: Any = None  # in the document, as soon as it is written


class Structure:
    """What stands in a document, in the order of reading."""

    def __init__(self, title: str, language: str) -> None:
        """Begin with an empty first page; the language is that of what says none of its own."""
        self._title, self._language = title, language
        self._pages: list[list[Element]] = [[]]
        self._read: list[Element] = []
        self._sections: dict[str, Element] = {}  # of this page or part
        self._section: Element | None = None

    def next_page(self) -> None:
        """Go on with another page."""
        self._pages.append([])
        self.next_part()

    def next_part(self) -> None:
        """Go on with a part of the page that is read by itself."""
        self._sections = {}

    @contextmanager
    def section(self, language: str) -> Iterator[None]:
        """Gather what is begun within: one section a language on a page, read where its first piece stands."""
        around, self._section = self._section, self._sections.setdefault(language, Element(SECTION, language))
        yield
        self._section = around

    def begin(self, tag: str, language: str, described: str = "") -> str:
        """Note a piece, and give the operator that begins it; `EMC` ends it."""
        page = self._pages[-1]
        element = Element(tag, language or self._language, described, len(self._pages) - 1, len(page))
        page.append(element)
        if self._section is None:
            self._read.append(element)
        else:
            if not self._section.pieces:
                self._read.append(self._section)
            self._section.pieces.append(element)
        return f"/{tag} <</MCID {element.number}>> BDC"

    def attach(self, document: Any) -> None:
        """Write the tree into a reportlab document whose pages are all there."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream  # noqa: PLC0415

        root, whole = PDFDictionary({"Type": PDFName("StructTreeRoot")}), PDFDictionary({})
        root_place, whole_place = document.Reference(root), document.Reference(whole)
        for number, page in enumerate(document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
        children = _written(self._read, whole_place, document)
        numbers: list[Any] = []
        for number, elements in enumerate(self._pages):
            numbers += [number, PDFArray([element.place for element in elements])]
        tree = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        whole.dict |= {"Type": PDFName("StructElem"), "S": PDFName("Document"), "P": root_place, "K": children}
        root.dict |= {"K": whole_place, "ParentTree": tree, "ParentTreeNextKey": len(self._pages)}
        catalog = document.Catalog
        catalog.StructTreeRoot = root
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        facts = _METADATA.format(title=escape(self._title), language=escape(self._language))
        kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        catalog.Metadata = PDFStream(kind, facts.encode())


def _written(elements: Sequence[Element], parent: Any, document: Any) -> Any:
    """Write elements and what is gathered in them; gives the array of their places."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString  # noqa: PLC0415

    for element in elements:
        kind = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent})
        element.place, facts = document.Reference(kind), kind.dict
        facts["Lang"] = PDFString(element.language)
        if element.pieces:
            facts["K"] = _written(element.pieces, element.place, document)
        else:
            facts |= {"Pg": document.Reference(document.Pages.pages[element.page]), "K": element.number}
        if element.described:
            facts["Alt"] = PDFString(element.described)
    return PDFArray([element.place for element in elements])
