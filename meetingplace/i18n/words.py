"""The words for what the domain knows only as values: functions, relations, ages, states, roles, channels."""

from __future__ import annotations

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.families import AgeBand, HowHeard, Relation
from meetingplace.domain.goals import Principle
from meetingplace.domain.paper_lists import NameColumn
from meetingplace.domain.privacy import Level
from meetingplace.domain.sessions import Function, Reader, SessionState
from meetingplace.domain.signals import Done, Situation
from meetingplace.domain.team import Role
from meetingplace.domain.visits import Tallied, Warn
from meetingplace.domain.voices import Channel, Kind, Rung, ToldHow, VoiceState
from meetingplace.i18n.catalog import Translator


def function_name(_: Translator, function: Function) -> str:
    """Name a function in one or two words, as it stands beside its square."""
    return {
        Function.INFORMATION: _("Information"),
        Function.PRACTICAL: _("Practical"),
        Function.EMOTIONAL: _("Emotional support"),
        Function.COHESION: _("Togetherness"),
        Function.SIGNALLING: _("Signalling"),
        Function.ADVICE: _("Advice"),
    }[function]


def principle_name(_: Translator, principle: Principle) -> str:
    """Name a working principle in a few words."""
    return {
        Principle.LOW_THRESHOLD: _("Low threshold"),
        Principle.NEED: _("Driven by question and need"),
        Principle.PARTICIPATORY: _("Participatory"),
        Principle.TAILOR_MADE: _("Tailor-made"),
        Principle.INTEGRAL: _("Integral"),
        Principle.EMPOWERMENT: _("Empowerment"),
        Principle.DIVERSITY: _("Respect for diversity"),
    }[principle]


def relation_name(_: Translator, relation: Relation) -> str:
    """Name who the adult is to the child."""
    return {
        Relation.MOTHER: _("mum"),
        Relation.FATHER: _("dad"),
        Relation.GRANDPARENT: _("grandparent"),
        Relation.OTHER_FAMILY: _("other family"),
        Relation.CARER: _("carer"),
        Relation.PROFESSIONAL: _("professional"),
    }[relation]


def band_name(_: Translator, band: AgeBand) -> str:
    """Name an age band."""
    return {
        AgeBand.BABY: _("0–11 months"),
        AgeBand.ONE: _("1 year"),
        AgeBand.TWO: _("2 years"),
        AgeBand.THREE: _("3 years"),
        AgeBand.FOUR_FIVE: _("4 and 5 years"),
        AgeBand.OLDER: _("6 years and older"),
    }[band]


def how_heard_name(_: Translator, how: HowHeard) -> str:
    """Name how a family heard of the house."""
    return {
        HowHeard.FRIEND: _("friend or neighbour"),
        HowHeard.FLYER: _("flyer or poster"),
        HowHeard.SCHOOL: _("school"),
        HowHeard.KIND_EN_GEZIN: _("Kind en Gezin"),
        HowHeard.DOCTOR: _("doctor or maternity ward"),
        HowHeard.WEB: _("WhatsApp or web"),
        HowHeard.PASSING_BY: _("passing by"),
        HowHeard.PARTNER: _("another organisation"),
        HowHeard.OTHER: _("other"),
    }[how]


def session_state_name(_: Translator, state: SessionState) -> str:
    """Name the state of a session."""
    return {
        SessionState.PLANNED: _("planned"),
        SessionState.HELD: _("held"),
        SessionState.CANCELLED: _("does not go on"),
    }[state]


def cancel_reasons(_: Translator) -> dict[str, str]:
    """Name the reasons that are often given when a session does not go on, by their keys."""
    return {
        "ill": _("Somebody of the team is ill"),
        "too_few": _("Too few people in the team"),
        "closed": _("The place is closed"),
    }


def situation_name(_: Translator, situation: Situation) -> str:
    """Name where a situation stands on the continuum."""
    return {
        Situation.ORDINARY: _("Ordinary"),
        Situation.TENSION: _("Tension"),
        Situation.CRISIS: _("Crisis"),
        Situation.DISTRESS: _("Distress"),
    }[situation]


