"""The roles of type on A4: face, size and floor in pt (print.md section 2).

No script may go below the floor for parents.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from meetingplace.documents.fonts import Cut
from meetingplace.documents.typeset import Manner


@dataclass(frozen=True)
class Role:
    """How a kind of text is set: manner, size in pt, the smallest size allowed, even lines or not."""

    manner: Manner
    size: float
    floor: float
    is_balanced: bool = False
    is_title: bool = False


_BLACK, _SEMIBOLD, _PLAIN, _TEXT, _HEAVY = Cut.BLACK, Cut.SEMIBOLD, Cut.PLAIN, Cut.TEXT, Cut.TEXT_BOLD

ROLES = {
    # flyers
    "title": Role(Manner(_BLACK, 0.96, -0.012), 66, 34, is_balanced=True, is_title=True),
    "column_title": Role(Manner(_BLACK, 0.96, -0.012), 37, 24, is_balanced=True, is_title=True),
    "whom": Role(Manner(_SEMIBOLD, 1.2), 18, 13, is_balanced=True),
    "column_whom": Role(Manner(_SEMIBOLD, 1.2), 15.5, 13, is_balanced=True),
    "entry": Role(Manner(_TEXT, 1.36), 13, 10, is_balanced=True),
    "column_entry": Role(Manner(_HEAVY, 1.3), 12, 10, is_balanced=True),
    "body": Role(Manner(_TEXT, 1.36), 11.5, 10),
    "sign": Role(Manner(_TEXT, 1.36), 11.5, 10, is_balanced=True),
    "day": Role(Manner(_SEMIBOLD, 1.1), 18, 13, is_balanced=True),
    "column_day": Role(Manner(_SEMIBOLD, 1.1), 16, 13, is_balanced=True),
    "hours": Role(Manner(_BLACK, 1.08, is_of_digits=True), 41, 24),
    "column_hours": Role(Manner(_BLACK, 1.08, is_of_digits=True), 35, 24),
    "place": Role(Manner(_BLACK, 1.05), 18, 13, is_balanced=True),
    "strip_place": Role(Manner(_BLACK, 1.05), 16, 11, is_balanced=True),
    "address": Role(Manner(_TEXT, 1.3), 12.5, 10, is_balanced=True),
    "strip_address": Role(Manner(_TEXT, 1.3), 11.5, 8.5),
    "stop": Role(Manner(_TEXT, 1.3), 11, 10),
    "strip_stop": Role(Manner(_TEXT, 1.3), 10.5, 9, is_balanced=True),
    "small": Role(Manner(_TEXT, 1.3), 11, 9, is_balanced=True),
    "price": Role(Manner(_BLACK, 1.0), 25, 12, is_balanced=True),
    "price_beside": Role(Manner(_BLACK, 1.0), 17, 11),
    "pill_price": Role(Manner(_BLACK, 1.0), 17, 12),
    "language_name": Role(Manner(_HEAVY, 1.2), 10.5, 8.5),
    "cell_price": Role(Manner(_HEAVY, 1.1), 10.5, 9),
    "cell_title": Role(Manner(_BLACK, 1.0, -0.006), 21, 14),
    "cell_whom": Role(Manner(_TEXT, 1.3), 11.5, 9.5, is_balanced=True),
    "cell_when": Role(Manner(_HEAVY, 1.25), 13.5, 10, is_balanced=True),
    "cell_small": Role(Manner(_TEXT, 1.3), 10.5, 9),
    "grid_title": Role(Manner(_HEAVY, 1.15), 17, 11),
    "grid_when": Role(Manner(_HEAVY, 1.2), 13, 8.8, is_balanced=True),
    "grid_whom": Role(Manner(_TEXT, 1.22), 10, 8.5, is_balanced=True),
    "four_title": Role(Manner(_BLACK, 0.96, -0.012), 50, 28, is_balanced=True, is_title=True),
    "many_title": Role(Manner(_BLACK, 0.96, -0.012), 52, 28, is_balanced=True, is_title=True),
    "door_title": Role(Manner(_BLACK, 0.96, -0.012), 83, 42.5, is_balanced=True, is_title=True),
    "door_day": Role(Manner(_BLACK, 1.1), 32, 21, is_balanced=True),
    "door_hours": Role(Manner(_BLACK, 1.05, is_of_digits=True), 53, 34),
    "door_come_in": Role(Manner(_BLACK, 1.06), 24, 15, is_balanced=True),
    "door_whom": Role(Manner(_SEMIBOLD, 1.2), 21, 15.5, is_balanced=True),
    "door_price": Role(Manner(_BLACK, 1.0), 32.5, 15, is_balanced=True),
    "greeting": Role(Manner(_HEAVY, 1.2), 13.5, 9.5),
    "thanks": Role(Manner(_HEAVY, 1.2), 17, 11),
    "question": Role(Manner(_BLACK, 1.08), 21, 14, is_balanced=True),
    "question_text": Role(Manner(_TEXT, 1.3), 14, 10, is_balanced=True),
    "series_title": Role(Manner(_BLACK, 0.96, -0.012), 62, 30, is_balanced=True, is_title=True),
    "times": Role(Manner(_BLACK, 1.1), 20, 13, is_balanced=True),
    "times_hours": Role(Manner(_BLACK, 1.1, is_of_digits=True), 24, 15),
    "date_month": Role(Manner(_BLACK, 1.08), 17, 10),
    "date_number": Role(Manner(_BLACK, 1.0, is_of_digits=True), 34, 9.5),
    "date_off": Role(Manner(_PLAIN, 1.0, is_of_digits=True), 30, 9.5),
    "date_note": Role(Manner(_TEXT, 1.3), 10.5, 9, is_balanced=True),
    "join": Role(Manner(_HEAVY, 1.3), 13, 10, is_balanced=True),
    "month_title": Role(Manner(_BLACK, 0.96, -0.012), 66, 26, is_title=True),
    "under_month": Role(Manner(_PLAIN, 1.2), 17, 11, is_balanced=True),
    "weekday": Role(Manner(_SEMIBOLD, 1.2), 12, 9),
    "day_number": Role(Manner(_BLACK, 1.0, is_of_digits=True), 16, 10),
    "day_empty": Role(Manner(_PLAIN, 1.0, is_of_digits=True), 13, 9.5),
    "day_closed": Role(Manner(_TEXT, 1.1), 9.5, 8.5),
    "entry_title": Role(Manner(_BLACK, 1.06), 17, 11, is_balanced=True),
    "entry_hours": Role(Manner(_BLACK, 1.06, is_of_digits=True), 17, 11),
    "entry_text": Role(Manner(_TEXT, 1.28), 11, 9, is_balanced=True),
    "entry_dutch": Role(Manner(_TEXT, 1.25), 9.5, 8.5),
    "programme_place": Role(Manner(_HEAVY, 1.25), 10.5, 8.5),
    "programme_address": Role(Manner(_TEXT, 1.25), 10, 8.5, is_balanced=True),
    "part": Role(Manner(_BLACK, 1.1), 12, 9),
    "pictogram_word": Role(Manner(_TEXT, 1.2), 11, 9.5, is_balanced=True),
    "dutch_strong": Role(Manner(_HEAVY, 1.25), 9.8, 8.5),
    "dutch_line": Role(Manner(_TEXT, 1.25), 9.8, 8.5),
    "sender": Role(Manner(_BLACK, 1.1), 15, 11),
    "sender_line": Role(Manner(_PLAIN, 1.2), 10, 8.5),
    "contact": Role(Manner(_TEXT, 1.3), 11, 9),
    "caption": Role(Manner(_TEXT, 1.3), 9.5, 9, is_balanced=True),
    "partner": Role(Manner(_HEAVY, 1.15), 8.5, 8.5, is_balanced=True),
    # sheets for the team, A4 landscape; most may take two lines where a language needs more letters
    "sheet_sender": Role(Manner(_BLACK, 1.1), 12, 8.5, is_balanced=True),
    "sheet_kind": Role(Manner(_PLAIN, 1.2), 8.5, 8.5),
    "sheet_title": Role(Manner(_BLACK, 1.0, -0.01), 25.5, 13),
    "sheet_line": Role(Manner(_PLAIN, 1.2), 12.5, 9),
    "sheet_heading": Role(Manner(_BLACK, 1.15), 12, 9),
    "sheet_box_heading": Role(Manner(_BLACK, 1.1), 13.5, 9.5),
    "sheet_tick": Role(Manner(_SEMIBOLD, 1.02), 9.5, 8.5, is_balanced=True),
    "sheet_row": Role(Manner(_TEXT, 1.2), 10, 8.5),
    "sheet_small": Role(Manner(_TEXT, 1.25), 9, 8.5),
    "sheet_code": Role(Manner(_HEAVY, 1.2, is_of_digits=True), 11.5, 8.5),
    "sheet_name": Role(Manner(_HEAVY, 1.15), 14, 9.5),
    "sheet_age": Role(Manner(_TEXT, 1.2), 11, 8.5),
    "card_name": Role(Manner(_HEAVY, 1.1), 34, 14, is_balanced=True),
    "card_greeting": Role(Manner(_TEXT, 1.2), 12, 9.5),
    # plans for the team; what stands in a cell is as large as the fullest cell allows
    "plan_number": Role(Manner(_BLACK, 1.0), 40, 24),
    "plan_day": Role(Manner(_SEMIBOLD, 1.1), 11, 9),
    "plan_heading": Role(Manner(_BLACK, 1.15), 11, 9),
    "plan_hours": Role(Manner(Cut.BOLD, 1.16), 10, 7),
    "plan_text": Role(Manner(_PLAIN, 1.16), 10, 7),
    "plan_small": Role(Manner(_PLAIN, 1.16), 8.5, 7),
    # the referral slip, A5
    "slip_house": Role(Manner(_BLACK, 1.1), 13, 9.5),
    "slip_title": Role(Manner(_BLACK, 0.98, -0.01), 30, 20, is_balanced=True, is_title=True),
    "slip_beside": Role(Manner(_SEMIBOLD, 1.2), 15, 10.5, is_balanced=True),
    "slip_partner": Role(Manner(_BLACK, 1.05), 23, 12, is_balanced=True),
    "slip_address": Role(Manner(_TEXT, 1.3), 12, 9),
    "slip_phone": Role(Manner(_HEAVY, 1.2), 15, 9),
    "slip_stop": Role(Manner(_TEXT, 1.25), 13, 9),
    "slip_fact": Role(Manner(_BLACK, 1.1), 15, 10),
    "slip_partner_long": Role(Manner(_BLACK, 1.05), 16, 12, is_balanced=True),
    "slip_address_long": Role(Manner(_TEXT, 1.25), 10.5, 9),
    "slip_fact_long": Role(Manner(_BLACK, 1.1), 12, 10),
    "slip_small": Role(Manner(_TEXT, 1.3), 11, 9),
    "slip_heading": Role(Manner(_BLACK, 1.15), 11, 9),
    "slip_foot": Role(Manner(_TEXT, 1.25), 9, 8.5),
    # posters, sheets and slips by which parents take part, on A4; an A3 is the same, enlarged
    "poster_title": Role(Manner(_BLACK, 0.98, -0.012), 56, 30, is_balanced=True, is_title=True),
    "poster_question": Role(Manner(_BLACK, 0.98, -0.012), 46, 24, is_balanced=True, is_title=True),
    "poster_beside": Role(Manner(_SEMIBOLD, 1.2), 15.5, 10.5, is_balanced=True),
    "poster_sender": Role(Manner(_BLACK, 1.1), 14, 9.5),
    "poster_own": Role(Manner(_BLACK, 1.08), 15, 12),
    "poster_word": Role(Manner(_TEXT, 1.3), 11, 9.5),
    "poster_own_close": Role(Manner(_BLACK, 1.08), 12.5, 11),
    "poster_word_close": Role(Manner(_TEXT, 1.28), 9.5, 9),
    "poster_call": Role(Manner(_BLACK, 1.12), 13, 10.5, is_balanced=True),
    "poster_small": Role(Manner(_TEXT, 1.28), 9.5, 8.5),
    "poster_card": Role(Manner(_BLACK, 1.08), 14.5, 10.5),
    "poster_card_word": Role(Manner(_TEXT, 1.26), 10.5, 9),
    "poster_card_close": Role(Manner(_BLACK, 1.08), 11.5, 10),
    "poster_card_word_close": Role(Manner(_TEXT, 1.24), 9, 8.5),
    "face_word": Role(Manner(_BLACK, 1.1), 12, 9, is_balanced=True),
    "face_word_beside": Role(Manner(_TEXT, 1.25), 9.5, 8.5, is_balanced=True),
    "idea_title": Role(Manner(_BLACK, 1.0, -0.01), 28, 16, is_balanced=True, is_title=True),
    "idea_word": Role(Manner(_TEXT, 1.3), 10, 9),
    # the statement for a parent
    "state_title": Role(Manner(_BLACK, 0.98, -0.012), 40, 22, is_balanced=True, is_title=True),
    "state_heading": Role(Manner(_BLACK, 1.15), 17, 13),
    "state_word": Role(Manner(_TEXT, 1.3), 10.5, 9),
    "state_text": Role(Manner(_TEXT, 1.3), 11.5, 10),
    # the recovery sheet
    "keep_title": Role(Manner(_BLACK, 0.98, -0.012), 45, 24, is_balanced=True, is_title=True),
    "keep_why": Role(Manner(_SEMIBOLD, 1.22), 16, 11, is_balanced=True),
    "keep_word": Role(Manner(_HEAVY, 1.2), 26, 15),
    "keep_number": Role(Manner(_TEXT, 1.2), 13, 11),
    "keep_rule": Role(Manner(_TEXT, 1.32), 12, 9.5),
}


# Type does not shrink as paper does: size and floor in pt as they are printed, by the paper's name
_ON_PAPER: dict[str, tuple[float, dict[str, tuple[float, float]]]] = {
    "a5": (
        148 / 210,
        {
            "title": (46, 24), "column_title": (28, 16), "whom": (12, 10), "column_whom": (12, 9.5), "entry": (10, 9),
            "column_entry": (10, 8.5), "body": (9.5, 8.5), "sign": (9.5, 8.5), "day": (13, 10.5),
            "column_day": (13, 10), "hours": (31, 18), "column_hours": (24, 17), "place": (13, 10.5),
            "strip_place": (12, 9.5), "address": (10, 8.5), "strip_address": (9.5, 8.5), "stop": (9.5, 8.5),
            "strip_stop": (9, 8.5), "small": (9.5, 8.5), "price": (17, 8.5), "price_beside": (11.5, 8.5),
            "pill_price": (13, 9.5), "pictogram_word": (9.5, 8.5),
            "dutch_strong": (8.8, 8.5), "dutch_line": (8.8, 8.5), "sender": (12, 9.5), "sender_line": (8.5, 8.5),
            "contact": (9, 8.5), "caption": (9, 8.5), "partner": (8.5, 8.5),
            "thanks": (12, 9), "question": (15, 11), "question_text": (10.5, 8.5),
            "series_title": (44, 22), "times": (14.5, 10), "times_hours": (17, 11), "date_month": (12.5, 9),
            "date_number": (24, 8.8), "date_off": (21, 8.8), "date_note": (9, 8.5), "join": (10.5, 8.5),
        },
    ),
    "a6x4": (
        1.0,
        {
            "title": (29, 18), "whom": (11, 9), "day": (10.5, 9), "hours": (20, 13), "place": (10, 8.5),
            "address": (8.5, 8.5), "stop": (8.5, 8.5), "price": (14.5, 9), "sender": (11, 8.5), "contact": (8.5, 8.5),
            "caption": (8.5, 8.5), "partner": (8.5, 8.5), "entry": (9.5, 8.5), "cell_title": (14.5, 10.5),
            "cell_when": (10.5, 8.5),
        },
    ),
}  # fmt: skip


def _on_paper() -> dict[str, Role]:
    return {
        f"{name}@{paper}": replace(ROLES[name], size=round(size / enlarged, 2), floor=round(floor / enlarged, 2))
        for paper, (enlarged, sizes) in _ON_PAPER.items()
        for name, (size, floor) in sizes.items()
    }


ROLES |= _on_paper()


def role_on(paper: str, name: str) -> str:
    """Give the name of a role as it is on a paper; without a size of its own there, it grows as the paper does."""
    own = f"{name}@{paper}"
    return own if own in ROLES else name
