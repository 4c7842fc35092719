"""The House screen: its parts in a list at the left, the one that is chosen beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.domain.partners import Partner
from meetingplace.domain.places import Place
from meetingplace.domain.team import TeamMember
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import ICON_GAP, button
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.screen import Screen
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.settings.house_section import HouseSection
from meetingplace.ui.settings.languages.section import LanguagesSection
from meetingplace.ui.settings.other_sections import AboutSection, HousesSection
from meetingplace.ui.settings.panels import MemberPanel, PartnerPanel, PlacePanel
from meetingplace.ui.settings.pc_section import PcSection
from meetingplace.ui.settings.pictures.section import PicturesSection
from meetingplace.ui.settings.presenter import FOLLOWS, Presenter
from meetingplace.ui.settings.register import Register
from meetingplace.ui.settings.safety_sections import BackupSection, PassphraseSection
from meetingplace.ui.settings.shown import Entries, Section, SettingsShown

_WIDEST = 860  # px of a section at 100 %
_PANELS: dict[Section, tuple[Any, Any]] = {
    Section.PLACES: (PlacePanel, Place(0, "")),
    Section.TEAM: (MemberPanel, TeamMember(0, "")),
    Section.PARTNERS: (PartnerPanel, Partner(0, "")),
}


class SettingsScreen(Screen):
    """Everything about the house that is not of one day."""

    help_key = "settings"
    follows = FOLLOWS
    has_place_choice = False

    def __init__(self, around: Surroundings) -> None:
        """Build the list; a part is built when somebody first goes there."""
        super().__init__(around, around.words("House"))
        self.section = Section.HOUSE
        self.presenter = Presenter(around, self)
        self._shown: SettingsShown | None = None
        self._acts: dict[Section, QPushButton] = {}
        self.list = SectionList(around.words, self._go)
        self._beside = QVBoxLayout()
        self._beside.addStretch(1)
        self.parts: dict[Section, Any] = {}
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(24)
        side_by_side.addWidget(self.list, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        side_by_side.addLayout(self._beside, 100)
        side_by_side.addStretch(1)
        self.add(side_by_side, stretch=1)
        self._wire()

    def part(self, section: Section) -> Any:
        """Give a part; it is built when somebody first goes there."""
        if section not in self.parts:
            made = self.parts[section] = self._build(section)
            made.hide()
            made.setMaximumWidth(current().px(_WIDEST))
            self._beside.insertWidget(0, made)
            self._fill(section)
        return self.parts[section]

    def _build(self, section: Section) -> QWidget:
        _, around, presenter = self._, self.around, self.presenter
        empty = {
            Section.PLACES: (_("No place yet"), _("A place is where parents come."), _("First place")),
            Section.TEAM: (_("Nobody yet"), _("The people who receive the parents."), _("First team member")),
            Section.PARTNERS: (
                _("No partner yet"),
                _("Organisations with which you organise sessions, or to which you refer parents."),
                _("First partner"),
            ),
        }
        if section in empty:
            open_thing = partial(self.open_thing, section)
            return Register(section, empty[section], open_thing, open_thing)
        makers: dict[Section, Callable[[], QWidget]] = {
            Section.HOUSE: lambda: HouseSection(_, presenter.house),
            Section.PICTURES: lambda: PicturesSection(around),
            Section.LANGUAGES: lambda: LanguagesSection(around),
            Section.PC: lambda: PcSection(around, lambda name: around.go("settings", section=Section.PC.key, at=name)),
            Section.BACKUP: lambda: BackupSection(around, presenter),
            Section.PASSPHRASE: lambda: PassphraseSection(around, presenter),
            Section.HOUSES: lambda: HousesSection(around, presenter),
            Section.ABOUT: lambda: AboutSection(around, presenter),
        }
        return makers[section]()

    def _fill(self, section: Section) -> None:
        """Show in a part what is known of the house."""
        shown, part = self._shown, self.parts.get(section)
        if shown is None or part is None:
            return
        entries = self._entries(section)
        if entries is not None:
            part.show_entries(entries)
        elif section is Section.HOUSE:
            part.show_house(shown.house)
        elif section in (Section.BACKUP, Section.PASSPHRASE):
            part.show_keeping(shown.keeping, shown.house)
        elif section is Section.HOUSES:
            part.show_others(shown.house, shown.others)

    def _wire(self) -> None:
        _ = self._
        for section, word, symbol, act in (
            (Section.PLACES, _("New place"), "plus", partial(self.open_thing, Section.PLACES)),
            (Section.TEAM, _("New team member"), "plus", partial(self.open_thing, Section.TEAM)),
            (Section.PARTNERS, _("New partner"), "plus", partial(self.open_thing, Section.PARTNERS)),
            (Section.PICTURES, _("New picture"), "plus", lambda: self.part(Section.PICTURES).open_new()),
            (Section.BACKUP, _("Make a back-up now"), "content-save-outline", self.presenter.back_up),
        ):
            self._acts[section] = made = button(word, "primary", symbol, act)
            made.hide()
            self.add_act(made)

    # --- going ---

    def open(self, section: str = "", at: str = "", place_id: int = 0, **what: Any) -> None:
        """Come to a part of the screen: `section="places"`, perhaps to one place of it."""
        self._show_section(Section.named(section) if section else self.section)
        if at:
            self.part(Section.PC).focus(at)
        super().open(**what)
        if place_id and self._shown:
            self.open_thing(Section.PLACES, place_id)

    def refresh(self) -> None:
        """Ask everything again."""
        self.presenter.refresh()

    def _go(self, section: Section) -> None:
        self.around.go("settings", section=section.key)
        self._show_section(section)

    def _show_section(self, section: Section) -> None:
        self.section = section
        self.list.choose(section)
        self.part(section)
        for each, part in self.parts.items():
            part.setVisible(each is section)
        for each, act in self._acts.items():
            act.setVisible(each is section)
        self.primary = self._acts.get(section)
        self.show_line(self.list.word(section))
        self.page.verticalScrollBar().setValue(0)

    def open_thing(self, section: Section, thing_id: int = 0) -> None:
        """Open a place, team member or partner; without an id a new one."""
        panel_of, new = _PANELS[section]
        entries = self._entries(section)
        thing = entries.things.get(thing_id, new) if entries else new
        panel = panel_of(self, self.presenter, thing)
        panel.open(panel.form.field("name").editor)

    def _entries(self, section: Section) -> Entries | None:
        shown = self._shown
        if shown is None:
            return None
        registers = {Section.PLACES: shown.places, Section.TEAM: shown.team, Section.PARTNERS: shown.partners}
        return registers.get(section)

    # --- what the presenter asks ---

    def show_settings(self, shown: SettingsShown) -> None:
        """Show the house with everything around it."""
        self._shown = shown
        for section in self.parts:
            self._fill(section)

    def show_house_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field of the house."""
        self.part(Section.HOUSE).show_wrong(field, sentence)

    def show_checked(self, sentence: str, is_good: bool) -> None:
        """Say what the check found."""
        self.part(Section.ABOUT).show_checked(sentence, is_good)


