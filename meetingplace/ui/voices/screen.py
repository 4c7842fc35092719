"""The Voices screen: the board, the page of one voice, and the forms over them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from meetingplace.services.voices import Only
from meetingplace.ui.kit.cards import EmptyState
from meetingplace.ui.kit.screen import Screen
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.board import Board
from meetingplace.ui.voices.filtering.panel import OnlyPanel
from meetingplace.ui.voices.filtering.shown import OnlyShown
from meetingplace.ui.voices.forms import AnswerForm, DraftPanel, TellForm, VoiceForm
from meetingplace.ui.voices.hanging.panel import HangingPanel
from meetingplace.ui.voices.joining.panel import JoiningPanel
from meetingplace.ui.voices.menus import CardMenu, DropMenu, show
from meetingplace.ui.voices.page import VoicePage
from meetingplace.ui.voices.presenter import FOLLOWS, Presenter
from meetingplace.ui.voices.rooms import rooms
from meetingplace.ui.voices.shown import AnswerShown, BoardShown, CardShown, FormShown, PageShown, TellShown
from meetingplace.ui.voices.tools import Tools


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
        self._rooms = {room.key: room for room in rooms(_)}
        self._tools = Tools(_, tuple(self._rooms.values()), self)
        self.primary = self._tools.new
        self.search = self._tools.search
        self._board = Board(self)
        self._page = VoicePage(_, self)
        says = _("Here stands what parents wish, ask and think, until they have an answer.")
        self._empty = EmptyState(_("No voices yet"), says, _("Write down a first one"), self._tools.new.click, self)
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
        tools = self._tools
        tools.new.clicked.connect(lambda: presenter.writing.write_down())
        tools.search.searched.connect(presenter.typed)
        tools.language_chosen.connect(presenter.choose_language)
        tools.filter.clicked.connect(lambda: presenter.choose_filter())
        tools.only.cleared.connect(lambda: presenter.show_only(Only()))
        tools.room_wanted.connect(self.open_room)
        self._board.opened.connect(presenter.open_voice)
        self._board.answer_wanted.connect(presenter.writing.answer)
        self._board.moved.connect(presenter.move)
        self._board.more_wanted.connect(presenter.show_more)
        self._board.menu_wanted.connect(self._show_menu)
        self._board.dropped.connect(self._ask_drop)
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
        wishes.hang.connect(lambda: presenter.hang())
        wishes.take_down.connect(presenter.take_down)
        wishes.join.connect(presenter.look_for_same)
        wishes.separate.connect(presenter.separate)
        wishes.tell_joined.connect(presenter.tell_joined)
        wishes.look.connect(presenter.open_voice)
        wishes.noted.connect(presenter.write_notes)

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
        self._tools.show_board(shown)
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
        self._tools.search.clear()

    def open_filter(self, shown: OnlyShown) -> None:
        """Ask what to show only."""
        panel = OnlyPanel(self._, self, shown, self._presenter.show_only)
        panel.open(panel.kind)

    def open_hanging(self, voice_id: int, hangs: bool) -> None:
        """Show what hangs, or will hang, on the board of the corner."""
        HangingPanel(self.around, self, voice_id, hangs).begin()

    def open_joining(self, voice_id: int) -> None:
        """Let somebody look for a voice that says the same."""
        JoiningPanel(self.around, self, voice_id).begin()

    def open_room(self, key: str) -> None:
        """Open a room beside the board."""
        self._rooms[key].door(self.around, self)

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

    def _show_menu(self, card: CardShown, where: QPoint) -> None:
        """Open the menu of a card."""
        presenter, voice_id = self._presenter, card.voice_id
        acts: dict[str, Callable[[int], object]] = {
            "open": presenter.open_voice,
            "answer": presenter.writing.answer,
            "join": self.open_joining,
            "hang": presenter.hang,
        }
        columns = self._shown.columns if self._shown else ()
        move = partial(presenter.move, voice_id)
        show(CardMenu(self._, card, columns, lambda name: acts[name](voice_id), move, self), where)

    def _ask_drop(self, voice_id: int, onto: CardShown, where: QPoint) -> None:
        """Ask what is meant with a card that was dropped on another."""
        dropped = self._board.card(voice_id)
        columns = self._shown.columns if self._shown else ()
        title = next((column.title for column in columns if column.state is onto.state), "")
        stays = dropped is None or dropped.shown.state is onto.state
        move = None if stays else partial(self._presenter.move, voice_id, onto.state)
        join = partial(self._presenter.join, voice_id, onto.voice_id)
        show(DropMenu(self._, onto, title, join, move, self), where)

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
