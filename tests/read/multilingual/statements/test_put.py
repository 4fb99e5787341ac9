"""How a claim is put, how surely, by what kind of source, and through whom."""

import pytest

from reportedly.records import Certainty, Mode, Polarity, SourceKind
from tests.read.multilingual.told import only, read, statements
from tests.read.reading_of import words

KINDS: list[tuple[str, str, SourceKind]] = [
    ("fa", "به گزارش خبرگزاری دریاچه، سد ترک برداشت.", "media"),
    ("fa", "سخنگوی شهرداری گفت که سد ترک برداشت.", "role"),
    ("fa", "داران ولک گفت که سد ترک برداشت.", "named"),
    ("fa", "یک منبع آگاه گفت که سد ترک برداشت.", "anonymous"),
    ("fa", "در این بیانیه آمده است: سد ترک برداشت.", "document"),
    ("fa", "گفته می‌شود سد ترک برداشت.", "unknown"),
    ("ar", "وقالت صحيفة البحيرة إن السد تصدع.", "media"),
    ("ar", "وقال مصدر مطلع إن السد تصدع.", "anonymous"),
    ("ar", "وأكد البيان أن السد تصدع.", "document"),
    ("ur", "ایک رپورٹ کے مطابق بند ٹوٹ گیا ہے۔", "document"),
    ("ur", "جھیل اخبار کی رپورٹ کے مطابق بند ٹوٹ گیا ہے۔", "media"),
    ("ur", "وزارت کے ترجمان نے کہا کہ بند ٹوٹ گیا ہے۔", "role"),
    ("ur", "وزارت کے ترجمان دارن ولک نے کہا کہ بند ٹوٹ گیا ہے۔", "named"),
    ("ru", "По данным агентства, плотина треснула.", "media"),
]
SURE: list[tuple[str, str, Certainty]] = [
    ("fa", "داران ولک گفت که سد ترک برداشت.", "certain"),
    ("fa", "یک منبع آگاه گفت که سد ترک برداشت.", "probable"),
    ("fa", "داران ولک گفت که سد می‌تواند بشکند.", "possible"),
    ("fa", "داران ولک گفت احتمال دارد سد بشکند.", "possible"),
    ("ar", "وقال دارن فلك إن السد قد ينهار.", "possible"),
    ("ar", "وقال دارن فلك إن السد قد انهار.", "certain"),
    ("fa", "داران ولک گفت: باید سد را بست.", "unknown"),
    ("fa", "پیش‌بینی می‌شود سد ترک بردارد.", "probable"),
    ("fa", "داران ولک هشدار داد که سد می‌شکند.", "unknown"),
    ("ar", "وقالت وسائل إعلام إن السد تصدع.", "probable"),
    ("ar", "وحذر دارن فلك من أن السد يتصدع.", "unknown"),
    ("ur", "میڈیا کے مطابق بند ٹوٹ گیا ہے۔", "probable"),
]
MODES: list[tuple[str, str, Mode]] = [
    ("fa", "داران ولک گفت: سد ترک برداشت.", "direct"),
    ("fa", "داران ولک گفت که سد ترک برداشت.", "indirect"),
    ("ar", "وقال دارن فلك إن السد «تصدع في الليل كله» أمس.", "mixed"),
    ("ur", "دارن ولک نے کہا کہ 'بند ٹوٹ گیا ہے'۔", "direct"),
    ("ur", "دارن ولک نے کہا کہ ہم نے بند دیکھا ہے۔", "direct"),
    ("ru", "«Плотина треснула, и вода поднимается», — сказал Даран Вельк.", "direct"),
]
POLES: list[tuple[str, str, Polarity]] = [
    ("fa", "داران ولک تکذیب کرد که سد ترک برداشت.", "denied"),
    ("ar", "ونفت وزارة المياه أن السد تصدع.", "denied"),
    ("fa", "وزارت آب این خبر را تکذیب کرد.", "denied"),
    ("ar", "ونفت وزارة المياه ذلك.", "denied"),
    ("ur", "وزیر نے یہ دعوی مسترد کر دیا۔", "denied"),
    ("ru", "Министр опроверг сообщения о трещине.", "denied"),
    ("ur", "وزارت آب نے تردید کی ہے کہ بند ٹوٹ گیا ہے۔", "denied"),
    ("ru", "Министерство опровергло, что плотина треснула.", "denied"),
    ("ru", "Министерство сообщило, что плотина треснула.", "affirmed"),
]


