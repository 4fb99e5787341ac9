import pytest

from reportedly.fetch.announcing.links import plain_link, same_site


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("http://h.example/a?utm_source=x&utm_medium=y", "http://h.example/a"),
        ("http://h.example/?b=2&fbclid=Q&a=1", "http://h.example/?b=2&a=1"),
        ("http://h.example/a?gid=1&id=2&ref=3&source=4", "http://h.example/a?gid=1&id=2&ref=3&source=4"),
        ("HTTP://h.example/A%20b/?q=%C3%A4#x", "http://h.example/A%20b/?q=%C3%A4"),
        (" http://h.example/a\n", "http://h.example/a"),
        ("mailto:a@h.example", None),
        ("http://[x", None),
        ("", None),
    ],
)
def test_only_tracking_is_taken_off_a_link(given: str, kept: str | None) -> None:
    assert plain_link(given) == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://h.example/world/rain-falls/amp/", "https://h.example/world/rain-falls"),
        ("https://h.example/world/rain-falls/amp", "https://h.example/world/rain-falls"),
        ("https://h.example/rain.amp.html", "https://h.example/rain.html"),
        ("https://h.example/rain.amp", "https://h.example/rain"),
        ("https://h.example/rain?amp", "https://h.example/rain"),
        ("https://h.example/rain?outputType=amp&id=2", "https://h.example/rain?id=2"),
        ("https://www.google.com/amp/s/h.example/rain/amp/", "https://h.example/rain"),
        ("https://h-example.cdn.ampproject.org/c/s/h.example/rain", "https://h.example/rain"),
        ("https://h-example.cdn.ampproject.org/v/h.example/rain?usqp=mq331", "http://h.example/rain"),
        ("https://h.example/lamp/", "https://h.example/lamp/"),
        ("https://h.example/amplifier", "https://h.example/amplifier"),
        ("https://H.Example:443/A", "https://h.example/A"),
        ("http://h.example.:80", "http://h.example/"),
        ("http://h.example:8080/a", "http://h.example:8080/a"),
    ],
)
def test_copies_and_spellings_of_one_page_have_one_address(given: str, kept: str) -> None:
    assert plain_link(given) == kept


def test_a_relative_link_is_completed() -> None:
    assert plain_link("../b?x=1#top", "http://h.example/a/c/") == "http://h.example/a/b?x=1"
    assert plain_link("javascript:void(0)", "http://h.example/") is None


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("http://www.h.example/a", "https://h.example/", True),
        ("http://m.h.example/", "http://www.h.example/", True),
        ("http://sport.h.example/", "http://h.example/", True),
        ("http://h.example/", "http://wire.example/", False),
        ("http://news.co.uk/", "http://herald.co.uk/", False),
        ("http://[x", "http://h.example/", False),
    ],
)
def test_what_is_one_site(first: str, second: str, *, same: bool) -> None:
    assert same_site(first, second) is same


TARGET = "https://h.example/rain?id=2"


@pytest.mark.parametrize(
    "wrapped",
    [
        f"https://www.google.com/url?rct=j&sa=t&url={TARGET}&ct=ga&usg=x",
        "https://www.google.co.uk/url?q=https%3A%2F%2Fh.example%2Frain%3Fid%3D2&sa=D",
        f"http://news.google.com/news/url?sa=t&fd=R&url={TARGET}",
        "http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&url=https%3a%2f%2fh.example%2frain%3fid%3d2&c=7",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fh.example%2Frain%3Fid%3D2%26fbclid%3DAb&h=AT0",
        "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fh.example%2Frain%3Fid%3D2&rut=f",
        "https://www.youtube.com/redirect?event=v&q=https%253A%252F%252Fh.example%252Frain%253Fid%253D2",
        "http://us.rd.yahoo.com/daily/rss/world/*https://h.example/rain?id=2",
        "https://r.search.yahoo.com/_ylt=Aw/RV=2/RE=17/RO=10/RU=https%3a%2f%2fh.example%2frain%3fid%3d2/RK=2/RS=x-",
        "https://href.li/?https://h.example/rain?id=2",
        "https://news.google.com/rss/articles/CBMiG2h0dHBzOi8vaC5leGFtcGxlL3JhaW4_aWQ9MtIBAA?oc=5",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fh.example%2Frain%3Fid%3D2&data=05",
        (
            "https://www.google.com/url?url=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3D"
            "https%253A%252F%252Fh.example%252Frain%253Fid%253D2"
        ),
    ],
)
def test_a_redirector_that_names_its_target_is_passed_by(wrapped: str) -> None:
    assert plain_link(wrapped) == TARGET


@pytest.mark.parametrize(
    "kept",
    [
        "https://h.example/share?url=https://wire.example/a",
        "https://www.google.com/search?q=https://wire.example/a",
        "https://www.google.com/url?url=/local&x=1",
        "https://google.example/url?url=https://wire.example/a",
        "https://www.bing.com/news/apiclick.aspx?aid=7",
        "https://news.google.com/rss/articles/CBMiAb?oc=5",
        "https://news.google.com/rss/articles/CBMiQkFVX3lxTE5hYmNkZWZnaGlqa2xtbm9wcXJzdHV2?oc=5",
        "https://h.example/rd.yahoo.com/*https://wire.example/a",
    ],
)
def test_an_address_within_another_is_no_target_elsewhere(kept: str) -> None:
    assert plain_link(kept) == kept
