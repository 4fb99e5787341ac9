import pytest

from reportedly.errors import BadInput, UsageError
from reportedly.extract.intake.columns import Columns, columns


@pytest.mark.parametrize(
    ("names", "text", "url", "published"),
    [
        (["url", "outlet", "published", "title", "text"], "text", "url", "published"),
        (["Link", "Publication", "Date", "Headline", "Body"], "Body", "Link", "Date"),
        (["article_url", "source", "published_at", "title", "content"], "content", "article_url", "published_at"),
        (["Article Text", "Pub Date", "URL"], "Article Text", "URL", "Pub Date"),
    ],
)
def test_the_usual_names_are_known(names: list[str], text: str, url: str, published: str) -> None:
    found = Columns().of(names)
    assert (found["text"], found["url"], found["published"]) == (text, url, published)


def test_of_two_columns_the_likelier_is_the_text() -> None:
    assert Columns().of(["article", "body", "summary"])["text"] == "body"


def test_a_column_named_by_hand_comes_before_all_names() -> None:
    assert columns(["text=Meldung", "url=Ort"]).of(["text", "Meldung", "Ort"]) == {"text": "Meldung", "url": "Ort"}


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(BadInput, match="'Meldung'; there are body, link"):
        columns(["text=Meldung"]).of(["body", "link"])


@pytest.mark.parametrize("words", ["text", "text=", "words=Body", "=Body"])
def test_words_that_name_no_column_are_refused(words: str) -> None:
    with pytest.raises(UsageError, match="FIELD=NAME"):
        columns([words])
