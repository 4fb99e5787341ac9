"""Years counted from another beginning than the Gregorian ones, in the same months and days."""

import re
from typing import Final

BUDDHIST: Final = range(2440, 2700)
"""Years that no clock of ours shows yet, and that Thailand has now: 543 more than ours."""
_BEFORE_BUDDHIST: Final = 543
_REIGNS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}  # the year before the first
_REIGN: Final = re.compile(rf"(?:中華|中华)?({'|'.join(_REIGNS)})\s?(\d{{1,3}}|元)\s?年")


def of_reigns(words: str) -> str:
    """The words with a year of a Japanese reign or of Taiwan's republic, such as 令和5年, as 2023年."""
    return _REIGN.sub(lambda found: f"{_REIGNS[found[1]] + (1 if found[2] == '元' else int(found[2]))}年", words)


def of_buddhists(year: int) -> int | None:
    """The Gregorian year of one counted as in Thailand; None where it is none such."""
    return year - _BEFORE_BUDDHIST if year in BUDDHIST else None
