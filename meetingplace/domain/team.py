"""The people who receive: team members with their role, paid or volunteer, and their languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a team member does in the house."""

    VOLUNTEER = "volunteer"
    HOST = "host"
    COORDINATOR = "coordinator"


@dataclass(frozen=True)
class TeamMember:
    """A professional or volunteer; the PIN itself is never held, only whether there is one."""

    id: int
    name: str
    role: Role = Role.HOST
    is_paid: bool = False
    languages: tuple[str, ...] = ()
    has_pin: bool = False
    is_active: bool = True
    version: int = 0

    @property
    def initials(self) -> str:
        """Two letters for the round badge: of two words their first letters, of one word its first two."""
        words = self.name.split()
        letters = words[0][:1] + words[-1][:1] if len(words) > 1 else self.name.strip()[:2]
        return letters.upper()
