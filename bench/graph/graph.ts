/**
 * Times `plimsoll graph` from the objects in memory to the text of each format, the layout with it where there is one.
 * Run by hand: `npx tsx bench/graph/graph.ts [FORMAT]`.
 */
import { createHash } from 'node:crypto';
import { layOutWithDagre } from '../../src/cli/graph/dagre';
import { buildGraph } from '../../src/graph/build-graph';
import { connectionsOf } from '../../src/graph/connections';
import type { Graph } from '../../src/graph/graph';
import { layOut } from '../../src/graph/lay-out';
import { graphDot } from '../../src/report/graph-dot';
import { graphJson } from '../../src/report/graph-json';
import { graphMermaid } from '../../src/report/graph-mermaid';
import { graphPage } from '../../src/report/graph-page';
import { pageData } from '../../src/report/graph-page-data';
import { graphSvg } from '../../src/report/graph-svg';
import { countGraph } from '../../src/report/graph-words';
import { applications } from '../checks/objects';

const rounds = 5;
const sizes = [70, 700, 7_000, 21_000];

const digest = (text: string): string => createHash('sha256').update(text).digest('base64');
const formats: Readonly<Record<string, (graph: Graph) => string>> = {
  mermaid: (graph) => graphMermaid(graph).text,
  dot: graphDot,
  json: (graph) => graphJson(graph, '/'),
  svg: (graph) => {
    const connections = connectionsOf(graph);
    return graphSvg(graph, connections, layOut(graph, connections, layOutWithDagre));
  },
  html: (graph) => {
    const connections = connectionsOf(graph);
    const data = pageData(graph, connections, layOut(graph, connections, layOutWithDagre), '/');
    return graphPage(data, { title: 'objects', counts: countGraph(graph), digest });
  },
};

/** Processor time of this process in milliseconds: what else the machine does hardly counts. */
function cpu(): number {
  const { system, user } = process.cpuUsage();
  return (system + user) / 1000;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

console.log('| format | objects | ms | kB |\n|---|---|---|---|');
for (const [format, draw] of Object.entries(formats)) {
  if (process.argv[2] !== undefined && process.argv[2] !== format) continue;
  const totals: number[] = [];
  for (const size of sizes) {
    const objects = applications(size / 7);
    const run = (): string => draw(buildGraph(objects));
    const { length } = run();
    const times = Array.from({ length: rounds }, () => {
      const start = cpu();
      run();
      return cpu() - start;
    });
    totals.push(median(times));
    console.log(`| ${format} | ${size} | ${median(times).toFixed(0)} | ${(length / 1000).toFixed(0)} |`);
  }
  const exponent = Math.log(totals[3] / totals[2]) / Math.log(sizes[3] / sizes[2]);
  console.log(`| ${format} | 7,000 to 21,000 | growth exponent ${exponent.toFixed(2)} | |`);
}
