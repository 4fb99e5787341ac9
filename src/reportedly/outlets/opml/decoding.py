"""The text of a list of feeds, whatever bytes it came in.

A byte that does not fit costs one character, never the list: it is taken as Windows-1252 has it, the charset of most
files that only say they are UTF-8.
"""

import codecs
import re
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"""^\s*<\?xml[^>]{0,200}\sencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']""")
_ESCAPED: Final = re.compile("[\udc80-\udcff]+")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]")


def decoded(data: bytes) -> str:
    """The characters of a file, without those that no text has."""
    return _CONTROL.sub("", _characters(data))


def _characters(data: bytes) -> str:
    marked = next((charset for mark, charset in _MARKS if data.startswith(mark)), None)
    if marked and marked != "utf-8":
        return data.decode(marked, "replace")
    declared = _DECLARED.match(data)
    if declared and not marked:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, ValueError):
            pass  # it is in another charset than it says, or in one that nobody knows
    return _ESCAPED.sub(_as_windows, data.decode("utf-8", "surrogateescape"))


def _as_windows(escaped: re.Match[str]) -> str:
    return escaped[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")
