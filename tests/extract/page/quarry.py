"""A story of a quarry, and what a page of it gives: designs of many sites are tried with it."""

from reportedly.extract import page as html
from reportedly.records import Article, Outlet

DESK = Outlet(id="courier", name="Courier", home="http://courier.example/")
HEAD = "Quarry at Olm closes for the winter"
TOLD = (
    "The quarry at Olm will close on Friday and stay shut until March, its owners told the district council.",
    "Some ninety workers are to be paid half their wages while the pits are pumped dry, said Mara Veldt, the manager.",
    "Neighbours had complained for years of dust from the road that leads down to the railway yard.",
    "A new conveyor, which would take stone to the trains under cover, is expected to be ready by the summer.",
)
PARAGRAPHS = "".join(f"<p>{words}</p>" for words in TOLD)
FRAME = "<header><nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav></header>"


def site(main: str, *, head: str = "", behind: str = "", heading: str = f"<h1>{HEAD}</h1>") -> str:
    return (
        f"<!doctype html><html><head><title>{HEAD}</title>{head}</head><body>{FRAME}<main>{heading}{main}</main>"
        f"<footer><p>Copyright Courier</p></footer>{behind}</body></html>"
    )


def told(markup: str) -> list[str]:
    """The lines below the headline, none where there is no article."""
    found = html.article(
        markup.encode(),
        url="http://courier.example/olm",
        outlet=DESK,
        content_type="text/html",
        item=None,
        capture=None,
    )
    if not isinstance(found, Article):
        assert found.state == "not_an_article"
        return []
    return found.text[found.title.end if found.title else 0 :].strip("\n").split("\n")
