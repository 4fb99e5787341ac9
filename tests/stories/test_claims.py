"""Statements that several articles carry, and how many heard them for themselves."""

from reportedly.records import Gist, StoryClaim
from reportedly.stories.claims import claims
from reportedly.stories.independence import folds
from tests.stories.told import gist, said

LIGHT = "the light on the northern mole had failed an hour earlier"


def found(*gists: Gist) -> tuple[StoryClaim, ...]:
    return claims(gists, folds(gists, {}))


def test_one_source_heard_by_two_outlets_is_one_statement_of_two_reports() -> None:
    one = gist("Coastwire", said(LIGHT, "e-fenn"))
    other = gist("Vell Daily", said("the light on the mole failed an hour before", "e-fenn"))
    (claim,) = found(one, other)
    assert claim.statements == (one.said[0].statement, other.said[0].statement)
    assert claim.voices == (one.url, other.url)
    assert claim.reports == 2


def test_two_sources_of_like_words_are_two_statements() -> None:
    assert found(gist("Coastwire", said(LIGHT, "e-fenn")), gist("Vell Daily", said(LIGHT, "e-marsh"))) == ()


def test_a_denial_is_not_the_statement_it_denies() -> None:
    denied = gist("Vell Daily", said(LIGHT, "e-fenn", polarity="denied"))
    assert found(gist("Coastwire", said(LIGHT, "e-fenn")), denied) == ()


def test_anonymous_sources_are_never_taken_for_one() -> None:
    ours = gist("Coastwire", said(LIGHT, "an official", kind="anonymous"), country="XV")
    theirs = gist("Vell Daily", said(LIGHT, "an official", kind="anonymous"), country="XV")
    assert found(ours, theirs) == ()


def test_an_office_is_one_source_only_within_a_country() -> None:
    ours = gist("Coastwire", said(LIGHT, "foreign ministry", kind="role"), country="XV")
    same = gist("Vell Daily", said(LIGHT, "foreign ministry", kind="role"), country="XV")
    theirs = gist("Eskeria Post", said(LIGHT, "foreign ministry", kind="role"), country="XE")
    assert [claim.reports for claim in found(ours, same, theirs)] == [2]


def test_what_is_taken_from_another_outlet_of_the_story_adds_no_report() -> None:
    heard = gist("Coastwire", said(LIGHT, "an official", kind="anonymous"))
    taken = gist("Vell Daily", said(LIGHT, "two officials", "Coastwire", kind="anonymous"), said("rain", "e-b", at=1))
    (claim,) = found(heard, taken)
    assert (claim.voices, claim.media, claim.reports) == ((heard.url,), (), 1)


def test_what_two_have_from_one_agency_is_one_report() -> None:
    one = gist("Coastwire", said(LIGHT, "", "IRNA"), said("fog", "e-a", at=1))
    other = gist("Vell Daily", said(LIGHT, "", "IRNA"), said("rain", "e-b", at=1))
    (claim,) = found(one, other)
    assert (claim.voices, claim.media, claim.reports) == ((), ("IRNA",), 1)


def test_what_both_have_from_media_without_a_name_is_one_report() -> None:
    one = gist("Coastwire", said(LIGHT, "e-fenn", ""))
    other = gist("Vell Daily", said(LIGHT, "e-fenn", ""))
    assert [claim.reports for claim in found(one, other)] == [1]


def test_a_thousand_articles_of_the_same_words_are_compared_in_little_time() -> None:
    speech = [said(f"{LIGHT} {n}", "e-fenn", at=n) for n in range(40)]
    many = [gist("Coastwire", *speech, slug=str(i)) for i in range(999)]
    assert len(found(*many)) <= 200
