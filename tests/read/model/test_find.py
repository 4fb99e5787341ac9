from reportedly.read import model


def find(text: str) -> list[tuple[str, str, str]]:
    paragraphs = [(0, len(text))] if text else []

    def words(parts: tuple[tuple[int, int], ...]) -> str:
        return " ".join(text[a:b] for a, b in parts)

    found = model.read(text, paragraphs, floor=0.5).statements
    return [(words(one.source), words((one.cue,)), words(one.content)) for one in found]


def test_indirect_speech() -> None:
    ((source, cue, content),) = find("The harbour master said the ferry would sail again on Monday.")
    assert source == "The harbour master"
    assert cue == "said"
    assert content.endswith("the ferry would sail again on Monday")


def test_source_after_the_content() -> None:
    ((source, _, content),) = find("The bridge is unsafe, according to the engineers who inspected it.")
    assert content.startswith("The bridge is unsafe")
    assert "engineers" in source


def test_plain_narration_has_none() -> None:
    assert find("The ferry left at noon and reached the island in the evening.") == []


def test_nothing_to_read_gives_nothing() -> None:
    assert find("") == []
