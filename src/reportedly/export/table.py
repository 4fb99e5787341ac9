"""Lists for a person at a terminal: stories, follow-ups, search hits."""

from collections.abc import Iterable, Iterator
from datetime import date

from reportedly.account.expectations import pressing
from reportedly.account.wording import counted, window_in_figures
from reportedly.ledger import Hits, StoryLine
from reportedly.records import Change, FollowUp

UNKNOWN = "date unknown"


def stories(lines: Iterable[StoryLine]) -> Iterator[str]:
    """Two lines a story: its title, then its days, articles and sources."""
    for line in lines:
        yield line.title
        days = _days(line.first, line.last)
        yield (
            f"    {days} | {counted(line.articles, 'article')} in {', '.join(line.outlets)} | "
            f"{counted(line.independent_sources, 'independent source')} | {line.id}"
        )


def followups(records: Iterable[FollowUp], day: date) -> Iterator[str]:
    """What was announced by ``day``, the most pressing first, with the words it rests on."""
    known = [record.as_of(day) for record in records if record.is_known_by(day)]
    for record in sorted(known, key=pressing):
        first = record.supports[0]
        who = f" | {', '.join(record.who)}" if record.who else ""
        yield f"{record.state.upper():<9} {window_in_figures(record.window)} | {record.type}{who} | {record.id}"
        yield f"    “{first.sentence}”"
        many = len({support.article_url for support in record.supports})
        where = first.article_url if many == 1 else f"{many} articles, first {first.article_url}"
        yield f"    announced {record.announced or UNKNOWN} in {where}"
        for change in record.history:
            yield from _change(change)


def hits(found: Hits) -> Iterator[str]:
    """Three lines a hit: headline, where it is from, the words around what was sought; then what was left out."""
    for hit in found.hits:
        yield hit.headline or "(no headline)"
        day = hit.published.start if hit.published else UNKNOWN
        yield f"    {day} | {hit.outlet} | {hit.url}"
        yield "    " + "".join(f"[{words}]" if marked else words for words, marked in hit.snippet).replace("\n", " ")
    if found.before:
        yield f"... older ones: --before {found.before}"
    yield from (f"({note})" for note in found.notes)


def searches(kept: Iterable[tuple[str, str, str, int, bool]]) -> Iterator[str]:
    """A line a saved search: id, how many are unread (and whether more are), name, words."""
    for own, name, words, unread, more in kept:
        yield f"{own}  {f'{unread}+' if more else unread} unread  {name}" + (f"  ({words})" if words != name else "")


def alerts(kept: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A line an alert: id, search, way, target, pace, and what became of its last message."""
    yield from ("  ".join(row) for row in kept)


def _days(first: date | None, last: date | None) -> str:
    if not first or not last:
        return UNKNOWN
    return f"{first}" if first == last else f"{first} to {last}"


def _change(change: Change) -> Iterator[str]:
    yield f"    {change.on} {change.state}" + (
        f", now {window_in_figures(change.window)}" if change.state == "moved" else ""
    )
    for evidence in change.evidence:
        yield f"        “{evidence.sentence}” {evidence.article_url}"
