"""What an editor would file from the articles that are not in English stands in them, word for word."""

from datetime import timedelta
from itertools import chain

import pytest

from reportedly.letters import language
from reportedly.sample import world
from reportedly.sample.truth import TrueReading, readings

PIECES = {f"{piece.outlet}/{piece.name}": piece for _, piece in world.pieces()}
LANGUAGES = {f"{piece.outlet}/{piece.name}": site.outlet.languages[0] for site, piece in world.pieces()}
ENGLISH = " ".join(piece.text for own, piece in PIECES.items() if LANGUAGES[own] == "en")

each = pytest.mark.parametrize("told", readings(), ids=lambda told: told.article)


def test_every_article_that_is_not_in_english_has_its_reading() -> None:
    foreign = {own for own, code in LANGUAGES.items() if code != "en"}
    assert {told.article for told in readings()} == foreign
    assert len(readings()) == len(foreign)


@each
def test_its_language_is_that_of_its_outlet(told: TrueReading) -> None:
    assert language.of(PIECES[told.article].text) == LANGUAGES[told.article]


@each
def test_all_words_stand_in_the_article(told: TrueReading) -> None:
    text = PIECES[told.article].text
    said = chain.from_iterable((one.content, one.cue, one.source, one.via) for one in told.statements)
    words = [*said, *(one.words for one in told.times), *(one.words for one in told.names)]
    assert [one for one in words if one not in text] == []


@each
def test_times_are_days_in_order_and_lunar_ones_no_more_than_three(told: TrueReading) -> None:
    for time in told.times:
        assert time.start or time.end
        if time.start and time.end:
            assert timedelta(0) <= time.end - time.start <= timedelta(days=366)


@each
def test_who_is_known_in_english_is_named_so_in_an_english_article(told: TrueReading) -> None:
    assert [name.called for name in told.names if name.called not in ENGLISH] == []


def test_denials_hearsay_chains_and_both_ways_of_quoting_occur_in_each_language() -> None:
    for code in ("fa", "ur", "ar"):
        said = [one for told in readings() if LANGUAGES[told.article] == code for one in told.statements]
        assert {"denied"} <= {one.polarity for one in said}
        assert {"direct", "indirect"} <= {one.mode for one in said}
        assert {"named", "role", "anonymous", "media", "document", "unknown"} <= {one.kind for one in said}
        assert any(one.via for one in said)
        assert {"probable", "possible"} <= {one.certainty for one in said}
