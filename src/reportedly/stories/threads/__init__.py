"""Running stories: a happening joined to the earlier one that it goes on with, over weeks.

Talks announced, held and followed up are three happenings and one running story. What joins is a meeting told on the
day for which the other had announced it, of the same people; or a rare word of both headlines that names nobody, with
rare names that both have: a war, a country, an office alone never join. A story looks among those of the last weeks
that share such a meeting or word, joins the one most alike, and is joined to nothing that came after it; so what was
joined stays. A story is known by what was told on its first day: its thread hangs on no later one.
"""

from reportedly.stories.threads.part import Part, part
from reportedly.stories.threads.running import began, roots, threads
from reportedly.stories.threads.told import Told, opened, packed, told, unpacked
from reportedly.stories.threads.weeks import BACK, Weeks

__all__ = ["BACK", "Part", "Told", "Weeks", "began", "opened", "packed", "part", "roots", "threads", "told", "unpacked"]
