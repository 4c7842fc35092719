"""Make the handbook: a picture of every screen in each language, and the English pages in docs/.

    make handbook                   pictures and pages
    tools/handbook.py pages         pages only, from resources/help/en

The help pages of the program (`resources/help/<language>/<screen>.md`) are the source of the pages in docs/. The
pictures show the sample house on one morning, so that they change only when the program does.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from meetingplace.domain.language import PROGRAM  # noqa: E402
from meetingplace.paths import write_whole  # noqa: E402

HELP = ROOT / "resources" / "help"
DOCS = ROOT / "docs"
MORNING = date(2026, 11, 10)  # a Tuesday; the next day is a public holiday
COLOURS = 128  # enough for flat screens, and a third of the size


def screens() -> list[str]:
    """List the screens that have an English help page, in the order of the rail; the others follow."""
    from meetingplace.ui import doors

    doored = [door.key for door in doors.DOORS]
    pages = sorted(file.stem for file in (HELP / "en").glob("*.md"))
    return [key for key in doored if key in pages] + [key for key in pages if key not in doored]


def docs_page(key: str) -> str:
    """Give a page of docs/ as it must be: the English help page, its pictures found from there."""
    page = (HELP / "en" / f"{key}.md").read_text(encoding="utf-8")
    return page.replace("](", "](../resources/help/en/") if "](" in page else page


def write_pages() -> None:
    """Write the pages of docs/."""
    for key in screens():
        write_whole(DOCS / f"{key}.md", docs_page(key).encode())


def take_pictures() -> None:
    """Take the pictures of every screen that a help page shows, in each language of the program."""
    from meetingplace.ui.screenshots import take

    for language in PROGRAM:
        with tempfile.TemporaryDirectory() as beside:
            for file in take(Path(beside), language=language, sample_day=MORNING):
                target = HELP / language / file.name
                if f"({file.name})" in _all_pages(language):
                    write_whole(target, _small(file))


def _all_pages(language: str) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in (HELP / language).glob("*.md"))


def _small(file: Path) -> bytes:
    made = io.BytesIO()
    with Image.open(file) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(made, "PNG", optimize=True)
    return made.getvalue()


def main(words: Sequence[str]) -> int:
    """Run it."""
    parser = argparse.ArgumentParser(prog="handbook.py", description="Make the handbook.")
    parser.add_argument("what", nargs="?", choices=("all", "pages"), default="all")
    if parser.parse_args(words).what == "all":
        take_pictures()
    write_pages()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
