"""The commands that need the window's floor: opening it, and pictures of every screen."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from meetingplace.commands import sample_house, system_libraries
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.application import run
from meetingplace.ui.screenshots import take


def open_house(args: Namespace, _: Translator) -> int:
    """Open the window on the house of the common options."""
    return _open(args, args.data, _)


def open_sample(args: Namespace, _: Translator) -> int:
    """Open the window on the sample house."""
    return _open(args, sample_house.folder(args), _)


def sign_in(args: Namespace, _: Translator) -> int:
    """Open the window where parents sign in themselves, and nothing else."""
    return _open(args, args.data, _, "sign_in")


def corner(args: Namespace, _: Translator) -> int:
    """Open the parents' corner, and nothing else."""
    return _open(args, args.data, _, "parents_corner")


def screenshots(args: Namespace, _: Translator) -> int:
    """Make a PNG of every screen and print where they lie."""
    pictures = take(args.out, args.screens, _.language, args.theme, args.scale, args.size, args.data, args.database)
    for file in pictures:
        print(file)
    return 0


def _open(args: Namespace, folder: Path | None, _: Translator, guarded: str = "") -> int:
    packages = system_libraries.missing_for_a_window()
    if system_libraries.is_without_screen():
        print(_("There is no screen here, so the window cannot open. “meetingplace --help” shows what goes without."),
              file=sys.stderr)  # fmt: skip
    elif packages:
        names = " ".join(packages)
        print(
            _("The window needs packages of the system: sudo apt-get install {packages}", packages=names),
            file=sys.stderr,
        )
    else:
        return run(folder, args.database, args.language, guarded)
    return 1