class SectionList(QWidget):
    """The parts of the screen, one of which is on."""

    def __init__(self, words: Translator, chosen: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words
        self.setAccessibleName(_("Parts of the house"))
        self._words = {
            Section.HOUSE: _("The house"),
            Section.PLACES: _("Places"),
            Section.TEAM: _("Team"),
            Section.PARTNERS: _("Partners"),
            Section.PICTURES: _("Pictures and logos"),
            Section.LANGUAGES: _("Languages"),
            Section.PC: _("This PC"),
            Section.BACKUP: _("Back-up"),
            Section.PASSPHRASE: _("Passphrase"),
            Section.HOUSES: _("Other houses"),
            Section.ABOUT: _("About"),
        }
        self._group = QButtonGroup(self)
        self.buttons: dict[Section, QPushButton] = {}
        theme = current()
        side = theme.icon_side(22)
        listed = QVBoxLayout(self)
        listed.setContentsMargins(5, 5, 5, 5)
        listed.setSpacing(4)
        for section, word in self._words.items():
            made = button(word, "quiet", pressed=partial(chosen, section), parent=self)
            made.setProperty("kind", "section")
            made.setCheckable(True)
            made.setIcon(icon(section.value, theme.tokens.soft, side, gap=ICON_GAP + 4))
            made.setIconSize(QSize(side + ICON_GAP + 4, side))
            self._group.addButton(made)
            self.buttons[section] = made
            listed.addWidget(made)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def word(self, section: Section) -> str:
        """Give the word of a part."""
        return self._words[section]

    def choose(self, section: Section) -> None:
        """Put a part on, without telling anybody."""
        self.buttons[section].setChecked(True)
