"""Which words are whose: two quotations in a row, sources with a clause of their own, colons, what nobody says."""

import pytest

from tests.read.reading_of import reading, said, statements, words

LATE = "“We welcome the offer and will study it with care.”"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            '"The ferry is late", the captain, Ada Moreno, told passengers. "We sail at noon", she added.',
            [("the captain, Ada Moreno", "The ferry is late"), ("she", "We sail at noon")],
        ),
        (
            "“The port is shut”, the harbour master told reporters. “No ship may leave”, he said.",
            [("the harbour master", "The port is shut"), ("he", "No ship may leave")],
        ),
        (
            '"We are ready", Bram Oster said. "The sluice is open", said Lena Holt.',
            [("Bram Oster", "We are ready"), ("Lena Holt", "The sluice is open")],
        ),
        (
            '"The talks failed", the envoy, Joss Reed, told the council. "Nobody won", he wrote later.',
            [("the envoy, Joss Reed", "The talks failed"), ("he", "Nobody won")],
        ),
        (
            "“The dam,” the mayor said on Monday, “will hold until the summer.”",
            [("the mayor", "The dam | will hold until the summer")],
        ),
    ],
)
def test_each_quotation_has_one_speaker(text: str, asked: list[tuple[str, str]]) -> None:
    assert [(source, content.rstrip(",.")) for source, _, content in statements(text)] == asked


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The mill will close in May, two managers told of the decision said.",
            "two managers told of the decision",
            "The mill will close in May",
        ),
        (
            "A deal is expected to be reached as early as Friday, three people briefed on the plan said.",
            "three people briefed on the plan",
            "A deal is expected to be reached as early as Friday",
        ),
        (
            "A ship was lost, a person informed of the search said.",
            "a person informed of the search",
            "A ship was lost",
        ),
        (
            "The pact is close, four officials briefed on the talks said.",
            "four officials briefed on the talks",
            "The pact is close",
        ),
        (
            "The police arrested the mayor, Ada Moreno, on Monday, saying he had taken bribes.",
            "The police",
            "he had taken bribes",
        ),
    ],
)
def test_what_is_said_of_a_source_is_the_source(text: str, source: str, content: str) -> None:
    assert [(who, what) for who, _, what in statements(text)] == [(source, content)]


def test_who_says_it_is_no_part_of_what_is_said() -> None:
    text = "The Garvan Liberation Front (GLF) claimed in a statement to have attacked a military convoy in Lima."
    ((source, _, content),) = statements(text)
    assert source == "The Garvan Liberation Front"
    assert content.startswith("to have attacked")


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("And from Councillor Ada Moreno:", "Councillor Ada Moreno"),
        ("From the union's leader, Bram Oster:", "the union's leader, Bram Oster"),
        ("Mayor Lena Holt:", "Mayor Lena Holt"),
        ("The union, in a statement:", "The union"),
        ("But from Judge Tom Reed:", "Judge Tom Reed"),
        ("Main points:", ""),
        ("The letter in full:", ""),
    ],
)
def test_a_line_with_a_colon_names_the_speaker(line: str, source: str) -> None:
    quoted = [who for who, _, what in statements(f"Two clerks left.\n\n{line}\n\n{LATE}") if "offer" in what]
    assert quoted == [source]


BEFORE = [
    ("The ministry denied on Monday that the envoy would resign, as the Post had reported.", "the Post",
     "the envoy would resign"),
    ("The club denied that it had sold the ground, as the Herald had claimed.", "the Herald",
     "it had sold the ground"),
    ("The port will be closed for a week, as the Gazette reported on Sunday.", "the Gazette",
     "The port will be closed for a week"),
    ("The mayor has resigned, as his office announced on Monday.", "his office", "The mayor has resigned"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content"), BEFORE, ids=[row[0] for row in BEFORE])
def test_what_another_had_said_is_the_thing_before(text: str, source: str, content: str) -> None:
    assert (source, content) in [(who, what) for who, _, what in statements(text)]


NOTHING = [
    "The board was confirmed on Monday.",
    "The judge was informed on Friday.",
    "The bill was passed after a long night.",
    "Residents were warned on Monday.",
    "The death was confirmed.",
    "Journalists were briefed on Monday.",
    "It was passed on Friday.",
    "The dates were announced on Monday.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_done_to_somebody_is_not_said(text: str) -> None:
    assert statements(text) == []


def test_what_is_confirmed_by_somebody_is() -> None:
    assert statements("The news was confirmed by the ministry.") == [("the ministry", "was confirmed by", "The news")]


@pytest.mark.parametrize(
    "text",
    [
        "“Well then,” he said, pointing at the old map.",
        "“Come in,” whispered Lena Holt, leaning on her stick.",
        "“It is cold in here,” sighed Ada Moreno, looking down at her old boots.",
        "“We shall see,” laughed Bram Oster, staring at his boots.",
    ],
)
def test_what_a_speaker_does_meanwhile_is_not_said(text: str) -> None:
    assert len(statements(text)) == 1


UNSAID = [
    "The mayor did not say that the road was closed.",
    "The minister never said that the fair would be held in May.",
    "The bank has not said how much it lost.",
    "Nobody said the bridge was safe.",
    "The company has not announced that it will close the mill.",
    "The spokesman declined to say whether talks had begun.",
    "No official has confirmed that the envoy resigned.",
    "The premier has never claimed that he won.",
    "The ministry has yet to say when the port reopens.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_not_saying_is_not_saying(text: str) -> None:
    assert {(one.polarity, one.certainty) for one in reading(text).statements} <= {("denied", "unknown")}


@pytest.mark.parametrize(
    "text", ["He did not deny that he had met the envoy.", "The mayor said that the road was not closed."]
)
def test_what_is_not_denied_is_not_denied(text: str) -> None:
    assert [one.polarity for one in reading(text).statements] == ["affirmed"]


def test_the_speaker_a_pronoun_means_is_the_one_of_its_gender() -> None:
    got = reading("Minister Ilka Sarn met Minister Odo Veld in Oslo. She said it went well. He said it did not.")
    names = {entity.id: entity.name for entity in got.entities}
    assert [(said(got, one)[0], names.get(one.source_entity or "")) for one in got.statements] == [
        ("She", "Ilka Sarn"),
        ("He", "Odo Veld"),
    ]
    assert words(got, *got.statements[0].content) == "it went well"


def test_who_has_not_said_who_did_it_denies_no_deed() -> None:
    got = reading("The judge has not said who killed the mayor.")
    assert [event.polarity for event in got.events] == ["affirmed"]
