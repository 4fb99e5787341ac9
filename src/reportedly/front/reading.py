"""One text handed in by a program, its reading handed back."""

from datetime import date

from reportedly import clock
from reportedly.dates import given_day
from reportedly.errors import BadInput, TooLarge
from reportedly.extract import plain
from reportedly.extract.intake import kinds
from reportedly.read import reader
from reportedly.records import Reading
from reportedly.settings import Settings

LETTERS = 2  # of a country
MARKUP = tuple(mark.decode() for mark in kinds.MARKUP)


def of(text: str, *, published: date | str | None, outlet: str, url: str, country: str | None) -> Reading:
    """The reading of a plain text; ``reportedly.read`` says what is asked and what is raised."""
    article = plain.article(_checked(text), url=url, outlet=outlet, published=given_day(published, clock.system()))
    return next(reader.read([article], {outlet: _code(country)} if country is not None else {}))


def _checked(text: object) -> str:
    """The text itself; what cannot be read as one raises."""
    if not isinstance(text, str):
        raise BadInput(f"a text is wanted, this is {type(text).__name__}: decode bytes first")
    if not text.strip():
        raise BadInput("the text is empty: there is nothing to read")
    if text[:1024].lstrip().lower().startswith(MARKUP):
        raise BadInput("this is a page of HTML, not its text: save it and use `reportedly read PAGE.html`")
    limit = Settings().read.max_characters
    if len(text) > limit:
        raise TooLarge(f"the text has {len(text):,} characters, the limit is {limit:,}: read it in parts")
    return text


def _code(country: str) -> str:
    if not (isinstance(country, str) and len(country) == LETTERS and country.isascii() and country.isalpha()):
        raise BadInput(f"{country!r} is not a country: write its two letters of ISO 3166-1, such as GB")
    return country.upper()
