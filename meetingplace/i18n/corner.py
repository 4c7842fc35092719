"""What the parents' corner says: few words, polite, in thirty languages. Each takes a translator of the paper catalog.

The same words stand on posters and slips. Whatever a parent reads here was written as a host would say it.
"""

from __future__ import annotations

from datetime import date

from meetingplace.domain.faces import Face, Subject
from meetingplace.domain.voices import VoiceState
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats

# --- the way through the corner ---


def welcome(_: Translator) -> str:
    """Greet."""
    return _("Welcome")


def ways(_: Translator) -> dict[str, str]:
    """Say what the buttons do that stand on every page."""
    return {
        "back": _("Back"),
        "next": _("Next"),
        "done": _("Done"),
        "send": _("Send"),
        "again": _("Start again"),
        "listen": _("Listen"),
        "language": _("Language"),
    }


def doors(_: Translator) -> dict[str, str]:
    """Say what stands on the doors."""
    return {
        "faces": _("How was it?"),
        "idea": _("I have an idea"),
        "board": _("What happened with our ideas?"),
        "poll": _("Choose together"),
    }


def thanks(_: Translator) -> dict[str, str]:
    """Thank for what was saved."""
    return {
        "faces": _("Thank you! We have noted it."),
        "idea": _("Thank you for your idea!"),
        "answer": _("You will find our answer here, on the board with ideas."),
        "poll": _("Thank you! Your dots count."),
        "agreed": _("We have counted you too."),
        "call": _("Somebody of the team is coming. You can also walk up to us."),
    }


def troubles(_: Translator) -> dict[str, str]:
    """Say kindly what did not work."""
    return {
        "not_saved": _("It could not be saved just now. Please try again, or tell somebody of the team."),
        "not_shown": _("It did not work. Tell somebody of the team."),
        "too_soon": _("You have just told us something. Thank you! Please wait a moment before the next one."),
        "too_long": _("There are too many letters. Make it a little shorter."),
        "nothing": _("Choose a picture or write something first."),
        "closed": _("This choice is closed. Look at what came out."),
    }


# --- how was it? ---


def faces(_: Translator) -> dict[Face, str]:
    """Name the faces."""
    return {
        Face.GREAT: _("Great"),
        Face.GOOD: _("Good"),
        Face.ALL_RIGHT: _("All right"),
        Face.NOT_SO_GOOD: _("Not so good"),
        Face.BAD: _("Bad"),
    }


def question_of_the_day(_: Translator) -> str:
    """Ask how it was."""
    return _("How was your time here today?")


def what_about(_: Translator, face: Face) -> str:
    """Ask, after a face, what it was about."""
    return _("What did you like?") if face.is_glad else _("What could be better?")


def subjects(_: Translator) -> dict[Subject, str]:
    """Name what a face or an idea may be about."""
    return {
        Subject.PLAY: _("toys and play"),
        Subject.WELCOME: _("the welcome"),
        Subject.ROOM: _("the room"),
        Subject.FOOD: _("food and drink"),
        Subject.HOURS: _("opening hours"),
        Subject.OUTSIDE: _("outside"),
        Subject.OTHER: _("something else"),
    }


# --- I have an idea ---


def idea_page(_: Translator) -> dict[str, str]:
    """Say what stands on the page of an idea."""
    return {
        "question": _("What is your idea?"),
        "how": _("Choose pictures, or write in your own language."),
        "field": _("Write here, in any language"),
        "no_names": _("Please write no names and no phone numbers."),
        "read_first": _("Our team reads it first. After that it can come on the board."),
        "rather_tell": _("I would rather tell somebody"),
        "they_come": _("Somebody of the team will come to you."),
        "help": _("I would like to help"),
    }


def letters_left(_: Translator, number: int) -> str:
    """Say how many letters still fit."""
    return _.plural("{n} more letter fits", "{n} more letters fit", number)


# --- what happened with our ideas? ---


def states(_: Translator) -> dict[VoiceState, str]:
    """Say where an idea stands."""
    return {
        VoiceState.HEARD: _("We heard it"),
        VoiceState.DISCUSSED: _("We are talking about it"),
        VoiceState.PLANNED: _("It is planned"),
        VoiceState.DONE: _("It is done"),
        VoiceState.NOT_POSSIBLE: _("Not possible"),
    }


def board_page(_: Translator) -> dict[str, str]:
    """Say what stands on the board beside the ideas."""
    return {
        "me_too": _("Me too"),
        "soon": _("We will answer soon."),
        "empty": _("There is nothing here yet. Your idea can be the first."),
        "only_dutch": _("This answer is only in Dutch. Somebody of the team can explain it."),
    }


def people(_: Translator, number: int) -> str:
    """Say how many parents say so."""
    return _.plural("{n} parent says so", "{n} parents say so", number)


def session_from_it(_: Translator, title: str, day: date) -> str:
    """Name a session that came from an idea."""
    on = Formats(_.language).day(day)
    return _("On {day}: {title}", day=on, title=title)


# --- choose together ---


def poll_page(_: Translator) -> dict[str, str]:
    """Say what stands on the page of a choice."""
    return {
        "how": _("Drop three dots. You may put more than one on the same card."),
        "take_back": _("Take a dot back"),
        "result": _("This is what came out"),
    }


def dots_left(_: Translator, number: int) -> str:
    """Say how many dots are still to be dropped."""
    return _.plural("You have {n} dot left.", "You have {n} dots left.", number)


def dots(_: Translator, number: int) -> str:
    """Count dots."""
    return _.plural("{n} dot", "{n} dots", number)


# --- on paper ---


def posters(_: Translator) -> dict[str, str]:
    """Say what stands on posters, sheets and slips."""
    return {
        "said_did": _("You said – we did"),
        "tell_us": _("Tell us your idea, in any language."),
        "all_answered": _("We answer every idea on this board."),
        "stick": _("Stick three dots on what you would like most."),
        "own_idea": _("Do you have another idea? Write or draw it here."),
        "tick": _("Tick the face that fits."),
        "my_idea": _("My idea"),
        "no_name": _("You may write in any language. No name is needed."),
        "box": _("Put it in the box. You will find the answer on the board."),
    }


def voices_since(_: Translator, number: int, day: date) -> str:
    """Count the voices since a day."""
    first = Formats(_.language).day_of_month(day)
    return _.plural("{n} voice since {day}", "{n} voices since {day}", number, day=first)


def answered(_: Translator, number: int) -> str:
    """Count the answers."""
    return _.plural("{n} answered", "{n} answered", number)
