"""The panels: what a parent says, the answer, telling back. Each hands over a draft, saved or only kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from meetingplace.domain.language import LANGUAGES
from meetingplace.domain.sessions import Function
from meetingplace.domain.voices import Channel, Kind, ToldHow, VoiceState
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import TextArea, Ticks, combo, line_edit, set_direction
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.marks import function_tick
from meetingplace.ui.kit.moments import DateField
from meetingplace.ui.kit.pick import Pick
from meetingplace.ui.kit.text import breakable
from meetingplace.ui.voices.said import said_label
from meetingplace.ui.voices.shown import AnswerDraft, AnswerShown, FormShown, TellShown, VoiceDraft

_FEW = 8  # languages to pick at once


class LanguagePick(QWidget):
    """The languages of the house as buttons, and all others by one press more. Never a flag."""

    chosen = Signal(object)

    def __init__(self, codes: Sequence[str], on: str, all_word: str, parent: QWidget | None = None) -> None:
        """Offer the first codes, and the one that is on."""
        super().__init__(parent)
        self._codes = list(codes)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        few = [*codes[:_FEW], *([on] if on not in codes[:_FEW] else [])]
        self._picks = self._offer(few, on)
        self.all_button = button(all_word, "text", "chevron-down", self.show_all, self)
        box.addWidget(self._picks)
        box.addLayout(row(self.all_button, None))

    @property
    def on(self) -> str:
        """Give the code of the language that is on."""
        return str(self._picks.on)

    def button(self, code: str) -> QWidget:
        """Give the button of a language."""
        return self._picks.button(code)

    def show_all(self) -> None:
        """Offer every language."""
        on, old = self.on, self._picks
        self._picks = self._offer(list(dict.fromkeys([*self._codes, *LANGUAGES])), on)
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(old, self._picks)
        old.hide()
        old.deleteLater()
        self.all_button.hide()
        self._picks.setFocus()

    def _offer(self, codes: Sequence[str], on: str) -> Pick:
        made = Pick([(code, LANGUAGES[code].own_name) for code in codes if code in LANGUAGES], on, parent=self)
        made.chosen.connect(self.chosen)
        return made


class DraftPanel(FormPanel):
    """A form that hands over what was typed: to save it, or, when it closes without that, to keep it."""

    kept = Signal()

    def __init__(self, title: str, save: str, over: QWidget, words: Translator) -> None:
        """Begin with an empty form."""
        super().__init__(title, over, words, save, width=760)
        self._is_done = False
        self.form = Form(self)
        self.add(self.form)
        self.add_verb()

    def show_wrong(self, field: str, said: str) -> None:
        """Show what is wrong with a field; it can be mended and saved again."""
        self.release()
        self.form.show_wrong(field, said)

    def finish(self) -> None:
        """Close after saving: nothing needs to be kept."""
        self._is_done = True
        self.close_panel()

    def leave(self) -> None:
        """Close without a question: a draft is there when the form opens again."""
        self.close_panel()

    def close_panel(self) -> None:
        """Close; what is typed and not saved is handed over first."""
        if not self._is_done:
            self._is_done = True
            self.kept.emit()
        super().close_panel()

    def area(self, text: str, language: str, lines: int) -> TextArea:
        """Make a large field that runs in the direction of a language."""
        made = TextArea(text, lines=lines, parent=self.form)
        set_direction(made, language)
        return made


class VoiceForm(DraftPanel):
    """What a parent says: the words first, then the language, then what helps to answer. Never a name."""

    def __init__(self, shown: FormShown, over: QWidget, words: Translator) -> None:
        """Show a draft."""
        super().__init__(shown.title, shown.save, over, words)
        _, draft, form = words, shown.draft, self.form
        self.words = self.area(draft.words, draft.language, 4)
        self.language = LanguagePick(shown.languages, draft.language, _("All languages"), form)
        self.kind = Pick(shown.kinds, draft.kind, parent=form)
        self.channel = Pick(shown.channels, draft.channel, parent=form)
        self.session = combo(shown.sessions, draft.session_id, form)
        self.translation = self.area(draft.translation, _.language, 2)
        self.theme = line_edit(draft.theme, suggestions=shown.themes, parent=form)
        self.functions = Ticks(shown.functions, draft.functions, function_tick, form)
        self.follower = combo(shown.followers, draft.follower_id, form)
        self.language.chosen.connect(lambda code: set_direction(self.words, code))
        help_text = _("In the parent’s own words and language. No names.")
        form.row("words", _("What the parent says"), self.words, help_text)
        form.row("language", _("Language"), self.language)
        form.row("kind", _("What is it?"), self.kind)
        form.row("channel", _("How did we hear it?"), self.channel)
        form.row("session", _("At which session?"), self.session)
        form.row("translation", _("Translation (not needed)"), self.translation)
        form.row("theme", _("Theme (not needed)"), self.theme)
        form.row("functions", _("What is it about? (not needed)"), self.functions)
        form.row("follower", _("Who follows it up"), self.follower)

    @property
    def draft(self) -> VoiceDraft:
        """Give what is typed and chosen."""
        kind, channel = self.kind.on, self.channel.on
        return VoiceDraft(
            words=self.words.toPlainText(),
            language=self.language.on,
            kind=kind if isinstance(kind, Kind) else Kind.WISH,
            channel=channel if isinstance(channel, Channel) else Channel.CONVERSATION,
            session_id=_chosen_id(self.session),
            translation=self.translation.toPlainText(),
            theme=self.theme.text(),
            functions=tuple(each for each in self.functions.on if isinstance(each, Function)),
            follower_id=_chosen_id(self.follower),
        )


class AnswerForm(DraftPanel):
    """The answer under what the parent said: what was decided, why, and the same in the parent's language."""

    def __init__(self, shown: AnswerShown, over: QWidget, words: Translator) -> None:
        """Show a draft."""
        super().__init__(shown.title, words("Save the answer"), over, words)
        _, draft, form = words, shown.draft, self.form
        form.add(said_label(shown.words, 17, 600, form))
        if shown.translation:
            form.add(label(breakable(shown.translation), "soft", form, is_wrapped=True))
        self.decision = Pick(shown.decisions, draft.decision, parent=form)
        self.words = self.area(draft.words, _.language, 3)
        self.in_language = self.area(draft.in_language, shown.words.language, 3)
        self.follower = combo(shown.followers, draft.follower_id, form)
        form.row("decision", _("What did we decide?"), self.decision)
        form.row("answer", _("The answer, and why"), self.words)
        if shown.in_language:
            form.row("in_language", shown.in_language, self.in_language)
        else:
            self.in_language.hide()
        form.row("follower", _("Who follows it up"), self.follower)

    @property
    def draft(self) -> AnswerDraft:
        """Give what is typed and chosen."""
        decision = self.decision.on
        return AnswerDraft(
            decision=decision if isinstance(decision, VoiceState) else VoiceState.DISCUSSED,
            words=self.words.toPlainText(),
            in_language=self.in_language.toPlainText(),
            follower_id=_chosen_id(self.follower),
        )


class TellForm(DraftPanel):
    """How and when the parent got the answer."""

    def __init__(self, shown: TellShown, over: QWidget, words: Translator) -> None:
        """Show what is usual: in person, today."""
        _ = words
        super().__init__(_("Tell it back"), _("It was told"), over, _)
        self.form.add(label(breakable(shown.answer), "", self.form, is_wrapped=True))
        self.how = Pick(shown.ways, shown.how, parent=self.form)
        self.day = DateField(shown.told_on, shown.today, _("When?"), _("Choose a day"), _.language, self.form)
        self.form.row("how", _("How did the parent hear it?"), self.how)
        self.form.row("told_on", _("When?"), self.day)

    def leave(self) -> None:
        """Ask before it closes: nothing is kept of this form."""
        FormPanel.leave(self)

    @property
    def ways(self) -> ToldHow:
        """Give how it was told."""
        how = self.how.on
        return how if isinstance(how, ToldHow) else ToldHow.IN_PERSON

    def read_day(self) -> date:
        """Give the day; refuses DATE_IMPOSSIBLE."""
        return self.day.day


def _chosen_id(choice: QComboBox) -> int | None:
    chosen = choice.currentData()
    return chosen if isinstance(chosen, int) else None
