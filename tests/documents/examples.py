"""Flyers and sheets to test with: small functions with keyword defaults, and titles in thirty languages."""

from __future__ import annotations

import io
from datetime import date, time
from typing import Any

from PIL import Image

from meetingplace.documents.flyers.content import FlyerContent, FlyerFacts, FlyerText
from meetingplace.documents.moods import Mood
from meetingplace.documents.sheets import SheetHead
from meetingplace.domain.recurrence import Weekly
from meetingplace.i18n.catalog import translator

TITLES = {
    "nl": "Spelen en ontmoeten",
    "fr": "Jouer et se rencontrer",
    "en": "Play and meet",
    "ar": "لعب ولقاء",
    "es": "Jugar y encontrarse",
    "tr": "Oyun ve buluşma",
    "ro": "Joacă și întâlniri",
    "pt": "Brincar e encontrar-se",
    "it": "Giocare e incontrarsi",
    "pl": "Zabawa i spotkania",
}
FURTHER_TITLES = {
    "de": "Spielen und sich treffen",
    "ru": "Играем и знакомимся",
    "uk": "Граємо і знайомимося",
    "bg": "Игри и срещи",
    "el": "Παίζω και γνωρίζω",
    "sq": "Lojë dhe takim",
    "fa": "بازی و دیدار",
    "prs": "بازی و دیدار",
    "ps": "لوبې او لیدنه",
    "ur": "کھیل اور ملاقات",
    "so": "Ciyaar iyo kulan",
    "ti": "ጸወታን ርክብን",
    "am": "ጨዋታ እና ትውውቅ",
    "zgh": "ⵓⵔⴰⵔ ⴷ ⵓⵎⵢⴰⴳⴰⵔ",
    "ln": "Kosakana mpe kokutana",
    "sw": "Kucheza na kukutana",
    "ku": "Lîstik û hevdîtin",
    "hi": "खेलें और मिलें",
    "pa": "ਖੇਡੋ ਅਤੇ ਮਿਲੋ",
    "zh": "一起玩耍，互相认识",
}
EVERY_TITLE = {**TITLES, **FURTHER_TITLES}
TRANSLATORS = {language: translator("paper", language) for language in EVERY_TITLE}


def facts(**changed: Any) -> FlyerFacts:
    values: dict[str, Any] = {
        "house_name": "Huis Kersenhof",
        "house_line": "ontmoetingsplaats voor ouders en kinderen · Schaarbeek",
        "place_name": "De Kers",
        "address": "Kersenhofstraat 12",
        "town": "1030 Schaarbeek",
        "stop": "tram 55, halte Kersenplein",
        "stop_kind": "tram",
        "first_day": date(2026, 11, 18),
        "rule": Weekly((2,), date(2026, 11, 18), date(2027, 6, 30)),
        "start": time(9, 30),
        "end": time(12, 0),
        "skips_school_holidays": True,
        "from_months": 0,
        "to_months": 72,
        "price_cents": 0,
        "is_walk_in": True,
        "expect": ("play", "coffee", "talk", "books", "feeding"),
        "phone": "02 555 01 23",
        "email": "hallo@kersenhof.example",
        "languages_spoken": ("nl", "fr"),
        "seed": 7,
        "mood": Mood.CHERRY,
        "partners": ("Brede School Kersenwijk",),
    }
    return FlyerFacts(**{**values, **changed})


def content(language: str = "nl", *, title: str | None = None, body: str = "", **changed: Any) -> FlyerContent:
    main = FlyerText(language, TITLES[language] if title is None else title, body)
    texts = (main,) if language == "nl" else (main, FlyerText("nl", TITLES["nl"]))
    return FlyerContent(facts(**changed), texts)


def sheet_head(**changed: Any) -> SheetHead:
    values: dict[str, Any] = {
        "house_name": "Huis Kersenhof",
        "title": "Spelen en ontmoeten",
        "day": date(2026, 11, 18),
        "start": time(9, 30),
        "end": time(12, 0),
        "place": "De Kers, Schaarbeek",
        "session_code": "s 214",
        "mood": Mood.PARK,
    }
    return SheetHead(**{**values, **changed})


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), colour: str = "#3366CC") -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, colour).save(made, kind)
    return made.getvalue()
