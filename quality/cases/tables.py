"""Rows of other programs."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from quality import rows
from quality.cases.case import Case, Trial, differs, folder, row
from reportedly import without_desk
from reportedly.extract.intake import files
from reportedly.extract.intake.documents import Origin
from reportedly.records import Article, Outcome, Reading

LONGEST = 1_000_000  # characters


def _taken(path: Path) -> list[files.Taken]:
    intake = files.Intake(path.name, LONGEST, datetime(2026, 4, 1, tzinfo=UTC), files.columns(()))
    return list(files.articles(path, intake))


def _articles(path: Path) -> list[Article]:
    return [one for one in _taken(path) if isinstance(one, Article)]


def _is(name: str, number: int, **right: object) -> Trial:
    """Whether ``number`` articles come of an input, none is refused, and the first is as it should be."""

    def trial(inputs: Path) -> Iterator[str]:
        taken = _taken(inputs / name)
        found = [one for one in taken if isinstance(one, Article)]
        yield from differs(f"{name}: articles", len(found), number)
        yield from (one.message for one in taken if isinstance(one, Outcome) and one.state != "fetched")
        for what, value in right.items() if found else ():
            yield from differs(f"{name}: {what}", getattr(found[0], what), value)
        read = [one for one in without_desk.read([_origin(inputs / name)], processes=1) if isinstance(one, Reading)]
        yield from differs(f"{name}: read", [one.article.text for one in read], [one.text for one in found])

    return trial


def _origin(path: Path) -> Origin:
    return Origin(name=str(path), url=str(path), outlet="unknown", published=None)


def _all(*trials: Trial) -> Trial:
    def trial(inputs: Path) -> Iterator[str]:
        for one in trials:
            yield from one(inputs)

    return trial


def _entities(inputs: Path) -> Iterator[str]:
    with folder() as work:
        rows_file = rows.put(work / "one.jsonl", [row(inputs, "texts-open.jsonl", "q-lowercase-html")])
        for article in _articles(rows_file):
            yield from differs("entities left", "&" in article.text, right=False)
            yield from differs("quotation marks", sum(map(article.text.count, "“”")), 2)


def _cut(inputs: Path) -> Iterator[str]:
    first = _articles(inputs / "tab2.jsonl")[:2]
    yield from differs("called a part", [article.partial is not None for article in first], [True, False])


def _body(inputs: Path) -> Iterator[str]:
    (article,) = _articles(inputs / "tab-fundus.jsonl")
    yield from differs("paragraphs", len(article.text.split("\n\n")), 3)
    yield from differs("text is the title", article.text == article.headline, right=False)


_DIALECTS = ("tab-sepline.csv", "tab-comment-head.csv", "tab-blank-first.csv", "tab-cr-only.csv", "tab-backslash.csv")
_ONE = "https://gazette.example/a1"

CASES: tuple[Case, ...] = (
    Case("T01", ("tab-mediacloud-new.csv", "tab-mediacloud-old.csv"), _all(
        _is("tab-mediacloud-new.csv", 1, outlet="gazette.example", url=_ONE),
        _is("tab-mediacloud-old.csv", 1, outlet="The Gazette", url=_ONE),
    )),
    Case("T03", ("tab-gdelt-doc.json",), _is("tab-gdelt-doc.json", 2, outlet="gazette.example", url=_ONE)),
    Case("T04", ("tab-newsapi.json", "tab-newsapi-pretty.json"), _all(
        _is("tab-newsapi.json", 2, outlet="The Gazette", url=_ONE),
        _is("tab-newsapi-pretty.json", 2, outlet="The Gazette", url=_ONE),
    )),
    Case("T06", ("tab-newsplease.json",), _is("tab-newsplease.json", 1, outlet="gazette.example", url=_ONE)),
    Case("T07", ("tab2.jsonl",), _cut),
    Case("T08", ("tab-newsapi-capital.jsonl",), _is("tab-newsapi-capital.jsonl", 1, outlet="Telegraph")),
    Case("T09", ("tab-trafilatura.json",), _is("tab-trafilatura.json", 1, outlet="gazette.example", url=_ONE)),
    Case("T16", ("tab-fundus.jsonl",), _body),
    Case("T19", _DIALECTS, _all(*(_is(name, 1, outlet="The Gazette", url=_ONE) for name in _DIALECTS))),
    Case("T24", ("texts-open.jsonl",), _entities),
)  # fmt: skip
