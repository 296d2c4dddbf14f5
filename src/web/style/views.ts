/** What single pages have of their own. */
export const views = `
.matrix { font-size: .875rem; } .matrix th, .matrix td { padding: 0; border: 1px solid var(--rule); }
.matrix thead th { vertical-align: bottom; padding: .5rem; min-width: 6.5rem; max-width: 10rem; font-size: .8125rem; background: var(--ground); position: sticky; top: 0; z-index: 2; }
.matrix tbody th { padding: .35rem .6rem; min-width: 9rem; max-width: 15rem; position: sticky; left: 0; background: var(--ground); z-index: 1; font-weight: 500; }
.pin { display: inline-grid; place-items: center; min-width: 1.5rem; min-height: 1.5rem; text-decoration: none; color: var(--soft); }
.matrix .group th { background: var(--raised); font-weight: 600; color: var(--soft); }
.matrix td { text-align: center; }
.matrix td a, .matrix td span.cell { display: grid; place-items: center; min-height: 2.5rem; padding: .2rem .4rem; text-decoration: none; color: inherit; line-height: 1.15; }
.matrix td a:hover { outline: 2px solid var(--ink); outline-offset: -2px; }
.matrix td a[aria-current] { outline: 3px solid var(--ink); outline-offset: -3px; }
.matrix td small { font-size: .6875rem; }
.matrix td b { font-size: 1rem; } .matrix td.s2 b { font-size: 1.375rem; } .matrix td.s0 b { font-size: .875rem; }
.matrix td.SUPPORTS { background: var(--for-fill); } .matrix td.OPPOSES { background: var(--against-fill); } .matrix td.AMBIVALENT { background: var(--both-fill); }
.matrix td.NEUTRAL, .matrix td.UNDECIDED, .matrix td.DECLINED_TO_COMMENT { background: var(--none-fill); }
.matrix td.DECLINED_TO_COMMENT { background-image: repeating-linear-gradient(45deg, transparent 0 5px, rgb(127 127 127 / .22) 5px 6px); }
.matrix td.UNKNOWN { background-image: radial-gradient(var(--rule) 1px, transparent 1.2px); background-size: 8px 8px; }
.beside { display: grid; gap: 1.5rem; align-items: start; } @media (min-width: 64rem) { .beside.is-open { grid-template-columns: minmax(0, 1fr) 24rem; } }
.beside > * { min-width: 0; }
.panel { position: sticky; top: 1rem; }
.reader { display: grid; gap: 2rem; } @media (min-width: 60rem) { .reader { grid-template-columns: minmax(0, 1fr) 23rem; } }
.reader > *, .coding-side > * { min-width: 0; } .coding-side > * + * { margin-top: 1.5rem; }
.reader .mark { white-space: normal; }
.text { font-family: Georgia, "Times New Roman", serif; font-size: 1.125rem; line-height: 1.7; white-space: pre-wrap; max-width: 42rem; }
.text mark { padding: .05em 0; } .text mark a { border-bottom: 2px solid currentColor; } .text mark.aside { background: none; } .text mark.aside a { border-bottom: 1px dotted var(--strong-rule); }
.text mark.SUPPORTS { background: var(--for-fill); } .text mark.OPPOSES { background: var(--against-fill); } .text mark.AMBIVALENT { background: var(--both-fill); } .text mark.NEUTRAL, .text mark.UNDECIDED, .text mark.DECLINED_TO_COMMENT { background: var(--none-fill); }
.text mark a { color: var(--ink); text-decoration: none; }
.text mark.m2 a { border-bottom-style: double; border-bottom-width: 4px; }
.text mark:target, .card:target { outline: 3px solid var(--focus); outline-offset: 2px; }
.text::highlight(coding) { background: var(--mark); color: var(--ink); text-decoration: underline; }
.coding-form { max-width: 42rem; } .coding-form label { display: grid; grid-template-columns: minmax(0, 1fr); gap: .125rem; font-size: .875rem; } .condition { display: grid; gap: .5rem; grid-template-columns: max-content minmax(0, 1fr); }
.coding { padding: .75rem 1rem; border: 1px solid var(--strong-rule); border-radius: 10px; background: var(--ground); } .coding > * + * { margin-top: .5rem; }
.coding.is-keyed { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto; z-index: 3; }
@media (max-width: 59.99rem) { .reader { display: block; } .reader > * + *, .coding + * { margin-top: 2rem; } .coding-side { display: contents; } .coding.is-keyed { top: auto; bottom: 0; max-height: 60vh; } }
.passage { font-family: Georgia, "Times New Roman", serif; line-height: 1.7; white-space: pre-line; } .passage .role { font: .75rem/1 system-ui, sans-serif; }
.reasons { list-style: disc; padding-left: 1.25rem; }
.chain { display: flex; flex-wrap: wrap; gap: .25rem; font-size: .875rem; } .chain li + li::before { content: "→ "; color: var(--soft); }
.verdict { font-size: 1.0625rem; }
.sides { display: grid; gap: 1rem; } @media (min-width: 44rem) { .sides { grid-template-columns: 1fr 1fr; } }
`;

/** Pictures: lines over time, diagrams of networks. */
export const pictures = `
.held { stroke-width: 6; stroke-linecap: round; opacity: .55; } .tick { stroke: var(--ground); stroke-width: 1.5; } .band { opacity: .45; }
.event { stroke: var(--strong-rule); stroke-dasharray: 2 4; }
.figure svg text.glyph { fill: var(--ground); font-size: 9px; } .figure svg text.sign { fill: currentColor; font-size: 9px; }
.figure svg text.SUPPORTS, .figure svg text.OPPOSES { fill: currentColor; font-weight: 600; }
.sides-bar { display: block; border-radius: 3px; }
.tie { color: var(--strong-rule); } .tie line { opacity: .45; } .tie:hover line, .tie:focus line { opacity: 1; stroke: var(--ink); }
.node circle, .node rect { fill: currentColor; stroke: var(--ground); stroke-width: 1.5; } .figure svg .node text { fill: var(--ink); font-size: 11px; paint-order: stroke; stroke: var(--ground); stroke-width: 3px; }
.canvas { position: relative; height: min(44rem, 85vh); border: 1px solid var(--rule); border-radius: 6px; overflow: hidden; } .canvas > p { padding: 1rem; }
.node:hover text, .node:focus text { font-weight: 700; }
.c0 { color: var(--c0); } .c1 { color: var(--c1); } .c2 { color: var(--c2); } .c3 { color: var(--c3); } .c4 { color: var(--c4); } .c5 { color: var(--c5); } .c6 { color: var(--c6); } .c7 { color: var(--c7); }
`;
