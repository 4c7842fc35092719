"""The first whole day of a host at the real program, in a process of its own; `test_first_day.py` switches it off.

Three chapters, each a start of the program: the morning until the PC goes off in the middle of an arrival, the rest of
the day until it goes off again, and the morning after. A chapter prints a line when it has come to its end.
"""

from __future__ import annotations

import os
import sys
import traceback
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from meetingplace import startup
from meetingplace.ui import application
from tests.journeys.driver import Host

PASSPHRASE = "drie eendjes op de tram"
MOON = "قمر"
PLAY, WISH, ANSWER = "لعب وحديث", "نتمنى مكانًا للعربات", "سيكون هناك مكان في الممر"
KEPT = [
    *("wo 14 okt", "wo 18 nov", "wo 25 nov", "wo 2 dec", "wo 9 dec", "wo 16 dec"),
    *("wo 6 jan", "wo 13 jan", "wo 20 jan", "wo 27 jan"),
]
SKIPPED = [
    "Behoud wo 21 okt: Herfstvakantie",
    "Behoud wo 28 okt: Herfstvakantie",
    "Behoud wo 4 nov: Herfstvakantie",
    "Behoud wo 11 nov: Wapenstilstand",
    "Behoud wo 23 dec: Kerstvakantie",
    "Behoud wo 30 dec: Kerstvakantie",
]


class Clock(datetime):
    """The clock of this PC: it stands on a Wednesday, and is put on by the story."""

    shows = datetime(2026, 10, 14, 8, 40)

    @classmethod
    def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
        """Give the hour of the story."""
        return cls.shows


def morning(host: Host, paper: Path) -> None:
    """Set up the house, plan a series, make its flyer, open the desk; the PC goes off while a family is typed in."""
    set_up(host, paper)
    plan_a_series(host)
    write_the_flyer(host)
    say_where_it_is(host)
    save_the_flyer(host, paper / "flyer.pdf")
    note_a_family(host)
    Clock.shows = datetime(2026, 10, 14, 9, 40)
    let_people_in(host)
    host.press("Nieuw gezin")
    host.type_into("Roepnaam", "Half getypt")


def afternoon(host: Host, _paper: Path) -> None:
    """Find the morning back, hear a parent, answer, see it on Today; the PC goes off while another voice is typed."""
    Clock.shows = datetime(2026, 10, 14, 10, 30)
    open_the_house(host)
    host.press("Aankomst")
    the_desk_is_as_it_was(host)
    host.sees_no("Half getypt")
    host.press("Flyers")
    host.sees("Blad 1 van 1")
    host.pick("Nog een taal", "العربية")
    host.sees(PLAY)
    hear_a_parent(host)
    host.press("Vandaag")
    host.sees("1 stem zonder antwoord")
    answer_the_parent(host)
    host.press("Vandaag")
    host.sees("Spelen & babbelen")
    host.sees_no("zonder antwoord")
    host.press("Inbreng")
    host.press("Nieuwe stem")
    host.type_into("Wat de ouder zegt", "Half getypt")


def next_day(host: Host, paper: Path) -> None:
    """Find everything back, on every screen; what was only half typed was never said to be kept."""
    Clock.shows = datetime(2026, 10, 15, 9, 0)
    open_the_house(host)
    host.press("Vandaag")
    host.sees("14 oktober, 9:30 Spelen & babbelen")
    host.sees_no("zonder antwoord")
    host.press("Planning")
    host.press("Lijst")
    host.press("Dit schooljaar")
    host.wait_for(lambda: [words for words in host.words() if words.startswith("wo ")] == KEPT, "the dates")
    host.press("Vandaag")
    host.open_card("1 moment is nog niet afgesloten")
    host.sees("Spelen & babbelen afsluiten")
    host.press("Annuleer")
    the_desk_is_as_it_was(host)
    host.press("Gezinnen")
    host.sees("2 gezinnen", MOON, "Sneeuwvlok")
    host.press("Inbreng")
    host.sees("Gepland: 1 stem", WISH)
    host.sees_no("Half getypt")
    host.open_card("العربية, ")
    host.sees(WISH, ANSWER, "Er komt een plek in de gang")
    host.press("Huis")
    host.press("Plekken")
    host.sees("Kersenhofstraat 12, 1070 Anderlecht")
    host.press("Op slot")
    host.keys("2468", Qt.Key.Key_Return)
    host.sees("Kersenhofstraat 12, 1070 Anderlecht")


