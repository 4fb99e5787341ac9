"""Articles that name one person each, invented, in several scripts; their readings as they are filed."""

from reportedly.ledger import Ledger
from reportedly.records import Article, ArticleHead, Entity, Gist, Reading, article_id, content_id
from reportedly.text import Span

LATIN, PERSIAN, ARABIC, RUSSIAN = "Tarek Velani", "طارق ولانی", "طارق فيلاني", "Тарек Велани"
BROTHER = "Hassan Velani"
LANGUAGES = {PERSIAN: "fa", ARABIC: "ar", RUSSIAN: "ru"}


def own(name: str) -> str:
    """The id of a person of this name."""
    return content_id("e", "person", name.casefold())


def reading_of(name: str, language: str = "en") -> tuple[Article, Reading]:
    """An article that names a person who is public, and its reading."""
    url, text = f"https://a.example/{own(name)}", f"News\n\n{name} spoke."
    article = Article(article_id(url, text, "t"), url, "herald", text, language, "t", headline="News")
    span = Span(text.index(name), text.index(name) + len(name))
    person = Entity(own(name), "person", name, ("Minister",), mentions=(span,))
    return article, Reading(reader="hand/1", article=ArticleHead.of(article), entities=(person,))


def gist_of(article: Article) -> Gist:
    """What relates the article to others: nothing."""
    return Gist(article.id, article.url, article.outlet, None, None, article.headline, b"", (), (), ())


def file(ledger: Ledger, *names: str) -> None:
    """File an article on each person, with its reading."""
    for name in names:
        article, reading = reading_of(name, LANGUAGES.get(name, "en"))
        ledger.articles.file(article)
        ledger.readings.file(reading, gist_of(article), ())
