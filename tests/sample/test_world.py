from collections import Counter
from datetime import date, timedelta

from reportedly.sample import DAYS, world
from reportedly.sample.truth import truth
from reportedly.sample.world import FIRST, LAST


def test_the_stream_is_three_weeks_of_more_than_sixty_articles() -> None:
    told = [piece.published.date() for _, piece in world.pieces()]
    assert len(told) >= 60
    assert set(told) == set(DAYS)
    assert DAYS[0] == FIRST
    assert timedelta(days=len(DAYS) - 1) == LAST - FIRST


def test_the_world_has_eleven_outlets_of_three_countries_two_of_them_with_one_owner() -> None:
    outlets = [site.outlet for site in world.sites().values()]
    owners = Counter(outlet.owner for outlet in outlets)
    assert len(outlets) == 11
    assert {outlet.country for outlet in outlets} == {"XA", "XB", "XC", None}
    assert owners.most_common(1) == [("Lantern Media Group", 2)]
    assert len({site.build.layout for site in world.sites().values()}) == 8


def test_every_host_lies_under_the_top_level_reserved_for_examples() -> None:
    assert all(host.endswith(".example") for host in world.sites())
    assert all(feed.startswith(site.outlet.home) for site in world.sites().values() for feed in site.outlet.feeds)


def test_articles_come_in_english_and_three_languages_written_from_right_to_left() -> None:
    languages = Counter(site.outlet.languages[0] for site, _ in world.pieces())
    assert languages == {"en": 63, "fa": 5, "ur": 5, "ar": 3}


def test_articles_have_the_length_of_newspaper_articles() -> None:
    for _, piece in world.pieces():
        words = len(f"{piece.headline} {piece.text}".split())
        assert 150 <= words <= 400, f"{piece.outlet}/{piece.name}: {words} words"


def test_every_article_has_its_own_address_and_only_declared_copies_share_a_text() -> None:
    copies = {copy.url for story in truth().stories for copy in story.copies}
    urls = [site.url(piece) for site, piece in world.pieces()]
    texts = [piece.text for site, piece in world.pieces() if site.url(piece) not in copies]
    assert len(set(urls)) == len(urls)
    assert len(set(texts)) == len(texts)


def test_an_edit_finds_the_words_it_replaces_once() -> None:
    edited = [piece for _, piece in world.pieces() if piece.edits]
    assert len(edited) == 2
    for piece in edited:
        assert all(piece.text.count(old) == 1 for edit in piece.edits for old, _ in edit.swaps)


def test_a_piece_is_shown_as_it_stood_on_a_day() -> None:
    (piece,) = [piece for _, piece in world.pieces() if piece.name == "08-school-shelled"]
    assert piece.as_of(date(2026, 3, 7)) is None
    assert piece.as_of(date(2026, 3, 9)) == piece
    edited = piece.as_of(date(2026, 3, 10))
    assert edited is not None
    assert "allegedly" in piece.text
    assert "allegedly" not in edited.text
    assert edited.changed > piece.changed
