"""What stands in a cell as the words of a field: objects opened, entities decoded, broken characters marked."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from math import isnan
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from reportedly.errors import BadInput
from reportedly.extract.intake import looks, markup
from reportedly.extract.intake.columns import WORDS, Field
from reportedly.extract.intake.mending import Mended, decoded, mended
from reportedly.extract.intake.nested import meant, within

_FORMULA = re.compile(r'="((?:[^"]|"")*+)"|=HYPERLINK\("([^"]*+)"[^()]*\)', re.IGNORECASE)
_BREAKS = re.compile("_x000[Dd]_")  # the first half of a break of line, as spreadsheets write it into files


OWN = frozenset({"url", "outlet", "published", "title", "text"})
"""The fields of the desk's own format of lines: a plain text in it stays as it is, to the last ``&amp;``, for whoever
wrote it counts characters in it."""


class Cells(NamedTuple):
    """The words of a row, by field, and how many characters of them could not be kept."""

    words: dict[Field, str]
    lost: int


def cells(row: Mapping[str, Any], names: Mapping[Field, str]) -> Cells:
    """The words in the columns of a row that are ``names``. Raises ``BadInput`` where a cell holds no words."""
    own = OWN.issuperset(row) and names.get("text") == "text"
    given = {field: _words(within(row, name), field, as_given=own) for field, name in names.items()}
    held = {field: words.text for field, words in given.items() if words.text}
    return Cells(held, sum(words.lost for words in given.values()))


def _words(value: Any, field: Field, *, as_given: bool = False) -> Mended:
    """A cell's words; empty where the cell says that there is nothing."""
    if isinstance(value, (Mapping, list, tuple)):
        value = meant(value, field)
    if value is None or (isinstance(value, float) and isnan(value)):
        return Mended("")
    if isinstance(value, (date, datetime)):
        value = value.isoformat()
    if isinstance(value, (int, float)) and field not in WORDS - {"title"}:
        value = f"{value:.0f}" if isinstance(value, float) else str(value)
    words = decoded(value) if isinstance(value, bytes) else mended(value) if isinstance(value, str) else None
    if words is None:
        raise BadInput(f"{field} is a {type(value).__name__}")
    return words._replace(text=_read(_of_spreadsheet(words.text), field, as_given=as_given))


def _of_spreadsheet(text: str) -> str:
    """The words without what spreadsheets write around them: ``="0042"``, ``=HYPERLINK("https://...")``."""
    formula = _FORMULA.fullmatch(text.strip()) if text.lstrip().startswith("=") else None
    if formula:
        text = (formula[1] or formula[2] or "").replace('""', '"')
    return _BREAKS.sub("", text) if "_x000" in text else text


def _read(text: str, field: Field, *, as_given: bool) -> str:
    """The text as its field wants it: words without HTML, an outlet's address as its host, nothing for "N/A"."""
    if field == "text" and as_given and not markup.is_markup(text):
        return text
    if field != "text" and text.strip().casefold() in looks.NOTHING:
        return ""
    if field == "url":
        return markup.decoded(text) if "&amp;" in text else text
    if field in WORDS:
        return text if field == "text" and markup.is_page(text) else markup.words(text)
    if field == "outlet":
        return _host(text.strip()) if "//" in text else markup.words(text)
    return text


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or address).removeprefix("www.")
    except ValueError:
        return address
