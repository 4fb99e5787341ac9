"""To whom an article credits its text: the desk credit, and agencies that stand where agencies are credited."""

import re
from typing import Final

from reportedly.stories.media import AGENCIES
from reportedly.stories.wires import leaned_on
from reportedly.text import squeezed

_ENDS: Final = 160  # characters of the body's head and foot in which an agency is credited
_NAME: Final = rf"\b(?:{'|'.join(map(re.escape, AGENCIES))})\b"
_NAMES: Final = rf"({_NAME}(?:\s*(?:[,/&]|and)\s*{_NAME})*)"
# "(APP):" and "(Xinhua) --" after a dateline, "AFP -" before the text; "(Reuters)." and "— AFP" behind it. Elsewhere
# a name is a party's, a ministry's, or that of an agency which is quoted.
_HEAD: Final = re.compile(rf"\(\s*{_NAMES}\s*\)\s*[-–—:]|^\s*{_NAMES}\s*(?:[–—:\n]|-\s)")
_FOOT: Final = re.compile(rf"(?:\(\s*{_NAMES}\s*\)|(?:[–—-]|\n)\s*{_NAMES})[\s.]*$")


def credited(credit: str, body: str, headline: str = "") -> tuple[str, ...]:
    """The names, the desk credit first; ``body`` is the text without title and furniture.

    In scripts without Latin letters also the media on whose account the text says it leans.
    """
    found = (*_HEAD.finditer(body[:_ENDS]), *_FOOT.finditer(body[-_ENDS:]))
    agencies = (name for match in found for name in re.findall(_NAME, match[0]))
    return tuple(dict.fromkeys(filter(None, (squeezed(credit), *agencies, *leaned_on(headline, body)))))
