"""Which articles touch many happenings and so belong to none: live blogs, lists, maps, round-ups, briefings."""

import re

from reportedly.records import Gist

_LABELS = (
    "live",
    "map",
    "timeline",
    "podcast",
    "opinion",
    "editorial",
    "explainer",
    "analysis",
    "in pictures",
    "recap",
)
_MANY = (
    *("live blog", "live updates?", "live news", "live cover(?:ing|age)", "as it happened", "round-?up", "week in"),
    *("in pictures", "timeline of", "list of", "full list", "(?:morning|evening|daily|news) briefing", "newsletter"),
    *(r"day \d+ of", "key events", "top stories", "headlines", "in maps", "tracker", "takeaways", "in numbers"),
    *("reactions? to", "react to", "(?:world|leaders|world leaders|analysts) react(?:s|ed)?", "war updates"),
    *("podcast", "explainer", "crossword", "horoscope", "at a glance", "the papers", r"\d+ (?:[\w-]+ ){0,3}reads"),
    *(r"top \d+ things", "(?:morning|afternoon|evening|daily) recap"),
)
_ROUND_UP = re.compile(
    rf"\b(?:(?:{'|'.join(_LABELS)}):|(?:{'|'.join(_MANY)})\b)|\s[–—|-] [\w ]*\b(?:live|updates)$", re.IGNORECASE
)


def is_round_up(gist: Gist) -> bool:
    """Whether the headline is that of an article on many happenings: a label, or words anywhere."""
    return bool(_ROUND_UP.search(gist.headline or ""))
