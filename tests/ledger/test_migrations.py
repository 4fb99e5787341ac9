import sys
from contextlib import closing
from pathlib import Path
from subprocess import run

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from reportedly.errors import BadSetting
from reportedly.ledger import Ledger, migrations, open_ledger
from reportedly.ledger.columns import Json, LocalTime, Moment
from reportedly.ledger.database import connect
from reportedly.ledger.packed_text import PackedJson, PackedText
from reportedly.ledger.schema import metadata, spells
from reportedly.ledger.shelves import shelve
from reportedly.records import Filters
from tests.postgres import of_sqlite

pytestmark = of_sqlite


def test_the_steps_lead_to_the_tables_the_program_uses(ledger: Ledger, url: str) -> None:
    assert ledger.counts().articles == 0

    def own_type(_context: object, _column: object, _old: object, _new: object, new_type: object) -> bool | None:
        return False if isinstance(new_type, (Json, LocalTime, Moment, PackedJson, PackedText)) else None

    with closing(connect(url)) as database, database.looking() as connection:
        opts = {"compare_type": own_type, "include_name": _is_ours, "include_object": _is_for_sqlite}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []


def _is_for_sqlite(_index: object, name: str | None, _kind: str, _reflected: object, _other: object) -> bool:
    return name not in {"ix_entities_id_published", "ix_entities_name"}  # in the place of indexes over words, elsewhere


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not str(name).startswith("article_words")


def test_head_is_the_last_step_of_one_line() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [migrations.HEAD]


def test_opening_again_keeps_everything(url: str) -> None:
    for _ in range(3):
        with open_ledger(url) as ledger:
            assert ledger.counts().articles == 0
    assert metadata.tables.keys() <= set(sa.inspect(sa.create_engine(url)).get_table_names())


def test_a_ledger_of_an_earlier_step_keeps_which_revision_is_the_latest(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "HEAD", "0003")
        migrations.bring_up_to_date(connect(url))
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        for n in (1, 2):
            insert = sa.text(
                "INSERT INTO articles (id, url, revision, outlet, language, extractor, furniture, text) "
                "VALUES (:id, 'https://x.example/', :n, 'x', 'en', 'hand/1', '[]', :text)"
            )
            connection.execute(insert, {"id": f"a{n}", "n": n, "text": f"Rain, take {n}."})
    engine.dispose()
    with open_ledger(url) as opened:
        latest = opened.articles.latest("https://x.example/")
        assert latest is not None
        assert latest.id == "a2"


OLD_ROWS = """
INSERT INTO articles (id, url, revision, outlet, language, extractor, furniture, text, turn)
VALUES ('a', 'https://x.example/', 1, 'x', 'en', 'hand/1', '[]', 'They said so.', 1);
INSERT INTO readings (article, reader, schema, filed, digest, distanced)
VALUES ('a', 'r/1', 'reportedly/reading/1', '2031-05-20 00:00:00', 'd', '[]');
INSERT INTO events (article, n, reader, id, start, end, type, lemma, status, certainty, polarity)
VALUES ('a', 0, 'r/1', 'v', 0, 4, 'CONSULT', 'visit', 'occurred', 'certain', 'affirmed')
"""
SIGHTED = (
    '{"event":"v","article":"a","article_url":"https://x.example/","outlet":"x","published":null,"span":[0,4],'
    '"sentence":"They said \\"type\\":\\"DONE\\".","type":"KIND","status":"occurred","certainty":"certain",'
    '"polarity":"affirmed","lemma":"LEMMA","actors":[],"recipients":[],"place":null,"start":null,"end":null}'
)


def test_sightings_of_an_earlier_step_tell_their_change_in_a_field_of_its_own(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "HEAD", "0010")
        migrations.bring_up_to_date(connect(url))
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        for row in OLD_ROWS.split(";"):
            connection.execute(sa.text(row))
        for n, (kind, lemma) in enumerate([("CONSULT", "moved"), ("CHANGE", "moved"), ("DONE", "visit")]):
            data = SIGHTED.replace("KIND", kind).replace("LEMMA", lemma)
            insert = sa.text(
                "INSERT INTO sightings (article, n, reader, event, data) VALUES ('a', :n, 'r/1', 'v', :data)"
            )
            connection.execute(insert, {"n": n, "data": data})
    engine.dispose()
    with open_ledger(url) as opened:
        seen = [(one.type, one.lemma, one.change) for one in opened.readings.sightings()]
        sentences = {one.sentence for one in opened.readings.sightings()}
    assert seen == [("CONSULT", "moved", None), ("OTHER", "", "moved"), ("OTHER", "visit", "happened")]
    assert sentences == {'They said "type":"DONE".'}


