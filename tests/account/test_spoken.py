import pytest

from reportedly.account import spoken
from reportedly.account.narrowing import narrowed
from reportedly.account.spoken import Spoken
from reportedly.errors import BadInput
from reportedly.ledger import Ledger
from tests import newsroom


@pytest.fixture
def desk(ledger: Ledger) -> Ledger:
    return newsroom.fill(ledger)


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ("fa", ("fa",)),
        ("Persian, english", ("en", "fa")),
        (["ur", "fa"], ("fa", "ur")),
        ("Kurdish", ("ckb", "ku")),
        ("", ()),
        (None, ()),
        ([" ", ""], ()),
    ],
)
def test_languages_are_named_by_code_or_name_once_or_several_times(
    desk: Ledger, asked: str | list[str] | None, codes: tuple[str, ...]
) -> None:
    assert spoken.meant(desk, asked) == codes


def test_what_is_no_language_is_told_which_are_there(desk: Ledger) -> None:
    with pytest.raises(
        BadInput, match=r"'klingon' is no language .* there are articles in: English \(en\), Persian \(fa\)"
    ):
        spoken.meant(desk, "klingon")


def test_languages_are_counted_and_it_is_said_which_are_read(desk: Ledger) -> None:
    english, persian = spoken.counted(desk)
    assert english == Spoken("en", "English", read=True, articles=8)
    assert (persian.code, persian.articles) == ("fa", 1)
    assert [one.code for one in spoken.spoken(desk)] == ["en", "fa"]


def test_no_desk_reads_balochi_yet() -> None:
    assert [code for code in ("en", "fa", "bal", "ps", "ckb", "und") if spoken.is_read(code)] == ["en", "fa"]


def test_filters_hold_the_codes(desk: Ledger) -> None:
    assert narrowed(desk, language=["Persian", "Urdu"]).languages == ("fa", "ur")
    assert narrowed(desk, language=[]).language is None


def test_words_for_what_is_asked() -> None:
    assert [spoken.within(()), spoken.within(("fa", "ur"))] == ["", " in Persian or Urdu"]
