"""What single keys do on the pages, in the words of the help page; ``static/keys.js`` does it."""

from typing import Final

ON_ITEMS: Final = {
    "j": "next item",
    "k": "item before",
    "o": "open the item (Enter, too)",
    "v": "open the original page in a new tab",
    "m": "mark it read, or unread again",
    "s": "star it, or take the star away",
}
ON_PAGES: Final = {
    "/": "search",
    "n": "next page of a list",
    "p": "page before",
    "?": "show the keys (Escape closes them)",
}
