"""The language of a page is that of its text, whatever the page says it is in."""

from datetime import UTC, datetime

import pytest

from reportedly.extract import captured
from reportedly.letters import language
from reportedly.read import reader
from reportedly.records import Article, Capture, Outlet

PERSIAN = (
    "کشتی مسافربری پیش از سپیده‌دم در نزدیکی اسکله تارنو غرق شد.",
    "رئیس بندر گفت که همه چهل مسافر را قایق‌های ماهیگیری تا یک ساعت بعد نجات دادند.",
    "شرکت کشتیرانی اعلام کرد که تا روز جمعه همه سفرها را متوقف می‌کند و علت را بررسی خواهد کرد.",
)
BALOCHI = (
    "بندر ءِ کماش ءَ گوشتگ کہ سجہیں مسافر ماہیگیرانی بوجیگاں رکینتگ انت ۔",
    "شرکت ءَ جار جتگ کہ تاں جمعہ ءِ روچا ھچ بوجیگ نہ روت ءُ سوب ءِ پٹ ءُ پول کنگ بیت ۔",
    "اے ھبر وتی حال تاکاں گوں شنگ کنگ بوتگ انت ءُ مئے نمائندہ ءَ چہ بندر ءَ گوشتگ ۔",
)
ENGLISH = ("A ferry with forty passengers sank off the quay of Tarnow before dawn, the harbour master said on Friday.",)
MARKS = "\u202b\u2067{}\u2069\u202c\u200f"


def taken(paragraphs: tuple[str, ...], declared: str) -> Article:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    page = f'<html lang="{declared}"><head><meta charset="utf-8"></head><body><article>{body}</article></body></html>'
    at, given = datetime(2024, 6, 7, tzinfo=UTC), page.encode()
    kind = "text/html; charset=utf-8"
    capture = Capture("c1", "http://payk.example/keshti", at, 200, kind, "0" * 64, len(given), "a.warc.gz", 0)
    made = captured.extracted(given, capture, Outlet("payk", "Payk", "http://payk.example/"), None).article
    assert isinstance(made, Article)
    return made


@pytest.mark.parametrize("declared", ["ar", "en", "", "fa-IR", "xx"])
def test_the_text_decides(declared: str) -> None:
    assert taken(PERSIAN, declared).language == "fa"


def test_of_two_languages_the_longer_part_decides() -> None:
    assert taken((*PERSIAN, *ENGLISH), "en").language == "fa"
    assert taken((*ENGLISH * 6, PERSIAN[0]), "fa").language == "en"


def test_marks_of_direction_and_lines_of_two_scripts_do_not_hide_it() -> None:
    marked = tuple(MARKS.format(words) for words in PERSIAN)
    assert taken((*marked, "به گزارش Tarnow Post (tarnow.example)، کشتی MV Gull 2 نام داشت."), "ar").language == "fa"


@pytest.mark.parametrize("letter", ["ا", "a", "ж", "\u200f", "ـ", "字"])
def test_a_million_of_one_letter_is_in_no_language_that_is_told_wrong_for_long(letter: str) -> None:
    assert isinstance(language.of(letter * 1_000_000), str)


def test_balochi_is_kept_and_says_that_nobody_read_it() -> None:
    article = taken(BALOCHI, "ur")
    assert article.language == "bal"
    (reading,) = reader.read([article])
    assert reading.reader.startswith("none/")
    assert [*reading.statements, *reading.entities, *reading.times, *reading.events] == []
