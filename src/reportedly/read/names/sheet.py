"""The worksheet of one article while its names are sought: tokens as plain lists, and who has claimed which.

Finders run one after another and claim tokens; a claimed token is passed over by those that come later. So the order of
the finders is the order of trust.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Self

from reportedly.evidence import Reason
from reportedly.read.grammar.page import Page
from reportedly.read.names import known
from reportedly.read.names.gazetteer import Place
from reportedly.read.names.known import Known
from reportedly.read.names.words import is_given, words
from reportedly.records import EntityKind, Precision
from reportedly.text import Span

PROPER = frozenset({"NNP", "NNPS"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
QUOTES = frozenset("\"'“‘«„")
NEVER = frozenset(
    {"the", "a", "an", "i", "he", "she", "it", "we", "they", "this", "that", "these", "those", "mr", "but"}
)
HEADLINE_CAPITALS = 0.6  # share of capitalised words from which a heading tells nothing by its capitals


@dataclass(slots=True, eq=False)
class Mention:
    """Tokens ``[start, end)`` that name something. Mentions with one ``key`` are one entity.

    GeoNames knows places by number; the rest go by their name where no other key is given.
    """

    start: int
    end: int
    kind: EntityKind
    name: str
    key: str = ""
    roles: list[str] = field(default_factory=list)
    country: str | None = None
    place: Place | None = None
    geonames: int | None = None
    precision: Precision = "none"
    adjective: bool = False
    trait: str = ""
    words: Span | None = None  # where it stands, if not in whole tokens

    def __post_init__(self) -> None:
        self.key = self.key or f"{self.kind}:{self.geonames or self.name.casefold()}"

    def again(self, start: int, end: int) -> Self:
        """Another mention of the same thing over other tokens; roles stay where they were said."""
        return replace(self, start=start, end=end, roles=[], adjective=False)


class Hit(NamedTuple):
    """A name known beforehand over tokens ``[start, end)``."""

    start: int
    end: int
    known: Known

    def mention(self) -> Mention:
        """The mention that it is."""
        kind, name, country, number, precision, sense, trait = self.known
        mention = Mention(self.start, self.end, kind, name, country=country, geonames=number, precision=precision)
        return replace(mention, adjective=sense == "adjective", trait=trait)


def _glue(text: str) -> tuple[int, int]:
    """The part of a token that is a word, where a missing blank glued something to it: "TEHRAN-", "APP):The"."""
    if len(text) < 2 or text.isalnum():  # noqa: PLR2004 nothing to cut
        return 0, len(text)
    if (after := text.find("):")) > 0 and after + 2 < len(text):
        return after + 2, len(text)
    return 0, len(text.rstrip("-–—:")) or len(text)


class Sheet:
    """Tokens of a page in lists (much faster than asking spaCy token by token), and the mentions claimed so far."""

    def __init__(self, page: Page, country: str | None) -> None:
        doc = page.doc
        self.page, self.doc, self.country = page, doc, country
        self.whole = page.copy.text
        tokens = list(doc)
        cut = [_glue(token.text) for token in tokens]
        self.text = [token.text[slice(*part)] for token, part in zip(tokens, cut, strict=True)]
        self.low = [text.lower() for text in self.text]
        self.first = [token.idx + part[0] for token, part in zip(tokens, cut, strict=True)]
        self.last = [first + len(text) for first, text in zip(self.first, self.text, strict=True)]
        self.tag = [token.tag_ for token in tokens]
        self.label = [token.ent_type_ for token in tokens]
        self.opens = [bool(token.is_sent_start) for token in tokens]
        self.cap = [text[:1].isupper() for text in self.text]
        self.owner: list[Mention | None] = [None] * len(doc)
        self.mentions: list[Mention] = []
        self.common: set[str] = set()  # acronyms the article uses for common words
        shut = {i for span in page.article.furniture for i in self.tokens(span)}
        self.shut = [i in shut for i in range(len(doc))]  # furniture: read by nobody
        self.title_cased = self._headline()
        self.hits = dict(self._hits())  # by every token of every known name, whoever has claimed it

    def __len__(self) -> int:
        return len(self.text)

    def _headline(self) -> range:
        """The tokens of a heading in title case: capitals tell nothing there."""
        title = self.page.article.title
        heading = self.tokens(title) if title else range(0)
        large = [self.cap[i] for i in heading if self.text[i].isalpha() and len(self.text[i]) > 3]  # noqa: PLR2004 small words keep small
        return heading if sum(large) > HEADLINE_CAPITALS * len(large) else range(0)

    def _hits(self) -> Iterator[tuple[int, Hit]]:
        """All known names of the article, without overlaps, earlier and longer ones first."""
        ends = {end: i + 1 for i, end in enumerate(self.last)}
        after = 0
        for i, text in enumerate(self.text):
            if i < after or self.shut[i] or not text[:1].isalpha():
                continue
            end, name = known.match(self.whole, self.first[i]) or (0, None)
            if name and end in ends:
                after = ends[end]
                yield from ((token, Hit(i, after, name)) for token in range(i, after))

    def tokens(self, span: Span) -> range:
        """The tokens under a span of the article's text."""
        tokens = self.page.words(span)
        return range(tokens.start, tokens.end) if tokens is not None else range(0)

    def free(self, i: int) -> bool:
        """Whether token ``i`` exists and nobody has claimed it."""
        return 0 <= i < len(self.text) and self.owner[i] is None and not self.shut[i]

    def named(self, i: int) -> Mention | None:
        """What token ``i`` belongs to; None where there is none."""
        return self.owner[i] if 0 <= i < len(self.owner) else None

    def words(self, start: int, end: int) -> str:
        """The words of tokens ``[start, end)`` as they stand, on one line."""
        return " ".join(self.whole[self.first[start] : self.last[end - 1]].split())

    def span(self, start: int, end: int) -> Span:
        """Where the words of tokens ``[start, end)`` are in the article's own text."""
        return self.page.copy.original(self.first[start], self.last[end - 1])

    def bare(self, i: int) -> str:
        """Token ``i`` in lower case without the full stop of "Mr."; "" where there is none."""
        return self.low[i].rstrip(".") if 0 <= i < len(self.low) else ""

    def glued(self, i: int) -> bool:
        """Whether token ``i`` follows the one before without a blank."""
        return 0 < i < len(self.text) and self.first[i] == self.last[i - 1]

    def claim(self, mention: Mention) -> Mention | None:
        """Enter a mention, unless one of its tokens is taken."""
        if not all(self.free(i) for i in range(mention.start, mention.end)):
            return None
        for i in range(mention.start, mention.end):
            self.owner[i] = mention
        self.mentions.append(mention)
        return mention

    def note(self, start: int, end: int, decided: str, signs: Iterable[tuple[str, float]]) -> None:
        """Note in the page's margin why tokens ``[start, end)`` were taken for something."""
        self.page.margin.append(Reason(self.span(start, end).start, self.words(start, end), decided, tuple(signs)))

    def drop(self, mention: Mention) -> None:
        """Take a mention back."""
        for i in range(mention.start, mention.end):
            self.owner[i] = None
        self.mentions.remove(mention)

    def namelike(self, i: int) -> bool:
        """Whether token ``i`` may belong to a name by its looks: a free capitalised word, no day, no mere opener."""
        if not self.free(i) or not self.cap[i] or i in self.title_cased:
            return False
        low = self.low[i]
        if low in words().calendar or low in words().not_names or self.text[i] in self.common:
            return False
        if low in words().openers and (self.begins(i) or low in NEVER):
            return False
        return not (self.begins(i) and self.tag[i] not in PROPER and not is_given(low))

    def begins(self, i: int) -> bool:
        """Whether token ``i`` is the first word of a sentence or quotation, where everything has a capital."""
        return self.opens[i] or (
            i > 0 and (self.opens[i - 1] or self.text[i - 1] in QUOTES) and not self.text[i - 1][:1].isalnum()
        )
