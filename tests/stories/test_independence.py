"""Voices: who is counted with whom, and for which reason."""

from reportedly.records import Fold, Gist, Side
from reportedly.stories.independence import folds, sides
from tests.stories.told import gist, said

WIRE = gist("Coastwire", said("the ferry ran aground", "harbour master"), country="XV", owner="Coastwire Cooperative")
DAILY = gist("Vell Daily", said("the light had failed", "captain"), country="XV", owner="Vell Media")
EAST = gist("Eskeria Post", said("all were saved", "coast guard"), country="XE")


def reasons(*gists: Gist, copied: dict[str, str] | None = None) -> dict[str, tuple[str, str, str | None]]:
    return {fold.url: (fold.into, fold.reason, fold.words) for fold in folds(gists, copied or {})}


def test_outlets_that_heard_for_themselves_are_voices_though_they_heard_one_official() -> None:
    ours = gist("Vell Daily", said("nobody was hurt", "coast guard"))
    assert reasons(EAST, ours) == {}


def test_a_copy_is_counted_with_the_text_it_repeats() -> None:
    assert reasons(WIRE, DAILY, copied={DAILY.url: WIRE.url}) == {DAILY.url: (WIRE.url, "copy", None)}


def test_outlets_of_one_owner_are_one_voice_and_so_is_one_outlet() -> None:
    sister = gist("Marrow Echo", owner="Vell Media")
    again = gist("Eskeria Post", slug="2")
    assert reasons(DAILY, sister, EAST, again) == {
        sister.url: (DAILY.url, "owner", "Vell Media"),
        again.url: (EAST.url, "owner", "Eskeria Post"),
    }


def test_an_account_that_only_cites_another_outlet_is_counted_with_it() -> None:
    told = gist("Marrow Echo", said("the ferry ran aground", "harbour master", "Coastwire"))
    assert reasons(WIRE, told) == {told.url: (WIRE.url, "source", None)}


def test_two_accounts_of_one_agency_that_is_not_there_are_one_voice() -> None:
    first = gist("Marrow Echo", said("the ferry ran aground", "", "IRNA"))
    second = gist("Low Tarn Times", said("the ferry is stranded", "", "Islamic Republic News Agency"))
    credited = gist("Tarn Mail", credits=("IRNA",))
    assert reasons(first, second, credited) == {
        second.url: (first.url, "source", "Islamic Republic News Agency"),
        credited.url: (first.url, "source", "IRNA"),
    }


def test_an_agency_alone_is_a_voice_wherever_it_stands() -> None:
    assert reasons(gist("Marrow Echo", said("the ferry ran aground", "", "IRNA")), EAST) == {}


def test_more_of_ones_own_or_an_opening_of_ones_own_makes_a_voice() -> None:
    cited, seen = said("aground", "", "Coastwire"), said("we saw it", "a fisherman", at=1)
    assert reasons(WIRE, gist("Marrow Echo", cited, seen, said("it rained", "a pilot", at=2))) == {}
    assert reasons(WIRE, gist("Marrow Echo", said("aground", "", "Coastwire", at=2), seen)) == {}


def test_a_medium_without_a_name_and_a_body_that_is_no_medium_fold_nothing() -> None:
    first = gist("Marrow Echo", said("aground", "", ""), said("saved", "", "Foreign Ministry", at=1))
    second = gist("Low Tarn Times", said("aground", "", ""), said("saved", "", "Foreign Ministry", at=1))
    assert reasons(first, second) == {}


def test_an_outlet_that_names_itself_leans_on_nobody() -> None:
    alone = gist("Coastwire", said("aground", "harbour master", "Coastwire"), credits=("Coastwire",))
    service = gist("QNA English", credits=("QNA",))
    assert reasons(alone, service, gist("Tarn Mail", said("aground", "", "Qatar Press Office"))) == {}


def test_two_that_lean_on_each_other_are_one_voice_not_none() -> None:
    one = gist("Marrow Echo", said("aground", "", "Tarn Mail"))
    other = gist("Tarn Mail", said("aground", "", "Marrow Echo"))
    assert reasons(one, other) == {one.url: (other.url, "source", None)}


def test_an_owner_keeps_the_voice_of_the_article_that_leans_on_nobody() -> None:
    leaning = gist("Marrow Echo", said("aground", "", "Coastwire"), owner="Vell Media")
    assert set(reasons(WIRE, leaning, DAILY)) == {leaning.url}


def test_sides_count_voices_by_country_unknown_ones_last() -> None:
    radio = gist("Tarn Radio")
    copy = gist("Marrow Echo", country="XE")
    folded = (Fold(copy.url, EAST.url, "copy"),)
    assert sides((WIRE, radio, DAILY, EAST, copy), folded) == (Side("XV", 2), Side("XE", 1), Side(None, 1))


def test_a_translation_that_names_the_agency_is_counted_with_it() -> None:
    wire = gist("Reuters", said("the ferry ran aground", "harbour master"), country="GB")
    persian = gist("کرانه‌نامه", credits=("Reuters",), country="IR")
    by_statements = gist("Берег", said("паром на мели", "", "агентство Рейтер"), country="RU")
    assert reasons(wire, persian, by_statements) == {
        persian.url: (wire.url, "source", None),
        by_statements.url: (wire.url, "source", None),
    }


def test_two_translations_of_an_agency_that_is_not_there_are_one_voice() -> None:
    persian, urdu = gist("کرانه‌نامه", credits=("AFP",)), gist("ساحل", said("کشتی پھنس گئی", "", "اے ایف پی"))
    assert reasons(persian, urdu) == {urdu.url: (persian.url, "source", "اے ایف پی")}
