/** What is around every page: the bar, the navigation, the controls of time, the foot. */
export const shell = `
.skip { position: absolute; left: .5rem; top: -3rem; padding: .5rem .75rem; background: var(--ground); color: var(--ink); z-index: 9; }
.skip:focus { top: .5rem; }
.bar { background: var(--bar); color: var(--bar-ink); }
.bar > div { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
.bar > div, .times > div, .page, .foot > div { max-width: 80rem; margin: 0 auto; padding-left: clamp(1rem, 3vw, 2rem); padding-right: clamp(1rem, 3vw, 2rem); }
.bar > div { padding-top: .75rem; padding-bottom: .75rem; }
.bar a { color: inherit; text-decoration: none; }
.brand { font-weight: 700; font-size: 1.0625rem; flex: 0 1 15rem; line-height: 1.25; text-wrap: balance; }
.brand span { display: block; font-weight: 400; font-size: .8125rem; color: var(--bar-soft); }
.bar nav { flex: 1 1 30rem; }
.bar nav ul { display: flex; flex-wrap: wrap; gap: .125rem .25rem; }
.bar nav a { display: block; white-space: nowrap; padding: .3rem .5rem; border-radius: 6px; color: var(--bar-soft); font-size: .9375rem; }
.bar nav a:hover { color: var(--bar-ink); background: rgb(255 255 255 / .12); }
.bar nav a[aria-current] { color: var(--bar-ink); background: rgb(255 255 255 / .18); font-weight: 600; }
.bar :focus-visible { outline-color: var(--bar-ink); }
.bar form { display: flex; gap: .375rem; flex: 0 1 13rem; }
.bar input { flex: 1; min-width: 6rem; }
.bar input, .bar button { color: var(--ink); }
.times { background: var(--raised); border-bottom: 1px solid var(--rule); font-size: .875rem; }
.times > div { display: flex; flex-wrap: wrap; gap: .375rem 1.25rem; align-items: center; padding-top: .5rem; padding-bottom: .5rem; }
.times form { display: flex; flex-wrap: wrap; gap: .375rem .5rem; align-items: center; }
.times input { min-height: 2rem; padding: .125rem .375rem; width: 9.5rem; }
.times button { min-height: 2rem; padding: .125rem .625rem; }
.times .themes { display: flex; align-items: center; gap: .5rem; margin-left: auto; }
.times select { min-height: 2rem; padding: .125rem .375rem; }
.page { padding-top: 1.75rem; padding-bottom: 4rem; }
.page header { max-width: 60rem; }
.page header > * + * { margin-top: .5rem; }
.page > * + * { margin-top: 2rem; }
.lead { font-size: 1.125rem; color: var(--soft); max-width: 46rem; }
.foot { border-top: 1px solid var(--rule); font-size: .875rem; color: var(--soft); }
.foot > div { padding-top: 1.25rem; padding-bottom: 2.5rem; }
.foot > div > * + * { margin-top: .375rem; }
.unreachable { padding: .6rem 1rem; background: var(--mark); text-align: center; }
.progress { position: fixed; inset: 0 auto auto 0; height: 3px; width: 0; background: var(--focus); z-index: 10; }
.progress.is-on { width: 70%; transition: width 2s ease-out; }
.trouble { padding: .75rem 1rem; border: 1px solid var(--against); border-left-width: 4px; border-radius: 6px; background: var(--against-fill); color: var(--ink); }
dialog { max-width: 32rem; color: var(--ink); background: var(--ground); border: 1px solid var(--strong-rule); border-radius: 10px; padding: 1.25rem 1.5rem; }
dialog::backdrop { background: rgb(0 0 0 / .45); }
.keys { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1rem; }
@media (max-width: 40rem) { .brand { flex-basis: 100%; } .bar nav { order: 3; flex: 1 1 100%; min-width: 0; } .bar nav ul { flex-wrap: nowrap; overflow-x: auto; margin: 0 -1rem; padding: 0 1rem; } .bar form { flex: 1 1 100%; } .times .themes { margin-left: 0; } }
.embedded { padding-top: 1rem; padding-bottom: 1rem; } .embedded .screen { display: none; }
@media print { .bar nav, .bar form, .times, .foot, .screen, .skip { display: none; } .bar { background: none; color: #000; } .page { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; }
  .card, tr { break-inside: avoid; } }
`;
