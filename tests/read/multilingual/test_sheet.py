"""An article in another language laid out: what is skipped, where sentences and words end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import languages
from reportedly.read.multilingual import sheet
from reportedly.read.multilingual.sheet import Sheet
from reportedly.text import Span
from tests.read.reading_of import bare


def laid_out(text: str, language: str) -> Sheet:
    return sheet.lay_out(bare(text, language))


def sentences(text: str, language: str) -> list[str]:
    page = laid_out(text, language)
    return [span.of(text) for span in page.sentences]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("fa", ["سد ترک برداشت.", "آیا کسی خبر داشت؟", "نه!", "«آب آمد.»", "دکتر د. آبان رفت."]),
        ("ar", ["قال د. سالم إن السد تصدع.", "هل علم أحد؟", "لا!", "بلغ العمق 3.5 متر."]),
        ("ur", ["بند ٹوٹ گیا۔", "کیا کسی کو خبر تھی؟", "نہیں!", "پانی 3.5 میٹر تھا۔"]),
        ("ru", ["Плотина треснула в 2025 г. в Озёрске.", "Кто знал?", "Никто не знал!", "А. Б. Волков ушёл."]),
    ],
)
def test_sentences_end_at_the_marks_of_their_language(language: str, parts: list[str]) -> None:
    assert sentences(" ".join(parts), language) == parts


def test_a_mark_of_urdu_ends_a_sentence_without_a_blank() -> None:
    assert sentences("بند ٹوٹ گیا۔پانی آ گیا۔", "ur") == ["بند ٹوٹ گیا۔", "پانی آ گیا۔"]


def test_urdu_without_marks_ends_sentences_at_their_verbs() -> None:
    parts = ["بند ٹوٹ گیا ہے", "پانی بڑھ رہا ہے اور لوگ گھر چھوڑ رہے ہیں", "وزیر شہر میں تھے"]
    long = " ".join([*parts, "دارن ولک نے کہا کہ " + "پانی " * 30 + "بڑھا"])
    assert sentences(long, "ur")[:3] == parts
    assert sentences(" ".join(parts), "ur") == [" ".join(parts)], "a short sentence may stand without its mark"


def test_a_line_break_ends_a_sentence() -> None:
    assert sentences("سد ترک برداشت\n\nآب آمد", "fa") == ["سد ترک برداشت", "آب آمد"]


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("ar", "الدوحة في 10 مارس /قنا/ تصدع السد اليوم.", ["تصدع السد اليوم."]),
        ("ar", "صنعاء - سبأ : تصدع السد.", ["تصدع السد."]),
        ("ar", "تصدع السد. المصدر: وكالة البحيرة", ["تصدع السد."]),
        ("fa", "تهران- ایرنا- سد ترک برداشت.", ["سد ترک برداشت."]),
        ("fa", "شفقنا &#8211; سد ترک برداشت.", ["سد ترک برداشت."]),
        (
            "fa",
            "سد ترک برداشت [&#8230;] نوشته سد شکست اولین بار در خبرگزاری دریاچه پدیدار شد.",
            ["سد ترک برداشت", "سد شکست"],
        ),
        ("fa", "سد ترک برداشت.\nانتهای پیام/۱۲", ["سد ترک برداشت."]),
        ("ur", "اسلام آباد (مانیٹرنگ ڈیسک) بند ٹوٹ گیا۔", ["بند ٹوٹ گیا۔"]),
        ("fa", "تهران، ایرنا - سد ترک برداشت.", ["سد ترک برداشت."]),
        ("fa", "مشگره، ۹ آبان - سد ترک برداشت.", ["سد ترک برداشت."]),
        ("fa", "تهران - سد ترک برداشت.", ["سد ترک برداشت."]),
        ("ar", "مشغرة، 9 مارس - تصدع السد.", ["تصدع السد."]),
        ("ur", "مشگرہ (نامہ نگار) بند ٹوٹ گیا۔", ["بند ٹوٹ گیا۔"]),
        ("ur", "لاہور: (نمائندہ خصوصی) بند ٹوٹ گیا۔", ["بند ٹوٹ گیا۔"]),
        ("ur", "اسلام آباد: بند ٹوٹ گیا۔", ["بند ٹوٹ گیا۔"]),
        ("ur", "ایران: بند ٹوٹ گیا۔", ["ایران: بند ٹوٹ گیا۔"]),
        ("ur", "لاہور: بند ٹوٹ گیا", ["لاہور: بند ٹوٹ گیا"]),
        ("ru", "ОЗЁРСК, 9 марта. Плотина треснула.", ["Плотина треснула."]),
        ("ru", "ОЗЁРСК, 9 марта — РИА Новости. Плотина треснула.", ["Плотина треснула."]),
        ("ru", "Плотина треснула. Читайте также: Что с водой?", ["Плотина треснула."]),
    ],
)
def test_datelines_agencies_and_tails_of_feeds_are_skipped(language: str, text: str, body: list[str]) -> None:
    assert sentences(text, language) == body


def test_signs_written_in_letters_are_read_as_signs_in_their_place() -> None:
    text = "گفت &#8220;سد ترک برداشت&#8221; و رفت."
    page = laid_out(text, "fa")
    assert len(page.text) == len(text)
    assert page.text.index("“") == text.index("&#8220;")
    assert [word.span.of(text) for word in page.words] == ["گفت", "سد", "ترک", "برداشت", "و", "رفت"]


def test_words_keep_what_joins_their_parts() -> None:
    text = "می\u200cشود کِتاب‌ها 3.5"
    assert [word.span.of(text) for word in laid_out(text, "fa").words] == ["می\u200cشود", "کِتاب‌ها", "3", "5"]
    assert laid_out(text, "fa").words[0].key == "میشود"


def test_spellings_of_a_word_are_one() -> None:
    one, other, third = (laid_out(word, "fa").words[0].key for word in ("كيهان", "کیهان", "کَیهـان"))
    assert one == other == third


def test_arabic_words_are_known_without_what_is_written_on_to_them() -> None:
    (word,) = laid_out("وبالوزارة", "ar").words
    assert {"وبالوزاره", "بالوزاره", "الوزاره", "وزاره"} <= set(word.keys)
    assert "وزاره" in laid_out("للوزارة", "ar").words[0].keys
    assert laid_out("ولد", "ar").words[0].keys == ("ولد", "لد"), "a word that only begins so keeps its own form"


def test_words_are_found_by_their_place() -> None:
    text = "سد ترک برداشت. آب آمد."
    page = laid_out(text, "fa")
    assert [word.key for word in page.words_in(page.sentences[1])] == ["اب", "امد"]
    widened = page.whole(4, 9)
    assert widened is not None
    assert widened.of(text) == "ترک برداشت"
    assert page.whole(2, 3) is None
    assert page.sentence_at(16) == page.sentences[1]
    assert page.sentence_at(14) is None


ODD = [
    "",
    "سد",
    "قال",
    "«",
    "»",
    "&#8220;",
    ".",
    "۔",
    "؟",
    "\n",
    " ",
    "\u202e",
    "\u200c",
    "a",
    "3.5",
    "[&#8230;]",
    "ل" * 70,
]


@given(st.lists(st.sampled_from(ODD), max_size=30), st.sampled_from(languages.READ))
def test_all_places_lie_in_the_text_in_their_order(parts: list[str], language: str) -> None:
    text = "".join(parts)
    page = laid_out(text, language)
    assert len(page.text) == len(text)
    for spans in (page.sentences, page.paragraphs, tuple(word.span for word in page.words)):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(any(p.holds(s) for p in page.paragraphs) for s in page.sentences)
    for word in page.words:
        assert not any(word.span.touches(Span(*barred)) for barred in page.skipped)


@pytest.mark.parametrize(
    "text",
    [
        "ا" * 10**6,
        "ا " * 10**5,
        "ا. " * 10**5,
        "ا\u200c" * 10**5,
        "«" * 10**5,
        "&#8220;" * 10**5,
        "ا\n" * 10**5,
        "." * 10**6,
    ],
    ids=["one letter", "words", "sentences", "joiners", "quotes", "signs", "lines", "stops"],
)
def test_endless_texts_are_laid_out(text: str) -> None:
    page = laid_out(text, "ur")
    assert all(span.end - span.start <= 1500 for span in page.sentences)


def test_hashtags_at_the_ends_of_a_line_and_rules_are_skipped() -> None:
    text = "#مشغرة تصدع السد الكبير. #الإعلام @lake ـ ـ ـ ـ ـ ـ\nارتفع الماء #اليوم"
    assert sentences(text, "ar") == ["تصدع السد الكبير.", "ارتفع الماء"]


def test_a_dateline_may_stand_below_a_headline() -> None:
    text = "السد تصدع\nمشغرة في 10 مارس /قنا/ أعلنت الوزارة أن السد تصدع."
    assert sentences(text, "ar") == ["السد تصدع", "أعلنت الوزارة أن السد تصدع."]
