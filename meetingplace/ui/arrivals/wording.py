"""From boards of the desk to ready-made texts. No Qt, and no decisions about what happens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from meetingplace.domain.families import AgeBand, Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Reason
from meetingplace.i18n import acts
from meetingplace.i18n.catalog import Translator, isolated_if_turned
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import band_name, picture_colour_name, picture_name, relation_name
from meetingplace.services.changes import Act, Changes, Undo
from meetingplace.services.desk import Arrival, DeskBoard, Presence, SessionChoice, Tile, VisitBoard
from meetingplace.ui.arrivals.counting import Counting
from meetingplace.ui.arrivals.shown import (
    ChildLine,
    Choice,
    DeskShown,
    NoSessionShown,
    PillShown,
    TickShown,
    TileShown,
    VisitShown,
    WallShown,
)

# The age that a chip stands for, in months: the middle of its band. The family's page takes the true birth month.
CHIP_MONTHS = {
    AgeBand.BABY: 6,
    AgeBand.ONE: 18,
    AgeBand.TWO: 30,
    AgeBand.THREE: 42,
    AgeBand.FOUR_FIVE: 60,
    AgeBand.OLDER: 84,
}


class Wording:
    """The words of the desk in one language."""

    def __init__(self, words: Translator, formats: Formats) -> None:
        """Take the language."""
        self._ = words
        self._formats = formats
        self._pictures: dict[Picture, str] = {}
        self.counting = Counting(words, formats)

    def desk(self, board: DeskBoard, choices: Sequence[SessionChoice], all_adults: bool, today: date) -> DeskShown:
        """Say everything that the desk shows; `all_adults` shows a counter for every relation."""
        _ = self._
        inside = len(board.present)
        return DeskShown(
            session_id=board.session.session_id,
            line=self._line(board.session, today, len({choice.place_id for choice in choices}) > 1),
            place=board.session.place_name,
            wall=self.wall(board),
            pills=tuple(self._pill(arrival) for arrival in board.present),
            families_in=_.plural("{n} arrival", "{n} arrivals", inside) if inside else "",
            left=tuple(self._pill(arrival) for arrival in board.left),
            left_text=_.plural("{n} has left", "{n} have left", len(board.left)) if board.left else "",
            totals=self.counting.totals(board, all_adults),
            attention=self.counting.attention(board),
            notice=self._notice(board, today),
            takes_families=board.takes_families,
            knows_families=board.level.knows_families,
            has_sign_in=board.has_sign_in and board.refusal is None,
            may_close=board.refusal is None and board.session.begins.date() <= today,
            may_reopen=board.refusal is Reason.SESSION_CLOSED,
            sessions=self._others(board.session, choices),
            enrolled=tuple(TickShown(one.enrolment_id, one.first_name, one.is_here) for one in board.enrolled),
            enrolled_text=_.plural(
                "{here} of {n} enrolled is here",
                "{here} of {n} enrolled are here",
                len(board.enrolled),
                here=sum(one.is_here for one in board.enrolled),
            ),
        )

    def no_session(self, choices: Sequence[SessionChoice]) -> NoSessionShown:
        """Say that there is no session today, and which there are at other places."""
        _ = self._
        first_step = _("Plan one, then the desk opens here.")
        elsewhere = _("There is a session at another place. Open it, or plan one here.")
        return NoSessionShown(
            title=_("No session today."),
            sentence=elsewhere if choices else first_step,
            sessions=tuple((choice.session_id, self._session(choice)) for choice in choices),
        )

    def wall(self, board: DeskBoard) -> WallShown:
        """Say what the wall of tiles shows."""
        _ = self._
        vain = _("Nobody found. Is it a new family? Press New family.")
        none_yet = _("No family has come here yet. Press New family.")
        return WallShown(
            heading=_("Found") if board.is_search else _("Regular families"),
            hint=_("tap = the whole family is in") if board.takes_families else "",
            tiles=tuple(self._tile(tile) for tile in board.tiles),
            empty="" if board.tiles else vain if board.is_search else none_yet,
        )

    def said(self, done: Changes | Undo) -> str:
        """Say what was done: "Moon is in: mum and 2 children", "1 year, without a name: 2"."""
        _, facts = self._, done.facts
        if done.act is Act.TALLY_CHANGED:
            return self.counting.counted(facts)
        relations, children = facts.get("relations"), facts.get("children")
        if done.act is not Act.FAMILY_ARRIVED or not isinstance(relations, tuple) or not isinstance(children, int):
            return acts.sentence(_, done.act, facts)
        who = self._adults_in_words(relations)
        if children:
            who.append(_.plural("{n} child", "{n} children", children))
        nickname = isolated_if_turned(str(facts["nickname"]))
        came = _("{nickname} is in: {who}", nickname=nickname, who=self._formats.list_of(who))
        if not facts.get("also_at"):
            return came
        session = isolated_if_turned(str(facts["also_at"]))
        earlier = _("Was at {session} today already, so the family counts once.", session=session)
        return f"{came}. {earlier}"

    def arrived(self, arrival: Arrival) -> str:
        """Say who came, of an arrival that was written down somewhere else."""
        facts = {"nickname": arrival.name, "children": arrival.children, "adults": arrival.adults}
        return acts.sentence(self._, Act.FAMILY_ARRIVED if arrival.name else Act.GUESTS_ARRIVED, facts)

    def _adults_in_words(self, relations: Iterable[Relation]) -> list[str]:
        found = list(relations)
        if len(set(found)) == len(found):
            return [relation_name(self._, relation) for relation in found]
        return [self._.plural("{n} adult", "{n} adults", len(found))]

    def _line(self, session: SessionChoice, today: date, with_place: bool) -> str:
        _, begins, ends = self._, self._formats.time(session.begins), self._formats.time(session.ends)
        if session.begins.date() == today and with_place:
            return _("{time}  {title}, {place}", time=begins, title=session.title, place=session.place_name)
        if session.begins.date() == today:
            return _("{title}, until {time}", title=session.title, time=ends)
        return _("{title}, {day}", title=session.title, day=self._formats.day(session.begins.date()))

    def _others(self, shown: SessionChoice, choices: Sequence[SessionChoice]) -> tuple[tuple[int, str], ...]:
        others = [choice for choice in choices if choice.session_id != shown.session_id]
        return tuple((choice.session_id, self._session(choice)) for choice in choices) if others else ()

    def visit(self, board: VisitBoard) -> VisitShown:
        """Say who came with a visit."""
        _ = self._
        if board.left:
            line = _("left at {time}", time=self._formats.time(board.left))
        else:
            line = _("in since {time}", time=self._formats.time(board.arrived))
        if board.by_family:
            line = " · ".join((line, _("by the family itself")))
        return VisitShown(
            visit_id=board.visit_id,
            name=board.name or _("Guests"),
            line=line,
            picture=board.picture,
            children=tuple(
                ChildLine(child.child_id, self.child(child.nickname, child.months), child.is_present)
                for child in board.children
            ),
            extra=tuple(self._extra(months) for months in board.extra_months),
            adults=board.adults,
            has_left=board.left is not None,
        )

    def _extra(self, months: int | None) -> Choice:
        if months is None:
            return Choice("", self._("age not known"))
        return Choice(str(months), band_name(self._, AgeBand.of(months)))

    def child(self, nickname: str, months: int | None) -> str:
        """Name a child: nickname and age, as far as they are known."""
        _ = self._
        age = self._formats.age(months) if months is not None else _("age not known")
        return _("{nickname}, {age}", nickname=nickname, age=age) if nickname else _("child, {age}", age=age)

    def _tile(self, tile: Tile) -> TileShown:
        languages = " · ".join(self._formats.own_name(code) for code in tile.languages)
        spoken_languages = self._formats.list_of([self._formats.language_name(code) for code in tile.languages])
        state = self._presence(tile.presence, tile.arrived)
        children = self._.plural("{n} child", "{n} children", tile.children) if tile.children else ""
        who = (tile.nickname, self._picture(tile.picture), children, spoken_languages, state)
        spoken = ", ".join(part for part in who if part)
        return TileShown(tile.family_id, tile.nickname, languages, tile.picture, tile.presence, spoken)

    def _picture(self, picture: Picture) -> str:
        """Name a picture; the names are looked up once, not for every tile at every tap."""
        if picture not in self._pictures:
            shape, colour = picture_name(self._, picture.shape), picture_colour_name(self._, picture.colour)
            self._pictures[picture] = f"{shape}, {colour}"
        return self._pictures[picture]

    def _presence(self, presence: Presence, arrived: datetime | None) -> str:
        _ = self._
        if presence is Presence.IN and arrived:
            return _("in since {time}", time=self._formats.time(arrived))
        return _("has left") if presence is Presence.LEFT else _("not here yet")

    def _pill(self, arrival: Arrival) -> PillShown:
        _ = self._
        name = arrival.name or _("Guests")
        children = _.plural("{n} child", "{n} children", arrival.children)
        adults = _.plural("{n} adult", "{n} adults", arrival.adults)
        if arrival.left:
            hour = self._formats.time(arrival.left)
            state = _("left at {time}", time=hour)
        else:
            hour = self._formats.time(arrival.arrived)
            state = _("in since {time}", time=hour)
        by = (_("by the family itself"),) if arrival.by_family else ()
        spoken = ", ".join((name, state, adults, children, *by))
        return PillShown(arrival.visit_id, name, hour, arrival.picture, arrival.left is not None, spoken)

    def _session(self, choice: SessionChoice) -> str:
        time = self._formats.hours(choice.begins.time(), choice.ends.time())
        return self._("{time}  {title}, {place}", time=time, title=choice.title, place=choice.place_name)

    def _notice(self, board: DeskBoard, today: date) -> str:
        _, day = self._, board.session.begins.date()
        if board.refusal is None and day > today:
            return _("This session is still to come: {day}.", day=self._formats.day(day))
        return {
            None: "",
            Reason.SESSION_CLOSED: _("This session is closed. Open it again to change something."),
            Reason.SESSION_CANCELLED: _("This session does not go on."),
        }.get(board.refusal, "")
