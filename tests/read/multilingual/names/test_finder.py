"""Who and what articles in four languages name, with the ids that an English article gives."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reportedly import languages
from reportedly.read.model.named import NameKind
from reportedly.read.multilingual import names, sheet
from reportedly.read.multilingual.marked import Marked, NameMark
from reportedly.read.names import known
from reportedly.records import Entity
from reportedly.text import Span
from tests.read.names.names_of import one, read
from tests.read.reading_of import bare


def found(text: str, language: str, *marks: tuple[str, NameKind], country: str | None = None) -> dict[str, Entity]:
    """The entities of a text by their names; ``marks`` are words with what the model takes them for."""
    page = sheet.lay_out(bare(text, language))
    said = tuple(NameMark(Span(text.index(words), text.index(words) + len(words)), kind, 0.9) for words, kind in marks)
    return {own.name: own for own in names.find(page, Marked(names=said), country).entities}


def mentions(text: str, entity: Entity) -> list[str]:
    return [span.of(text) for span in entity.mentions]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "گفت‌وگوها در کویته پاکستان با حضور سازمان ملل و حماس درباره سیستان و بلوچستان ادامه یافت."),
        ("ar", "تواصلت المباحثات في كويتا بباكستان بمشاركة الأمم المتحدة وحماس حول سيستان وبلوشستان."),
        ("ur", "پاکستان کے شہر کوئٹہ میں اقوام متحدہ اور حماس کے ساتھ سیستان بلوچستان پر بات چیت جاری رہی۔"),
        ("ru", "Переговоры ООН и ХАМАС о Систане и Белуджистане продолжились в Кветте, в Пакистане."),
    ],
)
def test_what_is_known_has_the_id_of_english(language: str, text: str) -> None:
    theirs = read("Talks went on in Quetta, Pakistan with the United Nations and Hamas on Sistan and Baluchestan.")
    own = found(text, language)
    for name in ("Pakistan", "Quetta", "United Nations", "Hamas", "Sistan and Baluchestan"):
        english = one(theirs, name)
        assert (own[name].id, own[name].country, own[name].precision) == (
            english.id,
            english.country,
            english.precision,
        )
        assert (own[name].lat, own[name].lon) == (english.lat, english.lon)


@pytest.mark.parametrize(
    ("language", "text", "name", "roles", "said"),
    [
        (
            "fa",
            "وزیر خارجه ایران، عباس ولانی، رسید. ولانی گفت.",
            "عباس ولانی",
            ("وزیر خارجه",),
            ["عباس ولانی", "ولانی"],
        ),
        ("fa", "شهباز ولانی نخست‌وزیر پاکستان رسید.", "شهباز ولانی", ("نخست‌وزیر",), ["شهباز ولانی"]),
        (
            "ar",
            "وصل وزير الخارجية الإيراني عباس فيلاني. وقال فيلاني.",
            "عباس فيلاني",
            ("وزير الخارجية",),
            ["عباس فيلاني", "فيلاني"],
        ),
        ("ur", "وزیراعظم شہباز ولانی نے کہا۔", "شہباز ولانی", ("وزیراعظم",), ["شہباز ولانی"]),
        (
            "ru",
            "Министр обороны Ирана Масуд Веланов прибыл. С Велановым говорили.",
            "Масуд Веланов",
            ("Министр обороны",),
            ["Масуд Веланов", "Велановым"],
        ),
    ],
)
def test_a_person_stands_behind_an_office(
    language: str, text: str, name: str, roles: tuple[str, ...], said: list[str]
) -> None:
    person = found(text, language)[name]
    assert (person.kind, person.roles, mentions(text, person)) == ("person", roles, said)


def test_a_name_in_the_middle_of_a_russian_sentence_is_told_in_its_first_case() -> None:
    own = found("Встреча Владимира Веланова с Шахбазом Орватским и Марией Брелловой прошла.", "ru")
    assert set(own) == {"Владимир Веланов", "Шахбаз Орватский", "Мария Бреллова"}


def test_one_spelling_of_arabic_letters_is_one_person() -> None:
    persian = found("دکتر طارق کلیمی رفت.", "fa", ("طارق کلیمی", "person"))["طارق کلیمی"]
    arabic = found("وصل الدكتور طارق كليمي.", "ar", ("طارق كليمي", "person"))["طارق كليمي"]
    assert persian.id == arabic.id


def test_what_is_written_on_to_a_word_is_in_its_span_and_not_in_its_name() -> None:
    text = "التقى الوزير بطارق فيلاني وعباس برل في بغداد."
    own = found(text, "ar", ("طارق فيلاني", "person"), ("عباس برل", "person"))
    assert mentions(text, own["طارق فيلاني"]) == ["بطارق فيلاني"]
    assert mentions(text, own["عباس برل"]) == ["وعباس برل"]


def test_the_model_tells_bodies_and_places_that_no_table_has() -> None:
    text = "شرکت ملی سروند ایران در کلمانیا کار می‌کند."
    own = found(text, "fa", ("شرکت ملی سروند ایران", "organisation"), ("کلمانیا", "place"))
    assert (own["شرکت ملی سروند ایران"].kind, own["شرکت ملی سروند ایران"].country) == ("organisation", "IR")
    assert (own["کلمانیا"].kind, own["کلمانیا"].precision) == ("place", "none")
    assert "Iran" not in own


def test_a_word_that_is_also_a_name_is_none_unless_something_says_so() -> None:
    assert "Syria" not in found("وہ شام کو گھر آیا۔", "ur")
    assert "Syria" in found("وہ شام میں تھا۔", "ur", ("شام", "place"))
    assert found("او این کار را کرد.", "fa") == {}


def test_a_province_is_a_region_and_a_small_town_is_told_by_the_country_of_its_paper() -> None:
    own = found("استان اصفهان و شهر سراوان را سیل گرفت.", "fa", country="IR")
    assert (own["Esfahan"].precision, own["Esfahan"].lat) == ("region", None)
    assert own["Saravan"].country == "IR"


def test_what_the_model_takes_apart_is_put_together() -> None:
    text = "وصل الأمير تميم بن حمد آل برل، وقالت وزارة السروند إن وكالة رويترز أخطأت."
    persons: tuple[tuple[str, NameKind], ...] = (("تميم", "person"), ("آل برل", "person"))
    own = found(text, "ar", *persons, ("السروند", "organisation"), ("وكالة رويترز", "organisation"))
    assert set(own) == {"تميم بن حمد آل برل", "وزارة السروند", "Reuters"}
    assert mentions(text, own["Reuters"]) == ["وكالة رويترز"]


def test_a_title_alone_is_no_person() -> None:
    assert found("سردار رفت.", "fa", ("سردار", "person")) == {}
    assert set(found("آیت الله سروندی رفت.", "fa", ("الله سروندی", "person"))) == {"سروندی"}


def test_a_headline_is_read_too() -> None:
    text = "شهباز ولانی در تهران\n\nولانی گفت که می‌رود."
    title = Span(0, text.index("\n"))
    page = sheet.lay_out(replace(bare(text, "fa"), title=title))
    (person, place) = names.find(page, Marked()).entities
    assert (place.name, mentions(text, person)) == ("Tehran", ["شهباز ولانی", "ولانی"])


@pytest.mark.parametrize("language", languages.READ)
def test_the_tables_name_no_body_that_english_does_not_know(language: str) -> None:
    table = languages.table(language, "names")
    named = [name for room in ("organisations", "peoples") for name in table[room]]
    same = {name: known.exactly(name) for name in named}
    assert [name for name, what in same.items() if what is None or what.name != name] == []


@given(st.sampled_from(languages.READ), st.text("ابپتحدرسفکلمنوهی .،آقای دکتر وزیرПутинВадим ,", max_size=120))
def test_mentions_are_words_of_the_text_and_never_overlap(language: str, text: str) -> None:
    page = sheet.lay_out(bare(text, language))
    spans = sorted(span for own in names.find(page, Marked()).entities for span in own.mentions)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("language", "text", "name", "country"),
    [
        ("ar", "سافر الوفد إلى باريس لبحث موقف الولايات المتحدة والولايات المتحدة ترفض.", "Paris", "FR"),
        ("ar", "سافر الوفد إلى باريس الأمريكية.", "Paris", "US"),
        ("ur", "ایران اور ایران کے وفد نے ایران سے اسلام آباد میں ملاقات کی۔", "Islamabad", "PK"),
    ],
)
def test_a_far_larger_town_is_meant_unless_a_nation_behind_it_says_otherwise(
    language: str, text: str, name: str, country: str
) -> None:
    assert found(text, language)[name].country == country


@pytest.mark.parametrize(
    ("language", "text", "mark", "name"),
    [
        ("ur", "اسحاق ولانی جمعرات کو پہنچے۔", "اسحاق ولانی جمعرات", "اسحاق ولانی"),
        ("fa", "عباس ولانی پنجشنبه رسید.", "عباس ولانی پنجشنبه", "عباس ولانی"),
    ],
)
def test_a_day_of_the_week_ends_a_name(language: str, text: str, mark: str, name: str) -> None:
    assert set(found(text, language, (mark, "person"))) == {name}


def test_a_word_for_a_kind_of_body_goes_with_its_field_and_a_field_is_no_name() -> None:
    assert set(found("نفت وزارة الطاقة الخبر.", "ar", ("وزارة", "organisation"))) == {"وزارة الطاقة"}
    assert not found("او در امور دیگر گفت.", "fa", ("امور", "organisation"))


def test_what_begins_with_a_given_name_is_one_where_the_model_sees_one() -> None:
    text = "وكان سليمان استخراج النفط من البئر."
    assert found(text, "ar") == {}
    assert set(found(text, "ar", ("سليمان", "person"))) == {"سليمان"}


def test_a_word_beside_the_name_of_a_body_is_no_part_of_it() -> None:
    text = "أعلنت شركة بريلوكس أن وزارة الطاقة وافقت."
    own = found(text, "ar", ("شركة بريلوكس", "organisation"), ("وزارة الطاقة", "organisation"))
    assert set(own) == {"بريلوكس", "وزارة الطاقة"}


def test_a_place_covers_what_the_model_takes_for_its_name() -> None:
    text = "آتش در شرق اروپا و زندان گوانتانامو زبانه کشید."
    own = found(text, "fa", ("شرق اروپا", "place"))
    assert mentions(text, own["Europe"]) == ["شرق اروپا"]


def test_the_field_of_a_minister_is_that_ministry() -> None:
    own = found("وزیر بهداشت رسید.", "fa", ("بهداشت", "organisation"))
    assert mentions("وزیر بهداشت رسید.", own["وزارت بهداشت"]) == ["بهداشت"]


def test_an_honour_is_covered_and_no_part_of_the_name() -> None:
    text = "سید وحید ولانی رسید."
    own = found(text, "fa", ("سید وحید ولانی", "person"))
    assert mentions(text, own["وحید ولانی"]) == ["سید وحید ولانی"]


def test_the_nation_of_a_minister_is_named_by_itself() -> None:
    text = "وزیر امور خارجه ایران رسید."
    own = found(text, "fa", ("امور خارجه ایران", "organisation"))
    assert set(own) == {"وزارت امور خارجه", "Iran"}
