"""The words for what was done with flyers, their pictures and logos: undo names and sentences, by act."""

from __future__ import annotations

from meetingplace.i18n.catalog import Translator


def names(_: Translator) -> dict[str, str]:
    """Name each act in a few words."""
    return {
        "FLYER_MADE": _("noting the flyer"),
        "TEXT_READ": _("noting who read the text"),
        "TEXT_UNREAD": _("noting that nobody read the text"),
        "PICTURE_ADDED": _("the new picture"),
        "PICTURE_CHANGED": _("the change of the picture"),
        "PICTURE_REMOVED": _("taking away the picture"),
        "LOGO_PUT": _("the new logo"),
        "LOGO_REMOVED": _("taking away the logo"),
    }


def sentences(_: Translator) -> dict[str, str]:
    """Say what was done; the facts come in afterwards."""
    return {
        "FLYER_MADE": _("The flyer is ready."),
        "TEXT_READ": _("Noted: somebody read the text."),
        "TEXT_UNREAD": _("Noted: nobody read the text yet."),
        "PICTURE_ADDED": _("“{name}” can stand on flyers now."),
        "PICTURE_CHANGED": _("“{name}” was changed."),
        "PICTURE_REMOVED": _("“{name}” was taken away."),
        "LOGO_PUT": _("The logo of {name} stands on flyers now."),
        "LOGO_REMOVED": _("The logo of {name} was taken away."),
    }
