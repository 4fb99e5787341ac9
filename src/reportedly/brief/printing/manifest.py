"""A dispatch as JSON: all that it says, and for each citation the outlet, title, address, day, capture, span and words.

The form is ``reportedly/brief/1``; fields may be added.
"""

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from reportedly.brief.printing import lines
from reportedly.brief.printing.notices import Notice, is_killed
from reportedly.records import Dispatch, DispatchSection, Exhibit

FORM: Final = "reportedly/brief/1"


def render(dispatch: Dispatch, notices: Sequence[Notice] = ()) -> bytes:
    """The whole of it, indented, ending in a line break; of a brief withdrawn its head and the notices alone."""
    head: dict[str, Any] = {
        "schema": FORM,
        "title": dispatch.title,
        "desk": dispatch.desk,
        "number": dispatch.number,
        "edition": dispatch.edition,
        "marking": dispatch.marking,
        "author": dispatch.author or None,
        "issued": dispatch.at,
        "as_of": dispatch.as_of,
        "draft": {"id": dispatch.draft, "version": dispatch.version},
        "notices": [{"word": notice.word, "text": notice.text} for notice in notices],
    }
    labels = lines.labels(dispatch)
    told = {
        "sections": [_section(section, labels) for section in dispatch.sections],
        "evidence": [_exhibit(exhibit, labels[exhibit.number]) for exhibit in dispatch.exhibits],
    }
    data = msgspec.json.encode(head if is_killed(notices) else head | told)
    return msgspec.json.format(data, indent=2) + b"\n"


def _section(section: DispatchSection, labels: dict[int, str]) -> dict[str, Any]:
    sentences = [
        {
            "text": one.text,
            "evidence": [labels[number] for number in one.exhibits],
            "flags": [{"kind": flag.kind, "reason": flag.reason} for flag in one.flags],
        }
        for one in section.sentences
    ]
    about = {"title": section.title, "note": section.note or None}
    return about | {"story": section.story, "independent_sources": section.sources, "sentences": sentences}


def _exhibit(exhibit: Exhibit, label: str) -> dict[str, Any]:
    told = exhibit.reported
    reported = {"reported": msgspec.to_builtins(told)} if told else {}
    return reported | {
        "label": label,
        "source": exhibit.source,
        "outlet": exhibit.outlet,
        "title": exhibit.title,
        "address": exhibit.address,
        "day": exhibit.day,
        "language": exhibit.language,
        "article": exhibit.article,
        "span": exhibit.span,
        "words": exhibit.words,
        "capture": exhibit.capture,
        "captured": exhibit.captured,
    }
