"""`python -m meetingplace`: the same as the command `meetingplace`."""

from meetingplace.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