OLD_NEWS = """
INSERT INTO articles (id, url, revision, turn, outlet, language, extractor, furniture, published, text) VALUES
('a', 'https://x.example/1', 1, 1, 'x', 'en', 'hand/1', '[]', '2031-05-02', 'They visited the dam.'),
('b', 'https://x.example/1', 2, 2, 'x', 'en', 'hand/1', '[]', '2031-05-02', 'They said the dam was shut.'),
('c', 'https://x.example/2', 1, 1, 'y', 'fa', 'hand/1', '[]', '2031-05-09', 'سد بسته شد: كتاب'),
('d', 'https://x.example/3', 1, 1, 'y', 'en', 'hand/1', '[]', NULL, 'A dam without a day.');
INSERT INTO article_words (rowid, headline, text) SELECT seq, headline, text FROM articles;
INSERT INTO readings (article, reader, schema, filed, digest, distanced)
VALUES ('b', 'r/1', 'reportedly/reading/1', '2031-05-20 00:00:00', 'd', '[]');
INSERT INTO events (article, n, reader, id, start, end, type, lemma, status, certainty, polarity, acts)
VALUES ('b', 0, 'r/1', 'v', 0, 4, 'CONSULT', 'visit', 'occurred', 'certain', 'affirmed', '[]')
"""


def test_a_ledger_of_an_earlier_step_is_searched_as_one_of_today(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "HEAD", "0016")
        migrations.bring_up_to_date(connect(url))
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        for rows in OLD_NEWS.split(";"):
            connection.execute(sa.text(rows.replace(":", r"\:")))
    engine.dispose()
    with open_ledger(url) as opened:
        found = {words: opened.articles.search(words).hits for words in ("dam", "visit", "کتاب")}
        consulting = opened.articles.search("", Filters(event="CONSULT")).hits
        lines = [line.article for line in opened.articles.lines()]
    assert {words: [hit.article for hit in hits] for words, hits in found.items()} == {
        "dam": ["b", "d"],
        "visit": [],
        "کتاب": ["c"],
    }
    assert [hit.article for hit in consulting] == ["b"]
    assert lines == ["c", "b", "d"]


OLD_PROMISES = """
INSERT INTO followups (id, type, announced, "window", certainty, who)
VALUES ('f', 'MEET', '2031-05-02', '{"start":"2031-05-09","end":"2031-05-10"}', 'certain', '[]');
INSERT INTO followups (id, type, announced, "window", certainty, who) VALUES ('g', 'MEET', NULL, NULL, 'certain', '[]');
INSERT INTO changes (followup, n, "on", state, "window")
VALUES ('f', 0, '2031-05-08', 'moved', '{"start":"2031-06-01","end":null}');
INSERT INTO changes (followup, n, "on", state, "window") VALUES ('f', 1, '2031-06-03', 'happened', NULL)
"""


def test_expectations_of_an_earlier_step_lie_on_the_shelves_of_today(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "HEAD", "0025")
        migrations.bring_up_to_date(connect(url))
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        for row in OLD_PROMISES.split(";"):
            connection.execute(sa.text(row.replace(":", r"\:")))
    engine.dispose()
    with open_ledger(url) as opened, closing(connect(url)) as database:
        with database.looking() as connection:
            came = connection.execute(sa.select(spells).order_by(spells.c.followup, spells.c.n)).all()
        for followup in opened.followups.all():
            with database.writing() as connection:
                shelve(connection, followup)
        with database.looking() as connection:
            assert connection.execute(sa.select(spells).order_by(spells.c.followup, spells.c.n)).all() == came
    assert [(row.followup, row.kind, row.state) for row in came] == [
        ("f", "timed", "open"),
        ("f", "timed", "moved"),
        ("f", "settled", "happened"),
        ("g", "untimed", "open"),
    ]


def test_a_ledger_that_is_there_opens_without_the_migration_library(ledger: Ledger, url: str) -> None:
    code = f"import sys, reportedly.ledger as l; l.open_ledger({url!r}).close(); sys.exit('alembic' in sys.modules)"
    assert ledger.counts().articles == 0
    assert run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_ledger_of_a_newer_program_is_refused(url: str) -> None:
    open_ledger(url).close()
    with closing(connect(url)) as database, database.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(BadSetting, match="step 9999"):
        open_ledger(url)


def test_a_ledger_that_cannot_be_is_a_bad_setting(tmp_path: Path) -> None:
    for url in (f"sqlite:///{tmp_path}/no/such/folder/ledger.db", "no address", "oracle2://x/y"):
        with pytest.raises(BadSetting, match="cannot be opened"):
            open_ledger(url)


def test_a_file_that_is_no_database_is_a_bad_setting(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").write_bytes(b"Minutes of the harbour board. " * 200)
    with pytest.raises(BadSetting, match="not a database"):
        open_ledger(f"sqlite:///{tmp_path}/ledger.db")
