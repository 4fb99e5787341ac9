"""XML as its writer meant it: what no parser takes is mended before one sees it.

Only what is no XML is touched, so a sound document stays as it is: ampersands that stand for themselves, names that
HTML knows and XML does not, numbers of characters that are none, and emoji written as two halves.
"""

import re
from collections.abc import Callable
from html import unescape
from html.entities import html5

_XML = {"amp", "lt", "gt", "quot", "apos"}
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:#(?:[xX]([0-9A-Fa-f]+)|([0-9]+));|([A-Za-z][A-Za-z0-9]{0,40});)?")
_HIGH, _LOW = r"0*(?:5[56]\d{3})|[xX]0*[dD][89abAB][0-9a-fA-F]{2}", r"0*(?:5[67]\d{3})|[xX]0*[dD][c-fC-F][0-9a-fA-F]{2}"
_PAIR = re.compile(rf"&#({_HIGH});&#({_LOW});")
_DECLARED = re.compile(r"<!ENTITY\s+([A-Za-z][\w.-]{0,40})\s")
_SPECIAL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def mended(text: str) -> str:
    """The document with every reference in it one that XML knows; the insides of CDATA are left as they are."""
    declared = set(_DECLARED.findall(text)) if "<!ENTITY" in text else set()
    text = _UNFIT.sub(_no_character, text)
    return _outside_cdata(text, lambda piece: _REFERENCE.sub(lambda found: _reference(found, declared), joined(piece)))


def joined(text: str) -> str:
    """The text with each character that is written as two halves (``&#55357;&#56613;``) as that character."""
    return _PAIR.sub(_pair, text) if "&#" in text else text


def words(text: str) -> str:
    """What a text with HTML's references in it says: references replaced, halves of characters joined."""
    return unescape(joined(text)) if "&" in text else text


def _outside_cdata(text: str, mend: Callable[[str], str]) -> str:
    pieces: list[str] = []
    at = 0
    while (start := text.find("<![CDATA[", at)) >= 0 and (end := text.find("]]>", start)) >= 0:
        pieces += mend(text[at:start]), text[start : end + 3]
        at = end + 3
    return "".join((*pieces, mend(text[at:])))


def _no_character(found: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else ""


def _pair(found: re.Match[str]) -> str:
    high, low = map(_number, found.groups())
    is_pair = 0xD800 <= high < 0xDC00 <= low < 0xE000  # noqa: PLR2004  # the two halves of UTF-16
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)) if is_pair else found[0]


def _number(digits: str) -> int:
    return int(digits[1:], 16) if digits[0] in "xX" else int(digits)


def _reference(found: re.Match[str], declared: set[str]) -> str:
    """One reference, or an ampersand that begins none."""
    by_sixteen, by_ten, name = found.groups()
    if by_sixteen or by_ten:
        return _numbered(by_sixteen or by_ten, 16 if by_sixteen else 10)
    if name and (name in _XML or name in declared):
        return found[0]
    if name and f"{name};" in html5:
        return html5[f"{name};"].translate(_SPECIAL)
    return f"&amp;{found[0][1:]}"


def _numbered(digits: str, base: int) -> str:
    """The character of that number, a space for one that prints nothing; U+FFFD where there is none, as in browsers."""
    digits = digits.lstrip("0") or "0"
    number = int(digits, base) if len(digits) <= 8 else 0  # noqa: PLR2004  # the last character has seven digits
    if 0 < number < ord(" "):
        return " "
    sign = unescape(f"&#{number};") or "\ufffd"
    return "\ufffd" if _UNFIT.match(sign) else sign.translate(_SPECIAL).replace('"', "&quot;").replace("'", "&#39;")
