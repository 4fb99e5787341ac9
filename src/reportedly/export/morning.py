"""The hand-over, for a person and for a program."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from reportedly.account.handover import Morning
from reportedly.account.wording import counted, moment


class SinceLine(msgspec.Struct, tag_field="what", tag="since"):
    """Since when: the first line of ``reportedly morning --format jsonl``."""

    at: datetime
    since: datetime
    kind: str
    words: str
    watching: str


class NewsLine(msgspec.Struct, tag_field="what", tag="line"):
    """One thing to know, and why it stands there; ``path`` is that of its page on the web desk."""

    box: str
    kind: str
    id: str
    title: str
    why: str
    path: str
    independent_sources: int | None
    state: str | None
    note: str


class EmptyLine(msgspec.Struct, tag_field="what", tag="empty"):
    """A box without lines, and why it has none."""

    box: str
    why: str


def text(made: Morning) -> Iterator[str]:
    """Box by box; below each line the reason why it stands there."""
    yield f"Morning, {moment(made.at)}: what changed {made.since.words}"
    yield made.watching
    for box in made.boxes:
        yield ""
        yield f"{box.heading} ({len(box.lines)}{' and more' if box.cut else ''})" if box.lines else box.heading
        for line in box.lines:
            sources = f"{counted(line.number, 'independent source')}; " if line.number is not None else ""
            note = f"{line.note}; " if line.note else ""
            yield f"  {line.title}"
            yield f"      {sources}{note}{line.why} | {line.id}"
        if box.empty:
            yield f"  {box.empty}"


def jsonl(made: Morning) -> Iterator[str]:
    """An object a line: since when, each thing, and each empty box."""
    encode = msgspec.json.encode
    since = made.since
    yield encode(SinceLine(made.at, since.at, since.kind, since.words, made.watching)).decode()
    for box in made.boxes:
        for line in box.lines:
            told = NewsLine(
                box.name, line.kind, line.id, line.title, line.why, line.path, line.number, line.state, line.note
            )
            yield encode(told).decode()
        if box.empty:
            yield encode(EmptyLine(box.name, box.empty)).decode()
