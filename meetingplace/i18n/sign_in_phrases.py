"""What parents read who sign in themselves: few words, in the languages of paper. Pictures have a name read aloud."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.domain.families import Relation
from meetingplace.i18n.catalog import Translator


@dataclass(frozen=True)
class Phrases:
    """Everything that the screen says in one language."""

    which_picture: str
    which_colour: str
    nickname: str
    go_on: str
    back: str
    who: str
    we_are_in: str
    we_leave: str
    welcome: str
    goodbye: str
    unknown: str
    wait: str
    nobody: str
    nothing_now: str
    failed: str
    to_the_start: str


def phrases(_: Translator) -> Phrases:
    """Say them in a language of the paper catalog."""
    return Phrases(
        which_picture=_("Which picture is yours?"),
        which_colour=_("Which colour does it have?"),
        nickname=_("What is your nickname here?"),
        go_on=_("Next"),
        back=_("Back"),
        who=_("Who is here?"),
        we_are_in=_("We are in"),
        we_leave=_("We leave"),
        welcome=_("You are in. Welcome!"),
        goodbye=_("Goodbye, see you soon!"),
        unknown=_("We do not find you with this picture and this name. Try once more, or ask somebody of the team."),
        wait=_("Wait a moment, then try once more. Or ask somebody of the team."),
        nobody=_("Tap who is here first."),
        nothing_now=_("You cannot sign in here now. Ask somebody of the team."),
        failed=_("It did not work. Tell somebody of the team."),
        to_the_start=_("To the beginning"),
    )


def child_without_name(_: Translator, number: int) -> str:
    """Name a child without a nickname by its place in the family."""
    return _("child {n}", n=number)


def relation(_: Translator, who: Relation) -> str:
    """Say who an adult is to the child, as on the tally sheet."""
    return {
        Relation.MOTHER: _("mum"),
        Relation.FATHER: _("dad"),
        Relation.GRANDPARENT: _("gran, grandad"),
        Relation.OTHER_FAMILY: _("relative"),
        Relation.CARER: _("carer"),
        Relation.PROFESSIONAL: _("support worker"),
    }[who]


def colour(_: Translator, number: int) -> str:
    """Name a colour of the pictures, by its place among them."""
    return (
        _("dark blue"), _("wine red"), _("grey green"), _("brick red"),
        _("light blue"), _("lilac"), _("orange"), _("pale yellow"),
    )[number]  # fmt: skip


def shape(_: Translator, name: str) -> str:
    """Name the shape of a picture."""
    return {**_animals(_), **_things(_)}[name]


def _animals(_: Translator) -> dict[str, str]:
    return {
        "snail": _("snail"), "owl": _("owl"), "rabbit": _("rabbit"), "cat": _("cat"), "duck": _("duck"),
        "elephant": _("elephant"), "fish": _("fish"), "penguin": _("penguin"), "turtle": _("turtle"), "bee": _("bee"),
        "ladybug": _("ladybird"), "butterfly": _("butterfly"), "bird": _("bird"), "horse": _("horse"),
        "sheep": _("sheep"), "cow": _("cow"), "dolphin": _("dolphin"), "koala": _("koala"), "panda": _("panda"),
        "kangaroo": _("kangaroo"), "teddy-bear": _("teddy bear"),
    }  # fmt: skip


def _things(_: Translator) -> dict[str, str]:
    return {
        "sail-boat": _("sailing boat"), "kite": _("kite"), "umbrella": _("umbrella"), "pine-tree": _("pine tree"),
        "flower-tulip": _("tulip"), "mushroom": _("mushroom"), "leaf": _("leaf"), "star": _("star"),
        "moon-waning-crescent": _("moon"), "food-apple": _("apple"), "carrot": _("carrot"),
        "fruit-cherries": _("cherries"), "balloon": _("balloon"), "key": _("key"), "bicycle": _("bicycle"),
        "tram": _("tram"), "rocket": _("rocket"), "feather": _("feather"), "cactus": _("cactus"),
    }  # fmt: skip
