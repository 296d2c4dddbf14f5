const dark = `color-scheme: dark; --ground: #12161b; --raised: #1b2127; --ink: #e9edf1; --soft: #a9b4c0;
  --rule: #323b45; --strong-rule: #6f7b88; --link: #8fc4ff; --bar: #0b1420; --bar-ink: #f3f6fa; --bar-soft: #a9bad0; --mark: #574700; --focus: #8fc4ff;
  --for: #8fc4ff; --for-fill: #14324f; --against: #ffb184; --against-fill: #4b2610; --both: #cfb4ff; --both-fill: #38274f; --none: #b7c1cb; --none-fill: #2a323a;
  --c0: #8fc4ff; --c1: #ffb184; --c2: #cfb4ff; --c3: #6fe0c4; --c4: #ff9cc4; --c5: #e4d866; --c6: #b7c1cb; --c7: #d9b3ff;`;

/** Colours, type and the plain elements. Every text colour is at least 4.5 to 1 on its ground, in every scheme. */
export const base = `
:root { color-scheme: light; --ground: #fff; --raised: #f5f6f8; --ink: #16202c; --soft: #515d6b; --rule: #d8dde3; --strong-rule: #8b96a3;
  --link: #0a56a0; --bar: #12263f; --bar-ink: #fff; --bar-soft: #c6d3e3; --mark: #fff0b8; --focus: #0a56a0;
  --for: #0a5ea8; --for-fill: #dcebf9; --against: #a83f00; --against-fill: #fce6d8; --both: #6b3fa0; --both-fill: #ece2f7;
  --none: #4d5763; --none-fill: #e8ebee;
  --c0: #0a5ea8; --c1: #b04a00; --c2: #6b3fa0; --c3: #00705a; --c4: #a3195b; --c5: #665c00; --c6: #4d5763; --c7: #8a2be2; }
@media (prefers-color-scheme: dark) { :root:not([data-theme]) { ${dark} } }
:root[data-theme=dark] { ${dark} }
:root[data-theme=contrast] { color-scheme: light; --ground: #fff; --raised: #fff; --ink: #000; --soft: #1c1c1c; --rule: #000; --strong-rule: #000; --link: #00308f;
  --bar: #000; --bar-ink: #fff; --bar-soft: #fff; --mark: #ffe45c; --focus: #c4007a; --for: #003a75; --for-fill: #fff; --against: #7a2500; --against-fill: #fff;
  --both: #43107a; --both-fill: #fff; --none: #1c1c1c; --none-fill: #fff; }
@media (prefers-contrast: more) { :root:not([data-theme]) { --soft: var(--ink); --rule: var(--ink); --strong-rule: var(--ink); } }
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, blockquote, dl, dd, pre, figure, table { margin: 0; padding: 0; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.4vw, 2.125rem); line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; }
h2 { font-size: 1.25rem; line-height: 1.3; text-wrap: balance; }
h3 { font-size: 1rem; line-height: 1.4; }
ul, ol { list-style: none; }
a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
code, pre, kbd { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .8125rem; }
pre { padding: .75rem .875rem; overflow: auto; white-space: pre-wrap; background: var(--raised); border: 1px solid var(--rule); border-radius: 6px; line-height: 1.5; }
kbd { padding: .1rem .4rem; border: 1px solid var(--strong-rule); border-radius: 4px; }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
blockquote { padding-left: .875rem; border-left: 3px solid var(--rule); font-family: Georgia, "Times New Roman", serif; font-size: 1.0625rem; line-height: 1.5; }
button, input, select, textarea { font: inherit; color: inherit; }
input, select, textarea { min-height: 2.25rem; padding: .25rem .5rem; background: var(--ground); border: 1px solid var(--strong-rule); border-radius: 6px; max-width: 100%; }
button { min-height: 2.25rem; padding: .25rem .75rem; background: var(--raised); border: 1px solid var(--strong-rule); border-radius: 6px; cursor: pointer; }
button:hover { border-color: var(--ink); } button:disabled { color: var(--soft); border-style: dashed; border-color: var(--strong-rule); cursor: not-allowed; }
summary { cursor: pointer; width: fit-content; color: var(--link); }
table { border-collapse: collapse; }
th, td { padding: .4rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
th { font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.soft { color: var(--soft); } .small { font-size: .875rem; }
.over { color: var(--soft); font-size: .8125rem; font-weight: 600; letter-spacing: .04em; text-transform: uppercase; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.stack > * + * { margin-top: .75rem; } .wide-stack > * + * { margin-top: 2rem; } .tight > * + * { margin-top: .25rem; }
.row { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: baseline; }
.scroll { overflow-x: auto; max-width: 100%; }
.SUPPORTS { color: var(--for); } .OPPOSES { color: var(--against); } .AMBIVALENT { color: var(--both); }
.NEUTRAL, .UNDECIDED, .DECLINED_TO_COMMENT, .UNKNOWN { color: var(--none); }
@media (forced-colors: active) { .SUPPORTS, .OPPOSES, .AMBIVALENT, .NEUTRAL, .UNDECIDED, .DECLINED_TO_COMMENT { color: CanvasText; } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;
