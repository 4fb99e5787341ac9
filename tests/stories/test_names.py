"""Names as skeletons: of those who are public where the text was read, of all that may be names where it was not."""

from reportedly.likeness import skeletons
from reportedly.records import ArticleHead, Entity, EntityKind, Reading
from reportedly.stories.names import MOST, names
from reportedly.text import Span


def reading(text: str, language: str, entities: tuple[Entity, ...] = ()) -> Reading:
    return Reading(
        reader="any/1",
        article=ArticleHead(
            id="a1",
            url="https://vell.example/1",
            outlet="vell",
            headline=text,
            title=None,
            credit=None,
            byline=None,
            dateline=None,
            published=None,
            language=language,
            text=text,
            furniture=(),
        ),
        entities=entities,
    )


def found(text: str, language: str, *entities: Entity) -> set[str]:
    return set(names(reading(text, language, entities), text, len(text)))


def entity(text: str, words: str, kind: EntityKind, *, name: str | None = None, public: bool = True) -> Entity:
    at = text.find(words)
    return Entity(id=words, kind=kind, name=name or words, mentions=(Span(at, at + len(words)),), public=public)


ENGLISH = "Minister Leila Sarvand met the shepherd Danil Torvik in Meshgara"


def test_public_names_of_a_read_article() -> None:
    sarvand = entity(ENGLISH, "Leila Sarvand", "person")
    meshgara = entity(ENGLISH, "Meshgara", "place", name="Meshgara-ye Bala")
    shepherd = entity(ENGLISH, "Danil Torvik", "person", public=False)
    known = found(ENGLISH, "en", sarvand, meshgara, shepherd)
    assert known >= {*skeletons("Sarvand"), *skeletons("Meshgara"), *skeletons("Bala")} - {"bl"}
    assert not known & {*skeletons("Torvik"), *skeletons("Danil"), *skeletons("shepherd")}


def test_a_name_is_found_in_texts_that_nobody_read() -> None:
    known = found(ENGLISH, "en", entity(ENGLISH, "Leila Sarvand", "person"), entity(ENGLISH, "Meshgara", "place"))
    texts = {
        "fa": "سروند وزیر خارجه در مشگرا",
        "ar": "الوزيرة سرفاند في المشغرا",
        "ru": "Министр встретилась с Сарвандом в Мешгаре",
        "he": "השרה סרבנד במשגרה",
    }
    missed = {
        language
        for language, text in texts.items()
        if not all(known & set(skeletons(name)) & found(text, language) for name in ("Sarvand", "Meshgara"))
    }
    assert missed == set()


def test_small_letters_are_no_names() -> None:
    assert not found("встретились пастухи", "ru")


def test_names_of_a_read_article_without_any_are_none() -> None:
    assert not found("Nothing Happened Anywhere", "en")


def test_a_long_text_gives_a_bounded_number() -> None:
    text = " ".join(f"Б{a}р{b}к{c}н" for a in "бвдзклмн" for b in "бвдзклмн" for c in "бвдзклмн")
    assert len(names(reading(text, "ru"), text, len(text))) == MOST


def test_a_place_meets_under_its_usual_name() -> None:
    english = "Talks in the Emirates"
    known = found(english, "en", entity(english, "Emirates", "place", name="United Arab Emirates"))
    assert known & found("Переговоры в ОАЭ", "ru") & found("مذاکره در امارات", "fa") & found("محادثات بالإمارات", "ar")
