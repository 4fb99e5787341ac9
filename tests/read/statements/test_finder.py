"""Who says what: content, cue and source in the words of the article, and what they amount to."""

import pytest

from tests.read.reading_of import reading, said, statements, words


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said that the bridge would open.", "The mayor", "said", "the bridge would open"),
        ("The bridge would open, the mayor said.", "the mayor", "said", "The bridge would open"),
        ("The bridge, the mayor said, would open.", "the mayor", "said", "The bridge | would open"),
        ("The union vowed to block the road.", "The union", "vowed", "to block the road"),
        ("The union urged the council to reopen the road.", "The union", "urged", "the council to reopen the road"),
        ("The union denied the allegations.", "The union", "denied", "the allegations"),
        ("The firm admitted to dumping waste.", "The firm", "admitted", "to dumping waste"),
        ("The union condemned the ban as an insult.", "The union", "condemned", "the ban as an insult"),
        ("The union accused the firm of dumping waste.", "The union", "accused", "the firm of dumping waste"),
        ("According to police, the bridge fell at night.", "police", "According to", "the bridge fell at night"),
        ("The bridge fell at night, according to police.", "police", "according to", "The bridge fell at night"),
        ("There are reports that the dam has cracks.", "reports", "are reports", "the dam has cracks"),
        ("The firm is reportedly closing a mine.", "", "reportedly", "closing a mine"),
        ("It has been learnt that the dam has cracks.", "", "learnt", "the dam has cracks"),
        ("“The bridge will open soon,” the mayor said.", "the mayor", "said", "The bridge will open soon,"),
        ("The mayor said: “The bridge will open soon.”", "The mayor", "said:", "The bridge will open soon."),
        ("“The bridge will open soon,” said the mayor.", "the mayor", "said", "The bridge will open soon,"),
    ],
)
def test_one_statement(text: str, source: str, cue: str, content: str) -> None:
    assert statements(text) == [(source, cue, content)]


def test_each_cue_opens_its_own_statement() -> None:
    assert statements("The mayor said the bridge would open, adding that tolls would end.") == [
        ("The mayor", "said", "the bridge would open"),
        ("The mayor", "adding", "tolls would end"),
    ]


def test_a_chain_of_attribution() -> None:
    got = reading("The mayor said the bridge would open, the Lake News Agency reported.")
    outer, inner = sorted(got.statements, key=lambda one: words(got, *one.cue))
    assert said(got, outer)[1:] == ("reported", "The mayor said the bridge would open")
    assert said(got, inner)[1:] == ("said", "the bridge would open")
    assert (outer.via, inner.via, outer.source_kind) == (None, outer.id, "media")


def test_a_floating_quotation_belongs_to_who_spoke_last() -> None:
    got = reading(
        "Prime Minister Saleem Dorani said the talks had failed.\n“We waited for two long years for nothing.”"
    )
    spoken = got.statements[-1]
    assert said(got, spoken) == ("Prime Minister Saleem Dorani", "", "We waited for two long years for nothing.")
    assert spoken.source_entity == got.statements[0].source_entity is not None
    assert (spoken.mode, spoken.source_kind) == ("direct", "named")


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    got = reading("“The first dam will open now.\n\n“The second dam will wait,” the mayor said.")
    assert [said(got, one)[2] for one in got.statements] == ["The first dam will open now. | The second dam will wait,"]


def test_so_called_is_no_cue() -> None:
    assert statements("The so-called “safe road” was closed after the visit.") == []


def test_what_it_is_important_to_note_is_the_writers_own() -> None:
    assert statements("It is important to note that the first dam was opened in Garvan in June.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Maria Holt, the finance minister, said the dam had cracks.", "named"),
        ("Police said the dam had cracks.", "role"),
        ("Sources said the dam had cracks.", "anonymous"),
        ("Local media reported that the dam had cracks.", "media"),
        ("The survey showed that the dam had cracks.", "document"),
        ("The dam reportedly had cracks.", "unknown"),
    ],
)
def test_source_kind(text: str, kind: str) -> None:
    assert [one.source_kind for one in reading(text).statements] == [kind]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Police said the dam had cracks.", "certain"),
        ("Police said the dam might break.", "possible"),
        ("Police said the dam would probably break.", "probable"),
        ("Sources said the dam had cracks.", "probable"),
        ("The dam reportedly had cracks.", "probable"),
        ("The union alleged that the dam had cracks.", "unknown"),
    ],
)
def test_certainty(text: str, certainty: str) -> None:
    assert [one.certainty for one in reading(text).statements] == [certainty]


def test_what_is_denied() -> None:
    assert [one.polarity for one in reading("Police denied that the dam had cracks.").statements] == ["denied"]


def test_modes() -> None:
    got = reading("The union condemned the ban as “a cruel and petty joke”. Police said the ban would stay.")
    assert [one.mode for one in got.statements] == ["mixed", "indirect"]


def test_the_headline_is_not_read() -> None:
    assert reading("Lake news\n\nThe road is open.").statements == ()


@pytest.mark.parametrize(
    "source",
    ["Two officials who asked not to be named", "An unnamed diplomat", "A minister speaking on condition of anonymity"],
)
def test_a_source_that_withholds_its_name_is_anonymous(source: str) -> None:
    got = reading(f"{source} said the bridge would open.")
    assert {one.source_kind for one in got.statements if words(got, *one.cue) == "said"} == {"anonymous"}


def test_a_report_is_not_the_person_it_tells_of() -> None:
    got = reading("There are reports that envoy Maria Holt will pay a visit to Peru.")
    assert [(one.source_entity, one.source_kind) for one in got.statements] == [(None, "anonymous")]


def test_marks_inside_a_claim_stay_in_pairs() -> None:
    assert statements("The mayor said the bridge would open “within days”.")[0][2].count("”") == 1
