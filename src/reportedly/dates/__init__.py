"""Days as people and programs print them, read in one place and believed by one rule.

``told`` reads words and says what day and moment they tell, or why none. ``calendars.gregorian`` turns days of the
Jalali and Hijri calendars into Gregorian ones; ``JALALI_MONTHS`` and ``HIJRI_MONTHS`` name their months.
"""

from reportedly.dates.dated import Dated
from reportedly.dates.given import given_day
from reportedly.dates.reading import ON_PAPER, ONE_DAY, ONLINE, WhenTold, believed, told

__all__ = ["ONE_DAY", "ONLINE", "ON_PAPER", "Dated", "WhenTold", "believed", "given_day", "told"]
