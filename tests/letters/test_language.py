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
