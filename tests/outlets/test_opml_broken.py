"""Lists as programs really write them: what is broken costs at most an outline, and is told."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BadInput
from reportedly.outlets import opml
from reportedly.outlets.check import checked

TARN = '<outline text="Tarn" type="rss" xmlUrl="http://tarn.example/rss"/>'


def found(data: str | bytes) -> list[tuple[str, tuple[str, ...]]]:
    listed = opml.read(data if isinstance(data, bytes) else data.encode())
    return [(outlet.name, outlet.watched) for outlet in listed]


@pytest.mark.parametrize(
    ("outline", "name", "feed"),
    [
        ('text="Oak &amp; Ash" xmlUrl="http://oak.example/?a=1&amp;b=2"', "Oak & Ash", "http://oak.example/?a=1&b=2"),
        ('text="Oak & Ash" xmlUrl="http://oak.example/?a=1&b=2"', "Oak & Ash", "http://oak.example/?a=1&b=2"),
        (
            'text="Q&A" xmlUrl="http://oak.example/?a=1&copy=2&section=3"',
            "Q&A",
            "http://oak.example/?a=1&copy=2&section=3",
        ),
        ('text="Oak&nbsp;caf&eacute;&#8217;s" xmlUrl="http://oak.example/"', "Oak café’s", "http://oak.example/"),
        ('text="Oak\x07\x1b" xmlUrl="http://oak.example/\x0b"', "Oak", "http://oak.example/"),
        ('text="&amp;lt;i&amp;gt;Oak&amp;lt;/i&amp;gt;" xmlUrl="http://oak.example/"', "Oak", "http://oak.example/"),
        (
            'text="Oak &lt; Ash" xmlUrl="http://oak.example/?a=1&amp;amp;b=2"',
            "Oak < Ash",
            "http://oak.example/?a=1&b=2",
        ),
        ('text="Oak < Ash" xmlUrl="http://oak.example/"', "Oak < Ash", "http://oak.example/"),
        ('TEXT="Oak" XMLURL="http://oak.example/"', "Oak", "http://oak.example/"),
        ('title="Oak" text="" xmlurl="http://oak.example/"', "Oak", "http://oak.example/"),
        ("text='Oak' xmlUrl='http://oak.example/'", "Oak", "http://oak.example/"),
        ("text=Oak xmlUrl=http://oak.example/feed/", "Oak", "http://oak.example/feed/"),
        ('text = "Oak"\n\txmlUrl\n=\n"http://oak.example/"', "Oak", "http://oak.example/"),
        ('text="Oak"xmlUrl="http://oak.example/" checked', "Oak", "http://oak.example/"),
        ('text="Oak" text="Ash" xmlUrl="http://oak.example/"', "Oak", "http://oak.example/"),
        ('text="The "Oak" daily" xmlUrl="http://oak.example/"', "The", "http://oak.example/"),
        ('fz:x="{&quot;v&quot;:2}" text="Oak" xmlUrl="http://oak.example/"', "Oak", "http://oak.example/"),
        ('text="Oak" xmlUrl=" http://oak.example/a b "', "Oak", "http://oak.example/a%20b"),
        ('text="Oak" xmlUrl="feed://oak.example/rss"', "Oak", "http://oak.example/rss"),
        ('text="Oak" xmlUrl="feed:https://oak.example/rss"', "Oak", "https://oak.example/rss"),
        ('text="Oak" xmlUrl="HTTPS://oak.example/rss"', "Oak", "https://oak.example/rss"),
        ('text="Oak" xmlUrl="oak.example/rss"', "Oak", "https://oak.example/rss"),
        ('text="Oak" xmlUrl="//oak.example:8080/rss"', "Oak", "https://oak.example:8080/rss"),
        ('text="Oak" url="http://oak.example/rss"', "Oak", "http://oak.example/rss"),
        ('xmlUrl="http://oak.example/rss"', "oak.example", "http://oak.example/rss"),
    ],
)
def test_an_outline_is_mended(outline: str, name: str, feed: str) -> None:
    data = f'<?xml version="1.0"?>\n<opml><body><outline text="W">{TARN}<outline {outline} /></outline></body></opml>'
    assert found(data) == [("Tarn", ("http://tarn.example/rss",)), (name, (feed,))]
    assert {outlet.folder for outlet in opml.read(data.encode())} == {"W"}


@pytest.mark.parametrize(
    "data",
    [
        f"\n  <?xml version='1.0'?><opml><body>{TARN}</body></opml>",
        f"<OPML><BODY>{TARN.replace('outline', 'OUTLINE')}</BODY></OPML>",
        f'<opml xmlns="http://lists.example/spec"><body>{TARN}</body></opml>',
        f'<o:opml xmlns:o="http://lists.example/"><o:body>{TARN.replace("<outline", "<o:outline")}</o:body></o:opml>',
        f"<outlines>{TARN}</outlines>",
        TARN,
        f"<opml><body></outline>{TARN}",
        f"<opml><body/></opml>{TARN}",
        f'<opml><body>{TARN}<outline text="Ash" xmlUrl="http://ash.exam',
        f"<opml><!-- {TARN.replace('tarn', 'ash')} --><body>{TARN}</body></opml>",
        f"<opml><body>{TARN}<!-- <outline",
        f"<opml>{TARN}</outline></outline></opml>",
        f'<!DOCTYPE opml [<!ENTITY e SYSTEM "file:///etc/passwd">]><opml>{TARN}</opml>',
        codecs.BOM_UTF8 + f'<?xml version="1.0" encoding="utf-16"?><opml>{TARN}</opml>'.encode(),
        f'<?xml version="1.0" encoding="utf-16"?><opml>{TARN}</opml>'.encode("utf-16"),
        f"<opml>{TARN}</opml>".encode("utf-16-le"),
        f"<opml>{TARN}</opml>".encode("utf-16-be"),
        f'<?xml version="1.0" encoding="no-such"?><opml>{TARN}</opml>'.encode(),
        "http://tarn.example/rss Tarn '~Tarn'\n",
    ],
)
def test_a_list_is_read_whatever_is_around_it(data: str | bytes) -> None:
    assert found(data) == [("Tarn", ("http://tarn.example/rss",))]


@pytest.mark.parametrize("declared", ["utf-8", "us-ascii", "x-unknown", ""])
@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_letters_survive_a_wrong_charset(declared: str, charset: str) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    data = f'{head}<opml><outline text="Görlitz’" xmlUrl="http://g.example/"/></opml>'.encode(charset)
    assert found(data) == [("Görlitz’", ("http://g.example/",))]


def test_one_line_in_another_charset_costs_no_other_line() -> None:
    lines = (
        '<outline text="Łódź" xmlUrl="http://l.example/"/>'.encode(),
        '<outline text="Môle" xmlUrl="http://m.example/"/>'.encode("latin-1"),
    )
    assert [name for name, _ in found(b"<opml>" + b"".join(lines) + b"</opml>")] == ["Łódź", "Môle"]


def test_a_plain_list_of_addresses() -> None:
    data = '# mine\n\nhttps://oak.example/rss "daily papers" "~The Oak"\nash.example/feed\nquery:x:y\n"unread\n'
    listed = opml.listing(data.encode())
    oak, ash = listed.outlets
    assert (oak.name, oak.folder, oak.feeds) == ("The Oak", "daily papers", ("https://oak.example/rss",))
    assert ash.feeds == ("https://ash.example/feed",)
    assert [(one.many, one.first) for one in listed.passed_over] == [(2, "query:x:y")]


@pytest.mark.parametrize(
    ("outline", "said"),
    [
        ('text="a note"', "without a web address"),
        ('text="post" xmlUrl="mailto:x@oak.example"', "none of the web"),
        ('text="More" type="include" url="http://oak.example/more"', "another list"),
        ('text="More" type="link" url="http://oak.example/more.opml"', "another list"),
        ('text="Oak" type="link" url="http://oak.example/"', "a link and no feed"),
        ('text="Oak" htmlUrl="http://oak.example/"', "a link and no feed"),
        ('text="Oak" type="vfolder" xmlUrl="http://oak.example/"', "a link and no feed"),
        ('text="Oak" type="JSON+DotPath" xmlUrl="http://oak.example/data"', "only the program"),
        ('text="Oak" type="XML+XPath" xmlUrl="http://oak.example/data"', "only the program"),
        ('text="again" xmlUrl="http://tarn.example/rss"', "listed before"),
        ('text="cut" xmlUrl="http://oak', "without a web address"),
    ],
)
def test_what_is_passed_over_is_told(outline: str, said: str) -> None:
    listed = opml.listing(f"<opml><body>{TARN}<outline {outline}/><outline text='empty folder'></outline>".encode())
    assert [outlet.name for outlet in listed.outlets] == ["Tarn"]
    (passed,) = listed.passed_over
    assert said in passed.why
    assert passed.many == 1
    assert passed.first


def test_a_page_whose_links_a_reader_collects_is_a_link_page() -> None:
    page = '<outline text="Quay" type="HTML+XPath" xmlUrl="http://quay.example/news" f:xPathItem="//li"/>'
    (quay,) = opml.read(f"<opml>{page}</opml>".encode())
    assert (quay.pages, quay.feeds) == (("http://quay.example/news",), ())


def test_a_feed_at_the_root_and_in_a_folder_lies_in_the_folder() -> None:
    for inner in (TARN, TARN.replace("Tarn", "The Tarn")):
        (tarn,) = opml.read(f'<opml>{TARN}<outline text="lakes">{inner}</outline></opml>'.encode())
        assert (tarn.name, tarn.folder) == ("Tarn", "lakes")


def test_a_category_stands_for_a_folder() -> None:
    inner = TARN.replace("/>", " category='/Lakes/North,/Old'/>")
    (tarn,) = opml.read(f"<opml>{inner}</opml>".encode())
    assert tarn.folder == "Lakes/North"


def test_references_that_multiply_are_not_expanded() -> None:
    many = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 50}">' for n in range(1, 9))
    listed = found(
        f'<!DOCTYPE o [<!ENTITY a0 "aaa">{many}]><opml>{TARN}<outline text="&a8;" xmlUrl="http://x.example/"/>'
    )
    assert [name for name, _ in listed] == ["Tarn", "&a8;"]


@given(st.text(alphabet="<>/=\"'&; ounetlixmrhp:.!-", max_size=200))
def test_any_text_gives_an_answer(text: str) -> None:
    try:
        for outlet in opml.read(f"<opml>{text}</opml>".encode()):
            checked(outlet, "here")
    except BadInput:
        pass


@pytest.mark.parametrize(
    "piece", ["<outline ", '<outline a="', "<!--", "<outline a='<", 'a="b" ', "&", "</outline>", "<outline>"]
)
def test_long_broken_files_are_read_at_once(piece: str) -> None:
    with pytest.raises(BadInput):
        opml.read(f"<opml>{piece * 20_000}".encode())


@pytest.mark.parametrize(
    ("name", "charset"),
    [
        ("Вечерние вести", "cp1251"),
        ("Gazeta Łódź śląska", "cp1250"),
        ("Ελληνικά Νέα", "cp1253"),
        ("Café Muñoz", "cp1252"),
    ],
)
def test_a_list_in_another_charset_than_it_says(name: str, charset: str) -> None:
    text = f"<?xml version='1.0' encoding='utf-8'?><opml><body>{TARN.replace('Tarn', name)}</body></opml>"
    assert found(text.encode(charset)) == [(name, ("http://tarn.example/rss",))]


def test_a_home_page_tells_no_password() -> None:
    text = f"<opml><body>{TARN.replace('tarn.example', 'crow:key@tarn.example')}</body></opml>"
    (outlet,) = opml.read(text.encode())
    assert (outlet.home, outlet.feeds) == ("http://tarn.example/", ("http://crow:key@tarn.example/rss",))
