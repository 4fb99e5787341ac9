"""Words that name an act by the tables, whatever the model says of them."""

import pytest

from reportedly import languages
from reportedly.read.model.outlook import ROOTS
from reportedly.read.multilingual.events import acts
from reportedly.read.multilingual.keys import key, keys
from reportedly.read.multilingual.sheet import Word
from reportedly.text import Span


def named(text: str, at: int, language: str) -> acts.Act | None:
    words = [Word(Span(i, i + 1), key(word), keys(word, language)) for i, word in enumerate(text.split())]
    return acts.named(words, at, language)


@pytest.mark.parametrize(
    ("language", "text", "at", "root", "kinds"),
    [
        ("ar", "بعد زيارته إلى", 1, "CONSULT", ("visit",)),
        ("ar", "والاجتماعات مستمرة", 0, "CONSULT", ("meet",)),
        ("fa", "حملات هوایی", 0, "ASSAULT", ()),
        ("fa", "سفرهای استانی", 0, "CONSULT", ("visit",)),
        ("ur", "دو طرفہ بات چیت میں", 3, "CONSULT", ("meet",)),
        ("ru", "во время визита", 2, "CONSULT", ("visit",)),
        ("ru", "на выборах", 1, "OTHER", ("poll",)),
    ],
)
def test_a_word_in_any_form_names_its_act(language: str, text: str, at: int, root: str, kinds: tuple[str, ...]) -> None:
    assert named(text, at, language) == acts.Act(root, kinds)


def test_a_word_of_no_table_names_none() -> None:
    assert named("کتاب تازه", 0, "fa") is None


def test_sanctions_that_are_called_off_end() -> None:
    sanctions, visit = named("تحریم", 0, "fa"), named("سفر", 0, "fa")
    assert sanctions is not None
    assert visit is not None
    assert (sanctions.can_be_off, visit.can_be_off) == (False, True)


@pytest.mark.parametrize("language", languages.READ)
def test_the_tables_name_roots_that_there_are(language: str) -> None:
    rows = languages.table(language, "acts")["acts"]
    assert {row["root"] for row in rows} <= set(ROOTS)