# --- the morning ---


def set_up(host: Host, paper: Path) -> None:
    """Go through the first run: language, house and place, passphrase with its sheet, host, an empty house."""
    host.press("Nederlands")
    host.sees("In welke taal werk je?")
    host.press("Ga verder")
    host.type_into("Naam van het huis", "De Kersenpit")
    host.type_into("Eerste plek", "Kuregem")
    host.keys("", Qt.Key.Key_Return)
    host.press("Zelf kiezen")
    host.type_into("Je eigen wachtzin", PASSPHRASE)
    host.type_into("Nog een keer", PASSPHRASE)
    with host.saving_as(str(paper / "herstelblad.pdf")):
        host.press("Bewaar als PDF")
    host.press("Ga verder")  # it says "Druk af en ga verder" until the sheet is kept
    host.type_into("Je naam", "Samira")
    host.type_into("Pincode", "2468")
    host.type_into("Nog een keer", "2468")
    host.press("Ga verder")
    host.press("Met een leeg huis")
    host.press("Beginnen")
    host.type_into("Wachtzin", PASSPHRASE)
    host.press("Open")
    host.sees("Samira zit hier")


def plan_a_series(host: Host) -> None:
    """Plan every Wednesday until the end of January, without holidays; the dates are worked out by hand."""
    host.press("Planning")
    host.press("Nieuw moment")
    host.type_into("Titel", "Spelen & babbelen")
    host.type_into("Van", "9:30")
    host.type_into("Tot", "12")
    host.press("Vaker")
    host.type_into("Laatste dag", "27/1/2027")
    host.press("Samenhang")
    # 16 Wednesdays: two in the French autumn holidays, one in the Flemish ones, Armistice Day, two at Christmas
    host.sees("Dit worden 10 momenten, 6 dagen vallen weg")
    host.wait_for(lambda: [words for words in host.words() if words.startswith("wo ")] == KEPT, "the dates")
    skipped = [words.partition(" (")[0] for words in host.words() if words.startswith("Behoud wo ")]
    assert skipped == SKIPPED, skipped
    host.press("Plan het")
    host.sees("10 momenten gepland", "woensdag 14 oktober, 9:30 – 12:00, Spelen & babbelen")


def write_the_flyer(host: Host) -> None:
    """Make the flyer Dutch and Arabic, with a title of one's own in Arabic."""
    host.press("Flyers")
    host.sees("Blad 1 van 1, Nederlands + Français")
    host.pick("Nog een taal", "العربية")
    host.press("Français")
    host.press("Twee talen")
    host.press("Schrijf: العربية")
    host.type_into("Titel", PLAY)
    host.press("Bewaar")
    host.sees("Blad 1 van 1, Nederlands + العربية", "door een mens")


def say_where_it_is(host: Host) -> None:
    """Fill in the address that the flyer says is missing."""
    host.sees("Ontbreekt nog in het Nederlands: het adres")
    host.press("Huis")
    host.press("Plekken")
    host.open_card("Kuregem")
    host.type_into("Straat en nummer", "Kersenhofstraat 12")
    host.type_into("Postcode", "1070")
    host.type_into("Gemeente", "Anderlecht")
    host.press("Bewaar")
    host.sees("Kuregem, Kersenhofstraat 12, 1070 Anderlecht")


