// Building and printing objects through the constructs, against cdk8s-plus through cdk8s. Each piece of work in a process of its own, in
// turn. By hand: npm run compile && node bench/constructs/run.mjs [RUNS] [PARTS]
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

const runs = Number(process.argv[2] ?? 5);
const parts = process.argv[3] ?? '500';
const here = new URL('.', import.meta.url).pathname;

/** Who does it: library, program, and how it is called in the table. */
const contestants = [
  ['cdk8s', 'cdk8s-plus', 'cdk8s, cdk8s-plus'],
  ['plimsoll', 'cdk8s-plus', 'Plimsoll, the same cdk8s-plus program'],
  ['plimsoll', 'plimsoll', 'Plimsoll, our constructs'],
];
const rows = contestants.map(([library, program, name]) => ({ library, program, name, measured: [] }));
for (let run = 0; run < runs; run++) {
  for (const { library, program, measured } of rows) {
    const output = execFileSync(process.execPath, [`${here}work.cjs`, library, program, parts], { encoding: 'utf8' });
    measured.push(JSON.parse(output));
  }
}

const median = (row, figure) =>
  row.measured.map((measured) => measured[figure]).sort((a, b) => a - b)[Math.floor(runs / 2)];
console.log(`${cpus().length} × ${cpus()[0].model}, Node ${process.version}, median of ${runs}\n`);
console.log('| who | objects | MB of YAML | building, s | printing, s | CPU of the process, s | | peak memory, MB |');
console.log('|---|---|---|---|---|---|---|---|');
for (const row of rows) {
  const seconds = (figure) => (median(row, figure) / 1000).toFixed(2);
  const times = (median(rows[0], 'cpu') / median(row, 'cpu')).toFixed(1);
  const figures = [seconds('build'), seconds('synth'), seconds('cpu'), `1/${times}`, median(row, 'memory').toFixed(0)];
  const made = [median(row, 'objects'), median(row, 'megabytes').toFixed(1)];
  console.log(`| ${[row.name, ...made, ...figures].join(' | ')} |`);
}
