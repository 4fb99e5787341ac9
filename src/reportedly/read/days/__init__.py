"""Days, and what is told of them, in any language: calendars, what a time means, vague stretches, windows.

Nothing here knows a word of any language; the rooms that read times (``read/times``, ``read/multilingual/times``) do.
"""