def situation_in_plain_words(_: Translator, situation: Situation) -> str:
    """Say what a word of the continuum means."""
    return {
        Situation.ORDINARY: _("A question or worry that every parent has."),
        Situation.TENSION: _("It is hard for a while. With support it works out."),
        Situation.CRISIS: _("The parent no longer manages alone."),
        Situation.DISTRESS: _("It has been going wrong for long, or it is not safe."),
    }[situation]


def done_name(_: Translator, done: Done) -> str:
    """Name what the team did about a signal."""
    return {
        Done.LISTENED: _("Listened"),
        Done.INFORMED: _("Informed"),
        Done.ACCOMPANIED: _("Accompanied"),
        Done.REFERRED: _("Referred"),
    }[done]


def voice_state_name(_: Translator, state: VoiceState) -> str:
    """Name a column of the voices board."""
    return {
        VoiceState.HEARD: _("Heard"),
        VoiceState.DISCUSSED: _("In discussion"),
        VoiceState.PLANNED: _("Planned"),
        VoiceState.DONE: _("Done"),
        VoiceState.NOT_POSSIBLE: _("Not possible"),
    }[state]


def voice_kind_name(_: Translator, kind: Kind) -> str:
    """Name what sort of thing a parent tells us."""
    return {
        Kind.WISH: _("Wish"),
        Kind.IDEA: _("Idea"),
        Kind.QUESTION: _("Question"),
        Kind.THANKS: _("Thanks"),
        Kind.COMPLAINT: _("Complaint"),
        Kind.OFFER: _("Offer of help"),
    }[kind]


def channel_name(_: Translator, channel: Channel) -> str:
    """Name how a voice reached us."""
    return {
        Channel.CONVERSATION: _("in a talk"),
        Channel.GROUP: _("in a group"),
        Channel.PAPER: _("on paper"),
        Channel.CORNER: _("in the parents’ corner"),
        Channel.DOTS: _("with dots"),
    }[channel]


def told_how_name(_: Translator, how: ToldHow) -> str:
    """Name how an answer was told back."""
    return {
        ToldHow.IN_PERSON: _("in person"),
        ToldHow.GROUP: _("in the group"),
        ToldHow.POSTER: _("on a poster"),
        ToldHow.PAPER: _("on paper"),
        ToldHow.CORNER: _("in the parents’ corner"),
    }[how]


def rung_name(_: Translator, rung: Rung) -> str:
    """Name a rung of the ladder of participation."""
    return {
        Rung.INFORMED: _("informed"),
        Rung.ASKED: _("asked"),
        Rung.THINKING_ALONG: _("thinking along"),
        Rung.DECIDING_TOGETHER: _("deciding together"),
        Rung.DOING_THEMSELVES: _("doing it themselves"),
    }[rung]


def role_name(_: Translator, role: Role) -> str:
    """Name a role in the team."""
    return {
        Role.VOLUNTEER: _("volunteer"),
        Role.HOST: _("host"),
        Role.COORDINATOR: _("coordinator"),
    }[role]


def calendar_name(_: Translator, calendar: DaysOff) -> str:
    """Name a calendar of days off."""
    return {
        DaysOff.FLEMISH: _("Holidays of the Dutch-language schools"),
        DaysOff.FRENCH: _("Holidays of the French-language schools"),
        DaysOff.PUBLIC: _("Public holidays"),
        DaysOff.OWN: _("Closing days of the house"),
    }[calendar]


def level_name(_: Translator, level: Level) -> str:
    """Name a privacy level with what it means."""
    return {
        Level.TALLY: _("Only count, no names"),
        Level.PSEUDONYM: _("Nicknames and pictures"),
        Level.CONTACT: _("Nicknames, and a contact for who asks"),
    }[level]


def column_words(_: Translator) -> dict[NameColumn, str]:
    """Name the columns of a first-name sheet."""
    return {
        NameColumn.AGES: _("Age"),
        NameColumn.ADULTS: _("Adults"),
        NameColumn.LANGUAGE: _("Language"),
        NameColumn.HEARD: _("How they heard"),
        NameColumn.LEFT: _("Left at"),
    }


def visit_columns(_: Translator) -> dict[str, str]:
    """Name the columns of a table of visits, by their keys."""
    return {
        "code": _("Code"),
        "day": _("Date"),
        "start": _("Start"),
        "place": _("Place"),
        "nickname": _("Nickname"),
        "group": _("Group"),
        "children": _("Children"),
        "adults": _("Adults"),
        "languages": _("Languages"),
        "heard": _("How they heard"),
        "arrived": _("Arrived"),
        "left": _("Left at"),
    }


