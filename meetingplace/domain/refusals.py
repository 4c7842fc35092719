"""Why the core says no: values without any text. The sentence a person reads is made in `i18n.refusals`."""

from __future__ import annotations

from enum import Enum


class Reason(Enum):
    """Every reason for which a verb, a start-up step or a document may be refused."""

    # what somebody typed or chose
    NAME_MISSING = "name_missing"
    NAME_TAKEN = "name_taken"
    FIRST_NAME_ONLY = "first_name_only"
    CONTACT_END_MISSING = "contact_end_missing"
    TEXT_MISSING = "text_missing"
    TEXT_TOO_LONG = "text_too_long"  # facts: limit, length, or language and lines for paper
    END_BEFORE_START = "end_before_start"
    DATE_IMPOSSIBLE = "date_impossible"  # facts: typed
    DAY_OUTSIDE = "day_outside"  # facts: first, last
    DATE_IN_FUTURE = "date_in_future"
    TIME_IMPOSSIBLE = "time_impossible"  # facts: typed
    NUMBER_IMPOSSIBLE = "number_impossible"  # facts: typed
    TOO_MANY_DATES = "too_many_dates"  # facts: limit
    FEWER_DATES = "fewer_dates"  # facts: number, made
    PERIOD_TOO_LONG = "period_too_long"  # facts: limit (days)
    BIRTH_IN_FUTURE = "birth_in_future"
    AGE_RANGE_TURNED = "age_range_turned"
    LANGUAGE_UNKNOWN = "language_unknown"  # facts: language
    CHOICE_UNKNOWN = "choice_unknown"  # facts: typed, choices
    ALREADY_PLANNED = "already_planned"  # facts: day
    NO_DATES = "no_dates"
    REASON_MISSING = "reason_missing"
    NOBODY_CAME = "nobody_came"
    DOTS_TOO_MANY = "dots_too_many"  # facts: limit
    DOTS_MISSING = "dots_missing"
    CARDS_TOO_FEW = "cards_too_few"  # facts: limit
    CARDS_TOO_MANY = "cards_too_many"  # facts: limit
    FIELDS_DIFFER = "fields_differ"  # facts: fields
    SHEET_CODE_WRONG = "sheet_code_wrong"  # facts: typed
    COLUMNS_MISSING = "columns_missing"  # facts: file, columns
    SESSION_UNCLEAR = "session_unclear"  # facts: day, place, perhaps hours: of several sessions on that day
    ROW_TWICE = "row_twice"  # facts: row: the number of the first one
    ROWS_UNCLEAR = "rows_unclear"  # facts: row, why: the refusal of the first one
    PIN_WRONG = "pin_wrong"  # facts: seconds to wait
    PIN_TOO_SHORT = "pin_too_short"  # facts: limit
    PASSPHRASE_TOO_SHORT = "passphrase_too_short"  # facts: limit
    # the state of the house
    NOT_FOUND = "not_found"  # facts: what
    CHANGED_MEANWHILE = "changed_meanwhile"
    SESSION_CLOSED = "session_closed"
    SESSION_CANCELLED = "session_cancelled"
    CONTACT_NOT_KEPT = "contact_not_kept"  # facts: place
    SESSION_HAS_ENROLMENTS = "session_has_enrolments"
    SESSION_HAS_VISITS = "session_has_visits"  # facts: visits
    MEMBER_LEFT = "member_left"  # facts: name
    ALREADY_THERE = "already_there"  # facts: nickname
    PICTURE_TAKEN = "picture_taken"  # facts: nickname
    ONLY_TALLIES_HERE = "only_tallies_here"  # facts: place
    TALLY_BELOW_ZERO = "tally_below_zero"
    STATE_NOT_ALLOWED = "state_not_allowed"  # facts: state, wanted
    IN_USE = "in_use"  # facts: what, number
    NOTHING_TO_UNDO = "nothing_to_undo"
    DAYS_OFF_THERE = "days_off_there"  # facts: name
    NOTHING_TO_COPY = "nothing_to_copy"
    POLL_CLOSED = "poll_closed"
    POLL_HAS_DOTS = "poll_has_dots"  # facts: dots
    POLL_MISSING = "poll_missing"
    BOARD_EMPTY = "board_empty"
    DATES_CROWDED = "dates_crowded"  # facts: number; on paper
    MONTH_EMPTY = "month_empty"
    PLACE_GONE = "place_gone"  # facts: title
    # the database and the disk
    PASSPHRASE_NEEDED = "passphrase_needed"
    PASSPHRASE_WRONG = "passphrase_wrong"
    KEY_FILE_MISSING = "key_file_missing"
    KEY_FILE_BROKEN = "key_file_broken"
    FILE_BROKEN = "file_broken"  # facts: file
    FILE_NEWER = "file_newer"
    TABLE_UNREADABLE = "table_unreadable"  # facts: file
    HEADING_MISSING = "heading_missing"  # facts: file
    CALENDAR_UNREADABLE = "calendar_unreadable"  # facts: file
    FILE_TOO_LONG = "file_too_long"  # facts: file, limit
    FILE_MISSING = "file_missing"  # facts: file
    NO_HOUSE_YET = "no_house_yet"  # on a server
    FILE_EXISTS = "file_exists"  # facts: file
    NOT_A_BACKUP = "not_a_backup"  # facts: file
    DISK_FULL = "disk_full"
    FOLDER_READ_ONLY = "folder_read_only"  # facts: folder
    HOUSE_OPEN_ELSEWHERE = "house_open_elsewhere"  # facts: computer, since
    HOUSE_BUSY = "house_busy"
    SERVER_LOST = "server_lost"
    SAVING_UNSURE = "saving_unsure"
    SERVER_REFUSED = "server_refused"
    ADDRESS_UNKNOWN = "address_unknown"  # facts: address
    DATABASE_FAILED = "database_failed"
    # paper
    LETTERS_MISSING = "letters_missing"  # facts: letters, language
    FONTS_MISSING = "fonts_missing"
    PICTURE_UNREADABLE = "picture_unreadable"
    PICTURE_MISSING = "picture_missing"
    PICTURE_FILE_TOO_LARGE = "picture_file_too_large"  # facts: limit (MB)
    PICTURE_TOO_FINE = "picture_too_fine"  # facts: limit (millions of dots)
    DRAWING_REACHES_OUT = "drawing_reaches_out"
    DRAWING_NOT_PLAIN = "drawing_not_plain"
    DUTCH_FACTS_MISSING = "dutch_facts_missing"  # facts: missing
    NO_PRINTER = "no_printer"


class Refused(Exception):
    """A refusal with its reason and the facts that its sentence needs: `Refused(Reason.FULL, seats=12)`."""

    def __init__(self, reason: Reason, **facts: object) -> None:
        """Keep the reason and its facts; facts never hold more about a person than the screen already shows."""
        super().__init__(reason.value)
        self.reason = reason
        self.facts = facts
