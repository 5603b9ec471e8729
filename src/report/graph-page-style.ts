import { darkInks, inks } from './graph-inks';

const both = Object.entries(inks)
  .map(([name, ink]) => `.${name} { --ink: light-dark(${ink}, ${darkInks[name as keyof typeof inks]}); }`)
  .join('\n');

/** How the page looks. `light-dark()` follows the system until the button says otherwise. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#ffffff, #14181c);
  --panel: light-dark(#fbfcfd, #181d22);
  --canvas: light-dark(#eef1f4, #0f1316);
  --group: light-dark(#f8f9fb, #191f24);
  --card: light-dark(#ffffff, #20272d);
  --text: light-dark(#1b2228, #e8ecef);
  --quiet: light-dark(#53606c, #a7b3be);
  --edge: light-dark(#d5dbe1, #37414a);
  --line: light-dark(#8694a1, #74838f);
  --accent: light-dark(#1f5fd0, #8ab0ff);
  --hover: light-dark(#eef3fb, #222b34);
  --added: light-dark(#e3f5e7, #17301f);
  --removed: light-dark(#fde9e8, #3a1c1b);
}
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; }
${both}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0; height: 100vh; height: 100dvh; display: grid; grid-template: auto minmax(0, 1fr) / 19rem minmax(0, 1fr);
  font: 14px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  color: var(--text); background: var(--paper);
}
h1, h2, h3, p, ul, dl, dd, pre { margin: 0; padding: 0; }
ul { list-style: none; }
button, input { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; z-index: 2; padding: .3rem .6rem; background: var(--paper); }
header {
  grid-column: 1 / -1; display: flex; align-items: baseline; gap: .9rem; padding: .55rem 1rem;
  border-bottom: 1px solid var(--edge);
}
header h1 { font-size: 15px; font-weight: 650; letter-spacing: -.01em; white-space: nowrap; }
header p { flex: 1; color: var(--quiet); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.tools { display: flex; gap: .35rem; }
.tools button, #close, .more {
  min-width: 2rem; padding: .15rem .6rem; border: 1px solid var(--edge); border-radius: 6px; background: var(--card); cursor: pointer;
}
.tools button:hover, #close:hover, .more:hover { background: var(--hover); }
nav { display: flex; flex-direction: column; min-height: 0; border-right: 1px solid var(--edge); background: var(--panel); }
.search { padding: .8rem 1rem .5rem; }
.search label { display: block; font-size: 12px; font-weight: 600; margin-bottom: .25rem; color: var(--quiet); }
#search { width: 100%; padding: .4rem .6rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
#status { padding: .35rem 0 0; font-size: 12px; color: var(--quiet); }
.filters { padding: 0 1rem .4rem; border-bottom: 1px solid var(--edge); max-height: 45%; overflow: auto; }
.filters summary { padding: .2rem 0; font-size: 12px; font-weight: 600; color: var(--quiet); cursor: pointer; }
.filters fieldset { margin: 0 0 .4rem; padding: 0; border: 0; }
.filters label { display: flex; gap: .5rem; align-items: baseline; padding: .08rem 0; font-size: 13px; overflow-wrap: anywhere; }
.filters .number { margin-left: auto; color: var(--quiet); font-variant-numeric: tabular-nums; }
#list { flex: 1; overflow: auto; padding: .3rem .5rem 1rem; }
.unseen, #list h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
#list h3 { padding: .7rem .5rem .2rem; font-size: 12px; font-weight: 600; color: var(--quiet); overflow-wrap: anywhere; }
.entry {
  display: flex; align-items: baseline; gap: .4rem; width: 100%; padding: .22rem .5rem; border: 0; border-radius: 6px;
  position: relative; background: none; text-align: left; cursor: pointer; min-width: 0;
}
.entry:hover { background: var(--hover); }
.entry[aria-current] { background: var(--hover); box-shadow: inset 2px 0 var(--accent); }
.entry .kind { font-size: 12px; color: var(--ink); white-space: nowrap; }
.entry .name { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.entry .sign, .entry .dot { font-weight: 700; color: var(--ink); }
.more { margin: .6rem .5rem; }
#view { position: relative; min-width: 0; background: var(--canvas); }
#picture { position: absolute; inset: 0; width: 100%; height: 100%; cursor: grab; touch-action: none; user-select: none; }
#picture:active { cursor: grabbing; }
#picture:focus:not(:focus-visible) { outline: none; }
#picture:focus-visible { outline-offset: -3px; }
#picture text { fill: var(--text); pointer-events: none; }
.group rect { fill: var(--group); stroke: var(--edge); vector-effect: non-scaling-stroke; }
#picture .title { font-weight: 600; fill: var(--quiet); }
#picture .sum { fill: var(--quiet); }
.group.closed { cursor: zoom-in; }
.group.closed rect { fill: var(--card); }
#picture .group.closed .title { fill: var(--text); }
.group.flawed rect { stroke: light-dark(${inks.warning}, ${darkInks.warning}); }
.node { cursor: pointer; }
.node .box { fill: var(--card); stroke: var(--edge); }
.node:hover .box { stroke: var(--accent); }
.node .mark { fill: var(--ink); }
#picture .node .kind { font-size: 11px; fill: var(--ink); }
#picture .node .name { font-size: 13px; font-weight: 500; }
.outside .box, .selection .box { stroke: var(--line); stroke-dasharray: 4 3; fill: var(--group); }
#picture .outside .name, #picture .selection .name { fill: var(--quiet); }
.created .box, .changed .box, .renamed .box, .deleted .box { stroke: var(--ink); stroke-width: 2; }
.deleted .box { stroke-dasharray: 6 3; }
#picture .sign { font-size: 17px; font-weight: 600; fill: var(--ink); }
.badge { fill: var(--ink); }
.error > .badge, .error > .count { --ink: light-dark(${inks.error}, ${darkInks.error}); }
.warning > .badge, .warning > .count { --ink: light-dark(${inks.warning}, ${darkInks.warning}); }
#picture .count { font-size: 11px; font-weight: 700; text-anchor: middle; fill: var(--paper); }
.node.selected .box { stroke: var(--accent); stroke-width: 2.5; stroke-dasharray: none; }
.node.active .box { stroke: var(--accent); stroke-width: 3; stroke-dasharray: none; }
.line { fill: none; stroke: var(--line); stroke-width: 1.2; }
.line.dashed { stroke-dasharray: 4 3; }
.line.far { opacity: .45; }
.line.hot { stroke: var(--accent); stroke-width: 2; opacity: 1; }
.head { fill: context-stroke; }
#picture .label {
  font-size: 10px; text-anchor: middle; fill: var(--quiet); paint-order: stroke; stroke: var(--group); stroke-width: 4px; stroke-linejoin: round;
}
#world.nameless .node text { display: none; }
.dim, .line.far.dim { opacity: .16; }
aside {
  position: absolute; inset: 0 0 0 auto; width: min(30rem, 100%); overflow: auto; padding: 1rem 1.2rem 2rem;
  background: var(--paper); border-left: 1px solid var(--edge); box-shadow: -8px 0 24px #0000000d;
}
#close { float: right; }
aside .kind { font-size: 12px; font-weight: 600; color: var(--ink); }
aside h2 { font-size: 19px; font-weight: 650; letter-spacing: -.01em; overflow-wrap: anywhere; margin-bottom: .5rem; display: flow-root; }
aside h2:focus-visible { outline-offset: 1px; }
aside h3 { margin: 1.2rem 0 .35rem; font-size: 12px; font-weight: 650; color: var(--quiet); }
dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .9rem; }
dt { color: var(--quiet); }
dd { overflow-wrap: anywhere; }
pre {
  padding: .7rem .8rem; border: 1px solid var(--edge); border-radius: 6px; background: var(--panel); overflow: auto; max-height: 60vh;
  font: 12px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; tab-size: 2;
}
.hunk { margin-top: .4rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.hunk ins, .hunk del, .hunk span { display: block; text-decoration: none; }
.hunk ins { background: var(--added); }
.hunk del { background: var(--removed); }
.problems li { padding: .35rem 0; overflow-wrap: anywhere; }
.problems li + li { border-top: 1px solid var(--edge); }
.problems strong { color: var(--ink); }
.fix { display: block; color: var(--quiet); }
.references li { display: flex; align-items: baseline; gap: .5rem; }
.references .how { flex: 0 0 auto; color: var(--quiet); font-size: 12px; }
.references .entry { flex: 1; }
#general { padding: 0 1rem; }
#left-out { color: var(--quiet); font-size: 12px; padding: 0 .5rem; }
#left-out:empty { display: none; }
@media (max-width: 52rem) {
  body { grid-template: auto minmax(0, 1fr) minmax(0, 1fr) / minmax(0, 1fr); }
  nav { grid-row: 3; border-right: 0; border-top: 1px solid var(--edge); }
  header p { display: none; }
  header h1 { flex: 1; }
}
@media print {
  nav, aside, .tools { display: none; }
}
`;
