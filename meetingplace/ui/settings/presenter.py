"""What the House screen says, and what its forms and buttons do. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from meetingplace import startup
from meetingplace.domain.partners import Partner
from meetingplace.domain.places import House, Place
from meetingplace.domain.privacy import Level
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.team import WEEKDAYS, Role, TeamMember
from meetingplace.i18n import refusals
from meetingplace.i18n.formats import own_name
from meetingplace.i18n.words import role_name
from meetingplace.services import organisation, passphrase, upkeep
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.organisation import HouseBoard
from meetingplace.services.passphrase import Sheet
from meetingplace.services.upkeep import Checked, Keeping
from meetingplace.ui.kit.surroundings import Move, Surroundings
from meetingplace.ui.settings.house_keeping import HouseKeeper
from meetingplace.ui.settings.shown import Entries, KeepingShown, OtherHouse, RowShown, SettingsShown

FOLLOWS = frozenset({Topic.HOUSE, Topic.PLACES, Topic.TEAM, Topic.PARTNERS, Topic.BACKUPS})
_OLD_BACKUP = 7  # days
_A_MONDAY = date(2026, 10, 26)
Thing = Place | TeamMember | Partner


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_settings(self, shown: SettingsShown) -> None:
        """Show the house."""

    def show_house_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field of the house; an empty sentence takes it away."""

    def show_checked(self, sentence: str, is_good: bool) -> None:
        """Say what the check found."""


class Form(Protocol):
    """A panel that waits for its thing to be saved."""

    def close_panel(self) -> None:
        """Close it: it is saved."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field; without a field, with the whole."""


@dataclass(frozen=True)
class Board:
    """Everything that the screen asks in one go."""

    house: HouseBoard
    keeping: Keeping


def asked(folder: Path | None) -> Board:
    """Ask the house, its registers, and how it is kept."""
    return Board(organisation.house_board(), upkeep.keeping(folder))


