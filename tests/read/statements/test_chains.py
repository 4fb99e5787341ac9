"""Who passes on whose words: the outlet’s statement, and inside it the speaker’s.

The table was written before the code; the sentences are invented.
"""

import pytest

from tests.read.reading_of import reading, said, words

DAM = "the dam would open in May"
CHAINS = [
    (f"State television quoted Saleem Dorani as saying {DAM}.", "State television", "Saleem Dorani", DAM),
    (f"Saleem Dorani was quoted by the Lake News Agency as saying that {DAM}.", "the Lake News Agency",
     "Saleem Dorani", DAM),
    ("The road was closed, the governor was quoted as saying by the Lake News Agency.", "the Lake News Agency",
     "the governor", "The road was closed"),
    ("The governor was quoted as saying by the Lake News Agency that the road was closed.", "the Lake News Agency",
     "The governor", "the road was closed"),
    (f"The Lake Times, citing an official, reported that {DAM}.", "The Lake Times", "an official", DAM),
    (f"According to the Lake Times, Saleem Dorani said {DAM}.", "the Lake Times", "Saleem Dorani", DAM),
    (f"According to Saleem Dorani, the mayor told him that {DAM}.", "Saleem Dorani", "the mayor", DAM),
    ("“The dam will open in May,” Saleem Dorani said in remarks carried by state television.", "state television",
     "Saleem Dorani", "The dam will open in May,"),
    (f"The Lake News Agency reported, citing two officials, that {DAM}.", "The Lake News Agency", "two officials",
     DAM),
    ("Citing police sources, the Lake Times said two men had been arrested.", "the Lake Times", "police sources",
     "two men had been arrested"),
    ("The Lake Times quoted an unnamed official as saying that talks had failed.", "The Lake Times",
     "an unnamed official", "talks had failed"),
    (f"The Lake Times reported that Saleem Dorani had said {DAM}.", "The Lake Times", "Saleem Dorani", DAM),
    (f"State media said the minister told parliament that {DAM}.", "State media", "the minister", DAM),
    (f"The ministry said in a statement carried by the Lake News Agency that {DAM}.", "the Lake News Agency",
     "The ministry", DAM),
    ("“The dam will open in May,” state television cited the minister as saying.", "state television",
     "the minister", "The dam will open in May"),
    ("The Lake Times cited residents as saying the road was closed.", "The Lake Times", "residents",
     "the road was closed"),
    ("The Lake Times, quoting the police, said two boats were lost.", "The Lake Times", "the police",
     "two boats were lost"),
    (f"Maria Holt said the mayor had told her {DAM}.", "Maria Holt", "the mayor", DAM),
    (f"The Lake News Agency quoted the minister as telling parliament that {DAM}.", "The Lake News Agency",
     "the minister", DAM),
    ("Lake TV, citing the army, reported that two boats were lost.", "Lake TV", "the army", "two boats were lost"),
    ("A spokesman for the governor, quoted by the Lake News Agency, said the road was closed.",
     "the Lake News Agency", "A spokesman for the governor", "the road was closed"),
    ("According to a report by the Lake Times, police said two boats were lost.", "a report by the Lake Times",
     "police", "two boats were lost"),
    ("Two boats were lost, the Lake Times reported, citing the harbour police.", "the Lake Times",
     "the harbour police", "Two boats were lost"),
    ("Saleem Dorani said the dam was safe, the Lake News Agency reported.", "the Lake News Agency",
     "Saleem Dorani", "the dam was safe"),
    ("The agency quoted a witness as saying that the boats had burned.", "The agency", "a witness",
     "the boats had burned"),
    ("The harbour was empty, the daily wrote, quoting residents.", "the daily", "residents", "The harbour was empty"),
    ("The governor said in comments broadcast by Lake TV that the road was closed.", "Lake TV", "The governor",
     "the road was closed"),
    ("The newspaper cited an internal memo as saying that the dam had cracks.", "The newspaper", "an internal memo",
     "the dam had cracks"),
    ("“The road is closed,” the spokesman was quoted as saying by Lake TV.", "Lake TV", "the spokesman",
     "The road is closed,"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outer", "inner", "content"), CHAINS)
def test_chain(text: str, outer: str, inner: str, content: str) -> None:
    got = reading(text)
    links = {one.id: one for one in got.statements}
    pairs = [(links[one.via], one) for one in got.statements if one.via]
    assert [(words(got, *o.source), said(got, i)[0], said(got, i)[2]) for o, i in pairs] == [(outer, inner, content)]
    assert len(got.statements) == len(pairs) + 1


@pytest.mark.parametrize(
    "text",
    [
        "The mayor closed the road, citing the rain.",
        "The firm said the mine would close, citing high costs.",
        "Saleem Dorani told Reuters that the dam would open in May.",
        "Saleem Dorani was quoted as saying that the dam would open in May.",
    ],
)
def test_no_chain(text: str) -> None:
    assert not [one for one in reading(text).statements if one.via]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Residents", "anonymous"),
        ("A witness", "anonymous"),
        ("Analysts", "anonymous"),
        ("Locals", "anonymous"),
        ("Villagers", "anonymous"),
        ("People familiar with the talks", "anonymous"),
        ("A government source", "anonymous"),
        ("Two officials who asked not to be named", "anonymous"),
        ("An official on condition of anonymity", "anonymous"),
        ("A person close to the talks", "anonymous"),
        ("Local officials", "role"),
        ("The deputy governor", "role"),
        ("A police spokesman", "role"),
        ("Analyst Maria Holt", "named"),
        ("Maria Holt, a resident of Garvan,", "named"),
        ("Witness Saleem Dorani", "named"),
    ],
)
def test_the_kind_of_a_source(source: str, kind: str) -> None:
    got = reading(f"{source} said the road was closed.")
    assert [one.source_kind for one in got.statements if words(got, *one.cue) == "said"] == [kind]


def test_two_chains_at_one_word_give_no_statement_twice() -> None:
    got = reading("Dorani said in remarks carried by Lake TV, citing an official, that the army would leave Garvan.")
    ids = [one.id for one in got.statements]
    assert len(ids) == len(set(ids))


def test_who_freed_somebody_does_not_pass_on_their_words() -> None:
    got = reading("Ten hostages released by the rebels on Friday told reporters that they had been beaten.")
    assert [words(got, *one.source) for one in got.statements] == ["Ten hostages released by the rebels"]
