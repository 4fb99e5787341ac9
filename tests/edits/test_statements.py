from reportedly.edits import compare
from tests.revised import article, reading, said

EARLY = "The fire may have killed 14 people, a nurse said. Mayor Ola Venn said the quay was insured. Crews wept."
LATE = "The fire killed nine people, the hospital said. The quay was never insured, a clerk admitted. Crews wept."


def test_a_statement_that_lost_its_doubt_and_got_another_source() -> None:
    before, after = article(EARLY), article(LATE)
    old = reading(before, said(EARLY, "The fire may have killed 14 people", "said", "a nurse", certainty="possible"))
    new = reading(after, said(LATE, "The fire killed nine people", "said", "the hospital"))
    (change,) = compare(before, after, old, new).statements
    assert change.kind == "changed"
    assert set(change.what) == {"certainty", "source", "wording"}
    assert change.before is not None
    assert change.after is not None
    assert (change.before.source, change.after.source) == ("a nurse", "the hospital")
    assert change.before.span.of(EARLY) == "The fire may have killed 14 people, a nurse said"


def test_statements_that_vanished_and_appeared() -> None:
    before, after = article(EARLY), article(EARLY.replace("Mayor Ola Venn said the quay was insured. ", ""))
    kept = said(EARLY, "The fire may have killed 14 people", "said", "a nurse")
    gone = said(EARLY, "the quay was insured", "said", "Mayor Ola Venn")
    old, new = reading(before, kept, gone), reading(after, kept)
    (vanished,) = compare(before, after, old, new).statements
    assert (vanished.kind, vanished.after) == ("vanished", None)
    (appeared,) = compare(after, before, new, old).statements
    assert (appeared.kind, appeared.before) == ("appeared", None)


def test_a_denial_of_what_was_affirmed_is_a_change_of_polarity() -> None:
    one, other = "A clerk said the quay was insured. It rained.", "A clerk denied the quay was insured. It rained."
    old = reading(article(one), said(one, "the quay was insured", "said", "A clerk"))
    new = reading(article(other), said(other, "the quay was insured", "denied", "A clerk", polarity="denied"))
    (change,) = compare(article(one), article(other), old, new).statements
    assert change.what == ("polarity",)


def test_a_statement_said_twice_is_matched_in_order_and_not_reported() -> None:
    text = "It burns, Ola said. It burns, Ola said."
    twice = said(text, "It burns", "said", "Ola")
    later = article(text + " Rain fell.")
    assert (
        compare(article(text), later, reading(article(text), twice, twice), reading(later, twice, twice)).statements
        == ()
    )


def test_without_one_reader_for_both_statements_are_not_compared() -> None:
    before, after = article(EARLY), article(LATE)
    one = reading(before, said(EARLY, "the quay was insured", "said", "Mayor Ola Venn"))
    for other in (None, reading(after, reader="hand/2")):
        edit = compare(before, after, one, other)
        assert (edit.read, edit.statements) == (False, ())
        assert edit.rewordings


def test_an_edit_counts_words_and_knows_another_extractor() -> None:
    edit = compare(article("Rain fell on Orn."), article("Snow and rain fell on Orn.", extractor="hand/2"), None, None)
    assert (edit.struck, edit.added, edit.same_extractor) == (1, 3, False)


def test_an_edit_of_spaces_alone_has_no_rewordings() -> None:
    edit = compare(article("Rain fell."), article("Rain  fell."), None, None)
    assert (edit.rewordings, edit.struck, edit.added) == ((), 0, 0)


def test_between_a_whole_article_and_a_part_no_statements_are_compared() -> None:
    before, after = article(EARLY), article(EARLY[:40], partial="it is a teaser")
    edit = compare(before, after, reading(before, said(EARLY, "the quay was insured", "said", "Mayor Ola Venn")), None)
    assert (edit.partial, edit.statements) == (True, ())
