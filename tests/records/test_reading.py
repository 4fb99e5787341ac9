import msgspec

from reportedly.records import (
    SCHEMA,
    Article,
    ArticleHead,
    Reading,
)
from reportedly.text import Span


def test_a_reading_goes_through_json_unchanged() -> None:
    head = ArticleHead("a1", "u", "o", None, None, None, None, None, None, "en", "Ships left.", (Span(0, 5),))
    reading = Reading(reader="english/0.1.0", article=head, sentences=(Span(0, 11),))
    encoded = msgspec.json.encode(reading)
    assert msgspec.json.decode(encoded, type=Reading) == reading
    assert msgspec.json.decode(encoded)["schema"] == SCHEMA
    assert msgspec.json.decode(encoded)["sentences"] == [[0, 11]]


def test_the_head_of_a_reading_is_the_articles_own() -> None:
    given = Article("a1", "u", "o", "The ford is open", "en", "plain/1", "Ford", Span(0, 8))
    head = ArticleHead.of(given)
    assert (head.id, head.text, head.headline, head.title) == (given.id, given.text, "Ford", Span(0, 8))


def test_a_quotation_that_names_a_thing_among_other_words_keeps_no_distance_from_it() -> None:
    head = ArticleHead("a1", "u", "o", None, None, None, None, None, None, "en", "Ships left.", ())
    reading = Reading(reader="english/0.1.0", article=head, distanced=(Span(10, 20), Span(40, 80)))
    assert reading.keeps_off(Span(10, 20))
    assert reading.keeps_off(Span(8, 18))
    assert not reading.keeps_off(Span(50, 60))
    assert not reading.keeps_off(Span(20, 40))
