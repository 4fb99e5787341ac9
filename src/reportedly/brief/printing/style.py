"""How a dispatch looks on its own, on a screen and on paper."""

from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; --ink: #1d1b18; --quiet: #5c564d; --paper: #fbfaf7; --rule: #d9d4ca;
  --link: #0b4f7d; --warn: #8a5300; --bad: #9b2c1f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece8e1; --quiet: #aba59b; --paper: #171614; --rule: #3a3732; --link: #8cc4ee; --warn: #eab765;
    --bad: #f09c8e; }
}
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Sitka Text", Cambria, "DejaVu Serif", "Noto Serif", Georgia,
  "Noto Naskh Arabic", "DejaVu Sans", serif; }
.dispatch { max-width: 44rem; margin: 2rem auto 4rem; padding: 0 1.25rem; }
h1, h2 { line-height: 1.22; overflow-wrap: anywhere; }
h1 { font-size: 2rem; margin: .2rem 0 .8rem; }
h2 { font-size: 1.25rem; margin: 0 0 .3rem; }
p { margin: 0 0 .5rem; }
.desk { font-variant: small-caps; letter-spacing: .04em; color: var(--quiet); margin: 1.4rem 0 0; }
.marking { text-align: right; margin: 0; }
.marking span { display: inline-block; background: #000; color: #fff; font: 700 .875rem/1 system-ui, "DejaVu Sans",
  sans-serif; padding: .35rem .6rem; }
.marking.is-green span { color: #33ff00; } .marking.is-amber span { color: #ffc000; }
.marking.is-red span { color: #ff2b2b; } .marking.is-draft span { background: none; color: var(--warn);
  border: 1px solid currentColor; }
.notice { border: 2px solid var(--bad); border-radius: 4px; padding: .6rem .8rem; margin: 0 0 .8rem;
  overflow-wrap: anywhere; }
.notice strong { color: var(--bad); margin-inline-end: .4rem; }
.notice.is-correction, .notice.is-advisory { border-color: var(--warn); }
.notice.is-correction strong, .notice.is-advisory strong { color: var(--warn); }
section { border-top: 1px solid var(--rule); margin-top: 1.8rem; padding-top: 1.2rem; }
ul { padding-left: 1.1rem; margin: .5rem 0 0; } li { margin: .5rem 0; overflow-wrap: anywhere; }
a { color: var(--link); }
.cites, .quiet { color: var(--quiet); font-size: .875rem; }
.cites a { text-decoration: none; }
.flag { font: 600 .75rem/1.3 system-ui, "DejaVu Sans", sans-serif; color: var(--bad); border: 1px solid currentColor;
  border-radius: 3px; padding: .05rem .35rem; }
.sources ol { padding-left: 2rem; } .sources li { font-size: .9375rem; }
.address, .hash { overflow-wrap: anywhere; word-break: break-all; font-size: .8125rem; }
.evidence-of dl { margin: 0; font-size: .9375rem; }
.evidence-of dl > div { display: grid; grid-template-columns: 2.6rem 1fr; margin: .6rem 0; }
.evidence-of dt { font-weight: 700; } .evidence-of dd { margin: 0; overflow-wrap: anywhere; }
.evidence-of dd .quiet { display: block; font-size: .8125rem; }
q { quotes: "“" "”"; } q[dir=rtl] { display: inline-block; }
:is(h1, h2)[dir=rtl] { width: fit-content; max-width: 100%; }
q:is(:lang(fa), :lang(ps), :lang(ckb), :lang(ar), :lang(ru), :lang(uk), :lang(fr)) { quotes: "«" "»"; }
q:is(:lang(ur), :lang(he)) { quotes: "”" "“"; } :lang(ur) { line-height: 2; }
dt:target + dd q, dt:target { background: #ffe9a8; color: #1d1b18; }
@page { size: A4; margin: 20mm 18mm 22mm; @bottom-right { content: counter(page) " / " counter(pages);
  font: 9pt "DejaVu Sans", sans-serif; color: #5c564d; } }
@media print {
  :root { --ink: #000; --quiet: #444; --paper: #fff; --rule: #bbb; --link: #000; --warn: #6b4000; --bad: #7d1d12; }
  body { font-size: 10.5pt; line-height: 1.45; }
  .dispatch { max-width: none; margin: 0; padding: 0; }
  h1 { font-size: 20pt; } h2 { font-size: 13pt; break-after: avoid; }
  li, .evidence-of dl > div { break-inside: avoid; }
  .evidence-of { break-before: page; border: 0; padding-top: 0; }
  .evidence-of dl > div { display: block; } .evidence-of dt { float: left; width: 2.6rem; }
  .evidence-of dd { margin-left: 2.6rem; }
  .marking span { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
