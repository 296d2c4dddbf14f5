/** Parts that several pages use. */
export const parts = `
.mark { font-weight: 600; white-space: nowrap; } .mark .glyphs { letter-spacing: -.05em; }
.card { padding: 1rem 1.125rem; border: 1px solid var(--rule); border-radius: 10px; background: var(--ground); }
.card > * + * { margin-top: .5rem; }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); }
.cards.two { grid-template-columns: repeat(auto-fill, minmax(min(100%, 28rem), 1fr)); }
.facts { display: grid; gap: .125rem .75rem; grid-template-columns: max-content 1fr; color: var(--soft); font-size: .875rem; }
.facts dd { min-width: 0; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; }
.counts b { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.counts span { color: var(--soft); font-size: .875rem; }
.chips { display: flex; flex-wrap: wrap; gap: .375rem; align-items: center; }
.chip { display: inline-flex; gap: .375rem; align-items: center; padding: .2rem .7rem; border: 1px solid var(--strong-rule); border-radius: 99px; font-size: .875rem; text-decoration: none; color: var(--ink); background: var(--ground); min-height: 1.75rem; }
.chip[aria-current], .chip[aria-pressed=true] { background: var(--ink); color: var(--ground); border-color: var(--ink); }
.chip:hover { border-color: var(--ink); }
.filters { display: flex; flex-wrap: wrap; gap: .5rem .875rem; align-items: end; }
.filters label { display: grid; grid-template-columns: minmax(0, 1fr); min-width: 0; max-width: 100%; gap: .125rem; font-size: .8125rem; color: var(--soft); }
.filters label select, .filters label input { color: var(--ink); font-size: .9375rem; }
.figure { border: 1px solid var(--rule); border-radius: 10px; padding: 1rem 1.125rem; }
.figure > * + * { margin-top: .75rem; }
.figure .scroll > svg { display: block; width: 100%; min-width: 40rem; height: auto; overflow: visible; }
.figure svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
.figure svg .axis { stroke: var(--rule); } .figure svg .faint { fill: var(--soft); }
.figure details > * + * { margin-top: .5rem; }
.takes { display: flex; flex-wrap: wrap; gap: .25rem 1rem; font-size: .875rem; }
.list > li { padding: .875rem 0; border-top: 1px solid var(--rule); } .list > li:first-child { border-top: 0; }
.list > li > * + * { margin-top: .25rem; }
.pager { display: flex; gap: 1rem; }
.empty { padding: 1.25rem; border: 1px dashed var(--strong-rule); border-radius: 10px; color: var(--soft); }
.empty > * + * { margin-top: .5rem; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .875rem; }
`;
