"""The Voices screen: the board, the page of one voice, and the forms over them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from meetingplace.ui.kit.buttons import MenuButton, button
from meetingplace.ui.kit.cards import Chip, EmptyState
from meetingplace.ui.kit.fields import SearchField
from meetingplace.ui.kit.layouts import column, row
from meetingplace.ui.kit.screen import Screen
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.board import Board
from meetingplace.ui.voices.forms import AnswerForm, DraftPanel, TellForm, VoiceForm
from meetingplace.ui.voices.page import VoicePage
from meetingplace.ui.voices.presenter import FOLLOWS, Presenter
from meetingplace.ui.voices.shown import AnswerShown, BoardShown, FormShown, PageShown, TellShown

_LARGE = 1.6  # with larger text than this, the search and the acts stand under each other


class VoicesScreen(Screen):
    """What parents tell us."""

    help_key = "voices"
    follows = FOLLOWS
    once = frozenset({"session_id"})

    def __init__(self, around: Surroundings) -> None:
        """Build the board and the page; nothing is asked before the screen is opened."""
        _ = around.words
        super().__init__(around, _("Voices"))
        self.show_line(_("what parents tell us"))
        self._form: DraftPanel | None = None
        self._shown: BoardShown | None = None
        self._presenter = Presenter(around, self)
        self._searched = SearchField(_("Search voices"), self, _("Empty the search"))
        self._searched.setMinimumWidth(current().px(150))
        self._searched.setMaximumWidth(current().px(330))
        self._languages = MenuButton("", "translate", _("Choose a language"), self)
        self._waiting = Chip("", "wait", parent=self)
        self.primary = button(_("New voice"), "primary", "plus")
        self.search = self._searched
        self._tools = QWidget(self)
        search, acts = row(self._searched, self._languages, None), row(self._waiting, self.primary)
        search.setStretch(0, 8)  # the search grows before the empty space does
        is_large = current().scale > _LARGE
        self._tools.setLayout(column(search, row(None, acts)) if is_large else row(search, acts))
        self._board = Board(self)
        self._page = VoicePage(_, self)
        says = _("Here stands what parents wish, ask and think, until they have an answer.")
        self._empty = EmptyState(_("No voices yet"), says, _("Write down a first one"), self.primary.click, self)
        self._nothing = EmptyState(
            _("Nothing found"), _("Try another word, or look in all languages."), _("Show all voices"),
            self._presenter.show_everything, self, "arrow-left",
        )  # fmt: skip
        self.add(self._tools, self._empty, self._nothing, self._page)
        self.add(self._board, stretch=1)
        self._rest = QWidget(self)  # takes the room that the board leaves
        self.add(self._rest, stretch=1)
        self._page.hide()
        self._arrange()
        self._wire()

    def _wire(self) -> None:
        presenter, wishes = self._presenter, self._page.wishes
        if self.primary:
            self.primary.clicked.connect(lambda: presenter.writing.write_down())
        self._searched.searched.connect(presenter.typed)
        self._board.opened.connect(presenter.open_voice)
        self._board.answer_wanted.connect(presenter.writing.answer)
        self._board.moved.connect(presenter.move)
        self._board.more_wanted.connect(presenter.show_more)
        wishes.back.connect(self._go_back)
        wishes.copied.connect(self._copy)
        wishes.change.connect(presenter.change)
        wishes.answer.connect(presenter.answer)
        wishes.tell.connect(presenter.tell)
        wishes.read.connect(presenter.translation_was_read)
        wishes.plan.connect(presenter.plan)
        wishes.remove.connect(presenter.remove)
        wishes.state.connect(presenter.move_here)
        wishes.follower.connect(presenter.hand_to)
        wishes.rung.connect(presenter.set_rung)
        wishes.session.connect(presenter.open_session)

    def open(self, **what: Any) -> None:
        """Come to the board, to one voice (voice_id), or to the form for one heard at a session (session_id)."""
        self._presenter.open(what.get("voice_id"), what.get("session_id"))

    def refresh(self) -> None:
        """Ask again what is shown."""
        self._presenter.refresh()

    # --- what the presenter asks ---

    def show_board(self, shown: BoardShown) -> None:
        """Show the board, or what it is when there is nothing on it."""
        self._board.show_board(shown)
        self._shown = shown
        self._waiting.show_text(shown.waiting)
        self._show_languages(shown)
        self._arrange()

    def show_page(self, shown: PageShown) -> None:
        """Show one voice in place of the board."""
        self._page.setVisible(True)
        self._arrange()
        self._page.show_voice(shown)

    def close_page(self) -> None:
        """Show the board again."""
        self._page.setVisible(False)
        self._page.voice_id = None
        self._arrange()

    def clear_search(self) -> None:
        """Empty the search."""
        self._searched.clear()

    def show_form(self, shown: FormShown) -> None:
        """Open the form for what a parent says."""
        form = VoiceForm(shown, self, self._)
        writing = self._presenter.writing
        form.kept.connect(lambda: self._say_kept(form))
        self._open(form, form.words, lambda: writing.save(form.draft), lambda: writing.keep_draft(form.draft))

    def show_answer(self, shown: AnswerShown) -> None:
        """Open the form for an answer."""
        form = AnswerForm(shown, self, self._)
        writing = self._presenter.writing
        form.kept.connect(lambda: self._say_kept(form))
        self._open(form, form.words, lambda: writing.save_answer(form.draft), lambda: writing.keep_answer(form.draft))

    def show_tell(self, shown: TellShown) -> None:
        """Open the form for telling back."""
        form = TellForm(shown, self, self._)
        save = partial(self._presenter.writing.save_told, read_day=form.read_day)
        self._open(form, form.how, lambda: save(form.ways), lambda: None)

    def show_wrong(self, field: str, said: str) -> None:
        """Show what is wrong under a field of the open form."""
        if self._form is not None:
            self._form.show_wrong(field, said)

    def close_form(self) -> None:
        """Close the form after saving."""
        form, self._form = self._form, None
        if form is not None:
            form.finish()

    # --- the parts ---

    def _open(self, form: DraftPanel, first: QWidget, save: Callable[[], object], keep: Callable[[], object]) -> None:
        if self._form is not None:
            self._form.close_panel()
        self._form = form
        form.wanted.connect(save)
        form.kept.connect(keep)
        form.closed.connect(self._forget_form)
        form.open(first)

    def _say_kept(self, form: DraftPanel) -> None:
        if form.is_changed:
            self.around.say(self._("Not saved yet. What you typed stands there when you open this again."))

    def _forget_form(self) -> None:
        self._form = None

    def _go_back(self) -> None:
        voice_id = self._page.voice_id
        self._presenter.close_voice()
        if voice_id is not None:
            self._board.go_to(self._board.card(voice_id))

    def _copy(self, words: str) -> None:
        QApplication.clipboard().setText(words)
        self.around.say(self._("The words are copied."))

    def _arrange(self) -> None:
        """Show the page, or else the board, or else what the board is for."""
        is_page = not self._page.isHidden()
        is_empty = self._shown is not None and self._shown.is_empty
        found_nothing = self._shown is not None and self._shown.found_nothing and not is_empty
        self._tools.setVisible(not is_page)
        self._empty.setVisible(is_empty and not is_page)
        self._nothing.setVisible(found_nothing and not is_page)
        self._board.setVisible(not (is_page or is_empty or found_nothing))
        self._rest.setVisible(self._board.isHidden())
        self._waiting.setVisible(bool(self._shown and self._shown.waiting))

    def _show_languages(self, shown: BoardShown) -> None:
        names = dict(shown.languages)
        chosen, says = names[shown.language], self._("Choose a language")
        self._languages.setText(chosen)
        self._languages.setAccessibleName(f"{says}: {chosen}")
        self._languages.updateGeometry()
        self._languages.choices.clear()
        for code, name in shown.languages:
            action = QAction(name, self._languages.choices)
            action.setCheckable(True)
            action.setChecked(code == shown.language)
            action.triggered.connect(partial(self._choose_language, code))
            self._languages.choices.addAction(action)

    def _choose_language(self, code: str, _is_on: bool = False) -> None:
        self._presenter.choose_language(code)
