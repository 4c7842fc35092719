"""Flyers: pages that are warm, thirty languages from cold, a change until its picture.

Beside them: reportlab setting the same words in Helvetica, and Typst setting them in the same face.
"""

from __future__ import annotations

import importlib.util
import io
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import Row, child, median, milliseconds

if TYPE_CHECKING:
    from meetingplace.services.flyers import Draft


def rows(ten_years: Path, runs: int) -> Iterator[Row]:
    """Measure flyers on the house of ten years."""
    warm, cold, bare = (child("paper", ten_years, what, runs) for what in ("warm", "cold", "bare"))
    same = "reportlab, Helvetica"
    yield Row("flyer, one language, A4, warm", warm["nl"], "ms", 25, f"{same}, a page, ms", warm["bare"])
    yield Row("flyer in Arabic, A4, warm", warm["ar"], "ms", 25, f"{same}, a page, ms", warm["bare"])
    yield Row("flyer, a change until its picture", warm["change"], "ms", 300)
    yield Row("flyer, one A4 without a picture", warm["bytes"] / 1_000, "KB", 150)
    yield Row("flyers in thirty languages, cold", cold["ours"], "ms", 1_500, f"{same}, cold, ms", bare["bare"])
    if importlib.util.find_spec("typst"):
        typst = child("paper", ten_years, "typst", runs)
        yield Row("the same words set by Typst, cold", typst["typst"], "ms")
    else:
        print("Typst is not installed (pip install typst): its row is left out.", file=sys.stderr)


def _measure(folder: Path, what: str, runs: int) -> dict[str, float]:
    if what == "bare":
        return {"bare": median(lambda: _bare([["Spelen en ontmoeten"] * 20] * 30), 1)}
    began = time.perf_counter()
    from benchmarks.houses import opened
    from meetingplace.domain.language import PAPER
    from meetingplace.services import flyers, planning

    loaded = time.perf_counter() - began
    with opened(folder):
        session = planning.sessions_of_period(date.today(), date.today(), 1)[0][0]
        draft = flyers.Draft(session.id, layout="one-language", languages=("nl",))
        if what == "typst":
            pages = [(code, flyers.plain_text(draft, code).splitlines()) for code in PAPER]
            return {"typst": milliseconds(lambda: _by_typst(pages))}
        began = time.perf_counter()
        if what == "cold":
            flyers.preview(replace(draft, languages=PAPER))
            return {"ours": (time.perf_counter() - began + loaded) * 1_000}
        return _warm(draft, runs)


def _warm(draft: Draft, runs: int) -> dict[str, float]:
    """Measure pages whose faces are loaded; a change is another title, so that nothing of it was set before."""
    from meetingplace.services import flyers, printing

    arabic = replace(draft, languages=("ar",))
    words = flyers.plain_text(draft).splitlines()
    made, _arabic = flyers.preview(draft), flyers.preview(arabic)
    codes = iter(range(10_000))

    def change() -> None:
        printing.page_picture(flyers.preview(replace(draft, code=f"https://huis.example/{next(codes)}")), 0, 600)

    return {
        "nl": median(lambda: flyers.preview(draft), runs),
        "ar": median(lambda: flyers.preview(arabic), runs),
        "change": median(change, runs),
        "bytes": float(len(made)),
        "bare": median(lambda: _bare([words]), runs),
    }


def _by_typst(pages: list[tuple[str, list[str]]]) -> None:
    """Set the same words in the same face by Typst, a page for each language."""
    import typst

    from meetingplace import paths
    from meetingplace.domain.language import is_right_to_left

    written = ['#set page("a4")\n#set text(font: ("Kurinto Sans", "Kurinto Sans SC"), size: 14pt)']
    for code, lines in pages:
        way = "rtl" if is_right_to_left(code) else "ltr"
        said = "\n".join(f"#text({json.dumps(line, ensure_ascii=False)})\\" for line in lines if line)
        written.append(f"#[#set text(dir: {way})\n{said}\n]\n#pagebreak(weak: true)")
    folder = paths.files_of("weblate_fonts") / "static" / "weblate_fonts" / "kurinto"
    typst.compile("\n".join(written).encode(), font_paths=[str(folder)], ignore_system_fonts=True)


def _bare(pages: list[list[str]]) -> bytes:
    """Set lines in Helvetica on A4, a page for each list."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for words in pages:
        canvas.setFont("Helvetica", 14)
        for number, line in enumerate(words):
            canvas.drawString(60, 780 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))))
