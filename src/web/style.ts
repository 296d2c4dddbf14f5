/** The whole look: system fonts, two colour schemes, no images. Every text colour is at least 4.5 to 1 on its ground. */
export const style = `
:root { color-scheme: light dark; --ground: #fff; --raised: #f6f6f4; --ink: #1a1a1a; --soft: #565656; --rule: #d9d9d4;
  --link: #0b57a4; --for: #075fa8; --against: #a13a04; --both: #6b3fa0; --none: #565656; }
@media (prefers-color-scheme: dark) { :root { --ground: #141517; --raised: #1d1f22; --ink: #ececea; --soft: #a9aaa8;
  --rule: #35373b; --link: #8cc2ff; --for: #8cc2ff; --against: #ffb083; --both: #cfb2ff; --none: #b4b5b3; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 56rem; padding: 2rem 1rem 4rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, p, ul, blockquote, dl, dd, pre, figure { margin: 0; padding: 0; }
h1 { font-size: 1.75rem; line-height: 1.2; text-wrap: balance; }
h2 { font-size: 1.35rem; line-height: 1.25; text-wrap: balance; }
h3 { font-size: 1rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.soft { color: var(--soft); }
.small { font-size: .875rem; }
.over { color: var(--soft); font-size: .8125rem; letter-spacing: .02em; }
header > * + *, footer > * + *, main > p, main > h1, section > * + * { margin-top: .75rem; } section > * + h2 { margin-top: 2rem; }
nav ul, .counts { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; }
.counts b { font-variant-numeric: tabular-nums; }
section { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 2px solid var(--ink); }
.poles { display: grid; gap: .125rem 1rem; grid-template-columns: max-content 1fr; font-size: .875rem; color: var(--soft); }
.poles dt { font-weight: 600; }
.positions { list-style: none; }
.position { display: grid; gap: .25rem 1.5rem; padding: 1.125rem 0; border-top: 1px solid var(--rule); }
.position:first-child { border-top: 0; }
@media (min-width: 44rem) { .position { grid-template-columns: 13rem 1fr; } }
.position > * { min-width: 0; }
.direction { display: block; font-weight: 600; }
.glyphs { letter-spacing: -.05em; }
.SUPPORTS { color: var(--for); } .OPPOSES { color: var(--against); } .AMBIVALENT { color: var(--both); }
.NEUTRAL, .UNDECIDED, .DECLINED_TO_COMMENT { color: var(--none); }
.said > * + * { margin-top: .5rem; }
.facts { display: grid; gap: 0 .75rem; grid-template-columns: max-content 1fr; color: var(--soft); font-size: .875rem; }
.tally { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; }
blockquote { padding-left: .875rem; border-left: 3px solid var(--rule); font-family: Georgia, "Times New Roman", serif; font-size: 1.0625rem; }
details > * + * { margin-top: .75rem; }
summary { cursor: pointer; color: var(--link); font-size: .875rem; width: fit-content; }
.others { list-style: none; }
.others > li + li { margin-top: .75rem; }
pre { padding: .875rem 1rem; white-space: pre-wrap; background: var(--raised); border-radius: 4px; font-size: .8125rem; line-height: 1.5; }
code { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
.downloads { display: grid; gap: .25rem 1rem; grid-template-columns: max-content 1fr; }
.downloads dt { font-weight: 600; }
.downloads dd a { margin-right: .75rem; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
@media (max-width: 30rem) { .downloads, .poles { grid-template-columns: 1fr; } .downloads dd, .poles dd { margin-bottom: .375rem; }
  .facts { grid-template-columns: 1fr; } .facts dt { font-weight: 600; } .direction { margin-bottom: .25rem; } }
@media print { :root { color-scheme: light; --ground: #fff; --ink: #000; --soft: #444; --rule: #bbb; --for: #075fa8; --against: #a13a04; --both: #6b3fa0; --none: #444; }
  body { max-width: none; padding: 0; font-size: 10pt; } nav, .screen { display: none; }
  .position { break-inside: avoid; } a { color: inherit; text-decoration: none; } }
`;
