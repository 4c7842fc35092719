"""The words of the Flyers screen, made of its board. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence

from meetingplace.domain.language import is_right_to_left
from meetingplace.i18n import phrases
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.i18n.formats import Formats, own_name
from meetingplace.i18n.words import flyer_fact_name, reader_words, text_state_name
from meetingplace.services.flyer_checks import Check, CheckKind, TextLine
from meetingplace.services.flyer_layouts import layouts_of
from meetingplace.services.flyers import Draft, FlyerBoard, Paper, Subject
from meetingplace.services.recent_flyers import RecentFlyer
from meetingplace.ui.flyers.shown import (
    BoardShown,
    CheckShown,
    CheckState,
    PageShown,
    RecentShown,
    SubjectShown,
    TextShown,
)

_CHIPS = {
    "source": ("good", "check"),
    "human": ("good", "check"),
    "checked": ("good", "account-check-outline"),
    "machine": ("wait", "robot-outline"),
}

_MOST_NAMED = 2  # languages on the button between the pages


class Wording:
    """Says everything of a flyer in the program's language."""

    def __init__(self, words: Translator, formats: Formats) -> None:
        """Take the words and how they are written."""
        self._ = words
        self._formats = formats

    def subject(self, subject: Subject, is_chosen: bool = False, with_place: bool = False) -> SubjectShown:
        """Say what a flyer may be about, and when that is."""
        if subject.month:
            place_name = subject.place or self._("all places")
            month = self._formats.month(subject.month)
            return SubjectShown(None, None, month, place_name, None, is_chosen)
        place = (subject.place,) if with_place and subject.place else ()
        line = ", ".join((self._when(subject), self._formats.time(subject.start), *place))
        return SubjectShown(subject.session_id, subject.series_id, subject.title, line, subject.function, is_chosen)

    def _when(self, subject: Subject) -> str:
        formats, rule = self._formats, subject.rule
        if rule is None:
            return formats.short_day(subject.day)
        return phrases.recurrence(translator("paper", formats.language), rule)

    def board(self, board: FlyerBoard, size: Check | None = None) -> BoardShown:
        """Say what stands beside the preview; `size` is the check of the paper that was made."""
        _ = self._
        line = _.plural("{paper}, {n} page", "{paper}, {n} pages", len(board.pages), paper=self.paper(board.paper))
        looked_at = (*board.checks, *((size,) if size else ()))
        checks = (*(self._check(check) for check in looked_at), *self._made(board))
        return BoardShown(line, tuple(self._text(text) for text in board.texts), checks, board.sheets_of is not None)

    def paper(self, paper: Paper) -> str:
        """Name a paper."""
        _ = self._
        return {
            Paper.A6X4: _("4 × A6"),
            Paper.A4_LANDSCAPE: _("A4 wide"),
            Paper.A3_LANDSCAPE: _("A3 wide"),
        }.get(paper) or paper.value.upper()

    def _text(self, text: TextLine) -> TextShown:
        _ = self._
        state = "source" if (text.language, text.state) == ("nl", "human") else text.state  # Dutch is our own
        kind, icon = _CHIPS["checked"] if text.read_by else _CHIPS[state]
        if text.is_missing:
            kind, icon = "wait", "pencil-outline"
        is_unread = not text.is_missing and text.read_by is None and text.state != "checked" and text.language != "nl"
        return TextShown(
            language=text.language,
            name=own_name(text.language),
            title="" if text.is_missing else text.title,
            is_right_to_left=is_right_to_left(text.language),
            state=_("no words yet") if text.is_missing else self._read(text) or text_state_name(_, state),
            state_kind=kind,
            state_icon=icon,
            change=_("Write") if text.is_missing else _("Change"),
            read=_("Read by…") if is_unread else "",
        )

    def _read(self, text: TextLine) -> str:
        """Say who read the words, on which day."""
        if text.read_by is None or text.read_on is None:
            return ""
        return f"{reader_words(self._)[text.read_by]}, {self._formats.day_of_month(text.read_on)}"

    def _check(self, check: Check) -> CheckShown:
        state = CheckState.BLOCKS if check.blocks else CheckState.GOOD if check.is_good else CheckState.OPEN
        return CheckShown(self._good(check.kind) if check.is_good else self._open(check), state)

    def _good(self, kind: CheckKind) -> str:
        _ = self._
        return {
            CheckKind.FACTS: _("Place, day, hours and price stand there in Dutch"),
            CheckKind.SENDER: _("It is clear who invites"),
            CheckKind.OWN_TEXT: _("Every language has its own words"),
            CheckKind.READ: _("No machine text is left unread"),
            CheckKind.PARENT: _("A parent read every text"),
            CheckKind.PHRASES: _("People wrote or checked the fixed phrases"),
            CheckKind.PICTURE: _("The picture is fine enough for this paper"),
            CheckKind.TEXT_SIZE: _("The letters are large enough"),
        }[kind]

    def _open(self, check: Check) -> str:
        _ = self._
        if check.kind in (CheckKind.FACTS, CheckKind.SENDER):
            missing = self._formats.list_of([flyer_fact_name(_, fact) for fact in check.open_for])
            return _("Still missing in Dutch: {missing}", missing=missing)
        if check.kind is CheckKind.TEXT_SIZE:
            return _("The words are many: letters of {size} points. Shorter words or larger paper read better.",
                     size=self._formats.number(float(check.open_for[0])))  # fmt: skip
        if check.kind is CheckKind.PICTURE:
            return _("“{name}” is too coarse for this paper", name=check.open_for[0])
        languages = self._names(check.open_for)
        return {
            CheckKind.OWN_TEXT: _("Dutch words will stand there for: {languages}", languages=languages),
            CheckKind.PARENT: _("No parent read it yet in: {languages}", languages=languages),
            CheckKind.READ: _("Let a speaker read: {languages}", languages=languages),
            CheckKind.PHRASES: _("No speaker checked the fixed phrases yet in: {languages}", languages=languages),
        }[check.kind]

    def _names(self, languages: Sequence[str]) -> str:
        return ", ".join(own_name(code) for code in languages)

    def look(self, draft: Draft) -> str:
        """Say how a flyer looks: "Two languages, A4 · Nederlands, Français"."""
        kind = "series" if draft.series_id is not None else "month" if draft.month else "session"
        named = {one.key: one.name(self._formats.language) for one in layouts_of(kind)}
        return f"{named.get(draft.layout, draft.layout)}, {self.paper(draft.paper)} · {self._names(draft.languages)}"

    def recent(self, made: RecentFlyer) -> RecentShown:
        """Say what was made, how it looked and when."""
        _ = self._
        title = made.title or (self._formats.month(made.draft.month) if made.draft.month else "")
        day = f" {self._formats.short_day(made.day)}" if made.day else ""
        on = self._formats.day_of_month(made.made_at.date())
        said = _("changed since it was made on {day}", day=on) if made.is_out_of_date else _("made on {day}", day=on)
        return RecentShown(f"{title}{day}", f"{self.look(made.draft)} · {said}", made.is_out_of_date)

    def _made(self, board: FlyerBoard) -> tuple[CheckShown, ...]:
        _ = self._
        if board.made_at is None:
            return ()
        day = self._formats.day_of_month(board.made_at.date())
        if board.is_out_of_date:
            return (CheckShown(_("Changed since it was made on {day}: print it again", day=day), CheckState.OPEN),)
        return (CheckShown(_("Made on {day}", day=day), CheckState.GOOD),)

    def page(self, picture: bytes, number: int, pages: Sequence[Sequence[str]], tall: float) -> PageShown:
        """Say which page this is, and its languages; the Dutch that stands on every page is not named each time."""
        own = [[code for code in page if code != "nl"] or ["nl"] for page in pages]
        return PageShown(
            picture,
            place=self._("Page {n} of {m}", n=number + 1, m=len(pages)),
            short=f"{number + 1}/{len(pages)} · {self._few(own[number])}",
            languages=" + ".join(own_name(code) for code in pages[number]),
            tall=tall,
            pages=tuple(f"{at + 1} · {self._names(codes)}" for at, codes in enumerate(own)),
            has_before=number > 0,
            has_after=number < len(pages) - 1,
        )

    def _few(self, codes: Sequence[str]) -> str:
        shown = self._names(codes[:_MOST_NAMED])
        return f"{shown} …" if len(codes) > _MOST_NAMED else shown
