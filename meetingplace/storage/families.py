"""Families and their children in the database: rows in, `domain.families` out. Search looks through folded words.

A forgotten family (see `forgetting`) is nobody any more: nothing here finds it, only the visits still count it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from peewee import Desc, Value, fn

from meetingplace.domain.families import BirthMonth, Child, Family, HowHeard, Order, SearchWord
from meetingplace.domain.name_sounds import skeleton, sounding
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.typed_text import folded
from meetingplace.storage import records, tables

_FEWEST_SOUNDS = 3  # letters: "aa" sounds like "a", and "a" stands in every name
_BARE = "~"  # stands before a skeleton: only the beginning of a name is met by what was typed


def get(family_id: int) -> Family:
    """Read one family with its children; refuses NOT_FOUND, also when it was forgotten."""
    row = records.get(tables.Family, family_id)
    if row.forgotten_on is not None:
        raise Refused(Reason.NOT_FOUND, what="Family")
    return _families([row])[0]


def known(family_id: int | None) -> Family | None:
    """Read one family with its children; None for nobody, and for a family that was forgotten."""
    return next(iter(some([] if family_id is None else [family_id])), None)


def everyone() -> list[Family]:
    """Read all families with their children, by the thousand: what they are called and speak, and their postcode."""
    family = tables.Family
    columns = (family.id, family.nickname, family.picture, family.picture_colour, family.languages, family.postcode)
    rows = records.values(_known(*columns).order_by(family.id))
    children = _children([row[0] for row in rows])
    return [
        Family(id, nickname, Picture(shape, colour), languages, postcode, children=tuple(children[id]))
        for id, nickname, shape, colour, languages, postcode in rows
    ]


def some(ids: Iterable[int]) -> list[Family]:
    """Read these families, in the order asked; an unknown id is left out."""
    wanted = list(dict.fromkeys(ids))
    rows: dict[int, tables.Family] = {}
    for chunk in records.chunks(wanted):
        query = _known().where(tables.Family.id.in_(chunk))
        rows.update((row.id, row) for row in query)
    return _families([rows[family_id] for family_id in wanted if family_id in rows])


def search(
    words: Sequence[SearchWord], order: Order = Order.NICKNAME, limit: int = 50, offset: int = 0
) -> list[Family]:
    """Find families by their nickname, their children, and what else the words mean; each word must be met.

    Sorted by nickname: those that begin with what was typed come first, those that only sound like it last. Or by last
    visit, the latest first.
    """
    return _families(list(_found(words).order_by(*_sorted(words, order)).limit(limit).offset(offset)))


def number_found(words: Sequence[SearchWord]) -> int:
    """Count the families that a search finds."""
    return int(_found(words).count())


def latest_seen(before: date, limit: int) -> list[int]:
    """List the families that were first seen before a day, the latest first."""
    family = tables.Family
    query = _known(family.id).where(family.first_seen < before)
    query = query.order_by(family.first_seen.desc(), family.id.desc())
    return [family_id for (family_id,) in query.limit(limit).tuples()]


def first_seen_on(day: date, limit: int) -> list[int]:
    """List the families that were first seen on a day, in the order in which they came."""
    family = tables.Family
    query = _known(family.id).where(family.first_seen == day).order_by(family.id)
    return [family_id for (family_id,) in query.limit(limit).tuples()]


def languages_by_use() -> list[str]:
    """List the languages of the families, the most used first; a family with two languages counts in both."""
    family = tables.Family
    return _by_use(_known(family.languages, fn.COUNT(family.id)).group_by(family.languages))


def languages_at(session_id: int | None, series_id: int | None) -> list[str]:
    """List the languages of the families that came to a session, or to any of a series; the most spoken first."""
    family, visit, session = tables.Family, tables.Visit, tables.Session
    held = session.select(session.id).where(session.series == series_id if series_id else session.id == session_id)
    came = visit.select(visit.family).where(visit.session.in_(held))
    return _by_use(_known(family.languages, fn.COUNT(family.id)).where(family.id.in_(came)).group_by(family.languages))


def _by_use(query: Any) -> list[str]:
    """List languages by the families that speak them; a family with two languages counts in both."""
    used: Counter[str] = Counter()
    for languages, families in query.tuples():
        used.update(dict.fromkeys(languages, families))
    return sorted(used, key=lambda code: (-used[code], code))


def municipalities() -> list[str]:
    """List where families live, as far as it was written down."""
    family = tables.Family
    query = family.select(family.municipality).where(family.municipality != "").distinct()
    return sorted(name for (name,) in query.tuples())


def municipalities_by_use() -> list[str]:
    """List where families live, most families first, with the postcode where it is known: "1030 Schaarbeek"."""
    family = tables.Family
    query = family.select(family.postcode, family.municipality).where(family.municipality != "")
    query = query.group_by(family.postcode, family.municipality).order_by(fn.COUNT(family.id).desc(), family.postcode)
    return [f"{postcode} {name}".strip() for postcode, name in query.tuples()]


def nicknames() -> list[tuple[int, str]]:
    """List what all families are called, with their ids, by the alphabet."""
    return list(_known(tables.Family.id, tables.Family.nickname).order_by(tables.Family.nickname).tuples())


def number() -> int:
    """Count all families."""
    return int(_known().count())


def pictures_taken() -> frozenset[Picture]:
    """List the pictures that families have."""
    query = _known(tables.Family.picture, tables.Family.picture_colour).tuples()
    return frozenset(Picture(shape, colour) for shape, colour in query)


def with_picture(picture: Picture) -> list[Family]:
    """List the families that have a picture: one, unless all pictures were taken."""
    family = tables.Family
    query = _known().where((family.picture == picture.shape) & (family.picture_colour == picture.colour))
    return _families(list(query.order_by(family.id)))


def add(family: Family) -> int:
    """Add a family with its children (their ids are ignored) and give its id."""
    family_id = records.add(tables.Family, **_columns(family))
    for child in family.children:
        add_child(family_id, child)
    return family_id


def change(family: Family, version: int | None) -> None:
    """Write the columns of a family, not its children; refuses CHANGED_MEANWHILE."""
    records.change(tables.Family, family.id, version, **_columns(family))


def remove(family_id: int) -> None:
    """Remove a family with its contact, what was said of its doubles, and the children that belong to no other.

    Its visits must be gone or unnamed.
    """
    _remove_what_hangs_on(family_id)
    link = tables.FamilyChild
    for row in list(link.select().where(link.family == family_id)):
        child_id = row.__data__["child"]
        records.remove(link, row.id)
        if not _is_known_elsewhere(child_id):
            records.remove(tables.Child, child_id)
    records.remove(tables.Family, family_id)


def _remove_what_hangs_on(family_id: int) -> None:
    contact, two = tables.Contact, tables.NotSame
    said = two.select().where((two.family == family_id) | (two.other == family_id))
    for row in [*contact.select().where(contact.family == family_id), *said]:
        records.remove(type(row), row.id)


def add_child(family_id: int, child: Child) -> int:
    """Add a child to a family and give the child's id."""
    child_id = records.add(tables.Child, **_child_columns(child))
    records.add(tables.FamilyChild, family=family_id, child=child_id)
    _note_search_words(family_id)
    return child_id


