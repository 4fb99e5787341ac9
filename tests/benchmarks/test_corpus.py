from benchmarks import corpus


def test_without_a_file_the_sample_world_gives_as_many_articles_as_asked() -> None:
    articles = corpus.load(None, 200)
    assert len({article.id for article in articles}) == 200
    assert {article.language for article in articles} == {"en"}
