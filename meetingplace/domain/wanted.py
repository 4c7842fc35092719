"""Which sessions a coordinator wants to see: by place, theme, function, team member, language and age."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from meetingplace.domain.sessions import Activity, Brief, Function, Session


@dataclass(frozen=True)
class Wanted:
    """A filter over sessions; what is None or empty asks nothing. `months` is the age of a child, in months."""

    place_id: int | None = None
    theme: str = ""
    function: Function | None = None
    member_id: int | None = None
    language: str = ""
    months: int | None = None

    def fits(self, session: Session) -> bool:
        """Tell whether a session is wanted: everything that is asked must hold."""
        return self.wants(session.activity)

    def wants(self, what: Activity | Brief) -> bool:
        """Tell whether an activity, or a session in brief, is wanted."""
        return (
            self.place_id in (None, what.place_id)
            and (not self.theme or self.theme == what.theme)
            and (self.function is None or self.function in what.functions)
            and (self.member_id is None or self.member_id in what.team)
            and (not self.language or self.language in what.languages)
            and (self.months is None or what.from_months <= self.months < what.to_months)
        )

    @property
    def narrows(self) -> bool:
        """Tell whether anything but the place is asked."""
        return self != Wanted(self.place_id)

    @property
    def words(self) -> tuple[str, ...]:
        """Give what is asked beside the place as plain words, to be remembered: ids and codes, no names of people."""
        asked = {
            "theme": self.theme,
            "function": self.function.value if self.function else "",
            "member": self.member_id or "",
            "language": self.language,
            "months": "" if self.months is None else self.months,
        }
        return tuple(f"{key}={value}" for key, value in asked.items() if value != "")


def wanted_of(words: Iterable[str]) -> Wanted:
    """Read what was remembered; what makes no sense any more asks nothing."""
    asked = dict(word.split("=", 1) for word in words if "=" in word)
    return Wanted(
        theme=asked.get("theme", ""),
        function=next((one for one in Function if one.value == asked.get("function")), None),
        member_id=_number(asked.get("member", "")),
        language=asked.get("language", ""),
        months=_number(asked.get("months", "")),
    )


def _number(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdecimal() and len(word) <= 9 else None
