"""The statement: all that is kept about one family, for the parent who asks; in the parent's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from meetingplace.documents.fonts import has_pictogram
from meetingplace.documents.moods import WHITE, Mood
from meetingplace.documents.paper import A4, MM, one_paper_at_a_time
from meetingplace.documents.plans.setting import fitting, wrapped
from meetingplace.documents.roles import ROLES
from meetingplace.documents.sheets import ListSheet
from meetingplace.documents.tally_sheet import relations
from meetingplace.documents.typeset import Setting
from meetingplace.domain.families import BirthMonth, HowHeard, Relation
from meetingplace.i18n.catalog import Translator, isolated
from meetingplace.i18n.formats import Formats, own_name

_FOOT = 279.0  # mm: below it stands the foot only
_TOP, _NEXT_TOP = 36.0, 30.0  # where the text begins on the first page, and on the ones that follow
_WORD, _GAP = 46.0, 4.0  # mm: the words at the start of a fact, and the air after them
_DAY = 40.0  # mm, of a visit


@dataclass(frozen=True)
class KnownChild:
    """A child: its nickname and its birth month, as far as they are known, and whether others come with it too."""

    nickname: str
    born: BirthMonth | None
    is_shared: bool = False


@dataclass(frozen=True)
class KnownVisit:
    """A visit: when and where, and who came; `others` are children without a nickname."""

    arrived: datetime
    left: datetime | None
    title: str
    place: str
    adults: tuple[Relation, ...]
    children: tuple[str, ...]
    others: int


@dataclass(frozen=True)
class Statement:
    """All that is kept about one family on a day; an empty text or None is what is not known."""

    house_name: str
    reached_by: str  # how the house can be reached
    made_on: date
    number: int
    nickname: str
    shape: str  # of its picture
    languages: tuple[str, ...]
    lives_in: str
    first_seen: date | None
    how_heard: HowHeard | None
    brought_by: str
    contact: str
    contact_until: date | None
    children: tuple[KnownChild, ...]
    visits: tuple[KnownVisit, ...]  # newest first
    mood: Mood = Mood.PARK
    mark: str = "fruit-cherries"


def statement_paper(statement: Statement, _: Translator) -> bytes:
    """Make the statement: A4, as many pages as the visits need."""
    with one_paper_at_a_time():
        return _Pages(statement, _).finished()


class _Pages(ListSheet):
    """A statement being written from top to bottom; what does not fit goes on on the next page."""

    def __init__(self, statement: Statement, _: Translator) -> None:
        super().__init__(_, statement.mood, " - ".join((statement.house_name, _("what we know"))), A4)
        self._about, self._ = statement, _
        self._formats = Formats(_.language)
        self._page, self._y = 1, 0.0
        self._letterhead()
        self._title()
        self._rows(self._facts())
        self._heading(_("children"))
        self._rows(self._children())
        self._heading(_("visits"))
        self._rows(self._visits(), _DAY)
        self._rights()
        self._foot()

    def _letterhead(self) -> None:
        about, wide = self._about, self.format.content
        self.mark(about.mark, 0, 11, 11.5)
        self.place(fitting(about.house_name, "sender", 120, 1), 14.9, 14.9, 120)
        self.say(self._("what we know"), "sender_line", 14.9, 19.6, 120, tone="mute")
        day = self._("made on {day}", day=self._formats.long_day(about.made_on))
        self.place(fitting(day, "sender_line", 60, 2), wide - 60, 14.9, 60, tone="mute", align="end")
        self._y = _TOP if self._page == 1 else _NEXT_TOP

    def _foot(self) -> None:
        wide = self.format.content
        self.rule(0, _FOOT + 2, wide, self.palette.line)
        self.place(fitting(self._about.reached_by, "caption", wide - 40, 1), 0, _FOOT + 6.5, wide - 40, tone="mute")
        self.say(str(self._page), "caption", wide - 30, _FOOT + 6.5, 30, tone="mute", align="end")

    def _title(self) -> None:
        about, room = self._about, self.format.content - 36
        self.disc(self.format.content - 28, self._y, 28, self.palette.deep)
        shape = about.shape if has_pictogram(about.shape) else "star"
        self.pictogram(shape, self.format.content - 28 + 5.3, self._y + 5.3, 17.4, WHITE)
        title = fitting(about.nickname, "state_title", room, 2)
        under = self.run(title, 0, self._y - 1, room, tone="deep", is_title=True)
        lead = self._("This is everything that we keep about your family.")
        self._y = max(self.run(fitting(lead, "whom", room, 2), 0, under + 1.5, room) + 8, self._y + 36)

    def _facts(self) -> Iterator[tuple[str, str]]:
        _, about, day = self._, self._about, self._formats.long_day
        yield _("number"), str(about.number)
        yield _("languages at home"), " · ".join(isolated(own_name(code)) for code in about.languages)
        yield _("lives in"), about.lives_in
        yield _("first time here"), day(about.first_seen) if about.first_seen else ""
        yield _("how did you hear of us?"), how_heard(_)[about.how_heard] if about.how_heard else ""
        yield _("brought by"), about.brought_by
        until = _("kept until {day}", day=day(about.contact_until)) if about.contact_until else ""
        yield _("contact"), f"{isolated(about.contact)} ({until})" if about.contact else _("none")

    def _children(self) -> Iterator[tuple[str, str]]:
        _ = self._
        for child in self._about.children:
            born = self._formats.month(date(child.born.year, child.born.month, 1)) if child.born else ""
            facts = [_("born in {month}", month=born) if born else _("age not known")]
            facts += [_("also comes with another family")] if child.is_shared else []
            yield child.nickname or _("child without a name"), " · ".join(facts)

    def _visits(self) -> Iterator[tuple[str, str]]:
        for visit in self._about.visits:
            where = ", ".join(isolated(part) for part in (visit.title, visit.place) if part)
            yield f"{self._formats.long_day(visit.arrived)}\n{self._hours(visit)}", f"{where}\n{self._who(visit)}"

    def _hours(self, visit: KnownVisit) -> str:
        if visit.left is None:
            return self._formats.time(visit.arrived)
        return self._formats.hours(visit.arrived.time(), visit.left.time())

    def _who(self, visit: KnownVisit) -> str:
        words = relations(self._)
        adults = [
            words[who] if number == 1 else f"{number} × {words[who]}" for who, number in Counter(visit.adults).items()
        ]
        others = [" × ".join((str(visit.others), self._("child")))] if visit.others else []
        return self._formats.list_of([*adults, *(isolated(name) for name in visit.children), *others])

    def _heading(self, text: str) -> None:
        self._need(22)
        self._y += 7
        self._y = self.run(fitting(text, "state_heading", self.format.content, 1), 0, self._y, 120, tone="deep") + 1.5

    def _rows(self, rows: Iterable[tuple[str, str]], wide: float = _WORD) -> None:
        """Write rows of a word and a text; what is not known says so, no rows at all too."""
        room = self.format.content - wide - _GAP
        for word, text in [*rows] or [("", "")]:
            first = self._lines(word, "state_word", wide)
            second = self._lines(text or self._("not known"), "state_text", room)
            height = max(sum(each.height for each in lines) for lines in (first, second)) / MM + 3.2
            self._need(height)
            self.rule(0, self._y, self.format.content, self.palette.line)
            for lines, x, across, tone in (
                (first, 0.0, wide, "mute" if wide == _WORD else "ink"), (second, wide + _GAP, room, "ink")
            ):  # fmt: skip
                y = self._y + 1.6
                for each in lines:
                    y = self.run(each, x, y, across, tone=tone)
            self._y += height

    def _lines(self, text: str, role: str, wide: float) -> list[Setting]:
        """Set each line of a text by itself: signs of one line never find their side by those of another."""
        size, is_rtl = ROLES[role].size, self.is_right_to_left
        return [wrapped(line, role, size, wide, is_rtl) for line in text.split("\n") if line]

    def _rights(self) -> None:
        _, wide = self._, self.format.content
        lines = (
            _(
                "Is something wrong? Say so: we change it. "
                "Do you want us to forget your family? Ask us: we do it at once."
            ),
            _("What is not on this paper we do not keep: no surname, no address, no origin, no religion, no health."),
        )  # fmt: skip
        settings = [wrapped(line, "state_text", 11.0, wide - 26, self.is_right_to_left) for line in lines]
        height = sum(each.height for each in settings) / MM + 2 + 10
        self._need(height + 8)
        self._y += 8
        self.panel(0, self._y, wide, height, self.palette.tint, 5)
        self.pictogram("information", 6, self._y + height / 2 - 4, 8, self.palette.deep)
        y = self._y + 5
        for each in settings:
            y = self.run(each, 20, y, wide - 26) + 2

    def _need(self, height: float) -> None:
        """Go on on the next page when so much in mm does not fit on this one."""
        if self._y + height > _FOOT:
            self._foot()
            self.next_page()
            self._page += 1
            self._letterhead()


def how_heard(_: Translator) -> dict[HowHeard, str]:
    """Say how a family heard of the house, as it stands on paper."""
    return {
        HowHeard.FRIEND: _("friend, neighbour"),
        HowHeard.FLYER: _("flyer, poster"),
        HowHeard.SCHOOL: _("school"),
        HowHeard.KIND_EN_GEZIN: _("Kind en Gezin"),
        HowHeard.DOCTOR: _("doctor, maternity ward"),
        HowHeard.WEB: _("WhatsApp, web"),
        HowHeard.PASSING_BY: _("passing by"),
        HowHeard.PARTNER: _("through another organisation"),
        HowHeard.OTHER: _("in another way"),
    }
