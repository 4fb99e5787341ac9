"""Time expressions: a rule grammar of English, resolved to stretches of days and TIMEX3 values.

An unknown publication date leaves every relative time without days; a vague phrase never becomes a sharp day.
"""

from reportedly.read.times.finder import Times, find

__all__ = ["Times", "find"]
