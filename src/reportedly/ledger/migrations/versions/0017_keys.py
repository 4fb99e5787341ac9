"""Keys of bounded length in the place of addresses, numbers of 64 bits, and lists of what is due."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

from reportedly import address
from reportedly.records import content_id, page_id

revision = "0017"
down_revision = "0016"

_AT_ONCE = 1000
_WHOLE = "(200, 203)"


def upgrade() -> None:
    """Give each row with an address its page's id, and put down what is due: of announced pages each is asked about."""
    _pages()
    for name in ("feed_items", "feed_states", "page_marks", "aliases"):
        _rekey(name, "url", "page", page_id)
    for name, told in (("host_states", "host"), ("host_rules", "origin")):
        _rekey(name, told, "id", lambda host: content_id("h", host))
    _numbers()
    _names()
    _lists()
    _put_down()
    _spellings()


def _pages() -> None:
    """Columns and indexes of what stands at an address."""
    for name, old in (("articles", "turn"), ("captures", "fetched_at"), ("outcomes", "at"), ("edits", None)):
        rest = [old] if old else []
        op.drop_index("_".join(["ix", name, "url", *rest]), name)
        op.add_column(name, sa.Column("page", sa.String()))
        _fill(name, "url", "page", page_id)
        with op.batch_alter_table(name, table_kwargs={"sqlite_with_rowid": name != "edits"}) as table:
            table.alter_column("page", existing_type=sa.String(), nullable=False)
            if name == "articles":
                table.drop_constraint("uq_articles_url_revision", type_="unique")
                table.create_unique_constraint("uq_articles_page_revision", ["page", "revision"])
        op.create_index("_".join(["ix", name, "page", *rest]), name, ["page", *rest])


def _rekey(name: str, told: str, key: str, made: Callable[[str], str]) -> None:
    """Let a table be keyed by an id in the place of the words it is made of."""
    op.add_column(name, sa.Column(key, sa.String()))
    _fill(name, told, key, made)
    with op.batch_alter_table(name) as table:
        table.alter_column(key, existing_type=sa.String(), nullable=False)
        table.drop_constraint(f"pk_{name}", type_="primary")
        table.create_primary_key(f"pk_{name}", [key])


def _fill(name: str, told: str, key: str, made: Callable[[str], str]) -> None:
    """Set ``key`` of each row to what is made of ``told``."""
    table = sa.table(name, sa.column(told), sa.column(key))
    connection = op.get_bind()
    words = connection.scalars(sa.select(table.c[told]).distinct()).all()
    connection.execute(sa.text("CREATE TEMPORARY TABLE made (told VARCHAR PRIMARY KEY, own VARCHAR)"))
    for start in range(0, len(words), _AT_ONCE):
        some = [{"told": word, "own": made(word)} for word in words[start : start + _AT_ONCE]]
        connection.execute(sa.text("INSERT INTO made (told, own) VALUES (:told, :own)"), some)
    own = sa.table("made", sa.column("told"), sa.column("own"))
    found = sa.select(own.c.own).where(own.c.told == table.c[told]).scalar_subquery()
    connection.execute(sa.update(table).values({key: found}))
    connection.execute(sa.text("DROP TABLE made"))


def _spellings() -> None:
    """Note all addresses under which anything stands, by what all spellings of one have in common."""
    op.create_table(
        "spellings",
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("page", name="pk_spellings"),
    )
    connection = op.get_bind()
    insert = sa.text("INSERT INTO spellings (page, url, place) VALUES (:page, :url, :place)")
    every = " UNION ".join(f"SELECT url FROM {name}" for name in ("articles", "captures", "outcomes", "aliases"))  # noqa: S608
    urls = connection.scalars(sa.text(every)).all()
    for start in range(0, len(urls), _AT_ONCE):
        some = [(url, address.key(url)) for url in urls[start : start + _AT_ONCE]]
        rows = [{"page": page_id(url), "url": url, "place": content_id("w", key)} for url, key in some if key]
        if rows:
            connection.execute(insert, rows)
    op.create_index("ix_spellings_place", "spellings", ["place"])


def _numbers() -> None:
    """SQLite's whole numbers have 64 bits already."""
    if op.get_context().dialect.name == "sqlite":
        return
    numbers = [(name, "seq") for name in ("articles", "captures", "outcomes", "judgements")]
    for name, column in (*numbers, ("captures", "length"), ("captures", "offset")):
        op.alter_column(name, column, existing_type=sa.Integer(), type_=sa.BigInteger())


def _names() -> None:
    """An index over words may outgrow what one row of an index holds in PostgreSQL; SQLite has no such bound."""
    if op.get_context().dialect.name == "sqlite":
        return
    op.drop_index("ix_entities_naming", "entities")
    op.drop_index("ix_entities_name_id", "entities")
    op.create_index("ix_entities_id_published", "entities", ["id", "published", "outlet", "article"])
    op.create_index("ix_entities_name", "entities", ["name"], postgresql_using="hash")


def _lists() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    for name, of, table in (("unextracted", "capture", "captures"), ("unread", "article", "articles")):
        op.create_table(
            name,
            sa.Column("seq", number, autoincrement=False, nullable=False),
            sa.Column(of, sa.String(), nullable=False),
            sa.PrimaryKeyConstraint("seq", name=f"pk_{name}"),
            sa.ForeignKeyConstraint([of], [f"{table}.id"], name=f"fk_{name}_{of}"),
            sa.UniqueConstraint(of, name=f"uq_{name}_{of}"),
        )
    op.create_table(
        "uncompared",
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("page", name="pk_uncompared"),
    )
    op.create_table(
        "made_by",
        sa.Column("list", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("list", name="pk_made_by"),
    )
    op.add_column("feed_items", sa.Column("next_look", sa.DateTime(timezone=True)))
    op.create_index("ix_feed_items_next_look", "feed_items", ["next_look"])


def _put_down() -> None:
    op.execute(sa.text("UPDATE feed_items SET next_look = '1970-01-01 00:00:00.000000'"))
    op.execute(
        sa.text(
            "INSERT INTO unextracted (seq, capture) SELECT seq, id FROM captures "  # noqa: S608  numbers of our own
            f"WHERE status IN {_WHOLE} AND id NOT IN (SELECT capture FROM extractions)"
        )
    )
    op.execute(
        sa.text(
            "INSERT INTO unread (seq, article) SELECT seq, id FROM articles "
            "WHERE id NOT IN (SELECT article FROM readings)"
        )
    )
    op.execute(
        sa.text(
            "INSERT INTO uncompared (page, url) SELECT page, max(url) FROM articles GROUP BY page HAVING count(*) > 1"
        )
    )
