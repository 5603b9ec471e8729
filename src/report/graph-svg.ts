import { labelOf } from '../graph/connections';
import type { Connection } from '../graph/connections';
import type { Graph, GraphNode } from '../graph/graph';
import type { Box, Line, Placement } from '../graph/placement';
import { darkInks, inks } from './graph-inks';
import { pathOf } from './graph-paths';
import { escapeXml, fitText } from './graph-text';
import {
  changeSigns,
  countGraph,
  describeNode,
  familyOf,
  groupTitle,
  kindText,
  nameText,
  severityOf,
} from './graph-words';

/** With more lines than this, what they mean is only said by their titles. */
const mostLabels = 150;

/** A graph as a drawing that stands alone: no fonts, no scripts, and its own background. */
export function graphSvg(graph: Graph, connections: readonly Connection[], placement: Placement): string {
  const { height, width } = placement;
  const showsLabels = connections.length <= mostLabels;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">Objects and their references</title>`,
    `<desc id="description">${escapeXml(countGraph(graph))}. ${escapeXml(listObjects(graph))}</desc>`,
    `<style>${style}</style>`,
    arrow,
    `<rect class="paper" width="${width}" height="${height}" rx="10"/>`,
    ...graph.groups.flatMap((group, index) =>
      group.parent === undefined ? [] : [drawGroup(groupTitle(group), placement.groups[index])],
    ),
    ...connections.map((connection, index) => drawLine(graph, connection, placement.lines[index])),
    ...graph.nodes.map((node, index) => drawNode(node, placement.nodes[index])),
    ...(showsLabels ? connections.map((connection, index) => drawLabel(connection, placement.lines[index])) : []),
    '</svg>',
    '',
  ].join('\n');
}

/** What is drawn, for who cannot see it; drawings of many objects are not read out. */
function listObjects({ nodes }: Graph): string {
  const most = 100;
  const list = nodes.slice(0, most).map(describeNode);
  return `${[...list, ...(nodes.length > most ? [`and ${nodes.length - most} more`] : [])].join('; ')}.`;
}

function drawGroup(title: string, { height, width, x, y }: Box): string {
  const text = escapeXml(fitText(title, Math.floor((width - 28) / 6.6)));
  return (
    `<g class="group"><title>${escapeXml(title)}</title><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>` +
    `<text x="${x + 16}" y="${y + 23}">${text}</text></g>`
  );
}

function drawNode(node: GraphNode, { height, width, x, y }: Box): string {
  const { change, is, problems } = node;
  const severity = severityOf(node);
  const classes = [
    'node',
    familyOf(node),
    ...(is === 'object' ? [] : ['outside']),
    ...(change ? [change.kind] : []),
    ...(severity ? [severity] : []),
  ];
  const sign = change ? changeSigns[change.kind] : '';
  const room = 27 - (sign === '' ? 0 : 3) - (severity ? 3 : 0);
  const badge = severity
    ? `<g class="badge ${severity}"><circle cx="${x + width - 18}" cy="${y + height / 2}" r="10"/>` +
      `<text x="${x + width - 18}" y="${y + height / 2 + 4}">${Math.min(problems.length, 99)}</text></g>`
    : '';
  return (
    `<g class="${classes.join(' ')}"><title>${escapeXml(describeNode(node))}</title>` +
    `<rect class="box" x="${x}" y="${y}" width="${width}" height="${height}" rx="7"/>` +
    `<rect class="mark" x="${x}" y="${y + 9}" width="3" height="${height - 18}" rx="1.5"/>` +
    `<text class="kind" x="${x + 14}" y="${y + 18}">${escapeXml(fitText(kindText(node), room + 3))}</text>` +
    `<text class="name" x="${x + 14}" y="${y + 35}">${escapeXml(fitText(nameText(node), room))}</text>` +
    (sign === ''
      ? ''
      : `<text class="sign" x="${x + width - (severity ? 44 : 20)}" y="${y + height / 2 + 6}">${sign}</text>`) +
    `${badge}</g>`
  );
}

function drawLine({ nodes }: Graph, connection: Connection, line: Line): string {
  const { from, isOptional, to } = connection;
  const isDashed = isOptional || nodes[to].is !== 'object';
  const title = `${describeNode(nodes[from])} ${labelOf(connection)} ${describeNode(nodes[to])}`;
  const kind = `line${isDashed ? ' dashed' : ''}${line.label ? '' : ' far'}`;
  return `<path class="${kind}" d="${pathOf(line)}" marker-end="url(#arrow)"><title>${escapeXml(title)}</title></path>`;
}

function drawLabel(connection: Connection, { label }: Line): string {
  return label ? `<text class="label" x="${label.x}" y="${label.y + 3}">${escapeXml(labelOf(connection))}</text>` : '';
}

const arrow =
  '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">' +
  '<path class="head" d="M0 1 8 4 0 7Z"/></marker></defs>';

const familyStyles = (colors: typeof inks): string =>
  Object.entries(colors)
    .map(([name, color]) => `.${name}{--ink:${color}}`)
    .join('');

const style = [
  ':root{--paper:#fff;--text:#1b2228;--quiet:#586470;--edge:#d3d9df;--group:#f5f7f9;--line:#8f9ba7;--card:#fff}',
  familyStyles(inks),
  '@media (prefers-color-scheme:dark){',
  ':root{--paper:#14181c;--text:#e8ecef;--quiet:#a3afba;--edge:#3a444d;--group:#1b2126;--line:#778592;--card:#20272d}',
  familyStyles(darkInks),
  '}',
  'text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--text)}',
  '.paper{fill:var(--paper)}',
  '.group rect{fill:var(--group);stroke:var(--edge)}.group text{font-size:12px;font-weight:600;fill:var(--quiet)}',
  '.box{fill:var(--card);stroke:var(--edge)}.mark{fill:var(--ink)}.kind{font-size:11px;fill:var(--ink)}.name{font-size:13px;font-weight:500}',
  '.outside .box{stroke-dasharray:4 3;fill:var(--group)}.outside .name{fill:var(--quiet)}',
  '.created .box,.changed .box,.renamed .box,.deleted .box{stroke:var(--ink);stroke-width:2}.deleted .box{stroke-dasharray:6 3}',
  '.sign{font-size:17px;font-weight:600;fill:var(--ink)}',
  '.badge circle{fill:var(--ink)}.badge text{font-size:11px;font-weight:600;text-anchor:middle;fill:var(--paper)}',
  '.line{fill:none;stroke:var(--line);stroke-width:1.2}.dashed{stroke-dasharray:4 3}.far{opacity:.55}.head{fill:var(--line)}',
  '.label{font-size:10px;text-anchor:middle;fill:var(--quiet);paint-order:stroke;stroke:var(--group);stroke-width:4px;stroke-linejoin:round}',
].join('');
