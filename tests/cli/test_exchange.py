"""Two newsrooms set up an exchange on a terminal, as the document on it says, and exchange by files."""

from pathlib import Path

import pytest

from tests.commands import reportedly

ARTICLE = (
    '{"url": "https://alder.example/ferry", "outlet": "alder", "published": "2026-11-20", "title": "Ferry late again", '
    '"text": "The ferry was late again. \\"It will run on Monday,\\" harbour master Ines Volt said."}\n'
)


def said(*words: str | Path, desk: Path) -> str:
    answer = reportedly("exchange", *words, "--desk", desk)
    assert answer.code == 0, answer.err
    return answer.out.strip()


@pytest.fixture
def north(tmp_path: Path) -> Path:
    folder = tmp_path / "North"
    assert reportedly("init", folder).code == 0
    (tmp_path / "ferry.jsonl").write_text(ARTICLE)
    assert reportedly("import", tmp_path / "ferry.jsonl", "--desk", folder).code == 0
    return folder


@pytest.fixture
def south(tmp_path: Path) -> Path:
    folder = tmp_path / "South"
    assert reportedly("init", folder).code == 0
    return folder


def key(desk: Path) -> str:
    return said("desk", desk=desk).splitlines()[1].split()[1]


def test_two_newsrooms_agree_and_exchange(north: Path, south: Path, tmp_path: Path) -> None:
    document, file = tmp_path / "ferries.md", tmp_path / "monday.json"
    said("liaison", "name", "Tam Ode", "+99 1 555 010", desk=south)
    assert "--liaison" in said("desk", desk=south)
    said("party", "add", "South", key(south), "--liaison", "Tam Ode=+99 1 555 010", desk=north)
    said("party", "add", "North", key(north), desk=south)
    drafted = said("pact", "draft", "Ferries", "--with", "South", "--until", "2099-01-01", "-o", document, desk=north)
    assert drafted.endswith(f"`reportedly exchange pact sign {document}`")
    assert "this would share" in said("preview", "Ferries", desk=north)
    assert "South still to sign" in said("pact", "sign", document, desk=north)
    assert "it holds from" in said("pact", "sign", document, desk=south)
    assert "it holds from" in said("pact", "file", document, desk=north)
    assert "Tam Ode (liaison), +99 1 555 010" in said("pact", "show", "Ferries", desk=south)
    assert "1 article" in said("give", "Ferries", file, "--dry-run", desk=north)
    assert not file.exists()
    said("give", "Ferries", file, desk=north)
    assert said("take", file, desk=south).startswith("from North: 1 new reports")
    assert "0 new reports" in said("take", file, desk=south)
    assert "1 independent source | 1 article | North" in said("beside", desk=south)
    assert "gave 1 report," in said("status", desk=north)
    assert "| got | North |" in said("log", desk=south)
    assert "report--" in said("log", "South", "--reports", desk=north)
    said("pact", "end", "Ferries", "--why", "moved on", desk=north)
    assert "only withdrawals and corrections are in it" in said("give", "Ferries", file, desk=north)
    assert "moved on" in said("status", desk=north)


def test_what_came_is_deleted_when_the_pact_is_over_and_says_so(north: Path, south: Path, tmp_path: Path) -> None:
    said("party", "add", "South", key(south), desk=north)
    for title, at_end in (("Ferries", "delete"), ("Quays", "keep")):
        document, file = tmp_path / f"{title}.md", tmp_path / f"{title}.json"
        terms = ("--with", "South", "--until", "2099-01-01", "--at-end", at_end, "-o", document)
        said("pact", "draft", title, *terms, desk=north)
        for desk in (north, south):
            said("pact", "sign", document, desk=desk)
        said("pact", "file", document, desk=north)
        said("give", title, file, desk=north)
        said("take", file, desk=south)
        assert reportedly("exchange", "pact", "delete", title, "--desk", south).code == 2
        said("pact", "end", title, desk=south)
    assert "is to be deleted: `reportedly exchange pact delete" in said("status", desk=south)
    assert reportedly("exchange", "pact", "delete", "Quays", "--desk", south).code == 2
    assert "objects deleted" in said("pact", "delete", "Ferries", desk=south)
    assert "is to be deleted" not in said("status", desk=south)
    assert "1 article" in said("beside", desk=south)  # it came under the other pact too


def test_a_pact_in_which_a_letter_was_changed_is_refused(north: Path, south: Path, tmp_path: Path) -> None:
    document = tmp_path / "ferries.md"
    said("party", "add", "South", key(south), desk=north)
    said("pact", "draft", "Ferries", "--with", "South", "--until", "2099-01-01", "-o", document, desk=north)
    for old, new, why in (
        ("TLP:AMBER", "TLP:CLEAR", "what people read in this pact and its data differ"),
        ('"most": "AMBER"', '"most": "CLEAR"', "its id does not fit its words"),
    ):
        document.write_text(document.read_text().replace(old, new))
        answer = reportedly("exchange", "pact", "sign", document, "--desk", south)
        assert (answer.code, why in answer.err) == (3, True)


def test_what_cannot_be_is_said_in_words(north: Path, tmp_path: Path) -> None:
    for words, why in (
        (("party", "add", "South", "no key"), "is no public key"),
        (("party", "add", "South", key(north)), "the key of this very desk"),
        (("pact", "show", "Rivers"), "names no pact"),
        (("liaison", "release", "Nobody"), "does not speak for this desk"),
        (("pact", "draft", "X", "--with", "South", "--until", "2099-01-01", "-o", tmp_path / "x"), "names no partner"),
    ):
        answer = reportedly("exchange", *words, "--desk", north)
        assert answer.code in {2, 3}
        assert why in answer.err
