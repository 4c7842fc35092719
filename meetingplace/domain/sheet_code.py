"""The short code on a paper list: it leads back to its session, and a slip of the pen does not lead to another one.

The number of the session and two check digits, as on a bank account: ISO 7064, MOD 97-10. It finds every wrong digit
and every two digits that changed places.
"""

from __future__ import annotations

import re

from meetingplace.domain.refusals import Reason, Refused

_MODULUS = 97
_TYPED = re.compile(r"[0-9]{3,18}", re.ASCII)


def code_of(session_id: int) -> str:
    """Write the code of a session: 794 gives "794-44"."""
    return f"{session_id}-{_MODULUS + 1 - session_id * 100 % _MODULUS:02d}"


def session_of(typed_code: str) -> int:
    """Read the code of a session as somebody types it, with or without the dash; refuses SHEET_CODE_WRONG."""
    digits = re.sub(r"[\s.\-–]", "", typed_code)
    if not _TYPED.fullmatch(digits) or int(digits) % _MODULUS != 1:
        raise Refused(Reason.SHEET_CODE_WRONG, typed=typed_code.strip()[:20])
    return int(digits[:-2])
