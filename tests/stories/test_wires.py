"""Media as other scripts write them, and texts that say whose account they are."""

import pytest

from reportedly.stories.credits import credited
from reportedly.stories.media import is_medium, key
from reportedly.stories.wires import in_english, leaned_on


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("خبرگزاری رویترز", "Reuters"),
        ("وكالة رويترز", "Reuters"),
        ("وكالة الأنباء الفرنسية (أ ف ب)", "AFP"),
        ("اے ایف پی", "AFP"),
        ("агентство Рейтер", "Reuters"),
        ("סוכנות הידיעות רויטרס", "Reuters"),
        ("خبرگزاری فارس", "Fars"),
        ("خلیج فارس", None),  # a gulf
        ("الجزيرة", None),  # an island
        ("قناة الجزيرة", "Al Jazeera"),
        ("Reuters", None),
    ],
)
def test_a_medium_is_known_in_other_scripts(written: str, english: str | None) -> None:
    assert in_english(written) == english


def test_a_name_in_two_scripts_has_one_key() -> None:
    assert key("رویترز") == key("Reuters")
    assert key("خبرگزاری تسنیم") == key("Tasnim News Agency")
    assert is_medium("فرانس برس")
    assert not is_medium("وزارت خارجه")


STRANDED = "قایق هرون شب گذشته در دماغه اندوه به گل نشست و همه سرنشینان آن نجات یافتند."


@pytest.mark.parametrize(
    ("headline", "body", "whose"),
    [
        ("رویترز: قایق هرون به گل نشست", STRANDED, ("Reuters",)),
        ("قایق هرون به گل نشست", f"به گزارش خبرگزاری فرانس‌پرس، {STRANDED}", ("AFP",)),
        ("قایق هرون به گل نشست", f"کرانه‌نامه - به نقل از رویترز {STRANDED}", ("Reuters",)),
        ("جنوح العبارة هيرون", "فيل في 4 مايو /قنا/ جنحت العبارة هيرون الليلة الماضية.", ("QNA",)),
        ("جنوح العبارة هيرون", "أفادت وكالة رويترز بأن العبارة هيرون جنحت الليلة الماضية.", ("Reuters",)),
        ("کشتی ہیرون پھنس گئی", "خبر رساں ادارے اے ایف پی کے مطابق کشتی ہیرون رات کو پھنس گئی۔", ("AFP",)),
        ("Паром «Цапля» сел на мель", "Паром сел на мель ночью, сообщает агентство Tasnim.", ("Tasnim",)),
        ("Reuters: паром «Цапля» сел на мель", "", ("Reuters",)),
        ("המעבורת עלתה על שרטון", "מקורות בנמל סיפרו לרויטרס כי המעבורת עלתה על שרטון.", ("Reuters",)),
        ("קפטן: האור כבה", "הקפטן אמר כי האור כבה.", ()),
        ("قایق هرون به گل نشست", STRANDED, ()),
        ("کشتی‌ها از خلیج فارس رفتند", "سه کشتی از خلیج فارس به گزارش بندر رفتند.", ()),
        ("Reuters: ferry aground", "Reuters reported that the ferry is aground.", ()),  # English has its own ways
    ],
)
def test_a_text_says_on_whose_account_it_leans(headline: str, body: str, whose: tuple[str, ...]) -> None:
    assert leaned_on(headline, body) == whose
    assert credited("", body, headline) == whose


def test_one_citation_does_not_carry_a_long_report_of_ones_own() -> None:
    body = f"به گزارش رویترز، {STRANDED}" + " خبرنگار ما در بندر با ناخدا و ملوانان گفت و گو کرد." * 60
    assert leaned_on("قایق هرون به گل نشست", body) == ()