def save_the_flyer(host: Host, file: Path) -> None:
    """Look at the paper and save it."""
    host.press("Flyers")
    host.sees("Blad 1 van 1, Nederlands + العربية")
    host.sees_no("Ontbreekt nog in het Nederlands")
    with host.saving_as(str(file)):
        host.pick("Bewaar of deel", "Bewaar als PDF")
    host.sees("Bewaard: flyer.pdf")


def note_a_family(host: Host) -> None:
    """Write down a family that came before there was a program."""
    host.press("Gezinnen")
    host.press("Nieuw gezin")
    host.type_into("Roepnaam", "Sneeuwvlok")
    host.press("Voeg gezin toe")
    host.sees("1 gezin")


def let_people_in(host: Host) -> None:
    """Open the desk: a new family, a known one by two letters, guests, plus and minus, and one undo."""
    host.press("Vandaag")
    host.press("Open het onthaal")
    host.press("Nieuw gezin")
    host.type_into("Roepnaam", MOON)
    host.press("1 jaar")
    host.press("Binnen")
    host.sees("1 kind, nog 19 plaatsen")
    host.type_into("Typ twee letters van de naam", "sn")
    host.keys("", Qt.Key.Key_Return)
    host.sees("Sneeuwvlok is binnen")
    host.press("Gast")
    host.press("2 jaar")
    host.press("Binnen")
    host.sees("2 kinderen, nog 18 plaatsen")
    for _press in range(3):
        host.press("3 jaar: één meer")
    host.sees("5 kinderen, nog 15 plaatsen")
    host.press("3 jaar: één minder")
    host.sees("4 kinderen, nog 16 plaatsen")
    host.press("papa: één meer")
    host.sees("papa, zonder naam: 1")
    host.hold(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Z)
    host.sees("papa: 0")
    the_desk_is_as_it_was(host)


def the_desk_is_as_it_was(host: Host) -> None:
    """See who is in: two families and a guest with their children, and two unnamed children; three adults."""
    host.sees(MOON, "Sneeuwvlok", "4 kinderen, nog 16 plaatsen", "3 volwassenen", "3 jaar: 2", "papa: 0")


# --- the afternoon ---


def open_the_house(host: Host) -> None:
    """Type the passphrase, wrong first."""
    host.type_into("Wachtzin", "twee eendjes op de tram")
    host.press("Open")
    host.sees("Deze wachtzin klopt niet. Er is niets veranderd")
    host.type_into("Wachtzin", PASSPHRASE)
    host.keys("", Qt.Key.Key_Return)
    host.sees("Samira zit hier")


def hear_a_parent(host: Host) -> None:
    """Note a wish in Arabic."""
    host.press("Inbreng")
    host.press("Nieuwe stem")
    host.type_into("Wat de ouder zegt", WISH)
    host.press("العربية")
    host.type_into("Vertaling (hoeft niet)", "Graag een plek voor de buggy's")
    host.press("Noteer het")
    host.sees("De stem is genoteerd", WISH)


def answer_the_parent(host: Host) -> None:
    """Answer it, in both languages."""
    host.press("Inbreng")
    host.press("Geef antwoord")
    host.type_into("Het antwoord, en waarom", "Er komt een plek in de gang")
    host.type_into("Hetzelfde in العربية", ANSWER)
    host.press("Gepland")
    host.press("Bewaar het antwoord")
    host.sees("Gepland: 1 stem")


CHAPTERS = {"morning": morning, "afternoon": afternoon, "next_day": next_day}


def main(chapter: str, paper: Path) -> None:
    """Start the program, play a chapter, say so, and sit there until the machine goes off."""
    application.datetime = Clock  # type: ignore[misc, attr-defined]
    running = application._application()
    program = application.Program(running, startup.usual_address())
    program.begin()
    try:
        CHAPTERS[chapter](Host(lambda: program.shell or program.page), paper)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    print("done", flush=True)
    running.exec()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
