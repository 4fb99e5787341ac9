"""Articles read by a crew for nobody's desk."""

from collections.abc import Iterable, Iterator

from reportedly.crew.crew import Crew, Lost
from reportedly.read import reader
from reportedly.records import Article, Reading, ReadingFailed


def readings(crew: Crew, articles: Iterable[Article]) -> Iterator[Reading | ReadingFailed]:
    """The reading of each article, in order; ``ReadingFailed`` where the reader or who used it broke down on it."""
    for read in crew.each(reader.read_each, articles):
        yield died_over(read.job, read.ended) if isinstance(read, Lost) else read


def died_over(article: Article, ended: str) -> ReadingFailed:
    """What is told of an article over which a process died."""
    message = f"the reading process died ({ended}) over this article of {len(article.text):,} characters"
    return ReadingFailed(article.id, article.url, message)
