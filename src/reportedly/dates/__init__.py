"""Days as people and programs print them, read in one place and believed by one rule.

``calendars.gregorian`` turns days of the Jalali and Hijri calendars into Gregorian ones; ``JALALI_MONTHS`` and
``HIJRI_MONTHS`` name their months.
"""
