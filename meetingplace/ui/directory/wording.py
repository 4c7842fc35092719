"""From boards of families to ready-made texts. No Qt, and no decisions about what happens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from meetingplace.domain.families import BirthMonth, Family, HowHeard, Relation
from meetingplace.domain.pictures import PICTURE_COLOURS, PICTURE_SHAPES, Picture
from meetingplace.i18n.catalog import Translator, isolated, isolated_if_turned
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import how_heard_name, picture_colour_name, picture_name, relation_name
from meetingplace.services.directory import PAGE, ChildAge, Entry, FamilyBoard, FormBoard, ListBoard, VisitLine
from meetingplace.ui.directory.shown import (
    ChildFormShown,
    ChildShown,
    FamilyShown,
    FormShown,
    ListShown,
    PictureShown,
    RowShown,
    VisitShown,
)

_OLDEST = 18  # years that the form of a child offers
_BETWEEN = " · "
_LEFT_TO_RIGHT = "\u200e"


class Wording:
    """The words of the families in one language."""

    def __init__(self, words: Translator, formats: Formats) -> None:
        """Take the language."""
        self._ = words
        self._formats = formats

    def listing(self, board: ListBoard, words: str, today: date) -> ListShown:
        """Say what the list shows."""
        _ = self._
        number = self._formats.number(board.found)
        if words:
            line = _.plural("{number} family found", "{number} families found", board.found, number=number)
        else:
            line = _.plural("{number} family", "{number} families", board.found, number=number)
        last = self._formats.number(min(board.first + PAGE - 1, board.found))
        first = self._formats.number(board.first)
        return ListShown(
            line=line,
            rows=tuple(self._row(entry, today) for entry in board.entries),
            empty=self._empty(board, words),
            pages=_("{first} – {last} of {all}", first=first, last=last, all=number) if board.pages > 1 else "",
            has_before=board.page > 0,
            has_after=board.page < board.pages - 1,
            note=self._note(board),
            may_add=board.keeps_families,
        )

    def _note(self, board: ListBoard) -> str:
        """Say at which places nobody is known by name; where that is everywhere, an empty list says so itself."""
        if not board.counting_only or not (board.keeps_families or board.all_families):
            return ""
        places = self._formats.list_of([isolated_if_turned(name) for name in board.counting_only])
        return self._("At {places} people are only counted: no names are kept there.", places=places)

    def _empty(self, board: ListBoard, words: str) -> tuple[str, str, str]:
        _ = self._
        if board.found:
            return "", "", ""
        if words:
            return _("Nobody found"), _("Type fewer letters, or add the family."), _("New family")
        if not board.keeps_families:
            sentence = _("Every place of this house only counts. Under House, Places you can choose otherwise.")
            return _("No names are kept here"), sentence, ""
        sentence = _("Here you find every family again: by nickname, child, picture or language. Never a surname.")
        return _("No families yet"), sentence, _("Add the first family")

    def _row(self, entry: Entry, today: date) -> RowShown:
        _ = self._
        ages = self._ages(entry.children)
        visit = entry.last_visit
        last = _("last on {day}", day=self._formats.short_day(visit, today)) if visit else _("never came yet")
        spoken = [entry.nickname, self.picture(entry.picture), self._spoken(entry.languages), ages, last]
        return RowShown(
            family_id=entry.family_id,
            nickname=entry.nickname,
            languages=self.own_names(entry.languages),
            ages=ages,
            last_visit=last,
            picture=entry.picture,
            spoken=", ".join(part for part in spoken if part),
        )

    def family(self, board: FamilyBoard, today: date) -> FamilyShown:
        """Say what the page of a family shows."""
        _ = self._
        family = board.family
        hidden = board.all_visits - len(board.visits)
        return FamilyShown(
            family_id=family.id,
            nickname=family.nickname,
            picture=family.picture,
            picture_name=self.picture(family.picture),
            languages=self.own_names(family.languages) or _("language not known"),
            facts=self.facts(family),
            children=tuple(self._child(child) for child in board.children),
            no_children="" if board.children else _("No children written down yet."),
            contact=self._contact(board),
            has_contact=board.has_contact,
            visits_line=self._visits(board),
            visits=tuple(self._visit(visit, today) for visit in board.visits),
            all_visits=_("Show all {n} visits", n=self._formats.number(board.all_visits)) if hidden else "",
            may_be_removed=board.may_be_removed,
        )

    def facts(self, family: Family) -> tuple[tuple[str, str], ...]:
        """Give what is known of a family beside its languages, each with its word."""
        _ = self._
        lives = " ".join(part for part in (family.postcode, family.municipality) if part)
        first = self._long_day(family.first_seen) if family.first_seen else ""
        heard = how_heard_name(_, family.how_heard) if family.how_heard else ""
        facts = (
            (_("Lives in"), lives),
            (_("First seen"), first),
            (_("Heard of us through"), heard),
            (_("Brought by"), family.brought_by),
        )
        return tuple((word, text) for word, text in facts if text)

    def _child(self, child: ChildAge) -> ChildShown:
        _ = self._
        born = _("born in {month}", month=self.month(child.born)) if child.born else ""
        age = self._formats.age(child.months) if child.months is not None else ""
        line = _BETWEEN.join(part for part in (age, born) if part) or _("age not known")
        name = child.nickname or _("Child without a nickname")
        return ChildShown(child.child_id, name, line, self._also_in(child))

    def _also_in(self, child: ChildAge) -> str:
        if not child.also_in:
            return ""
        names = self._formats.list_of([isolated_if_turned(name) for name in child.also_in])
        return self._("also with {families}", families=names)

    def _contact(self, board: FamilyBoard) -> tuple[str, str]:
        _ = self._
        if board.has_contact:
            return _("A contact is kept apart. It is not shown by itself."), _("Show the contact")
        if board.may_have_contact:
            return _("None is kept. Only when a parent asks for it."), _("Write a contact")
        return "", ""

    def _visits(self, board: FamilyBoard) -> str:
        _ = self._
        if not board.all_visits:
            return _("never came yet")
        number = board.visits_this_school_year
        year = _("{n} this school year", n=number)
        return year if number == board.all_visits else _("{this_year}, {n} in all", this_year=year, n=board.all_visits)

    def _visit(self, visit: VisitLine, today: date) -> VisitShown:
        _ = self._
        session = f"{visit.title}, {visit.place_name}"
        return VisitShown(
            day=self._formats.short_day(visit.day, today),
            session=_("{session} (first time)", session=session) if visit.is_first else session,
            who=self._who(visit),
        )

    def _who(self, visit: VisitLine) -> str:
        _ = self._
        names = [self._counted(relation, number) for relation, number in Counter(visit.adults).items()]
        names += visit.children
        if visit.others:
            names.append(_.plural("{n} child", "{n} children", visit.others))
        return self._formats.list_of(names)

    def _counted(self, relation: Relation, number: int) -> str:
        name = relation_name(self._, relation)
        return name if number == 1 else f"{number} × {name}"

    def form(self, board: FormBoard, family: Family | None, nickname: str, today: date) -> FormShown:
        """Say what the form shows: of a family, or of a new one that is called as somebody searched."""
        _ = self._
        shown = family or Family(0, nickname, board.free_picture, first_seen=today)
        return FormShown(
            title=_("Change the family") if family else _("New family"),
            verb=_("Save") if family else _("Add family"),
            family=shown,
            picture_name=self.picture(shown.picture),
            languages=tuple(dict.fromkeys([*shown.languages, *board.languages])),
            municipalities=board.municipalities,
            how_heard=((None, _("not known")), *((how, how_heard_name(_, how)) for how in HowHeard)),
            today=today,
        )

    def child_form(self, child: ChildAge | None, today: date) -> ChildFormShown:
        """Say what the form of a child shows, or of a new one."""
        _ = self._
        born = child.born if child else None
        years = [*range(today.year, today.year - _OLDEST - 1, -1)]
        years += [born.year] if born and born.year not in years else []
        return ChildFormShown(
            title=_("Change the child") if child else _("New child"),
            verb=_("Save") if child else _("Add child"),
            child_id=child.child_id if child else 0,
            nickname=child.nickname if child else "",
            born=born,
            months=((None, _("month")), *((month, self._formats.month_name(month)) for month in range(1, 13))),
            years=((None, _("year")), *((year, str(year)) for year in years)),
            also_in=self._also_in(child) if child else "",
        )

    def pictures(self, taken: frozenset[Picture], own: Picture) -> tuple[PictureShown, ...]:
        """Name every picture, shape by shape; while others are free, one that is taken cannot be chosen."""
        _ = self._
        colours = range(len(PICTURE_COLOURS))
        every = [Picture(shape, colour) for shape in PICTURE_SHAPES for colour in colours]
        has_free = any(picture not in taken for picture in every)
        shown = []
        for picture in every:
            is_own, is_taken = picture == own, has_free and picture in taken and picture != own
            state = _("chosen") if is_own else _("taken") if is_taken else ""
            name = ", ".join(part for part in (self.picture(picture), state) if part)
            shown.append(PictureShown(picture, name, is_taken, is_own))
        return tuple(shown)

    def picture(self, picture: Picture) -> str:
        """Name a picture: "snail, brick red"."""
        return f"{picture_name(self._, picture.shape)}, {picture_colour_name(self._, picture.colour)}"

    def stays(self, visits: int) -> str:
        """Say why a family is not removed."""
        return self._.plural(
            "This family came {n} time, so it stays. The figures need it.",
            "This family came {n} times, so it stays. The figures need it.",
            visits,
        )

    def _long_day(self, day: date) -> str:
        return f"{self._formats.day_of_month(day)} {day.year}"

    def month(self, born: BirthMonth) -> str:
        """Write a birth month: "May 2024"."""
        return self._formats.month(date(born.year, born.month, 1))

    def _ages(self, children: Sequence[ChildAge]) -> str:
        known = [self._formats.age(child.months) for child in children if child.months is not None]
        if known or not children:
            return _BETWEEN.join(known)
        return self._.plural("{n} child", "{n} children", len(children))

    def own_names(self, codes: Sequence[str]) -> str:
        """Name languages in their own script; a first name from right to left does not turn the line round."""
        names = _BETWEEN.join(isolated(self._formats.own_name(code)) for code in codes)
        return f"{_LEFT_TO_RIGHT}{names}" if names else ""

    def _spoken(self, codes: Sequence[str]) -> str:
        return self._formats.list_of([self._formats.language_name(code) for code in codes])