def link_child(family_id: int, child_id: int) -> None:
    """Let a child of one family belong to another one too."""
    records.add(tables.FamilyChild, family=family_id, child=child_id)
    _note_search_words(family_id)


def with_children(child_ids: Iterable[int]) -> dict[int, list[tuple[int, str]]]:
    """Give the families of each of these children: their ids and nicknames."""
    family, link = tables.Family, tables.FamilyChild
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for chunk in records.chunks(list(dict.fromkeys(child_ids))):
        query = link.select(link.child, family.id, family.nickname).join(family)
        query = query.where(link.child.in_(chunk) & family.forgotten_on.is_null()).order_by(link.id)
        for child_id, family_id, nickname in query.tuples():
            found[child_id].append((family_id, nickname))
    return found


def change_child(child: Child, version: int | None) -> None:
    """Write a child; refuses CHANGED_MEANWHILE."""
    records.change(tables.Child, child.id, version, **_child_columns(child))
    link = tables.FamilyChild
    for (family_id,) in list(link.select(link.family).where(link.child == child.id).tuples()):
        _note_search_words(family_id)


def remove_child(family_id: int, child_id: int) -> None:
    """Take a child out of a family; the child itself stays, because earlier visits count it."""
    link = tables.FamilyChild
    for row in list(link.select().where((link.family == family_id) & (link.child == child_id))):
        records.remove(link, row.id)
    _note_search_words(family_id)


def nicknames_of(child_ids: Iterable[int]) -> dict[int, str]:
    """Give the nicknames of children, also of those that were taken out of their family."""
    child, found = tables.Child, {}
    for chunk in records.chunks(list(dict.fromkeys(child_ids))):
        found.update(child.select(child.id, child.nickname).where(child.id.in_(chunk)).tuples())
    return found


