/**
 * Times the comparison of two sets of objects, from the text of files to the report in Markdown.
 * Run by hand: `npx tsx bench/diff/diff.ts`.
 */
import { compareObjects } from '../../src/changes/compare-objects';
import type { Comparison } from '../../src/changes/compare-objects';
import { sideOfApp } from '../../src/cli/diff/read-side';
import type { OutputFile } from '../../src/output/output-file';
import { changesMarkdown } from '../../src/report/changes-markdown';
import { changesText } from '../../src/report/changes-text';
import { plainStyles } from '../../src/report/styles';
import { printYamlDocuments } from '../../src/yaml/print';
import { webApplications } from '../emitter/objects';

const rounds = 5;
const sizes = [70, 700, 7_000, 21_000];
const only = process.argv[2];

/** Applications of seven objects, ten of them in a file. */
function filesOf(applications: number, change: (object: string, application: number) => string): readonly OutputFile[] {
  const objects = webApplications(applications).map((object, index) => {
    return JSON.parse(change(JSON.stringify(object), Math.floor(index / 7))) as unknown;
  });
  const files: OutputFile[] = [];
  for (let start = 0; start < objects.length; start += 70) {
    files.push({ path: `${start / 70}.k8s.yaml`, text: printYamlDocuments(objects.slice(start, start + 70)) });
  }
  return files;
}

const same = (object: string): string => object;
const scenarios: readonly (readonly [string, (object: string, application: number) => string])[] = [
  ['nothing changes', same],
  ['one application in a hundred', (object, application) => (application % 100 === 0 ? release(object) : object)],
  ['a label of every object', (object) => object.replaceAll('"tier":"frontend"', '"tier":"edge"')],
  ['every object, each in its own way', (object, application) => release(object, application)],
];

function release(object: string, application = 0): string {
  return object.replaceAll('"tier":"frontend"', `"tier":"edge-${application}"`).replace('"replicas":3', '"replicas":4');
}

/** Processor time of this process in milliseconds: what else the machine does hardly counts. */
function cpu(): number {
  const { system, user } = process.cpuUsage();
  return (system + user) / 1000;
}

interface Times {
  readonly compare: number;
  readonly report: number;
}

function run(before: readonly OutputFile[], after: readonly OutputFile[]): Times {
  const start = cpu();
  const [old, now] = [sideOfApp('before', before, []), sideOfApp('after', after, [])];
  const comparison: Comparison = compareObjects(old.objects, now.objects);
  const compared = cpu();
  const report = { comparison, before: 'a', after: 'b', skipped: [], problems: [], isJudged: true, gates: [] };
  const length = changesText(report, { styles: plainStyles, folder: '/' }).length + changesMarkdown(report, '/').length;
  if (length === 0) throw new Error('nothing was reported');
  return { compare: compared - start, report: cpu() - compared };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

console.log('| what changes | objects | compare, ms | report, ms |\n|---|---|---|---|');
for (const [name, change] of scenarios) {
  if (only !== undefined && !name.includes(only)) continue;
  const totals: (readonly [number, number])[] = [];
  for (const size of sizes) {
    const [before, after] = [filesOf(size / 7, same), filesOf(size / 7, change)];
    run(before, after);
    const times = Array.from({ length: rounds }, () => run(before, after));
    const [compare, report] = [median(times.map((it) => it.compare)), median(times.map((it) => it.report))];
    totals.push([size, compare + report]);
    console.log(`| ${name} | ${size} | ${compare.toFixed(1)} | ${report.toFixed(1)} |`);
  }
  const [from, to] = [totals[2], totals[3]];
  const exponent = Math.log(to[1] / from[1]) / Math.log(to[0] / from[0]);
  console.log(`| | 7,000 to 21,000 | growth exponent ${exponent.toFixed(2)} | |`);
}
