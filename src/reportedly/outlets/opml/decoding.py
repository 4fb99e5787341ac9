"""The text of a list of feeds, whatever bytes it came in.

A byte that does not fit costs one character, never the list. Where the file is UTF-8 else, such a byte is taken as
Windows-1252 has it; where nothing beyond ASCII in it is UTF-8, its charset is guessed, as that of pages is.
"""

import re
from typing import Final

from reportedly.letters import guess
from reportedly.letters.decode import MARKS

_BEGINNINGS: Final = (*MARKS, (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_DECLARED: Final = re.compile(rb"""^\s*<\?xml[^>]{0,200}\sencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']""")
_ESCAPED: Final = re.compile("[\udc80-\udcff]+")
_VALUE: Final = re.compile(rb"[\"'>]([^\"'<>]*[\x80-\xff][^\"'<>]*)")
_BEYOND: Final = re.compile("[\u0080-\ud7ff\ue000-\U0010ffff]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]")


def decoded(data: bytes) -> str:
    """The characters of a file, without those that no text has."""
    return _CONTROL.sub("", _characters(data))


def _characters(data: bytes) -> str:
    marked = next((charset for mark, charset in _BEGINNINGS if data.startswith(mark)), None)
    if marked and marked != "utf-8":
        return data.decode(marked, "replace")
    declared = _DECLARED.match(data)
    if declared and not marked:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, ValueError):
            pass  # it is in another charset than it says, or in one that nobody knows
    text = data.decode("utf-8", "surrogateescape")
    if _is_other(text):
        return data.decode(guess.likeliest(b" ".join(_VALUE.findall(data)) or data).charset, "replace")
    return _ESCAPED.sub(_as_windows, text)


def _is_other(text: str) -> bool:
    """Whether the file is of one other charset throughout, so that none of its characters is one of UTF-8."""
    return bool(_ESCAPED.search(text)) and not _BEYOND.search(text)


def _as_windows(escaped: re.Match[str]) -> str:
    return escaped[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")
