"""JSON-LD as programs write it is read as far as it can be."""

import json
import time

import pytest

from reportedly.extract import page
from reportedly.extract.page import jsonld
from reportedly.records import Article, Outlet

DAY = '"datePublished":"2026-02-03"'
LINES = [
    "The weir at Lund gave way on Sunday, and the mill below it stood in water up to its windows.",
    "Nobody was hurt, said the miller, Ada Brock, who had left with her two dogs an hour before.",
]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ('{"@type":"NewsArticle","headline":"The "old" weir",' + DAY + "}", 'The "old" weir'),
        ('{"@type":"NewsArticle","headline":""Old" weir, gone" ,' + DAY + ",}", '"Old" weir, gone'),
        (r'{"@type":"NewsArticle","headline":"The \"old\" weir "Lund"",' + DAY + "}", 'The "old" weir "Lund"'),
        ('{"url":"https://a.example/b","x":"a "b" //c","headline":"Weir",' + DAY + "}", "Weir"),
        (r'{"headline":"It\'s gone",' + DAY + "}", "It's gone"),
    ],
)
def test_quotes_within_strings_are_no_ends(text: str, headline: str) -> None:
    (held,) = jsonld.objects(text)
    assert held["headline"] == headline
    assert held["datePublished"] == "2026-02-03"


@pytest.mark.parametrize(
    "text", ['{"a":"b ' * 60_000, '{"a' + ',"a ' * 120_000, '{"' + '"' * 400_000, '{"a":"' + '" ' * 200_000]
)
def test_what_nobody_can_read_takes_no_time(text: str) -> None:
    begun = time.process_time()
    list(jsonld.objects(text))
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "body", [{"articleBody": LINES}, {"text": "\n".join(LINES)}, {"articleBody": "", "text": LINES}]
)
def test_a_body_in_parts_or_under_another_name_is_read(body: dict[str, object]) -> None:
    told = json.dumps({"@type": "NewsArticle", "headline": "Weir gone", **body})
    markup = f"<title>Weir gone</title><div id=app></div><script type='application/ld+json'>{told}</script>"
    mill = Outlet(id="mill", name="Mill Post", home="http://mill.example/")
    found = page.article(
        markup.encode(), url="http://mill.example/a", outlet=mill, content_type="text/html", item=None, capture=None
    )
    assert isinstance(found, Article)
    assert found.text.split("\n")[2:] == LINES
