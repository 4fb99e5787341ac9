"""Languages by their codes: what they are called in English, which way they are written, and which somebody means."""

import re
from typing import Final

UNKNOWN: Final = "und"
NAMES: Final = {
    "af": "Afrikaans",
    "am": "Amharic",
    "ar": "Arabic",
    "arz": "Egyptian Arabic",
    "az": "Azerbaijani",
    "azb": "South Azerbaijani",
    "bal": "Balochi",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "bs": "Bosnian",
    "ca": "Catalan",
    "ckb": "Central Kurdish",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "dv": "Dhivehi",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "gl": "Galician",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "kn": "Kannada",
    "ko": "Korean",
    "ku": "Kurdish",
    "ky": "Kyrgyz",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "ml": "Malayalam",
    "mn": "Mongolian",
    "mr": "Marathi",
    "ms": "Malay",
    "my": "Burmese",
    "mzn": "Mazandarani",
    "ne": "Nepali",
    "nl": "Dutch",
    "no": "Norwegian",
    "or": "Odia",
    "pa": "Punjabi",
    "pl": "Polish",
    "pnb": "Western Punjabi",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sd": "Sindhi",
    "si": "Sinhala",
    "sk": "Slovak",
    "sl": "Slovenian",
    "so": "Somali",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "syr": "Syriac",
    "ta": "Tamil",
    "te": "Telugu",
    "tg": "Tajik",
    "th": "Thai",
    "tk": "Turkmen",
    "tr": "Turkish",
    "ug": "Uyghur",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese",
    "yi": "Yiddish",
    "zh": "Chinese",
    UNKNOWN: "language not known",
}
RIGHT_TO_LEFT: Final = frozenset(
    {
        "ar",
        "arc",
        "arz",
        "azb",
        "bal",
        "ckb",
        "dv",
        "fa",
        "he",
        "ks",
        "lrc",
        "mzn",
        "pnb",
        "ps",
        "sd",
        "syr",
        "ug",
        "ur",
    }
    | {"yi"}
)
EITHER: Final = frozenset({"ku", "pa", "az", "kk", "ky", "ms", "tg", "tk", "uz", UNKNOWN})
"""Languages that are written now from left to right, now from right to left: the letters must say."""

_OTHER_NAMES: Final = {
    "baluchi": ("bal",),
    "dari": ("fa",),
    "farsi": ("fa",),
    "kurdish": ("ku", "ckb"),
    "kurmanji": ("ku",),
    "pushto": ("ps",),
    "punjabi": ("pa", "pnb"),
    "sorani": ("ckb",),
    "unknown": (UNKNOWN,),
    "uighur": ("ug",),
}
_SHOWN_BY: Final = (
    ("ur", re.compile("[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]")),
    ("ckb", re.compile("[\u0695\u06b5\u06c6\u06ce]")),
    ("fa", re.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc]")),
    ("ar", re.compile("[\u0621-\u064a]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("uk", re.compile("[іїєґ]")),
    ("ru", re.compile("[а-яё]", re.IGNORECASE)),
)
"""Letters by which a few words look like those of a language; of two the first is right."""
_MARKS: Final = {
    "": "“”‘’",
    "ar": "«»“”",
    "ckb": "«»‹›",
    "de": "„“‚‘",
    "fa": "«»‹›",
    "fr": "«»“”",
    "he": "””’’",
    "ps": "«»‹›",
    "ru": "«»„“",
    "uk": "«»„“",
    "ur": "”“’‘",
}
_LETTER: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_QUOTED: Final = re.compile("“[^”]*”|«[^»]*»")
_RTL: Final = re.compile(f"[{_LETTER}]")
_ENDS: Final = "(?:[.!?…]*[»›]|[؟۔])*"
_RUN: Final = re.compile(f"[«‹]?[{_LETTER}](?:[{_LETTER}\\W\\d_]*[{_LETTER}])?{_ENDS}")
"""From one right-to-left letter to another, with nothing but marks, spaces and numbers between them."""
_NAME: Final = re.compile(f"[«‹]?[{_LETTER}](?:(?:[{_LETTER}]|[^\\w,;:()“”]|\\d)*[{_LETTER}])?{_ENDS}")
"""The same outside a quotation, where an English comma parts two names."""
_PART: Final = re.compile("“[^”]*”?|[^“]+")


def name(code: str) -> str:
    """A language's English name, or its code."""
    return NAMES.get(code, code)


def meant(words: str) -> tuple[str, ...]:
    """The codes of the language that somebody means, by its code or its name; none where there is no such name.

    ``Kurdish`` and ``Punjabi`` are two each, by their letters.
    """
    asked = " ".join(words.casefold().split())
    named = tuple(code for code, known in NAMES.items() if known.casefold() == asked)
    return _OTHER_NAMES.get(asked) or named or ((asked,) if asked in NAMES else ())


def looks(words: str) -> str:
    """The language that a few words look like by their letters; ``und`` where letters do not say, as Latin ones do not.

    It is for what hangs on letters alone, as fonts do: a Persian name without letters that Arabic lacks looks Arabic,
    and what is Cyrillic Russian, but for the letters of Ukrainian.
    """
    return next((code for code, letters in _SHOWN_BY if letters.search(words)), UNKNOWN)


def marks(code: str) -> str:
    """The quotation marks of a language: opening and closing, then those within a quotation; else those of English."""
    return _MARKS.get(code.partition("-")[0], _MARKS[""])


def way(words: str, code: str = UNKNOWN) -> str:
    """Which way words are written, ``rtl`` or ``ltr``: by their language, or where that leaves it open by most letters.

    The first letter says too little: an English sentence may begin with the name of a Persian outlet.
    """
    own = code.partition("-")[0]
    if own not in EITHER:
        return "rtl" if own in RIGHT_TO_LEFT else "ltr"
    letters = [bool(_RTL.match(c)) for c in words if c.isalpha()]
    return "rtl" if 2 * sum(letters) > len(letters) else "ltr"


def framed(words: str) -> str:
    """Which way a sentence is written that quotes others: by its words outside quotation marks.

    It is ``rtl`` where three of four letters there are: names of Persian outlets stand in English sentences too.
    """
    outside = _QUOTED.sub(" ", words)
    letters = [bool(_RTL.match(c)) for c in outside if c.isalpha()] or [way(words) == "rtl"]
    return "rtl" if 4 * sum(letters) > 3 * len(letters) else "ltr"


def pieces(words: str) -> list[tuple[str, bool]]:
    """The words in their order, cut where their direction turns; True where a piece runs from right to left."""
    cut: list[tuple[str, bool]] = []
    for part in _PART.finditer(words):
        done = part.start()
        for run in (_RUN if part.group().startswith("“") else _NAME).finditer(words, part.start(), part.end()):
            _put(cut, words[done : run.start()])
            cut.append((run.group(), True))
            done = run.end()
        _put(cut, words[done : part.end()])
    return cut


def _put(cut: list[tuple[str, bool]], words: str) -> None:
    """Add words that run from left to right, to those before them where these do too."""
    if cut and not cut[-1][1]:
        words = cut.pop()[0] + words
    if words:
        cut.append((words, False))