def tallied_name(_: Translator, what: Tallied) -> str:
    """Name what a tally counts."""
    return {
        Tallied.CHILDREN: _("children"),
        Tallied.ADULTS: _("adults"),
        Tallied.FAMILIES: _("families"),
        Tallied.LANGUAGES: _("languages"),
        Tallied.MUNICIPALITIES: _("where they live"),
        Tallied.HOW_HEARD: _("how they heard"),
    }[what]


def warning_sentence(_: Translator, warning: Warn) -> str:
    """Say what a host should look at."""
    return {
        Warn.CHILD_WITHOUT_ADULT: _("There are children, but no adult is counted."),
        Warn.CAPACITY_PASSED: _("There are more children than places."),
        Warn.OUTSIDE_AGES: _("Somebody is outside the ages of this session."),
    }[warning]


def text_state_name(_: Translator, state: str) -> str:
    """Name the state of a text: who wrote it, and whether a speaker has read it."""
    return {
        "source": _("ours"),
        "human": _("by a person"),
        "machine": _("by a machine"),
        "checked": _("read by a speaker"),
    }.get(state, _("by a machine"))


def flyer_fact_name(_: Translator, fact: str) -> str:
    """Name what must stand on a flyer in Dutch."""
    return {
        "place": _("the name of the place"),
        "address": _("the address"),
        "rule": _("the day"),
        "hours": _("the hours"),
        "price": _("the price"),
        "house": _("the name of the house"),
    }[fact]


def picture_name(_: Translator, shape: str) -> str:
    """Name the shape of a family's picture."""
    return {**_animals(_), **_things(_)}[shape]


def picture_colour_name(_: Translator, colour: int) -> str:
    """Name a colour of the families' pictures, by its place among them."""
    return (
        _("dark blue"), _("wine red"), _("grey green"), _("brick red"),
        _("light blue"), _("lilac"), _("orange"), _("pale yellow"),
    )[colour]  # fmt: skip


def _animals(_: Translator) -> dict[str, str]:
    return {
        "snail": _("snail"),
        "owl": _("owl"),
        "rabbit": _("rabbit"),
        "cat": _("cat"),
        "duck": _("duck"),
        "elephant": _("elephant"),
        "fish": _("fish"),
        "penguin": _("penguin"),
        "turtle": _("turtle"),
        "bee": _("bee"),
        "ladybug": _("ladybird"),
        "butterfly": _("butterfly"),
        "bird": _("bird"),
        "horse": _("horse"),
        "sheep": _("sheep"),
        "cow": _("cow"),
        "dolphin": _("dolphin"),
        "koala": _("koala"),
        "panda": _("panda"),
        "kangaroo": _("kangaroo"),
        "teddy-bear": _("teddy bear"),
    }


def _things(_: Translator) -> dict[str, str]:
    return {
        "sail-boat": _("sailing boat"),
        "kite": _("kite"),
        "umbrella": _("umbrella"),
        "pine-tree": _("pine tree"),
        "flower-tulip": _("tulip"),
        "mushroom": _("mushroom"),
        "leaf": _("leaf"),
        "star": _("star"),
        "moon-waning-crescent": _("moon"),
        "food-apple": _("apple"),
        "carrot": _("carrot"),
        "fruit-cherries": _("cherries"),
        "balloon": _("balloon"),
        "key": _("key"),
        "bicycle": _("bicycle"),
        "tram": _("tram"),
        "rocket": _("rocket"),
        "feather": _("feather"),
        "cactus": _("cactus"),
    }


def exact_age(_: Translator, months: int) -> str:
    """Say an age in whole years, else in months: "6 years", "30 months"."""
    if months % 12 or months == 0:
        return _.plural("{n} month", "{n} months", months)
    return _.plural("{n} year", "{n} years", months // 12)


def reader_words(_: Translator) -> dict[Reader, str]:
    """Say who read the words of a flyer before it went out."""
    return {
        Reader.PARENT: _("A parent read it"),
        Reader.COLLEAGUE: _("A colleague read it"),
        Reader.TRANSLATOR: _("A translator read it"),
    }
