"""The Flyers screen: what and in which languages, the real paper, the words on it and what to look at."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from meetingplace.ui.flyers.beside import WIDTH as BESIDE_WIDTH, Beside
from meetingplace.ui.flyers.choices import WIDTH as CHOICES_WIDTH, Choices
from meetingplace.ui.flyers.over import PanelsOverFlyers
from meetingplace.ui.flyers.presenter import FOLLOWS, Presenter
from meetingplace.ui.flyers.sheet import PaperTable
from meetingplace.ui.flyers.shown import (
    BoardShown,
    ChoicesShown,
    PageShown,
)
from meetingplace.ui.kit.buttons import MenuButton, Segment, button
from meetingplace.ui.kit.cards import EmptyState
from meetingplace.ui.kit.layouts import row, scrolling
from meetingplace.ui.kit.screen import MARGIN
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current

_PAUSE = 150  # ms without a change before the paper is made
_LEAST_PAPER = 380  # px across: with less, the choices fold behind the words
_GAP = 16


class FlyersScreen(PanelsOverFlyers):
    """The flyer in the making."""

    help_key = "flyers"
    follows = FOLLOWS

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, around.words("Flyers"))
        _ = self._
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.choices, self.table, self.beside = Choices(_, self), PaperTable(_, self), Beside(_, self)
        self.share = MenuButton(_("Save or share"), "share-variant-outline", parent=self)
        self.print_button = button(_("Print"), "primary", "printer", parent=self)
        self.primary = self.print_button
        step = lambda: around.go("planning")  # noqa: E731
        self.empty = EmptyState(
            _("No flyer to make yet"),
            _("Plan a session or a series. Then its flyer for parents stands here, in up to thirty languages."),
            _("Plan a session"),
            step,
            self,
        )
        self._presenter = Presenter(around, self)
        self.print_act = self._presenter.paper.print_flyer
        self._build()
        self._wire()

    def _build(self) -> None:
        _, theme, paper = self._, current(), self._presenter.paper
        self.add_act(self.share)
        self.add_act(self.print_button)
        for word, act in (
            (_("Save as PDF"), paper.save_pdf),
            (_("Picture for phones"), paper.save_pictures),
            (_("Copy the text"), paper.copy_text),
            (_("Several flyers at once…"), self._presenter.open_several),
        ):
            offered = QAction(word, self.share.choices)
            offered.triggered.connect(lambda _on=False, act=act: act())
            self.share.choices.addAction(offered)
        self.copies = self.share.choices.addMenu(_("Copy the text in one language"))
        self._left, self._right = self._side(self.choices), self._side(self.beside)
        self._left.setFixedWidth(theme.px(CHOICES_WIDTH))
        self._right.setFixedWidth(theme.px(BESIDE_WIDTH))
        self._sides = Segment([("what", _("What")), ("words", _("Words"))], "words", _("What stands beside"), self)
        self._sides.hide()
        self._side_box = QVBoxLayout()
        self._side_box.setSpacing(8)
        self._side_box.addLayout(row(self._sides, None))
        self._side_box.addWidget(self._right, 1)
        self._maker = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._maker)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(_GAP)
        self._columns.addWidget(self._left)
        self._columns.addWidget(self.table, 1)
        self._columns.addLayout(self._side_box)
        self.add(self._maker, stretch=1)
        self.add(self.empty)
        self.empty.hide()
        self._maker.hide()

    def _side(self, content: QWidget) -> QScrollArea:
        area = scrolling(content, self)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _wire(self) -> None:
        presenter = self._presenter
        self._pause.timeout.connect(presenter.preview.make)
        self.print_button.clicked.connect(lambda: presenter.paper.print_flyer())
        self.choices.kind_chosen.connect(presenter.choose_kind)
        self.choices.subject_wanted.connect(presenter.ask_subject)
        self.choices.layout_chosen.connect(presenter.choose_layout)
        self.choices.paper_chosen.connect(presenter.choose_paper)
        self.choices.mood_chosen.connect(presenter.choose_mood)
        self.choices.grey_chosen.connect(presenter.choose_grey)
        self.choices.code_typed.connect(presenter.choose_code)
        self.choices.picture_chosen.connect(presenter.choose_picture)
        self.choices.families_wanted.connect(presenter.add_family_languages)
        self.choices.language_added.connect(presenter.add_language)
        self.choices.language_removed.connect(presenter.remove_language)
        self.choices.recent_wanted.connect(presenter.ask_recent)
        self.choices.lists_wanted.connect(presenter.paper.open_lists)
        self.table.turned.connect(presenter.preview.turn)
        self.table.page_chosen.connect(presenter.preview.turn_to)
        self.table.resized.connect(presenter.preview.draw_page)
        self.beside.change_wanted.connect(presenter.writing.write)
        self.beside.read.connect(presenter.writing.mark_read)
        self._sides.chosen.connect(self._show_side)

    def open(
        self, session_id: int | None = None, series_id: int | None = None, lists: bool = False, **_more: Any
    ) -> None:
        """Make the flyer of a session or a series, or go on with the last one; perhaps open its paper lists."""
        self._presenter.open(session_id, series_id, lists)

    def refresh(self) -> None:
        """Ask everything again."""
        self._presenter.refresh()

    # --- what is shown ---

    @property
    def page_width(self) -> int:
        """Give how wide the page is shown, in dots."""
        return self.table.page_width

    def show_nothing(self) -> None:
        """Say that there is nothing to make a flyer of."""
        self._maker.hide()
        self.empty.show()
        self.show_line("")
        self._allow(False)

    def show_choices(self, shown: ChoicesShown) -> None:
        """Show what is chosen."""
        self.empty.hide()
        self._maker.show()
        self.choices.show_choices(shown)
        self.copies.clear()
        for language in shown.languages:
            copied = partial(self._copy_in, language.code)
            self.copies.addAction(language.name).triggered.connect(copied)
        self.beside.setVisible(shown.subject is not None or not shown.none_there)
        self._allow(not shown.none_there)

    def _copy_in(self, language: str, _is_on: bool = False) -> None:
        self._presenter.paper.copy_text(language)

    def show_board(self, shown: BoardShown) -> None:
        """Show the texts and the check list."""
        self.show_line(shown.line)
        self.beside.show_board(shown)
        self.choices.lists.setVisible(shown.has_lists)

    def show_page(self, shown: PageShown) -> None:
        """Show a page of the real paper."""
        self.table.show_page(shown)

    def show_problem(self, said: str) -> None:
        """Say why there is no page."""
        self.table.show_problem(said)

    def preview_soon(self) -> None:
        """Make the paper once nothing was changed for a moment; the first one at once."""
        self._pause.start(_PAUSE if self.table.page.has_picture else 0)

    def _allow(self, is_allowed: bool) -> None:
        self.print_button.setEnabled(is_allowed)
        self.share.setEnabled(is_allowed)

    # --- folding ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the choices behind the words when the paper would become too small."""
        super().resizeEvent(event)
        self._fold()

    @property
    def is_folded(self) -> bool:
        """Tell whether the choices lie behind the words."""
        return not self._sides.isHidden()

    def _fold(self) -> None:
        theme = current()
        sides = theme.px(CHOICES_WIDTH) + theme.px(BESIDE_WIDTH) + 2 * _GAP
        wants_fold = self.width() - 2 * MARGIN - sides < _LEAST_PAPER
        if wants_fold == self.is_folded:
            return
        self._sides.setVisible(wants_fold)
        if wants_fold:
            self._columns.removeWidget(self._left)
            self._side_box.addWidget(self._left, 1)
            self._left.setFixedWidth(theme.px(BESIDE_WIDTH))
            self._show_side(self._sides.on)
        else:
            self._side_box.removeWidget(self._left)
            self._columns.insertWidget(0, self._left)
            self._left.setFixedWidth(theme.px(CHOICES_WIDTH))
            self._left.show()
            self._right.show()

    def _show_side(self, key: str) -> None:
        self._left.setVisible(key == "what")
        self._right.setVisible(key != "what")
