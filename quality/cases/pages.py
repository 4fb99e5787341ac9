"""What stands on a page."""

import json
from collections.abc import Iterator
from pathlib import Path

from quality.cases.case import Case, Trial, differs, folder
from reportedly.extract import page
from reportedly.records import Article, Outlet
from tests.commands import reportedly

_NOBODY = Outlet(id="paper", name="", home="http://page.example/")


def _text(inputs: Path, name: str) -> str:
    """The text of a page, empty where it has no article."""
    body = (inputs / name).read_bytes()
    found = page.article(
        body, url="http://page.example/a", outlet=_NOBODY, content_type="text/html", item=None, capture=None
    )
    return found.text if isinstance(found, Article) else ""


def _whole(name: str, *, paragraphs: int, ends: str) -> Trial:
    """Whether a page gives a headline and so many paragraphs, and the last one of them ends as it does there."""

    def trial(inputs: Path) -> Iterator[str]:
        _, _, body = _text(inputs, name).partition("\n\n")
        yield from differs(f"paragraphs of {name}", len(body.split("\n")) if body else 0, paragraphs)
        if not body.endswith(ends):
            yield f"{name} ends “…{body[-40:]}”, not “{ends}”"

    return trial


def _seamless(inputs: Path) -> Iterator[str]:
    with folder() as work:
        reportedly("init", work)
        reportedly("import", inputs / "h2-shy.html", "--desk", work)
        reportedly("run", "--desk", work)
        yield from differs("found", "Velmora" in reportedly("search", "Velmora", "--desk", work).out, right=True)
    printed = reportedly("read", inputs / "h2-shy.html", "--format", "jsonl").out
    names = {entity["name"] for entity in json.loads(printed)["entities"]}
    yield from differs("its name", "Velmora" in names, right=True)


def _all(*trials: Trial) -> Trial:
    return lambda inputs: (line for trial in trials for line in trial(inputs))


CASES: tuple[Case, ...] = (
    Case(
        "H01",
        ("html-data-attribute.html",),
        _whole("html-data-attribute.html", paragraphs=5, ends="have been widened."),
    ),
    Case(
        "H02", ("html-react-streaming.html",), _whole("html-react-streaming.html", paragraphs=5, ends="been widened.")
    ),
    Case("H04", ("html-japanese.html",), _whole("html-japanese.html", paragraphs=5, ends="付け加えた。")),
    Case(
        "H06",
        ("h2-rtl-he-shortp.html", "h2-shortlines.html"),
        _all(
            _whole("h2-rtl-he-shortp.html", paragraphs=6, ends="עיכובים."),
            _whole("h2-shortlines.html", paragraphs=6, ends="since then."),
        ),
    ),
    Case(
        "H38",
        ("h2-jsonld-body-only.html", "h2-live-jsonld-only.html"),
        _all(
            _whole("h2-jsonld-body-only.html", paragraphs=1, ends="been widened."),
            _whole("h2-live-jsonld-only.html", paragraphs=5, ends="been widened."),
        ),
    ),
    Case("H39", ("h2-consent-blocks.html",), _whole("h2-consent-blocks.html", paragraphs=5, ends="have been widened.")),
    Case("H43", ("h2-shy.html",), _seamless),
)
