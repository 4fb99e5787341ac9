"""Prints the names of months and weekdays in the languages of CLDR that the desk is likely to meet, but no zone's.

    python -m training.dates.names > src/reportedly/dates/data/names.txt

Babel brings CLDR (Unicode licence, BSD-like); it is installed as trafilatura needs it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from babel import localedata

from reportedly.dates.spelling import plain
from reportedly.dates.zones import HOURS, PLACES

LOCALES = """en en_GB de de_AT fr es es_PE it pt nl sv da nb pl cs uk ru tr az id ar ar_SY ar_IQ ar_DZ ar_MA ar_TN fa
fa_AF ur ps hi bn he el ro hu fi ca"""
MORE: Mapping[str, Mapping[int, str]] = {  # what programs and people write besides
    "gregorian": {
        1: "ene, jän, янв",
        2: "фев, févr",
        3: "mrz",
        6: "июн",
        7: "июл",
        9: "sept, setiembre, сен",
        11: "ноя",
    },
    "jalali": {
        1: "فروردین, حمل",
        2: "اردیبهشت, ثور",
        3: "خرداد, جوزا",
        4: "تیر, سرطان",
        5: "مرداد, امرداد, اسد",
        6: "شهریور, سنبله",
        7: "مهر, میزان",
        8: "آبان, عقرب",
        9: "آذر, قوس",
        10: "دی, جدی",
        11: "بهمن, دلو",
        12: "اسفند, حوت",
    },
    "hijri": {
        1: "محرم, محرم الحرام",
        2: "صفر, صفر المظفر",
        3: "ربيع الأول, ربیع الاول",
        4: "ربيع الآخر, ربيع الثاني, ربیع الثانی",
        5: "جمادى الأولى, جمادي الأول, جمادی الاول",
        6: "جمادى الآخرة, جمادى الثانية, جمادی الثانی",
        7: "رجب, رجب المرجب",
        8: "شعبان, شعبان المعظم",
        9: "رمضان, رمضان المبارک",
        10: "شوال, شوال المکرم",
        11: "ذو القعدة, ذي القعدة, ذوالقعدة, ذیقعد, ذیقعدہ",
        12: "ذو الحجة, ذي الحجة, ذوالحجة, ذی الحج, ذوالحجہ",
    },
}
WIDTHS = ("wide", "abbreviated")


def main() -> None:
    """Prints a line for each month of each calendar and each weekday (0 is Monday): its names, with commas."""
    held: dict[tuple[str, int], set[str]] = defaultdict(set)
    for locale in LOCALES.split():
        for number, name in _named(locale, "months"):
            held["gregorian", number].add(name)
        for number, name in _named(locale, "days"):
            held["weekday", number].add(name)
    for calendar, months in MORE.items():
        for number, names in months.items():
            held[calendar, number] |= {plain(name) for name in names.split(",")}
    for (kind, number), names in sorted(held.items()):
        print(f"{kind} {number}: {', '.join(sorted(names))}")


def _named(locale: str, what: str) -> Iterator[tuple[int, str]]:
    zones = HOURS.keys() | PLACES.keys()
    data = localedata.LocaleDataDict(localedata.load(locale))[what]
    for context in ("format", "stand-alone"):
        for width in WIDTHS:
            for number, name in data[context][width].items():
                spelled = plain(name.replace(".", "")).removeprefix("de ").removeprefix("d'")
                if spelled not in zones and not any(c.isdigit() for c in spelled):
                    yield number, spelled


if __name__ == "__main__":
    main()
