"""The keys of the whole window, in one table: the shell binds them and the help page lists them. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.i18n.catalog import Translator


@dataclass(frozen=True)
class Shortcut:
    """Keys (as Qt writes them) for an act of the shell; `says` tells what they do."""

    keys: str
    act: str
    says: str


def shortcuts(_: Translator, doors: int) -> tuple[Shortcut, ...]:
    """List the shortcuts of a window with so many doors."""
    return (
        Shortcut("F1", "help", _("help for this screen")),
        Shortcut("F11", "full_screen", _("whole screen, and back")),
        Shortcut("Ctrl+F", "search", _("search on this screen")),
        Shortcut("Ctrl+N", "primary", _("the main act of this screen, often: something new")),
        Shortcut("Ctrl+P", "print", _("print, where there is paper")),
        Shortcut("Ctrl+Z", "undo", _("undo the last act")),
        Shortcut("Ctrl+Shift+Z", "redo", _("do again what was undone")),
        Shortcut("Ctrl+L", "lock", _("lock the window")),
        *(Shortcut(f"Ctrl+{number}", f"door {number}", "") for number in range(1, doors + 1)),
    )


def listing(_: Translator, doors: int) -> str:
    """Write the shortcuts as a table in Markdown, for the help page."""
    rows = [(shortcut.keys, shortcut.says) for shortcut in shortcuts(_, doors) if shortcut.says]
    rows.append((f"Ctrl+1 … Ctrl+{doors}", _("the screens, from above")))
    rows.append(("Tab, Shift+Tab", _("to the next part, and back")))
    rows.append((_("Space, Enter"), _("press")))
    rows.append(("Esc", _("close what lies on top")))
    table = "\n".join(f"| {keys} | {says} |" for keys, says in rows)
    keys, act = _("Keys"), _("What they do")
    return f"## {keys}\n\n| {keys} | {act} |\n|---|---|\n{table}\n"
