// Compares cdk8s and Plimsoll on the same work, each piece in a process of its own, in turn. By hand:
//   npm run compile && node bench/synth/run.mjs [RUNS]
// Prints a table and writes bench/synth/growth.svg.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { drawGrowth } from './draw-growth.mjs';

const runs = Number(process.argv[2] ?? 5);
const here = new URL('.', import.meta.url).pathname;

/** Who does it: library, program, and how it is called in the table. */
const contestants = [
  ['cdk8s', 'cdk8s-plus', 'cdk8s, cdk8s-plus'],
  ['plimsoll', 'cdk8s-plus', 'Plimsoll, the same cdk8s-plus program'],
  ['plimsoll', 'plimsoll', 'Plimsoll, our constructs'],
  ['cdk8s', 'api-objects', 'cdk8s, plain API objects'],
  ['plimsoll', 'api-objects', 'Plimsoll, the same plain API objects'],
];

/** Charts and applications of seven objects in each. */
const sizes = [
  [1, 1],
  [1, 10],
  [1, 100],
  [1, 1000],
  [1, 3000],
  [1000, 1],
];

function median(values) {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
}

function measure(library, program, charts, apps) {
  const output = execFileSync(process.execPath, [`${here}work.cjs`, library, program, String(charts), String(apps)], {
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

const results = [];
for (const [charts, apps] of sizes) {
  const rows = contestants.map(([library, program, name]) => ({ library, program, name, charts, apps, runs: [] }));
  // In turn, so that a machine that slows down slows all of them.
  for (let run = 0; run < runs; run++)
    for (const row of rows) row.runs.push(measure(row.library, row.program, charts, apps));
  for (const row of rows) {
    row.cpu = median(row.runs.map(({ cpu }) => cpu));
    row.memory = median(row.runs.map(({ memory }) => memory));
  }
  results.push(...rows);
  for (const row of rows) {
    const baseline = rows.find(
      ({ library, program }) =>
        library === 'cdk8s' && program === (row.program === 'plimsoll' ? 'cdk8s-plus' : row.program),
    );
    row.ratio = row.cpu / baseline.cpu;
    row.memoryRatio = row.memory / baseline.memory;
  }
}

console.log(
  `${cpus().length} × ${cpus()[0].model}, ${platform()} ${arch()}, Node ${process.version}, median of ${runs}\n`,
);
console.log(
  '| objects | charts | who | CPU, s | of cdk8s | peak memory, MB | of cdk8s |\n|---|---|---|---|---|---|---|',
);
for (const { charts, apps, name, cpu, ratio, memory, memoryRatio } of results) {
  const shown = (value) => (value === 1 ? '' : `${value.toFixed(2)} (1/${(1 / value).toFixed(1)})`);
  console.log(
    `| ${charts * apps * 7} | ${charts} | ${name} | ${(cpu / 1000).toFixed(2)} | ${shown(ratio)} | ${memory.toFixed(0)} | ${shown(memoryRatio)} |`,
  );
}
const growth = contestants.slice(0, 3).map(([library, program, name]) => ({
  name,
  points: results
    .filter((row) => row.library === library && row.program === program && row.charts === 1)
    .map(({ apps, cpu }) => [apps * 7, cpu / 1000]),
}));
for (const { name, points } of growth) {
  const [[n1, t1], [n2, t2]] = points.slice(-2);
  console.log(
    `growth of ${name} from ${n1} to ${n2} objects: exponent ${(Math.log(t2 / t1) / Math.log(n2 / n1)).toFixed(2)}`,
  );
}
writeFileSync(`${here}growth.svg`, drawGrowth(growth));
