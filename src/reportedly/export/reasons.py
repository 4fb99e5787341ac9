"""Why a reading decided as it did, for a person: the signs that spoke for each place, person and kind of source."""

from collections.abc import Iterable, Iterator

from reportedly.evidence import Reason
from reportedly.text import squeezed


def text(reasons: Iterable[Reason]) -> str:
    """Lines such as ``Turbat: place: +2 after a word such as in, +1 in a country of the article``."""
    return "\n".join(["Why", *_lines(reasons)])


def _lines(reasons: Iterable[Reason]) -> Iterator[str]:
    for number, reason in enumerate(reasons, 1):
        signs = ", ".join(f"{points:+.3g} {name}" if points else name for name, points in reason.spoke)
        yield f"{number:4}. {squeezed(reason.words)}: {reason.decided}: {signs}"
