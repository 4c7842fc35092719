"""Paper needs Qt's fonts: one application for all of these tests, the same that the tests of the window use."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _fonts_are_ready(qapp) -> None:
    """Have an application before any font is loaded."""
