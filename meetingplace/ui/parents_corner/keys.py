"""A key of the corner: a picture over its words, which may take several lines and are never cut."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.marks import icon_mark
from meetingplace.ui.kit.text import breakable
from meetingplace.ui.kit.theme import current

_SIGN, _INSET = 32, 10  # px
_LEAST = 72  # px across at 100 %
_ABOVE, _BELOW = 2, 3  # parts of a tall key over its picture, and under it for the words


class PictureKey(QPushButton):
    """May stay down; a sign then says so without colour."""

    def __init__(
        self, picture: QWidget, words: str, parent: QWidget, stays: bool = False, kind: str = "door",
        is_tall: bool = False,
    ) -> None:  # fmt: skip
        """Take what is drawn on it; on tall keys beside each other the pictures stand at one height."""
        super().__init__(parent)
        self.setProperty("door", True)
        self.setAccessibleName(words)
        self.setCheckable(stays)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(8, 16, 8, 12)
        self.inside.setSpacing(10)
        says = label(breakable(words), kind, self, is_wrapped=True)
        upright = Qt.AlignmentFlag.AlignTop if is_tall else Qt.AlignmentFlag.AlignVCenter
        says.setAlignment(Qt.AlignmentFlag.AlignHCenter | upright)
        self.inside.addStretch(_ABOVE)
        self.inside.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.inside.addWidget(says, _BELOW if is_tall else 0)
        self.inside.addStretch(0 if is_tall else _ABOVE)
        for part in (picture, says):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign = icon_mark("check-circle", "primary", _SIGN, parent=self)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign.hide()
        self.toggled.connect(self._sign.setVisible)

    def sizeHint(self) -> QSize:
        """Be as large as what is on it."""
        return self.inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never cut what is on it, nor be too small for a thumb; a minimum that is set would win over its words."""
        return self.inside.minimumSize().expandedTo(QSize(current().px(_LEAST), current().height(56)))

    def hasHeightForWidth(self) -> bool:
        """Tell that words take more lines in less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that the lines take."""
        return self.inside.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sign in the corner at the reading end."""
        super().resizeEvent(event)
        left = _INSET if self.isRightToLeft() else self.width() - _SIGN - _INSET
        self._sign.move(left, _INSET)
