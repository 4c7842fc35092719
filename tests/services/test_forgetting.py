"""A family is forgotten: the numbers stay exactly, the person is gone everywhere, and nothing brings it back."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from meetingplace import paths, startup
from meetingplace.domain.families import BirthMonth, Child, Family, HowHeard, Order, Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import ChildPresent, Totals, Visit, totals
from meetingplace.services import (
    arrivals,
    changes,
    contacts,
    desk,
    directory,
    error_log,
    forgetting,
    merging,
    organisation,
    sheets,
    upkeep,
)
from meetingplace.services.changes import Changes
from meetingplace.storage import (
    contacts as kept_contacts,
    database,
    doubles,
    families,
    forgetting as erasing,
    tables,
    visits,
)
from meetingplace.ui.kit.work import History
from tests.documents import reading
from tests.makers import DAY, make_family, make_house, make_place, make_session, make_visit
from tests.pages import all_bytes
from tests.snapshots import whole_house

NOON = datetime(2026, 10, 27, 12, 0)
NOW = datetime(2026, 10, 27, 12, 30)
WEEK = timedelta(days=7)
NAMES = ("Zonderlinge Slak", "Kwispelbo", "Zoveelste straatnaam", "0470 99 88 77", "Buurtbewonersraad")


class Met:
    """A house that knows Slak, with a child of its own and one that also comes with Oma."""

    def __init__(self, is_furnished: bool = False) -> None:
        if not is_furnished:
            make_house()
        self.place = make_place("Bonnevie", level="contact")
        self.session, self.before = make_session(self.place), make_session(self.place, DAY - WEEK)
        nickname, child, street, contact, brought_by = NAMES
        slak = Family(
            0, nickname, Picture("snail", 3), ("tr", "fr"), "1030", street, DAY - WEEK, HowHeard.WEB, brought_by
        )
        self.slak = directory.add_family(slak, DAY).made or 0
        self.oma = make_family("Oma", picture=Picture("tram", 1), languages=["nl"])
        self.bo = directory.add_child(self.slak, Child(0, child, BirthMonth(2024, 5)), DAY).made or 0
        self.shared = directory.add_child(self.slak, Child(0, "Lina", BirthMonth(2023, 1)), DAY).made or 0
        families.link_child(self.oma, self.shared)
        contacts.write(self.slak, self.version, contact, DAY + WEEK, DAY)
        merging.say_two(self.slak, self.oma)
        self.came = [ChildPresent(self.bo, 29), ChildPresent(self.shared, 45)]
        make_visit(self.before, self.slak, NOON - WEEK, self.came)
        make_visit(self.before, self.oma, NOON - WEEK)
        self.visit = make_visit(self.session, self.slak, NOON, self.came, [Relation.FATHER], group="klas")
        make_visit(self.session, self.oma, NOON, self.came[1:])

    @property
    def version(self) -> int:
        return families.get(self.slak).version

    def forget(self, folder: Path | None = None) -> Changes:
        return forgetting.forget_family(self.slak, self.version, folder, DAY)


@pytest.fixture
def met(house: None) -> Met:
    return Met()


def counted(session: int) -> Totals:
    return totals(visits.of_session(session), visits.tallies(session))


# --- what stays ---


def test_every_number_of_a_session_stays(met: Met) -> None:
    before = [counted(session) for session in (met.session, met.before)]
    met.forget()
    assert [counted(session) for session in (met.session, met.before)] == before
    assert before[0].families == 2
    assert before[0].all_children == 2  # Lina is there with both
    assert visits.number_of(met.slak) == 2


def test_visits_keep_the_languages_that_were_spoken_and_the_name_of_their_group(met: Met) -> None:
    met.forget()
    visit = visits.get(met.visit)
    assert (visit.languages, visit.group, visit.adults) == (("tr", "fr"), "klas", (Relation.FATHER,))
    assert [(child.child_id, child.months) for child in visit.children] == [(met.bo, 29), (met.shared, 45)]


def test_of_the_family_only_its_number_and_first_day_are_left(met: Met) -> None:
    met.forget()
    assert erasing.forgotten() == [erasing.Forgotten(met.slak, DAY - WEEK, DAY)]
    row = whole_house()["Family"][met.slak]
    assert {name for name, value in row.items() if value not in ("", (), 0, None)} == {
        "id", "first_seen", "forgotten_on", "version",
    }  # fmt: skip
    assert not {"Contact", "NotSame"} & {name for name, rows in whole_house().items() if rows}


def test_a_child_of_another_family_too_stays_as_it_is(met: Met) -> None:
    met.forget()
    (child,) = families.get(met.oma).children
    assert (child.id, child.nickname, child.born) == (met.shared, "Lina", BirthMonth(2023, 1))
    row = whole_house()["Child"][met.bo]
    assert (row["nickname"], row["birth_year"], row["birth_month"]) == ("", None, None)


def test_a_child_that_was_taken_out_of_the_family_before_is_forgotten_too(met: Met) -> None:
    directory.remove_child(met.slak, met.bo)
    met.forget()
    assert whole_house()["Child"][met.bo]["nickname"] == ""


@given(
    st.lists(
        st.tuples(st.sampled_from([1, 2, None]), st.lists(st.sampled_from([11, 12, 13, None]), max_size=3)), max_size=6
    )
)
def test_totals_count_by_numbers_only_so_no_name_is_needed(rows: list[tuple[int | None, list[int | None]]]) -> None:
    """A plain count beside the rule: families and children are told apart by their numbers, which stay."""
    came = [
        Visit(at, 1, family, NOON, children=tuple(ChildPresent(child, 20) for child in children))
        for at, (family, children) in enumerate(rows)
    ]
    named = {child for _family, children in rows for child in children if child}
    unnamed = sum(children.count(None) for _family, children in rows)
    nobody = sum(family is None for family, _children in rows)
    found = totals(came, [])
    assert found.all_children == len(named) + unnamed
    assert found.families == len({family for family, _children in rows if family}) + nobody


# --- where it is gone from ---


def test_a_forgotten_family_is_nowhere_to_be_found(met: Met) -> None:
    met.forget()
    assert directory.list_board("", Order.NICKNAME, 0, DAY).found == 1
    for words in ("zonderlinge", "kwispelbo", "slak", "turks"):
        assert directory.list_board(words, Order.LAST_VISIT, 0, DAY).entries == ()
        assert desk.search_tiles(met.session, words) == ()
    board = desk.desk_board(met.session)
    assert {tile.family_id for tile in board.tiles} == {met.oma}
    assert [(one.name, one.picture) for one in board.present if one.family_id == met.slak] == [("klas", None)]
    form = directory.form_board()
    assert Picture("snail", 3) not in form.taken
    assert NAMES[2] not in form.municipalities
    assert families.languages_by_use() == ["nl"]
    assert families.number() == 1
    assert merging.doubles_board().number == 0
    assert visits.regulars(met.place, [DAY], DAY - 5 * WEEK, DAY + WEEK, 24) == [met.oma]
    assert families.latest_seen(DAY + WEEK, 9) == [met.oma]
    assert families.first_seen_on(DAY - WEEK, 9) == []
    for lost in (directory.family_board, forgetting.forget_board):
        with pytest.raises(Refused) as refused:
            lost(met.slak, DAY)
        assert refused.value.reason is Reason.NOT_FOUND


def test_no_paper_names_it(met: Met) -> None:
    met.forget()
    words = reading.words(sheets.name_sheet(met.session, "nl"))
    assert "Oma" in words
    assert "Slak" not in words


def test_a_visit_of_it_can_still_be_looked_at_and_corrected(met: Met) -> None:
    met.forget()
    assert desk.visit_board(met.visit).picture is None
    arrivals.adjust(met.visit, None, [], [29], [Relation.MOTHER])
    arrivals.leave(met.visit, NOW)
    arrivals.come_back(met.visit)
    with pytest.raises(Refused) as refused:
        arrivals.check_in(met.before, met.slak, NOW)
    assert refused.value.reason is Reason.NOT_FOUND


def test_no_step_back_speaks_of_it_any_more(met: Met) -> None:
    history = History()
    other = make_family("Volle slak", picture=Picture("owl", 1), languages=["tr"])
    versions = (met.version, families.get(other).version)
    arrived = make_session(met.place, DAY, title="Middag")
    acts = [
        directory.choose_picture(other, versions[1], Picture("owl", 2)),  # of who is merged into it
        arrivals.check_in(arrived, met.slak, NOW),
        arrivals.check_in(arrived, met.oma, NOW),
        directory.change_child(met.slak, families.get(met.slak).children[0], DAY),
        contacts.remove(met.slak, met.version),
        merging.merge(met.slak, other, (met.version, families.get(other).version), {}),
        directory.choose_picture(met.oma, families.get(met.oma).version, Picture("tram", 2)),
    ]
    for act in acts:
        history.remember(act)
    history.undone = [history.done.pop(0)]
    history.remember(met.forget())
    kept = [acts[2].undo, acts[6].undo]
    assert history.done == kept
    assert history.undone == []


def test_forgetting_has_no_way_back_and_nothing_of_before_brings_it_back(met: Met) -> None:
    gone = contacts.remove(met.slak, met.version)
    done = met.forget()
    assert done.undo is None
    before = whole_house()
    assert gone.undo
    with pytest.raises(Refused) as refused:  # as another PC remembers it
        changes.undo(gone.undo)
    assert refused.value.reason is Reason.CHANGED_MEANWHILE
    assert whole_house() == before


def test_a_family_that_was_changed_meanwhile_is_not_forgotten(met: Met) -> None:
    version = met.version
    families.change(families.get(met.slak), None)
    with pytest.raises(Refused) as refused:
        forgetting.forget_family(met.slak, version, None, DAY)
    assert refused.value.reason is Reason.CHANGED_MEANWHILE


def test_the_question_says_what_stays_and_until_when_back_ups_hold_it(met: Met) -> None:
    board = forgetting.forget_board(met.slak, date(2027, 1, 31))
    assert (board.visits, board.shared_children, board.last_backup) == (2, ("Lina",), date(2028, 1, 31))
    house = organisation.the_house()
    organisation.change_house(house.__class__(**{**vars(house), "backup_months": 1}))
    assert forgetting.forget_board(met.slak, date(2027, 1, 31)).last_backup == date(2027, 2, 28)


def test_a_contact_is_gone_after_its_last_day(met: Met) -> None:
    assert kept_contacts.exists(met.slak, DAY + WEEK)
    assert not kept_contacts.exists(met.slak, DAY + WEEK + timedelta(days=1))
    removal = contacts.remove(met.slak, met.version)
    assert removal.undo
    changes.undo(removal.undo)
    removal = contacts.remove(met.slak, met.version)
    changes.undo(removal.undo)  # type: ignore[arg-type]
    assert contacts.forget_old(DAY + WEEK) == 0
    assert contacts.forget_old(DAY + WEEK + timedelta(days=1)) == 1
    assert not list(tables.Contact.select())


# --- the bytes ---

KEY = "een lange wachtzin die niemand kent"


@pytest.fixture(params=["", KEY], ids=["plain", "encrypted"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Give the folder of a house in a file, open and with Slak in it."""
    made = tmp_path / "house"
    startup.create_house(made, startup.NewHouse("De Kersenpit", "Kuregem", "Samira", passphrase=request.param))
    with startup.open_house(str(made), lambda: request.param, now=NOW) as opened, opened.connection():
        yield made


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder in which everything temporary is written."""
    made = tmp_path / "temporary"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(made))
    return made


def test_no_byte_is_left(temporary: Path, folder: Path, own_folders: Path) -> None:
    with database.transaction():
        met = Met(is_furnished=True)
    for _ in range(30):  # rows that grow, move between pages and leave free ones behind
        directory.change_family(
            Family(**{**vars(families.get(met.slak)), "brought_by": NAMES[4] + " " + "x" * 200}), DAY
        )
        families.remove(make_family("Kwispelbo" + "y" * 60, picture=Picture("owl", 1)))
    held = all_bytes(folder)
    assert [name for name in NAMES if name.encode() not in held] == []
    error_log.log(error_log.report(ValueError, None, NOW))
    done = met.forget(folder)
    assert done.undo is None
    held = all_bytes(folder)
    for word in (*NAMES, "zonderlinge", "kwispelbo"):
        assert word.encode() not in held, word
        for elsewhere in (temporary, own_folders):
            assert word.encode() not in all_bytes(elsewhere), (word, elsewhere)
    assert paths.user_log_folder().joinpath("errors.log").stat().st_size
    assert paths.user_log_folder().is_relative_to(own_folders)
    assert (folder / "house.db-wal").stat().st_size < 40_000  # only what came after


def test_what_could_not_be_cleaned_up_is_at_the_next_start(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with database.transaction():
        met = Met(is_furnished=True)
    with monkeypatch.context() as patch:
        patch.setattr(erasing, "_scrub_file", lambda: False)  # somebody else reads just then
        met.forget(folder)
        assert NAMES[0].encode() in all_bytes(folder)
    forgetting.keep_forgotten(folder)
    assert NAMES[0].encode() not in all_bytes(folder)


# --- a back-up of before ---


def test_a_back_up_of_before_does_not_bring_it_back(tmp_path: Path) -> None:
    folder = tmp_path / "house"
    startup.create_house(folder, startup.NewHouse("De Kersenpit", "Kuregem", "Samira"))
    with startup.open_house(str(folder), now=NOW) as opened, opened.connection():
        with database.transaction():
            met = Met(is_furnished=True)
        backup = upkeep.back_up(folder, NOW)
        met.forget(folder)
    listed = json.loads((folder / "forgotten.json").read_text(encoding="utf-8"))
    assert [list(one) for each in listed.values() for one in each] == [["number", "first_seen", "on"]]
    startup.restore(backup, folder, NOW)
    with startup.open_house(str(folder), now=NOW) as opened, opened.connection():
        assert opened.forgotten_again == 1
        assert [family.nickname for family in families.everyone()] == ["Oma"]
        for word in NAMES:
            assert word.encode() not in b"".join(file.read_bytes() for file in folder.glob("house.db*"))
    with startup.open_house(str(folder), now=NOW) as opened, opened.connection():
        assert opened.forgotten_again == 0


def test_another_house_whose_back_up_is_put_back_here_loses_nobody(tmp_path: Path) -> None:
    made = {}
    for name in ("one", "other"):
        folder = tmp_path / name
        startup.create_house(folder, startup.NewHouse(name, "Kuregem", "Samira"))
        with startup.open_house(str(folder), now=NOW) as opened, opened.connection():
            with database.transaction():
                met = Met(is_furnished=True)
            made[name] = upkeep.back_up(folder, NOW)
            if name == "one":
                met.forget(folder)
    startup.restore(made["other"], tmp_path / "one", NOW)
    with startup.open_house(str(tmp_path / "one"), now=NOW) as opened, opened.connection():
        assert opened.forgotten_again == 0
        assert {family.nickname for family in families.everyone()} == {NAMES[0], "Oma"}
    startup.restore(made["one"], tmp_path / "one", NOW + WEEK)
    with startup.open_house(str(tmp_path / "one"), now=NOW) as opened:
        assert opened.forgotten_again == 1


def test_back_ups_older_than_the_rule_of_the_house_are_taken_away(tmp_path: Path) -> None:
    folder = tmp_path / "house"
    startup.create_house(folder, startup.NewHouse("De Kersenpit", "Kuregem", "Samira"))
    old = [NOW - timedelta(days=days) for days in (366, 364, 32, 30)]
    for at in old:
        for file in (
            folder / "backups" / f"meetingplace-{at:%Y-%m-%d-%H%M%S}.mpbackup",
            folder / f"replaced-{at:%Y-%m-%d-%H%M%S}" / "house.db",
        ):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(b"old")
    with startup.open_house(str(folder), now=NOW) as opened, opened.connection():
        upkeep.back_up(folder, NOW)
        assert _days(folder) == {f"{at:%Y-%m-%d}" for at in (*old[1:], NOW)}
        house = organisation.the_house()
        organisation.change_house(house.__class__(**{**vars(house), "backup_months": 1}))
        upkeep.back_up(folder, NOW + timedelta(minutes=1))
        assert _days(folder) == {f"{at:%Y-%m-%d}" for at in (old[3], NOW)}
    assert [kept.name[9:19] for kept in folder.glob("replaced-*")] == [f"{old[3]:%Y-%m-%d}"]


def _days(folder: Path) -> set[str]:
    return {file.name[len("meetingplace-") :][:10] for file in (folder / "backups").glob("*.mpbackup")}


def test_who_was_said_to_be_two_is_let_go(met: Met) -> None:
    met.forget()
    assert doubles.said_to_be_two() == set()
