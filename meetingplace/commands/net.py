"""The net under every command: whatever went wrong is said in one line, never as a stack trace."""

from __future__ import annotations

from datetime import datetime

from meetingplace.commands import system_libraries
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import refusals
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import error_log

PASSPHRASE = "MEETINGPLACE_PASSPHRASE"  # noqa: S105 (the name of the variable)


def told(_: Translator, problem: Exception) -> str:
    """Say what went wrong: a refusal by its sentence, a missing library by its package, the rest by the log."""
    if isinstance(problem, Refused):
        return _refusal(_, problem)
    if isinstance(problem, ImportError) and (package := system_libraries.package_of(str(problem))):
        return _("The window needs packages of the system: sudo apt-get install {packages}", packages=package)
    error_log.log(error_log.report(type(problem), problem.__traceback__, datetime.now()))
    file = error_log.file()
    return _("Something went wrong that nobody expected. What was saved is safe. {file} says where.", file=file)


def _refusal(_: Translator, refused: Refused) -> str:
    if refused.reason is Reason.NOT_FOUND and refused.facts.get("what") == "Family":
        return _("No family has this id, or both are one and the same. A nickname can be given too.")
    if refused.reason is Reason.NOT_FOUND and refused.facts.get("what") == "Poll":
        return _("No choice has this id. Without --poll it is the open one.")
    if refused.reason is Reason.NOT_FOUND:
        return _("Nothing here has this id. “meetingplace sessions” lists the sessions with their ids.")
    said = " ".join(refusals.sentence(_, refused, Formats(_.language)).split())
    if refused.reason is Reason.PASSPHRASE_NEEDED:
        return said + " " + _("A script gives it in {variable}.", variable=PASSPHRASE)
    return said
