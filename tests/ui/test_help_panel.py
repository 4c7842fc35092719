"""The help panel: the page of a screen with its picture, no wider than the panel."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from meetingplace.i18n.catalog import translator
from meetingplace.ui import help_pages
from meetingplace.ui.help_panel import HelpPanel

IMAGE = QTextDocument.ResourceType.ImageResource.value


def test_a_picture_is_as_wide_as_the_panel_allows(dressed):
    panel = HelpPanel(translator("app", "nl"), doors=7)
    panel.open_page("today")
    assert "today.png" in panel.page.document().toHtml()
    picture = panel.page.loadResource(IMAGE, QUrl("today.png"))
    assert isinstance(picture, QImage)
    assert 300 < picture.deviceIndependentSize().width() < panel.width()


def test_a_picture_that_is_not_there_leaves_the_page_readable(dressed):
    panel = HelpPanel(translator("app", "nl"), doors=7)
    panel.open_page("today")
    assert panel.page.loadResource(IMAGE, QUrl("nowhere.png")).isNull()
    assert "Vandaag" in panel.page.toPlainText()


def test_a_french_page_never_breaks_before_a_sign():
    page = help_pages.page("fr", "planning")
    assert "\u00a0:" in page
    assert [sign for sign in (" :", " ;", " ?", " !", " »", "« ") if sign in page] == []
    assert " :" not in help_pages.page("nl", "planning")
