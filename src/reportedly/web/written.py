"""Words of others as pages show them: set apart from what stands around them, in their language and its direction."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from reportedly.account import wording
from reportedly.letters import tongues


def own(words: object, code: str = tongues.UNKNOWN) -> Markup:
    """The ``lang`` and ``dir`` of an element that holds these words; where no language is given, by their letters."""
    text = _text(words)
    spoken = tongues.looks(text) if code == tongues.UNKNOWN else code
    tag = Markup("") if spoken in {tongues.UNKNOWN, "en"} else Markup('lang="{}" ').format(spoken)
    return tag + Markup('dir="{}"').format(tongues.way(text, code))


def apart(words: object) -> Markup:
    """Words within a line, set apart from it, so that they do not turn what stands beside them."""
    text = _text(words)
    spoken = tongues.looks(text)
    tag = Markup("") if spoken == tongues.UNKNOWN else Markup(' lang="{}"').format(spoken)
    return Markup("<bdi{}>{}</bdi>").format(tag, words)


def listed(names: Sequence[object]) -> Markup:
    """``A``, ``A and B``, ``A, B and C``, each name set apart by itself."""
    each = [apart(name) for name in names]
    return Markup(" and ").join(filter(None, [Markup(", ").join(each[:-1]), *each[-1:]]))


def turned(words: object) -> Markup:
    """A line of English in which those pieces are set apart that run from right to left."""
    return Markup("").join(apart(piece) if rtl else escape(piece) for piece, rtl in tongues.pieces(_text(words)))


def quoted(words: str, most: int = 340, code: str = tongues.UNKNOWN) -> str:
    """The words in the quotation marks of their language."""
    spoken = tongues.looks(words) if code == tongues.UNKNOWN else code
    return wording.quoted(words, most, spoken)


def _text(words: object) -> str:
    return words.striptags() if isinstance(words, Markup) else str(words)
