"""Languages that the model takes for others are told by letters and words of their own; the sentences are ours."""

import pytest

from reportedly.letters import kin, language

BALOCHI = "سروزیر ءَ گوشتگ کہ حکومت وتی مردمانی ھزمت ءَ کنت ۔ آئی ءَ گوں حال تاکانی نمائندہاں ھبر کرت ۔"
PASHTO = "د باندنیو چارو وزیر وویل چې دوی به سبا دې ښار ته سفر وکړي او هلته به له چارواکو سره خبرې وکړي."
SINDHI = "وڏي وزير چيو آهي ته حڪومت ايندڙ هفتي هن شهر ۾ نئين بس سروس شروع ڪندي، جنهن سان ماڻهن کي سهولت ملندي."
SORANI = "سەرۆکی هەرێم ڕایگەیاند کە هەفتەی داهاتوو سەردانی پایتەخت دەکات بۆ گفتوگۆ لەگەڵ بەرپرسانی حکومەت."
KURMANJI = "Serokê herêmê got ku ew ê hefteya bê biçe paytextê û bi berpirsên hikûmetê re bicive."
SHAHMUKHI = "وڈے وزیر نے آکھیا اے کہ سرکار اگلے ہفتے شہر وچ نویں بس سروس شروع کرے گی تے لوکاں نوں سوکھ ہووے گا۔"
GURMUKHI = "ਮੁੱਖ ਮੰਤਰੀ ਨੇ ਕਿਹਾ ਕਿ ਸਰਕਾਰ ਅਗਲੇ ਹਫ਼ਤੇ ਨਵੀਂ ਬੱਸ ਸੇਵਾ ਸ਼ੁਰੂ ਕਰੇਗੀ।"
URDU = "وزراءِ اعلیٰ اور علماءِ کرام نے کہا ہے کہ مذاکرات اگلے ہفتے جاری رہیں گے، علماءِ شہر بھی شریک ہوں گے۔"
PERSIAN = "سوءِ تفاهم میان دو کشور هفته آینده در دیدار وزیران خارجه برطرف خواهد شد."


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("bal", BALOCHI),
        ("ps", PASHTO),
        ("sd", SINDHI),
        ("ckb", SORANI),
        ("ku", KURMANJI),
        ("pnb", SHAHMUKHI),
        ("pa", GURMUKHI),
        ("ur", URDU),
        ("fa", PERSIAN),
    ],
)
def test_neighbours_are_told_apart(code: str, words: str) -> None:
    assert language.of(words) == code


def test_balochi_in_latin_letters_is_not_told() -> None:
    words = "Sarwazirá gwasht ke hokumat wati mardománi hezmatá kant. Áiá gón háltákáni nomáyandahán habar kort."
    assert language.of(words) == language.UNKNOWN


@pytest.mark.parametrize("words", ["", "ښار", "ءِ ءَ ءُ", "The ministry of ښار said: ءَ ءَ ءَ ءَ ءَ, nothing more than that."])
def test_a_few_letters_say_nothing(words: str) -> None:
    assert kin.of(words) is None


def test_a_line_of_tatweel_and_addresses_do_not_hide_the_language() -> None:
    rule = "ـ " * 40
    words = "🚨 هشدار سازمان هواشناسی درباره باران شدید در سه استان 🚨"
    assert language.of(f"{words}\n{rule}\nhttps://payk.example/news/123 @payk_news") == "fa"


def test_of_a_text_in_two_languages_the_longer_part_decides() -> None:
    english = "The ministry said that the talks would go on next week in the capital. "
    assert language.of(PERSIAN * 6 + english) == "fa"
    assert language.of(english * 8 + PERSIAN) == "en"


def test_persian_with_arabic_letters_is_persian() -> None:
    words = "به گزارش روابط عمومي، رئيس كميته گفت كه پروژه سد تا پايان سال گسترش مي يابد."
    assert language.of(words) == "fa"
    assert kin.as_persian_types("يك كتاب") == "يك كتاب"
