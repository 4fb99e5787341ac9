"""Lists of outlets."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from typer.testing import CliRunner

from quality.cases.case import Case, Trial, differs, folder
from reportedly import outlets
from reportedly.cli import app
from reportedly.records import Outlet
from reportedly.settings import init_desk


def _imported(file: Path, work: Path) -> dict[str, Outlet]:
    """The outlets that a new desk has once the list was imported, by their names."""
    desk = init_desk(work / file.name)
    result = CliRunner().invoke(app, ["outlets", "import", str(file), "--desk", str(desk.folder)])
    if result.exception:
        raise result.exception
    return {outlet.name: outlet for outlet in outlets.load(desk.outlets)}


def _names(files: tuple[str, ...], right: tuple[set[str], ...]) -> Trial:
    """A trial of which outlets each of the files gives."""

    def trial(inputs: Path) -> Iterator[str]:
        with folder() as work:
            for file, names in zip(files, right, strict=True):
                yield from differs(file, set(_imported(inputs / file, work)), names)

    return trial


def _folder(file: str, name: str, right: str, inputs: Path) -> Iterator[str]:
    with folder() as work:
        yield from differs("folder", _imported(inputs / file, work)[name].folder, right)


def _no_feed(file: str, name: str, inputs: Path) -> Iterator[str]:
    with folder() as work:
        scraped = _imported(inputs / file, work).get(name)
        yield from differs("feeds", scraped.feeds if scraped else (), ())


def _several(file: str, many: int, inputs: Path) -> Iterator[str]:
    with folder() as work:
        ids = {outlet.id for outlet in _imported(inputs / file, work).values()}
        yield from differs("outlets", len(ids), many)
        yield from (f"the id {identity!r} tells nothing" for identity in ids if identity.startswith(("example", "xn-")))


def _case(number: str, trial: Trial, *files: str) -> Case:
    return Case(number, files, trial)


_BROKEN = ("opml-html-entity.opml", "opml-ctrl.opml", "opml-latin1-declared-utf8.opml")
_CAFE = "Caf\u00e9"

CASES: tuple[Case, ...] = (
    _case("O13", partial(_several, "opml-feedburner-nohome.opml", 3), "opml-feedburner-nohome.opml"),
    _case("O15", partial(_several, "opml-idn2.opml", 2), "opml-idn2.opml"),
    _case("O07", _names(("opml-unescaped-amp.opml",), ({"R&D", "Herald"},)), "opml-unescaped-amp.opml"),
    _case("O10", _names(_BROKEN, ({_CAFE}, {"Gazette", "Herald"}, {_CAFE})), *_BROKEN),
    _case("O04", partial(_folder, "opml-rootfolder.opml", "Mash", "music"), "opml-rootfolder.opml"),
    _case("O16", partial(_no_feed, "opml-freshrss-xpath.opml", "Scraped"), "opml-freshrss-xpath.opml"),
)
