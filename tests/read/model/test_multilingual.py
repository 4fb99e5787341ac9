"""The model for other languages, on sentences of our own."""

import numpy as np
import pytest

from reportedly.read.model import multilingual
from reportedly.read.model.named import Name


def said(text: str) -> list[tuple[str, str, str]]:
    def words(parts: tuple[tuple[int, int], ...]) -> str:
        return " ".join(text[a:b] for a, b in parts)

    found = multilingual.read(text, [(0, len(text))], floor=0.5).statements
    return [(words(one.source), words((one.cue,)), words(one.content)) for one in found]


@pytest.mark.parametrize(
    ("text", "who", "how"),
    [
        ("وزیر نیرو گفت که سد تازه تا پایان پاییز آماده می‌شود.", "وزیر نیرو", "گفت"),
        ("وزیر داخلہ نے کہا کہ سرحدی چوکی اگلے ہفتے دوبارہ کھول دی جائے گی۔", "وزیر داخلہ", "کہا"),
        ("قال وزير النقل إن الجسر الجديد سيفتح أمام السيارات الأسبوع المقبل.", "وزير النقل", "قال"),
        ("Министр транспорта заявил, что новый мост откроют в пятницу.", "Министр транспорта", "заявил"),
    ],
)
def test_who_says_what(text: str, who: str, how: str) -> None:
    ((source, cue, content),) = said(text)
    assert who in source
    assert how in cue
    assert len(content) > len(text) / 3


def test_plain_narration_has_none() -> None:
    assert said("قطار ساعت هفت صبح از ایستگاه راه افتاد و شب به مقصد رسید.") == []


def test_names_are_parted_by_kind() -> None:
    text = "حسن رضایی دیروز از تهران به مشهد رفت."
    words = [(0, 3), (4, 9), (10, 15), (16, 18), (19, 24), (25, 27), (28, 32), (33, 36)]
    found = multilingual.read(text, [(0, len(text))], floor=0.5).named.names(words)
    assert [(text[a:b], kind) for (a, b), kind, _ in found] == [
        ("حسن رضایی", "person"),
        ("تهران", "place"),
        ("مشهد", "place"),
    ]
    assert all(isinstance(name, Name) and 0.5 < name.likely <= 1 for name in found)


def test_what_means_the_same_is_nearer_than_what_does_not() -> None:
    flood, sea, vote = multilingual.vectors(
        ["Floods cut off the mountain villages", "سیل روستاهای کوهستانی را جدا کرد", "Parliament votes on the budget"]
    )
    assert flood @ sea > flood @ vote
    assert np.allclose(np.linalg.norm([flood, sea, vote], axis=1), 1, atol=1e-5)


def test_nothing_to_read_gives_nothing() -> None:
    assert multilingual.read("", [], floor=0.3).statements == ()
    assert multilingual.vectors([]).shape == (0, multilingual.WIDTH)
    assert not multilingual.vectors(["  "]).any()
