"""Sources that ask not to be named, in all their forms; what stands behind is what they say."""

import pytest

from reportedly.read.multilingual import sheet
from reportedly.read.multilingual.statements import find
from tests.read.multilingual.told import statements
from tests.read.reading_of import bare


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("ar", "قال مسؤولان طلبا عدم ذكر اسميهما إن السد تصدع.", "مسؤولان", "السد تصدع"),
        ("ar", "وقالت مسؤولة رفضت الكشف عن هويتها إن السد تصدع.", "مسؤولة", "السد تصدع"),
        ("ar", "قال موظفون فضلوا عدم نشر أسمائهم إن السد تصدع.", "موظفون", "السد تصدع"),
        ("fa", "یک مقام آگاه که خواست نامش فاش نشود گفت که سد ترک برداشت.", "یک مقام آگاه", "سد ترک برداشت"),
        ("ur", "ایک افسر نے نام نہ ظاہر کرنے کی شرط پر بتایا کہ بند ٹوٹ گیا۔", "ایک افسر", "بند ٹوٹ گیا"),
        (
            "ru",
            "Чиновник, пожелавший остаться неназванным, сообщил, что плотина треснула.",
            "Чиновник",
            "плотина треснула",
        ),
    ],
)
def test_the_words_are_no_part_of_source_or_content(language: str, text: str, source: str, content: str) -> None:
    ((who, _, what),) = statements(text, language)
    assert (who, what) == (source, content)
    (one,) = find(sheet.lay_out(bare(text, language)), (), ())
    assert (one.source_kind, one.certainty) == ("anonymous", "probable")


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("وأضاف الوزير أن السد سليم، نافيا أن تكون المياه قد ارتفعت.", "نافيا", "تكون المياه قد ارتفعت"),
        ("وقال المتحدث في مؤتمر صحفي نافيا وجود أي خطط لإغلاق السد.", "نافيا", "وجود أي خطط لإغلاق السد"),
    ],
)
def test_denying_beside_another_verb(text: str, cue: str, content: str) -> None:
    page = sheet.lay_out(bare(text, "ar"))
    denied = [one for one in find(page, (), ()) if one.polarity == "denied"]
    assert [(one.cue[0].of(text), one.content[0].of(text)) for one in denied] == [(cue, content)]