class Presenter:
    """The house in view."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Take the surroundings; nothing is asked before `refresh`."""
        self.around, self._view = around, view
        self._ = around.words
        self.house = HouseKeeper(around, self.refresh, self._house_refused)

    # --- showing ---

    def refresh(self) -> None:
        """Ask everything again."""
        self.around.work.ask(asked, self.around.folder, then=self._show, slot="house")

    def _show(self, board: Board) -> None:
        house = board.house
        self.house.take(house.house)
        self._view.show_settings(
            SettingsShown(
                house=house.house,
                places=Entries(tuple(map(self._place_row, house.places)), {each.id: each for each in house.places}),
                team=Entries(tuple(map(self._member_row, house.team)), {each.id: each for each in house.team}),
                partners=Entries(
                    tuple(map(self._partner_row, house.partners)), {each.id: each for each in house.partners}
                ),
                keeping=self._keeping(board.keeping),
                others=tuple(self._others(house.house)),
            )
        )

    def _place_row(self, place: Place) -> RowShown:
        _ = self._
        kind = _("on the move") if place.is_mobile else ""
        line = ", ".join(part for part in (place.address, place.town, kind) if part)
        room = _.plural("room for {n} child", "room for {n} children", place.capacity) if place.capacity else ""
        hosts = _.plural("at least {n} host", "at least {n} hosts", place.minimum_hosts)
        facts = " · ".join(part for part in (line, room, hosts) if part)
        return RowShown(place.id, place.name, facts, _("Only counted") if place.level is Level.TALLY else "")

    def _member_row(self, member: TeamMember) -> RowShown:
        _ = self._
        paid = _("paid") if member.is_paid else _("volunteer")
        words = [role_name(_, member.role)]
        if member.role is not Role.VOLUNTEER:
            words.append(paid)
        days = ", ".join(word for weekday, word in self.weekdays() if weekday in member.weekdays)
        line = " · ".join([", ".join(words), *([days] if days else []), *self._languages(member.languages)])
        return RowShown(member.id, member.name, line, _("PIN") if member.has_pin else "", member.initials)

    def _partner_row(self, partner: Partner) -> RowShown:
        _ = self._
        roles = [
            word
            for word, is_so in (
                (_("organises with us"), partner.is_organiser),
                (_("we refer to them"), partner.is_referral),
            )
            if is_so
        ]
        facts = [self.around.formats.list_of(roles), partner.address, partner.phone, partner.email]
        return RowShown(partner.id, partner.name, " · ".join(fact for fact in facts if fact))

    def _languages(self, codes: Iterable[str]) -> list[str]:
        names = [own_name(code) for code in codes]
        return [", ".join(names)] if names else []

    def _keeping(self, keeping: Keeping) -> KeepingShown:
        _, formats = self._, self.around.formats
        last = keeping.last_backup
        if last is None:
            said = _("There is no back-up yet.")
        else:
            said = _("The last back-up is of {day} at {time}.", day=formats.full_day(last), time=formats.time(last))
        is_old = last is None or (self.around.clock() - last).days >= _OLD_BACKUP
        return KeepingShown(said, is_old, str(keeping.backups or ""), keeping.is_encrypted)

    def _others(self, house: House) -> Iterable[OtherHouse]:
        _, here = self._, self.around.address
        if house.is_sample:
            back = startup.house_beside_sample(self.around.settings.current.recent)
            yield OtherHouse(back, _("Leave the sample house"), _("Go back to your own house."))
        else:
            sample = _("Look round and try everything. Nothing in it is real.")
            yield OtherHouse(str(startup.sample_folder()), _("Open the sample house"), sample)
            for address in self.around.settings.current.recent:
                if address not in (here, str(startup.sample_folder())):
                    yield OtherHouse(address, _("Open another house"), startup.shown_address(address))

    # --- the registers ---

    def save(self, thing: Thing, form: Form) -> None:
        """Save a place, team member or partner; one with id 0 is new."""
        verbs: dict[type, tuple[Callable[..., Changes], Callable[..., Changes]]] = {
            Place: (organisation.add_place, organisation.change_place),
            TeamMember: (organisation.add_member, organisation.change_member),
            Partner: (organisation.add_partner, organisation.change_partner),
        }
        add, change = verbs[type(thing)]
        verb = change if thing.id else add
        self.around.work.do(
            verb, thing, then=lambda _changes: form.close_panel(), failed=partial(self._refused, thing, form)
        )

    def remove(self, thing: Thing, form: Form) -> None:
        """Take something out of use; the past stays."""
        verbs: dict[type, Callable[..., Changes]] = {
            Place: organisation.remove_place,
            TeamMember: organisation.remove_member,
            Partner: organisation.remove_partner,
        }
        self.around.work.do(
            verbs[type(thing)],
            thing.id,
            thing.version,
            then=lambda _changes: form.close_panel(),
            failed=partial(self._refused, thing, form),
        )

    def weekdays(self) -> list[tuple[int, str]]:
        """List the days of the week with their short names, from Monday."""
        return [(one, self.around.formats.weekday_short(_A_MONDAY + timedelta(days=one))) for one in WEEKDAYS]

    def number(self, typed: str, field: str, form: Form) -> int | None:
        """Read a typed number; None, and a sentence at its field, when it is none."""
        if typed.strip().isdecimal() and len(typed.strip()) < 6:
            return int(typed)
        form.show_wrong(field, self.sentence(Refused(Reason.NUMBER_IMPOSSIBLE, typed=typed.strip()[:20])))
        return None

    def _refused(self, thing: Thing, form: Form, refused: Refused) -> None:
        if refused.reason is Reason.IN_USE:
            last = {
                Place: self._("This is the only place. Add another one before you take this one out of use."),
                TeamMember: self._("This is the only team member. Add somebody else first."),
            }
            form.show_wrong("", last.get(type(thing), self.sentence(refused)))
            return
        form.show_wrong(field_of(thing, refused), self.sentence(refused))

    def set_pin(self, member: TeamMember, typed: str, again: str, form: Form) -> None:
        """Set the PIN of a team member, or take it away with an empty one."""
        if typed != again:
            form.show_wrong("pin_again", self._("This is not the same as above. Type it once more."))
            return
        self.around.work.do(
            upkeep.set_pin,
            member.id,
            typed,
            then=lambda _changes: form.close_panel(),
            failed=lambda refused: form.show_wrong("pin", self.sentence(refused)),
        )

    def _house_refused(self, values: dict[str, Any], refused: Refused) -> None:
        self._view.show_house_wrong(next(iter(values)), self.sentence(refused))

    def sentence(self, refused: Refused) -> str:
        """Say a refusal."""
        return refusals.sentence(self._, refused, self.around.formats)

    # --- back-up, passphrase, other houses ---

    def back_up(self, file: Path | None = None) -> None:
        """Make a back-up, in the usual folder or in a file that was chosen."""
        self.around.work.do(upkeep.back_up_now, self.around.folder, self.around.clock(), file)

    def backup_name(self) -> str:
        """Suggest the name of a back-up."""
        return upkeep.backup_name(self.around.clock())

    def restore(self, file: Path) -> None:
        """Close the house, put a back-up in its place and open it."""
        folder, now = self.around.folder, self.around.clock()
        if folder:
            self.around.move(Move(self.around.address, partial(startup.restore, file, folder, now)))

    def sheet(self, house: House, words: tuple[str, ...]) -> Sheet:
        """Give a recovery sheet of these words, in the language of the program."""
        language = self.around.formats.language
        return Sheet(house.name, words, self.around.clock().date(), language, house.mood, house.picture)

    def change_passphrase(self, typed: str, form: Form) -> None:
        """Give an encrypted house another passphrase."""
        said = self._("The passphrase was changed. The recovery sheet stays good.")
        self._change_key(form, said, passphrase.change, self.around.folder, typed)

    def use_sheet(self, words: tuple[str, ...], form: Form) -> None:
        """Let the new recovery sheet count, and the old one no more."""
        said = self._("The new recovery sheet counts from now on. Tear up the old one.")
        self._change_key(form, said, passphrase.replace_sheet, self.around.folder, words)

    def _change_key(self, form: Form, said: str, verb: Callable[..., None], *args: object) -> None:
        def done(_answer: None) -> None:
            form.close_panel()
            self.around.say(said)

        self.around.work.ask(
            verb, *args, then=done, failed=lambda refused: form.show_wrong("passphrase", self.sentence(refused))
        )

    def encrypt(self, typed: str, words: tuple[str, ...], form: Form) -> None:
        """Close a house that has no passphrase, lock it with one and ask for it."""
        try:
            passphrase.check(typed)
        except Refused as refused:
            form.show_wrong("passphrase", self.sentence(refused))
            return
        form.close_panel()
        folder, now = self.around.folder, self.around.clock()
        if folder:
            self.around.move(Move(self.around.address, partial(startup.encrypt, folder, typed, words, now)))

    def open_house(self, address: str) -> None:
        """Close this house and open another; the sample house is made when there is none."""
        sample = startup.sample_folder()
        is_missing = address == str(sample) and startup.state_of(address) is startup.State.NEW
        self.around.move(Move(address, self._making_sample if is_missing else None))

    def remake_sample(self) -> None:
        """Make the sample house anew, as seen from today."""
        self.around.move(Move(self.around.address, self._making_sample))

    def _making_sample(self) -> None:
        startup.make_sample(startup.sample_folder(), self.around.clock().date())

    def begin_another(self) -> None:
        """Go through the first steps again, for another house."""
        self.around.move(Move(str(startup.another_folder())))

    # --- the check ---

    def check(self) -> None:
        """Look whether the house is whole."""
        self.around.work.ask(upkeep.check, then=self._checked, slot="check", on_paper=True)

    def _checked(self, found: Checked) -> None:
        _ = self._
        sentence = (
            _("Everything is whole.")
            if found.ok
            else _("Something is damaged. Make no changes, and put your last back-up back.")
        )
        self._view.show_checked(sentence, found.ok)

    def facts(self) -> list[tuple[str, str]]:
        """List what a maker asks first: name and value."""
        _ = self._
        return [(_("Version"), upkeep.program_version()), (_("House"), startup.shown_address(self.around.address))]


def field_of(thing: Thing, refused: Refused) -> str:
    """Find the field that a refusal is about."""
    if refused.reason is Reason.NAME_MISSING:
        return "name"
    if refused.reason is Reason.NUMBER_IMPOSSIBLE and isinstance(thing, Place):
        return "capacity" if refused.facts.get("typed") == thing.capacity else "minimum_hosts"
    if refused.reason is Reason.TEXT_TOO_LONG:
        texts = {name: value for name, value in vars(thing).items() if isinstance(value, str)}
        return max(texts, key=lambda name: len(texts[name]))
    return ""
