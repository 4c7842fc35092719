"""The help panel: the page of this screen, at the right side. F1 opens and closes it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QFont, QImage, QKeyEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget
from shiboken6 import isValid

from meetingplace.i18n.catalog import Translator
from meetingplace.ui import help_pages
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.theme import current
from meetingplace.ui.shortcuts import listing

WIDTH = 420
_LEAST_BESIDE = 600  # px at 100 % that a screen needs beside the help; with less, the help takes its place
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"  # how a document writes a picture among its letters
_ANY = 16_777_215  # px: as wide as there is room


class _Page(QTextBrowser):
    """A page whose pictures are as wide as the panel."""

    width_of_pictures = 0  # px

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Read a picture from the folders of the help pages and fit it to the panel."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        for place in self.searchPaths():
            picture = QImage(f"{place}/{QUrl(name).fileName()}")
            if not picture.isNull():
                ratio = self.devicePixelRatioF()
                width = round(self.width_of_pictures * ratio)
                fitted = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
                fitted.setDevicePixelRatio(ratio)
                return fitted
        return QImage()


class HelpPanel(QFrame):
    """A page of help; Esc closes it."""

    closed = Signal()

    def __init__(self, words: Translator, doors: int, parent: QWidget | None = None) -> None:
        """Begin closed; `doors` is how many screens have a key of their own (none before a house is open)."""
        super().__init__(parent)
        self._ = _ = words
        self._doors = doors
        self.setProperty("help", True)
        self._usual = min(720, current().px(WIDTH))
        self._screen: QWidget | None = None
        self._came_from: QWidget | None = None
        self.setFixedWidth(self._usual)
        self.setAccessibleName(_("Help"))
        close = button("", "text", "close", self.close_help, self, tip=_("Close help"))
        self.page = _Page(self)
        self.page.width_of_pictures = self.width() - 72  # its margins and a scroll bar
        self.page.setOpenExternalLinks(False)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setAccessibleName(_("Help"))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 14, 12, 12)
        box.setSpacing(8)
        box.addLayout(row(label(_("Help"), "section", self), None, close))
        box.addWidget(self.page, 1)
        self.hide()

    def open_page(self, key: str) -> None:
        """Show the page of a screen and, once there are doors, the page about the whole program with its keys."""
        language = self._.language
        parts = [help_pages.page(language, key)]
        if self._doors:
            parts += [help_pages.page(language, "shell"), listing(self._, self._doors)]
        self.page.setSearchPaths([str(help_pages.folder(language)), str(help_pages.folder("en"))])
        document = self.page.document()
        document.setDefaultFont(current().font(15))
        self.page.setMarkdown("\n\n".join(part.strip() for part in parts if part))
        self._set_sizes()
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        if self.isHidden():
            self._came_from = self.window().focusWidget()
        self._make_room(is_open=True)  # first, else the window grows until both fit
        self.show()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_help(self) -> None:
        """Close it and give the keyboard back to where it was."""
        focused = self.window().focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        self.hide()
        self._make_room(is_open=False)
        if had_keyboard and self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus()
        self.closed.emit()

    def stand_beside(self, screen: QWidget) -> None:
        """Stand beside this part of the parent, or in its place where there is no room for both."""
        self._screen = screen
        around = self.parentWidget()
        if around is not None:
            around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the parent."""
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._make_room(is_open=not self.isHidden())
        return super().eventFilter(watched, event)

    def _make_room(self, is_open: bool) -> None:
        around = self.parentWidget()
        if self._screen is None or around is None:
            return
        room = around.width() - self._screen.x() - self._usual
        is_alone = is_open and room < current().px(_LEAST_BESIDE)
        self._screen.setVisible(not is_alone)
        self.setMinimumWidth(0 if is_alone else self._usual)
        self.setMaximumWidth(_ANY if is_alone else self._usual)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_help()
        else:
            super().keyPressEvent(event)

    def _set_sizes(self) -> None:
        """Give headings the sizes of the design, and lines room to breathe: Markdown knows neither."""
        theme = current()
        block = self.page.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            cursor = QTextCursor(block)
            spacing = QTextBlockFormat()
            if _PICTURE not in block.text():  # else a quarter of its height would stand empty under it
                spacing.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            spacing.setTopMargin(theme.px(18) if level else theme.px(4))
            spacing.setBottomMargin(theme.px(4))
            cursor.mergeBlockFormat(spacing)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                style = cursor.charFormat()
                style.setFont(theme.font({1: 28, 2: 20}.get(level, 17), QFont.Weight.Bold.value))
                cursor.setCharFormat(style)
            block = block.next()
