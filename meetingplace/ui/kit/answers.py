"""Who waits for an answer, and whether what would show it still stands: a panel may have been closed meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from types import FunctionType, MethodType
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

Callback = Callable[..., Any]


def asker(then: Callback) -> int:
    """Tell askers apart: by the object whose method it is, or by the place in the code of a plain function."""
    inner = then.func if isinstance(then, partial) else then
    return id(getattr(inner, "__self__", None) or getattr(inner, "__code__", inner))


def can_be_shown(then: Callback) -> bool:
    """Tell whether every part of the window that an answer would go to still stands.

    Those are the view of the presenter whose method it is (`_view`), and what a lambda or a partial holds on to.
    """
    return all(isValid(part) for part in _holds(then) if isinstance(part, QObject))


def _holds(then: Callback) -> Iterator[object]:
    for held in _held(then):
        yield held
        yield getattr(held, "_view", None)
        if isinstance(held, partial | FunctionType | MethodType):
            yield from _holds(held)


def _held(then: Callback) -> Iterator[object]:
    if isinstance(then, partial):
        yield from (then.func, *then.args, *then.keywords.values())
    elif isinstance(then, MethodType):
        yield then.__self__
    elif isinstance(then, FunctionType):
        yield from (cell.cell_contents for cell in then.__closure__ or ())