@pytest.mark.parametrize(("language", "text", "kind"), KINDS)
def test_the_kind_of_a_source_is_told_by_its_words(language: str, text: str, kind: SourceKind) -> None:
    assert only(text, language).source_kind == kind


@pytest.mark.parametrize(("language", "text", "sure"), SURE)
def test_how_sure_a_claim_is_put(language: str, text: str, sure: Certainty) -> None:
    assert only(text, language).certainty == sure


@pytest.mark.parametrize(("language", "text", "mode"), MODES)
def test_in_whose_words_a_claim_is_put(language: str, text: str, mode: Mode) -> None:
    assert only(text, language).mode == mode


@pytest.mark.parametrize(("language", "text", "polarity"), POLES)
def test_what_is_denied_is_told_so(language: str, text: str, polarity: Polarity) -> None:
    assert only(text, language).polarity == polarity


def test_a_pronoun_means_who_spoke_last() -> None:
    got = read("سخنگوی شهرداری گفت که سد ترک برداشت. وی افزود: آب بالا آمد.", "fa")
    assert [one.source_kind for one in got.statements] == ["role", "role"]


def test_a_dropped_subject_means_who_spoke_last() -> None:
    got = read("وقال مصدر مطلع إن السد تصدع. وأضاف أن الماء ارتفع.", "ar")
    assert {one.source_kind for one in got.statements} == {"anonymous"}


def test_what_somebody_passes_on_stands_inside_their_statement() -> None:
    outer, inner = read("به گزارش خبرگزاری دریاچه، داران ولک گفت که سد ترک برداشت.", "fa").statements
    assert (outer.via, inner.via) == (None, outer.id)
    assert outer.source_kind == "media"


def test_every_statement_lies_in_the_text() -> None:
    text = "به گزارش دریاچه به نقل از شهرداری، داران ولک گفت: «سد ترک برداشت.» وی افزود: آب آمد."
    got = read(text, "fa")
    for one in got.statements:
        assert words(got, *one.content).strip()
        assert all(0 <= span.start < span.end <= len(text) for span in (*one.content, *one.cue, *one.source))


@pytest.mark.parametrize(
    "text", ["گفت که " * 20_000, "گفت: «سد ترک» " * 10_000, "به گزارش " * 20_000], ids=["joined", "quoted", "according"]
)
def test_a_cue_said_over_and_over_is_read(text: str) -> None:
    assert len(statements(text, "fa")) <= 12 * (len(text) // 700 + 1)


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("ar", "وقالت صحيفة لبنانية إن السد تصدع.", None),
        ("ur", "ایرانی اخبار کے مطابق بند ٹوٹ گیا ہے۔", None),
        ("ar", "وقالت الحكومة اللبنانية إن السد تصدع.", None),
        ("ar", "وقالت إيران إن السد تصدع.", "Iran"),
        ("ur", "ایران نے کہا کہ بند ٹوٹ گیا ہے۔", "Iran"),
    ],
)
def test_a_nation_speaks_where_it_is_named_not_where_it_only_says_whose_a_source_is(
    language: str, text: str, entity: str | None
) -> None:
    reading = read(text, language)
    (one,) = reading.statements
    assert next((own.name for own in reading.entities if own.id == one.source_entity), None) == entity


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        (
            "ur",
            ("ذرائع کا کہنا ہے کہ وزیر پانی اگلے ہفتے جھیل کا دورہ کریں گے۔ "
            "کمیٹی نے 5 دسمبر کو میلے کا اعلان کیا ہے۔"),
            "وزیر پانی اگلے ہفتے جھیل کا دورہ کریں گے",
        ),
        ("ar", "ونفى مكتب رئيس البحيرة وجود أي تأجيل.", "وجود أي تأجيل"),
    ],
)  # fmt: skip
def test_a_claim_ends_with_its_sentence_and_holds_nothing_of_its_source(language: str, text: str, content: str) -> None:
    got = read(text, language)
    assert words(got, *got.statements[0].content) == content
