"""Voices in plain words: who is counted with whom, and why."""

import pytest
from msgspec.structs import replace

from reportedly.account.telling import Telling
from reportedly.account.voices import voices
from reportedly.records import Fold, StoryArticle
from tests.newsroom import COPY, ORIGINAL, REPLY, STORY, Written


def telling(one: Written, outlet: str) -> Telling:
    url = one.article.url
    place = StoryArticle(one.id, url, None, url)
    return Telling(place, one.article, one.reading, outlet)


TELLINGS = (telling(ORIGINAL, "Varen"), telling(COPY, "Herald"), telling(REPLY, "Courier"))
FIRST, SECOND, THIRD = (one.article.url for one in TELLINGS)


@pytest.mark.parametrize(
    ("fold", "reason"),
    [
        (Fold(SECOND, FIRST, "copy"), "repeats its text"),
        (Fold(SECOND, FIRST, "owner", "Varen State Press"), "same owner: Varen State Press"),
        (Fold(SECOND, FIRST, "source", "IRNA"), "both rest on IRNA"),
        (Fold(SECOND, FIRST, "source"), "rests on its report"),
    ],
)
def test_a_fold_is_told_in_plain_words(fold: Fold, reason: str) -> None:
    first, other = voices(replace(STORY, folds=(fold,)), TELLINGS)
    assert [(counted.telling.outlet, counted.reason) for counted in first.counted] == [("Herald", reason)]
    assert (other.telling.outlet, other.counted) == ("Courier", ())


def test_what_is_folded_on_is_told_of_whom_it_repeats() -> None:
    chain = (Fold(SECOND, FIRST, "copy"), Fold(THIRD, SECOND, "source"))
    (voice,) = voices(replace(STORY, folds=chain), TELLINGS)
    assert [counted.reason for counted in voice.counted] == ["repeats its text", "rests on Herald’s report"]


def test_an_article_whose_voice_is_not_shown_is_left_out() -> None:
    shown = voices(replace(STORY, folds=(Fold(SECOND, FIRST, "copy"),)), TELLINGS[1:])
    assert [voice.telling.outlet for voice in shown] == ["Courier"]


def test_a_copy_of_what_stands_in_another_story_is_shown_as_no_voice() -> None:
    alone = replace(STORY, articles=STORY.articles[1:2], folds=(Fold(SECOND, FIRST, "copy"),))
    (shown,) = voices(alone, TELLINGS[1:2])
    assert (shown.telling.outlet, shown.outside) == ("Herald", True)
