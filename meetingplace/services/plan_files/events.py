"""What is written into a calendar file and understood when it comes back."""

from __future__ import annotations

from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")
GOES_ON = "x-meetingplace-goes-on"  # cancelled for whom the file is for, but not when it comes back to this house
