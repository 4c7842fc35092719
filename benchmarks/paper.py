"""Flyers: a page that is warm, and ten languages from cold, against reportlab setting the same words in Helvetica."""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.measuring import Row, child, median


def rows(ten_years: Path, runs: int) -> Iterator[Row]:
    """Measure flyers on the house of ten years."""
    warm, cold, bare = (child("paper", ten_years, what, runs) for what in ("warm", "cold", "bare"))
    same = "reportlab, Helvetica"
    yield Row("flyer, one language, A4, warm", warm["ours"], "ms", 25, f"{same}, a page, ms", warm["bare"])
    yield Row(
        "flyers in ten languages, cold (thirty: 1500)", cold["ours"], "ms", 500, f"{same}, cold, ms", bare["bare"]
    )


def _measure(folder: Path, what: str, runs: int) -> dict[str, float]:
    if what == "bare":
        return {"bare": median(lambda: _bare([["Spelen en ontmoeten"] * 20] * 10), 1)}
    began = time.perf_counter()
    from benchmarks.houses import opened
    from meetingplace.domain.language import PAPER
    from meetingplace.services import flyers, planning

    loaded = time.perf_counter() - began
    with opened(folder):
        session = planning.sessions_of_period(date.today(), date.today(), 1)[0][0]
        began = time.perf_counter()
        if what == "cold":
            flyers.preview(flyers.Draft(session.id, layout="one-language", languages=PAPER))
            return {"ours": (time.perf_counter() - began + loaded) * 1_000}
        draft = flyers.Draft(session.id, layout="one-language", languages=("nl",))
        words = flyers.plain_text(draft).splitlines()
        flyers.preview(draft)
        return {"ours": median(lambda: flyers.preview(draft), runs), "bare": median(lambda: _bare([words]), runs)}


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
