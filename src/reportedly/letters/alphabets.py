"""Which letters beyond those of English a language writes, and in which charsets its pages came before UTF-8.

Of languages written in Latin letters the order says nothing; of the others the letters stand by how often news uses
them, the commonest first.
"""

from collections.abc import Mapping

LATIN: Mapping[str, str] = {
    "az": "çəğıöşüi̇",
    "bs": "čćđšž",
    "ca": "àçèéíïòóúü·",
    "cs": "áčďéěíňóřšťúůýž",
    "cy": "âêîôûŵŷ",
    "da": "æøåé",
    "de": "äöüß",
    "en": "",
    "es": "áéíñóúü¿¡ªº",
    "et": "äöõüšž",
    "eu": "ñü",
    "fi": "äöå",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "ga": "áéíóú",
    "gl": "áéíñóú",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "is": "áðéíóúýþæö",
    "it": "àèéìòù",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "nl": "éëïóöüè",
    "no": "æøåé",
    "pl": "ąćęłńóśźż",
    "pt": "áâãàçéêíóôõúªº",
    "ro": "ăâîşţșț",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sq": "çë",
    "sv": "åäöé",
    "tr": "çğıöşüâîû",
}
"""Letters in small; signs that stand within sentences of that language are among them."""

OTHERS: Mapping[str, str] = {
    "ar": "اليمنتوهبردعسفكقحأجةشصطىخإذءغزضثآئظؤ",
    "be": "анірыселтокавдпмуьзябйгцхжчшюўэфё",
    "bg": "аоиетнрсвлкдпмзягъубчцжщхшюйфь",
    "el": "αοιετσνηυρπκμλςίόάδέγήθχύφώβξζψϊϋΐΰ",
    "fa": "اینرمدهوستبشکزلفعقپجگخآحچصطضغذثژئظيك",
    "he": "יוהלאתרמבשנכדםעפחקצגטזןסךץף",
    "mk": "аоиетнрсвлкдпмзугбјчцжшхфѓќњљџѕ",
    "ru": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъ",
    "sr": "аоиенрстдвкупмлјзгбчшцжћњхљђфџ",
    "th": "านรอกเง่มยลวดทส้ตะปบิคีหัแจพชขใ์ุไโผถซศธภูณ็ืญฐษฉฎ",
    "uk": "оанивіетрсдлкмпузьяйгбчхцжюїєшфщґ",
    "ur": "ایکرنوہےمتسلبںدئپجھحعفشگقچآخصطڈزٹڑضؤغذظثي",
}

WESTERN = frozenset("áéíóúñçãõöüäåøèàâêëïîôûùæœßìò")
"""Letters of names and loan words that news in any language of Latin letters has."""

EASTERN = frozenset("šžčćđłńśźżęąěřůýşğıîāēīūőű")
"""Letters of names from further off, which are seldomer there."""

SIGNS = frozenset(
    "\u00a0\u00ad“”‘’„‚–—…€£°«»•©®™½¼¾²³§‹›¿¡ºª×´،؛؟ـ٪№、。，！？：；「」『』（）《》・ー々～\u200c\u200d\u200e\u200f"
)
"""Signs that news has between and around words."""

CHARSETS: Mapping[str, tuple[str, ...]] = {
    "windows-1252": (),
    "windows-1251": ("ru", "uk", "bg", "sr", "mk", "be"),
    "windows-1256": ("ar", "fa", "ur"),
    "windows-1250": (),
    "windows-1254": (),
    "windows-1257": (),
    "iso8859-2": (),
    "windows-1253": ("el",),
    "windows-1255": ("he",),
    "koi8-u": ("uk", "ru"),
    "koi8-r": ("ru",),
    "cp866": ("ru",),
    "iso8859-5": ("ru",),
    "iso8859-6": ("ar",),
    "cp874": ("th",),
    "mac-roman": (),
    "gb18030": ("zh",),
    "big5": ("zh-Hant",),
    "cp932": ("ja",),
    "euc-jp": ("ja",),
    "cp949": ("ko",),
}
"""Charsets to try, of equals the first; with the languages other than those of Latin letters that they are for."""

RARE = frozenset({"cp866", "iso8859-5", "iso8859-6", "mac-roman"})
"""Of these charsets those that few pages were ever written in."""

COMMON: Mapping[str, tuple[str, int, int, str]] = {
    "zh": ("gb2312", 0xB0, 0xD7, "的一是不了在人有这中国大上个为年日月会"),
    "zh-Hant": ("big5", 0xA4, 0xC6, "的一是不了在人有這中國大上個為年日月會"),
    "ja": ("cp932", 0x88, 0x97, "のにはをたがでとしるいなっれさ"),
    "ko": ("euc-kr", 0xB0, 0xC8, "이다는을에의가로하고지한은기를사인대도"),
}
"""Of languages with thousands of letters: the charset whose first byte tells the common ones, from which to which; and
letters that every text of some length has."""
