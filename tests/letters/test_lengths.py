"""Texts of all scripts are measured on one scale."""

import time

import pytest

from reportedly.letters import language, lengths
from tests.extract.page.quarry import FRAME, told

JAPANESE = (
    "オルムの採石場は金曜日に閉まり、三月まで休む。",
    "労働者九十人は賃金の半分を受け取る。",
    "住民は長年ほこりに悩んできた。",
)
CHINESE = ("奥尔姆采石场将于周五关闭，明年三月重新开放。", "九十名工人将领取一半工资。", "居民多年来一直抱怨灰尘。")
THAI = (
    "เหมืองหินที่โอล์มจะปิดในวันศุกร์และจะเปิดอีกครั้งในเดือนมีนาคม",
    "คนงานเก้าสิบคนจะได้รับค่าจ้างครึ่งหนึ่ง",
    "ชาวบ้านร้องเรียนเรื่องฝุ่นมานานหลายปีแล้ว",
)
KHMER = ("អណ្តូងរ៉ែថ្មនៅអូលនឹងបិទនៅថ្ងៃសុក្រ រហូតដល់ខែមីនា។", "កម្មករកៅសិបនាក់នឹងទទួលបានប្រាក់ឈ្នួលពាក់កណ្តាល។")
BURMESE = ("အိုလ်မ်ကျောက်မိုင်းကို သောကြာနေ့တွင် ပိတ်မည်ဖြစ်သည်။", "အလုပ်သမားကိုးဆယ်သည် လုပ်ခတစ်ဝက် ရရှိမည်ဖြစ်သည်။")
LAO = ("ເໝືອງຫີນຢູ່ໂອມຈະປິດໃນວັນສຸກ ຈົນຮອດເດືອນມີນາ ເຈົ້າຂອງກ່າວ", "ກຳມະກອນເກົ້າສິບຄົນຈະໄດ້ຮັບຄ່າແຮງງານເຄິ່ງໜຶ່ງ")
KOREAN = (
    "올름의 채석장은 금요일에 문을 닫고 삼월까지 쉰다고 소유주가 밝혔다.",
    "노동자 구십 명은 임금의 절반을 받게 된다.",
)
HEBREW = (
    "המחצבה באולם תיסגר ביום שישי.",
    "תשעים פועלים יקבלו חצי שכר.",
    "התושבים התלוננו על האבק.",
    "מסוע חדש יוקם עד הקיץ.",
)
TICKER = ("Pit closes on Friday.", "Ninety men on half pay.", "Dust angers neighbours.", "New belt due by summer.")
BARE = (
    "Owners meet the council at noon",
    "Ninety men to get half pay",
    "Neighbours tell of years of dust",
    "Belt to the yard by summer",
    "Trains wait at the lower gate",
)


@pytest.mark.parametrize("lines", [JAPANESE, CHINESE, THAI, KHMER, BURMESE, LAO, KOREAN, HEBREW, TICKER, BARE])
@pytest.mark.parametrize("make", ["<p>{}</p>", "<div>{}</div>"])
def test_short_articles_of_all_scripts_are_read(lines: tuple[str, ...], make: str) -> None:
    body = "".join(make.format(line) for line in lines)
    main = f"<main><article><h1>Olm</h1>{body}</article></main>"
    assert told(f"<html><head><title>Olm</title></head><body>{FRAME}{main}</body></html>") == list(lines)


def test_a_page_of_links_is_no_article() -> None:
    links = "".join(f"<li><a href='/{n}'>{line}</a></li>" for n, line in enumerate(BARE))
    assert told(f"<html><body>{FRAME}<main><h1>Olm</h1><ul>{links}</ul></main></body></html>") == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("", 1, 1), ("one two  three", 3, 5), (JAPANESE[0], 8, 16), (THAI[0], 8, 16), (KOREAN[0], 9, 9)],
)
def test_words_are_counted_where_no_spaces_are(text: str, low: float, high: float) -> None:
    assert low <= lengths.words(text) <= high


def test_letters_are_those_of_a_script_of_letters() -> None:
    assert lengths.letters("Zürich – “ja”") == 13
    assert lengths.letters("採石場") == 9
    assert lengths.letters("채석장") == 6


@pytest.mark.parametrize("end", ["x.", "x?”", "終わる。」", "समाप्त।", "ပြီးပြီ။", "ቃል።", "x！"])
def test_ends_of_sentences(end: str) -> None:
    assert lengths.is_ended(end)
    assert not lengths.is_ended("x:")


def test_a_short_japanese_text_has_a_language() -> None:
    assert language.of(JAPANESE[0]) == "ja"


def test_long_texts_are_measured_in_no_time() -> None:
    began = time.process_time()
    lengths.words("採" * 2_000_000), lengths.letters("採" * 2_000_000)
    assert time.process_time() - began < 2
