"""Days of the two calendars that Persian, Afghan and Arab papers print beside or instead of the Gregorian.

A Jalali day (the solar calendar of Iran and Afghanistan) is one certain day. A Hijri day is the one of Umm al-Qura,
which programs print; where the moon is looked for, it may be the day before or after.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal

Calendar = Literal["jalali", "hijri"]

_FIRST, _LAST = 1277, 1502  # Jalali years for which counting in 33 years gives the day of the equinox in Tehran
_BEFORE = date(2025, 3, 21).toordinal() - 512_804  # 1 Farvardin 1404, and its number in the count below

JALALI_MONTHS: Final[Mapping[str, int]] = {
    name: month
    for month, names in enumerate(
        (
            "farvardin farwardin hamal",
            "ordibehesht urdibehesht sawr saur",
            "khordad khurdad jawza",
            "tir saratan",
            "mordad amordad murdad",
            "shahrivar shahriwar sunbula sonbola",
            "mehr mizan",
            "aban aqrab",
            "azar qaws",
            "dey dei jadi",
            "bahman dalw",
            "esfand isfand hoot",
        ),
        1,
    )
    for name in names.split()
}
"""The month of each English spelling, in small letters; Iran's names, then Afghanistan's that are no other word."""

HIJRI_MONTHS: Final[Mapping[str, int]] = {
    name.strip(): month
    for month, names in enumerate(
        (
            "muharram, moharram",
            "safar",
            "rabi al-awwal, rabi al-awal, rabi ul awal, rabi-ul-awwal, rabi i",
            "rabi al-thani, rabi al-akhir, rabi us sani, rabi-us-sani, rabi ii",
            "jumada al-awwal, jumada al-ula, jumada al-awal, jamadi ul awal, jumada i",
            "jumada al-thani, jumada al-akhirah, jumada al-akhira, jamadi us sani, jumada ii",
            "rajab",
            "shaban, sha'ban, shaaban",
            "ramadan, ramazan, ramadhan, ramzan",
            "shawwal, shawal",
            "dhu al-qadah, dhul-qadah, dhu al-qa'dah, dhul qadah, zulqadah, zilqad, zul qadah",
            "dhu al-hijjah, dhul-hijjah, dhul hijjah, dhu al-hijja, dhul-hijja, zulhijjah, zilhaj, zul hijjah",
        ),
        1,
    )
    for name in names.split(",")
}
"""The month of each English spelling, in small letters."""


def gregorian(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a day in ``calendar``; None where that has no such day, or the year is out of reach.

    Reached are the Jalali years 1277 to 1502 (1898 to 2124) and the Hijri years 1343 to 1500 (1924 to 2077).
    """
    return _of_jalali(year, month, day) if calendar == "jalali" else _of_hijri(year, month, day)


def _of_jalali(year: int, month: int, day: int) -> date | None:
    """Six months of 31 days, five of 30, and Esfand of 29 or, in eight years of 33, of 30."""
    if not (_FIRST <= year <= _LAST and 1 <= month <= 12 and day >= 1):  # noqa: PLR2004  months
        return None
    months = 31 * (month - 1) if month <= 6 else 30 * (month - 1) + 6  # noqa: PLR2004
    first = _first_of(year) + months
    last = _first_of(year + 1) if month == 12 else first + (31 if month <= 6 else 30)  # noqa: PLR2004
    return date.fromordinal(_BEFORE + first + day - 1) if first + day <= last else None


def _first_of(year: int) -> int:
    """The number of a year's first day; the years 22, 55, ..., 1375 and 1408 begin a cycle of 33 with 8 leap years."""
    cycles, within = divmod(year + 11, 33)
    return 365 * year + 8 * cycles + (within + 3) // 4


def _of_hijri(year: int, month: int, day: int) -> date | None:
    from hijridate import Hijri  # noqa: PLC0415  a table of all its months, which few texts need

    try:
        return Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
