"""The structure of a document for a screen reader: what is a title, what a paragraph, in which order and language.

reportlab writes no structure tree, so it is built here from its PDF objects (ISO 32000-1, 14.7 and 14.8): each piece of
text of a page has a number (MCID); an element of the tree names the page and the number, and the parent tree leads back
from the number to the element.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

TITLE, PARAGRAPH, FIGURE = "H1", "P", "Figure"
_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True)
class Element:
    """A piece of a page: what it is, in which language, and for a picture what is to be seen."""

    tag: str
    language: str
    described: str = ""


class Structure:
    """What stands in a document, in the order of reading, page by page."""

    def __init__(self, title: str, language: str) -> None:
        """Begin with an empty first page; the language is that of what says none of its own."""
        self._title, self._language = title, language
        self._pages: list[list[Element]] = [[]]

    def next_page(self) -> None:
        """Go on with another page."""
        self._pages.append([])

    def begin(self, tag: str, language: str, described: str = "") -> str:
        """Note a piece, and give the operator that begins it; `EMC` ends it."""
        page = self._pages[-1]
        page.append(Element(tag, language or self._language, described))
        return f"/{tag} <</MCID {len(page) - 1}>> BDC"

    def attach(self, document: Any) -> None:
        """Write the tree into a reportlab document whose pages are all there."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream  # noqa: PLC0415

        root, whole = PDFDictionary({"Type": PDFName("StructTreeRoot")}), PDFDictionary({})
        root_place, whole_place = document.Reference(root), document.Reference(whole)
        children, numbers = [], []
        for number, (page, elements) in enumerate(zip(document.Pages.pages, self._pages, strict=True)):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
            place = document.Reference(page)
            made = [
                document.Reference(PDFDictionary(_facts(element, at, place, whole_place)))
                for at, element in enumerate(elements)
            ]
            children += made
            numbers += [number, PDFArray(made)]
        tree = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        whole.dict |= {"Type": PDFName("StructElem"), "S": PDFName("Document"), "P": root_place,
                       "K": PDFArray(children)}  # fmt: skip
        root.dict |= {"K": whole_place, "ParentTree": tree, "ParentTreeNextKey": len(self._pages)}
        catalog = document.Catalog
        catalog.StructTreeRoot = root
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        facts = _METADATA.format(title=escape(self._title), language=escape(self._language))
        kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        catalog.Metadata = PDFStream(kind, facts.encode())


def _facts(element: Element, number: int, page: Any, parent: Any) -> dict[str, Any]:
    """Give what an element of the tree says of itself."""
    from reportlab.pdfbase.pdfdoc import PDFName, PDFString  # noqa: PLC0415

    facts = {"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent, "Pg": page, "K": number,
             "Lang": PDFString(element.language)}  # fmt: skip
    if element.described:
        facts["Alt"] = PDFString(element.described)
    return facts
