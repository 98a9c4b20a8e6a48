/** The look of the API's page: the site's colours and header, without its fonts nor its program. */
export const documentationStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1f2328, #f0ede6); --soft: light-dark(#565e67, #b0b7bd);
  --paper: light-dark(#fffdf9, #15191d); --panel: light-dark(#f6f3ec, #1d2328); --line: light-dark(#dfdcd4, #363d44);
  --accent: light-dark(#0c665f, #5cc7b8); --mark: light-dark(#a84c08, #f09a4d);
  --serif: "Iowan Old Style", Charter, Georgia, serif; }
*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; font: 1.0625rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
.site, main { max-width: 74rem; margin-inline: auto; padding-inline: clamp(1rem, .2rem + 3.6vw, 3rem); }
.site { display: flex; flex-wrap: wrap; gap: 0 clamp(1rem, 3vw, 2.5rem); align-items: center; padding-block: .7rem; }
.site nav { display: flex; flex-wrap: wrap; gap: 0 clamp(.9rem, 2.4vw, 1.75rem); font-weight: 600; }
.site a { display: inline-flex; gap: .55rem; align-items: center; min-height: 2.75rem; color: inherit;
  text-decoration: none; border-block: 3px solid transparent; }
.site nav a:hover { border-bottom-color: var(--soft); }
.site .other { margin-inline-start: auto; }
.site a[aria-current] { border-bottom-color: var(--mark); }
.brand { font: 700 1.375rem var(--serif); }
.brand svg { width: 2.1rem; height: 1.25rem; overflow: visible; }
.brand path { fill: none; stroke: var(--ink); stroke-width: 2.4; stroke-linecap: round; }
.brand circle { fill: var(--mark); stroke: var(--paper); stroke-width: 1.6; }
.skip { position: absolute; top: .5rem; left: .5rem; padding: .6rem 1rem; background: var(--ink); color: var(--paper);
  transform: translateY(-200%); }
.skip:focus { transform: none; color: var(--paper); }
main { padding-block: 1.5rem 4rem; }
main:focus { outline: none; }
h1 { margin: 0 0 1rem; font: 600 clamp(1.9rem, 1.4rem + 2vw, 2.75rem)/1.14 var(--serif); }
h2 { margin: 0 0 .5rem; font-size: 1.15rem; }
section { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
p { max-width: 46rem; margin: 0 0 .8rem; text-wrap: pretty; }
a { color: var(--accent); overflow-wrap: anywhere; text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
code { font-size: .93em; }
h2 code, a code { overflow-wrap: anywhere; }
.addresses ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 0 1.25rem;
  margin: 0; padding: 0; list-style: none; }
.addresses a { display: inline-flex; align-items: center; min-height: 2rem; }
.table { overflow-x: auto; margin-bottom: .8rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem 1rem .4rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--ink); }
tbody th { width: 13rem; font-weight: 600; }
tbody td:nth-child(2) { width: 40%; color: var(--soft); }
small { color: var(--mark); font-weight: 600; }
@media (max-width: 40rem) {
  table, thead, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding-block: .5rem; border-bottom: 1px solid var(--line); }
  tbody :is(th, td) { width: auto; padding: 0; border: 0; }
  tbody td:nth-child(2) { width: auto; font-size: .875rem; }
}
@media print { .site nav, .skip, .addresses { display: none; } }
`;
