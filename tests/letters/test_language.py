"""Languages of the desk are told apart; doubtful texts are "und"."""

import pytest

from reportedly.letters import language


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "The two sides agreed to meet again next week, the ministry said in a statement."),
        ("en", "BORDER TALKS WILL GO ON NEXT WEEK, THE MINISTER SAYS"),
        ("fa", "وزیر خارجه گفت که مذاکرات هفته آینده ادامه خواهد یافت."),
        ("ur", "وزیر خارجہ نے کہا ہے کہ مذاکرات اگلے ہفتے جاری رہیں گے۔"),
        ("ar", "قال وزير الخارجية إن المحادثات ستستمر الأسبوع المقبل."),
        ("he", "שר החוץ אמר היום כי השיחות יימשכו בשבוע הבא."),
        ("ru", "Министр иностранных дел заявил, что переговоры продолжатся."),
        ("de", "Der Minister sagte am Montag, die Gespräche gingen nächste Woche weiter."),
    ],
)
def test_language(lang: str, words: str) -> None:
    assert language.of(words) == lang


@pytest.mark.parametrize("words", ["", " \n", "2024-04-30 12:30", "OK", "…", "\ud800 \ud800"])
def test_unsure(words: str) -> None:
    assert language.of(words) == "und"


def test_a_headline_in_another_language_does_not_decide() -> None:
    body = "The two sides agreed to meet again next week, the ministry said in a statement on Monday. " * 20
    assert language.of("Переговоры продолжатся\n\n" + body) == "en"


def test_a_whole_book_is_as_quick_as_a_page() -> None:
    assert language.of("The talks will go on. " * 200_000) == "en"


def test_letters_in_the_shapes_they_have_within_words_are_letters() -> None:
    said = "\ufed7\ufe8e\ufedd \ufe8d\ufedf\ufecc\ufee4\ufeaa\ufe93 \ufe87\ufee5 \ufe8d\ufedf\ufea0\ufeb4\ufeae "
    assert language.of(said + "\ufeb3\ufef4\ufed4\ufe98\ufea2 \ufecf\ufeaa\ufe8d") == "ar"


@pytest.mark.parametrize(
    "words", ["وزیر نے پل کا دورہ منسوخ کر دیا۔", "پل کل کھلے گا۔", "ڈاکٹر نے یہ خبر غلط قرار دی۔"]
)
def test_a_short_sentence_is_urdu_where_its_letters_bear_it_out(words: str) -> None:
    assert language.of(words) == "ur"
