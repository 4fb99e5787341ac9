"""The hand-over: what changed since somebody looked, box by box, each line with the reason why it stands there.

A box that is empty says why it is: that nothing happened is told apart from that nobody answered, and from that nothing
was read. Every box asks by keys and is cut at ``LINES``, alone at ``MORE``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Final

from reportedly.account import desk_health
from reportedly.account.decided import decided_since
from reportedly.account.handover import LINES, MORE, Box, BoxName, Line, Morning
from reportedly.account.links import outside
from reportedly.account.quarrels import quarrels
from reportedly.account.since import Since
from reportedly.account.watched import nothing_watched, watched
from reportedly.account.wording import STATES, counted, edited, listed, moment, quoted_by_letters, window_in_figures
from reportedly.records import SOON, FollowUp, Grown

if TYPE_CHECKING:
    from reportedly.ledger import ArticleLine, Ledger, StoryLine

LOOKED_THROUGH: Final = 500
"""Grown stories, the last, of which those that grew most are shown."""
NEWS: Final = 50_000
"""Looked through for stories, the last: two weeks of a busy desk. 40 ms of CPU with 300,000 news of 120,000 stories."""
OUTLETS: Final = 4  # named in a line
OPEN: Final = 100  # windows are counted as far as that


def morning(ledger: "Ledger", person: str, since: Since, now: datetime, only: BoxName | None = None) -> Morning:
    """What changed ``since``, as it stands at ``now`` to a person by their id; with ``only`` more of that box alone."""
    upto = ledger.news.last()
    watching, is_deaf = desk_health.watching(ledger, now)
    teller = _Teller(
        ledger,
        person,
        since,
        upto,
        now,
        ledger.outlets.names(),
        watching if is_deaf else "",
        only,
        MORE if only else LINES,
    )
    return Morning(now, since, upto, upto - since.upto <= NEWS, watching, is_deaf, tuple(teller.boxes()))


@dataclass(frozen=True)
class _Teller:
    """Fills the boxes; ``deaf`` says that no feed answers, where that is so."""

    ledger: "Ledger"
    person: str
    since: Since
    upto: int
    now: datetime
    names: dict[str, str]
    deaf: str
    only: BoxName | None
    most: int

    def boxes(self) -> Iterator[Box]:
        """All of them, in the order in which a desk is handed over."""
        yield from self._box(
            "new_stories", "New stories", self._new_stories(), "/stories", self._why_no_news("No new story")
        )
        yield from self._box("grown_stories", "Stories that grew", self._grown(), "", self._why_no_news("No new voice"))
        yield from self._box(
            "due", "Due now and this week", self._due(), "/expectations?show=week", self._why_none_due()
        )
        yield from self._box(
            "became",
            "What came of expectations",
            self._became(),
            "/expectations?show=settled",
            self._why_no_news("None was told to have happened, moved or been called off, and no window ended"),
        )
        yield from self._box(
            "quarrels",
            "Denied and contradicted",
            quarrels(self.ledger, self._after, self.names, self.most + 1),
            "",
            self._why_no_news("No denial and no other figure"),
        )
        yield from self._box("pages", "Pages edited or gone", self._pages(), "", self._why_no_edit())
        lines, none = desk_health.troubles(self.ledger, self.now)
        yield from self._box("outlets", "Outlets down or silent", map(_trouble, lines), "/health", f"None: {none}.")
        none = nothing_watched(self.ledger, self.person)
        yield from self._box("searches", "Saved searches", watched(self.ledger, self.person), "/searches", none)
        yield from self._box(
            "decisions",
            "What colleagues decided",
            decided_since(self.ledger, self.since.at, self.most + 1),
            "/decisions",
            f"Nobody decided anything {self._over()}.",
        )

    def _box(self, name: BoxName, heading: str, lines: Iterable[Line], more: str, empty: str) -> Iterator[Box]:
        """A box of the first lines; what reads the same stands once: words of articles that were not joined."""
        if self.only in {None, name}:
            different = {(line.title, line.note, line.why): line for line in islice(lines, 2 * self.most)}
            shown, many = tuple(different.values())[: self.most], len(different)
            yield Box(name, heading, shown, many > self.most, more, "" if shown else empty)

    # -- stories -------------------------------------------------------------------------------------------------------

    @property
    def _after(self) -> int:
        """The number after which stories are looked for."""
        return max(self.since.upto, self.upto - NEWS)

    def _new_stories(self) -> Iterator[Line]:
        found = self.ledger.news.new_stories(self._after, limit=self.most + 1)
        for line, grown in self._told(found):
            yield _story("new_stories", line, grown, f"new, told by {self._tellers(line)}")

    def _grown(self) -> Iterator[Line]:
        """Those that most voices came to first."""
        found = self.ledger.news.grown_stories(self._after, limit=LOOKED_THROUGH)
        came = {one.story: one.sources - one.heard(self._after) for one in found}
        most = sorted(found, key=lambda one: (-came[one.story], -one.sources, -one.grown))[: self.most + 1]
        for line, grown in self._told(most):
            of = f"{came[line.id]:,} of {counted(grown.sources, 'independent source')} came since"
            yield _story("grown_stories", line, grown, f"{of}; told by {self._tellers(line)}")

    def _told(self, found: Sequence[Grown]) -> "Iterator[tuple[StoryLine, Grown]]":
        lines = self.ledger.stories.lines_by_id(one.story for one in found)
        return ((lines[one.story], one) for one in found if one.story in lines)

    def _tellers(self, line: "StoryLine") -> str:
        names = [self.names.get(outlet, outlet) for outlet in line.outlets[:OUTLETS]]
        rest = len(line.outlets) - len(names)
        return listed([*names, f"{rest:,} more"] if rest else names)

    # -- expectations --------------------------------------------------------------------------------------------------

    def _due(self) -> Iterator[Line]:
        """Those that close within the week, then those that open in it; a window that is merely open is no news."""
        today = self.now.date()
        closing = self.ledger.shelves.on("week", today, limit=2 * self.most)
        opening = self.ledger.shelves.opening(
            max(self.since.at.date(), today - SOON), today + SOON, today, limit=self.most
        )
        for followup in self.ledger.followups.by_id(dict.fromkeys((*closing, *opening))):
            standing = followup.as_of(today)
            if followup.id in opening or _closes_soon(standing, today):
                yield _expectation("due", standing, _why_due(standing, today))

    def _became(self) -> Iterator[Line]:
        """What articles showed, then those whose windows ended unheard."""
        today, day = self.now.date(), self.since.at.date()
        changes = self.ledger.news.changes(self.since.upto, limit=3 * self.most)
        known = {one.id: one for one in self.ledger.followups.by_id(change.followup for change in changes)}
        told = set[str]()
        for change in changes:
            followup = known.get(change.followup)
            if (
                followup
                and change.followup not in told
                and any((step.on, step.state) == (change.on, change.state) for step in followup.history)
            ):
                told.add(followup.id)
                why = f"{STATES[change.state]}, told on {change.on}; filed {moment(change.at)}"
                yield _expectation("became", followup.as_of(today), why)
        for followup in self.ledger.followups.by_id(self.ledger.shelves.on("silent", today, limit=self.most + 1)):
            standing = followup.as_of(today)
            end = standing.window.end if standing.window else None
            if end and end >= day and followup.id not in told:
                yield _expectation("became", standing, f"its window ended on {end} and nothing was heard")

    # -- pages ---------------------------------------------------------------------------------------------------------

    def _pages(self) -> Iterator[Line]:
        for gone in self.ledger.outcomes.gone_since(self.since.at, self.most + 1):
            line = self.ledger.articles.latest_lines([gone.url]).get(gone.url)
            if line:
                why = f"gone since {moment(gone.at)}: {gone.message}"
                yield _page(line, why)
        found = self.ledger.news.edits(self.since.upto, limit=self.most + 1)
        known = self.ledger.edits.between((one.before, one.after) for one in found)
        lines = self.ledger.articles.lines_by_id(one.after for one in found)
        for one in found:
            if (one.before, one.after) in known and one.after in lines:
                (_, edit), line = known[one.before, one.after], lines[one.after]
                outlet = self.names.get(line.outlet, line.outlet)
                why = f"{outlet} edited it, {moment(one.at)}: {edited(edit)}"
                yield _page(line, why)

    # -- why there is nothing ------------------------------------------------------------------------------------------

    def _over(self) -> str:
        return self.since.words

    def _why_no_news(self, nothing: str) -> str:
        return f"{nothing} {self._over()}. {self._reason()}"

    def _reason(self) -> str:
        if self.deaf:
            return self.deaf
        last = next(iter(self.ledger.runs.last("relate", 1)), None)
        if not self.ledger.news.last():
            return "Nothing was read and grouped yet: `reportedly run` does."
        if last is None:
            return "Articles were not grouped in the last 30 days: `reportedly run` does."
        if last.started < self.since.at:
            return f"Articles were last grouped {moment(last.started)}: what came after that is not here yet."
        return f"Articles were last grouped {moment(last.started)}."

    def _why_none_due(self) -> str:
        today = self.now.date()
        many = self.ledger.shelves.count("week", today, OPEN)
        others = f"{counted(many, 'window')}{' and more' if many == OPEN else ''} that opened before stay open longer"
        return f"No window opens or ends within seven days; {others if many else 'none is open either'}."

    def _why_no_edit(self) -> str:
        run = next(iter(self.ledger.runs.last("fetch", 1)), None)
        looked = (
            f"Pages were last fetched {moment(run.started)}." if run else "No page was fetched in the last 30 days."
        )
        return f"No page was found changed or gone {self._over()}. {self.deaf or looked}"


def _closes_soon(followup: FollowUp, today: date) -> bool:
    return bool(followup.window and followup.window.end and followup.window.end <= today + SOON)


def _why_due(followup: FollowUp, today: date) -> str:
    window = followup.window
    end, start = (window.end, window.start) if window else (None, None)
    if end == today:
        return "due today: its window ends"
    if start and start > today:
        return f"its window opens in {counted((start - today).days, 'day')}"
    return f"due: its window is open{f' until {end}' if end else ''}"


def _story(box: BoxName, line: "StoryLine", grown: Grown, why: str) -> Line:
    return Line(box, "story", line.id, line.title, why, f"/stories/{line.id}", grown.sources, grown.touched)


def _page(line: "ArticleLine", why: str) -> Line:
    path = f"/articles/{line.article}/history"
    return Line("pages", "article", line.article, line.headline or line.url, why, path, original=outside(line.url))


def _expectation(box: BoxName, followup: FollowUp, why: str) -> Line:
    first = followup.supports[0] if followup.supports else None
    title = quoted_by_letters(first.sentence, 140) if first else followup.type.lower()
    said = window_in_figures(followup.window)
    path = f"/expectations/{followup.id}"
    return Line(box, "expectation", followup.id, title, why, path, state=followup.state, note=said)


def _trouble(trouble: desk_health.Trouble) -> Line:
    return Line("outlets", "outlet", trouble.outlet, trouble.name, trouble.words, f"/outlets/{trouble.outlet}")