def search_words(names: Iterable[str]) -> str:
    """Give what search looks through, in lines: the nickname, the children, how all of them sound, and their skeletons.

    The end of a line sorts before every letter: "Zeynep" stands before "Zeynep 2", whatever the children are called.
    """
    called = [name for name in names if name]
    plain = [folded(name) for name in called]
    bare = [_BARE + bones for name in called for word in name.split() if (bones := skeleton(word))]
    return "\n".join(dict.fromkeys([*plain, *(sounding(name) for name in called), *bare]))


def renew_search_words() -> None:
    """Write anew what search looks through, for every family: after a step of the schema it may look through more."""
    family = tables.Family
    for row in everyone():
        words = search_words([row.nickname, *(child.nickname for child in row.children)])
        family.update(folded=words).where((family.id == row.id) & (family.folded != words)).execute()


def _note_search_words(family_id: int) -> None:
    family = get(family_id)
    row = records.get(tables.Family, family_id)
    words = search_words([family.nickname, *(child.nickname for child in family.children)])
    if words != row.folded:
        records.change(tables.Family, family_id, folded=words)


def _known(*columns: Any) -> Any:
    return tables.Family.select(*columns).where(tables.Family.forgotten_on.is_null())


def _is_known_elsewhere(child_id: int) -> bool:
    present, link = tables.VisitChild, tables.FamilyChild
    return any(table.select().where(table.child == child_id).exists() for table in (link, present))


def _found(words: Sequence[SearchWord]) -> Any:
    family = tables.Family
    query = _known()
    for one in words:
        meets, sound = family.folded.contains(one.word), sounding(one.word)
        if len(sound) >= _FEWEST_SOUNDS:
            meets |= family.folded.contains(sound)
        if bones := skeleton(one.word):
            meets |= family.folded.contains(_BARE + bones)
        if one.shapes:
            meets |= family.picture.in_(one.shapes)
        for code in one.languages:
            meets |= _speaks(code)
        query = query.where(meets)
    return query


def _speaks(code: str) -> Any:
    spoken = Value(",").concat(tables.Family.languages).concat(",")  # the list lies as "nl,fr"
    return spoken.contains(f",{code},")


def _sorted(words: Sequence[SearchWord], order: Order) -> list[Any]:
    family, visit = tables.Family, tables.Visit
    if order is Order.LAST_VISIT:
        last = visit.select(fn.MAX(visit.arrived)).where(visit.family == family.id)
        return [Desc(last, nulls="LAST"), family.folded, family.id]
    first = words[0].word if words else ""
    likest = [family.folded.startswith(first).desc(), family.folded.contains(first).desc()] if words else []
    return [*likest, family.folded, family.id]


def _columns(family: Family) -> dict[str, Any]:
    return {
        "nickname": family.nickname,
        "picture": family.picture.shape,
        "picture_colour": family.picture.colour,
        "languages": family.languages,
        "postcode": family.postcode,
        "municipality": family.municipality,
        "first_seen": family.first_seen,
        "how_heard": family.how_heard.value if family.how_heard else "",
        "brought_by": family.brought_by,
        "folded": search_words([family.nickname, *(child.nickname for child in family.children)]),
    }


def _child_columns(child: Child) -> dict[str, Any]:
    born = child.born
    return {
        "nickname": child.nickname,
        "birth_year": born.year if born else None,
        "birth_month": born.month if born else None,
    }


def _families(rows: Sequence[tables.Family]) -> list[Family]:
    children = _children([row.id for row in rows])
    return [
        Family(
            id=row.id,
            nickname=row.nickname,
            picture=Picture(row.picture, row.picture_colour),
            languages=row.languages,
            postcode=row.postcode,
            municipality=row.municipality,
            first_seen=row.first_seen,
            how_heard=HowHeard(row.how_heard) if row.how_heard else None,
            brought_by=row.brought_by,
            children=tuple(children[row.id]),
            version=row.version,
        )
        for row in rows
    ]


def _children(family_ids: Sequence[int]) -> dict[int, list[Child]]:
    child, link = tables.Child, tables.FamilyChild
    found: dict[int, list[Child]] = defaultdict(list)
    for chunk in records.chunks(family_ids):
        query = (
            link.select(link.family, child.id, child.nickname, child.birth_year, child.birth_month, child.version)
            .join(child)
            .where(link.family.in_(chunk))
            .order_by(link.id)
            .tuples()
        )
        for family_id, child_id, nickname, year, month, version in query:
            found[family_id].append(Child(child_id, nickname, BirthMonth(year, month) if year else None, version))
    return found
