/**
 * Reads and judges damaged manifests: whatever is done to a file, there is an answer, no failure of the engine, and the second answer
 * is the first.
 *
 *     npx tsx test/fuzz/reading.ts [minutes] [seed]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { checkFiles } from '../../src/check-files';
import type { KubernetesMinor } from '../../src/engine/artefact';

const [minutes = 10, firstSeed = 1] = process.argv.slice(2).map(Number);
const runsPerRound = 2000;

const samples = readFileSync(join(__dirname, '../../engine/samples/samples.yaml'), 'utf8').split(/^---\n/m);

/** Pieces that mean something to YAML, JSON or JavaScript. */
const pieces = [
  '\n',
  '  ',
  '- ',
  ': ',
  '---\n',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '|',
  '>',
  '&a ',
  '*a',
  '<<: ',
  '!!str ',
  '#',
  '\t',
  '\r',
  '\0',
  '\ufeff',
  '__proto__',
  'null',
  '1e400',
  '{{',
  '\u2028',
  '\ud800',
  '%YAML 1.1\n',
  '? ',
];

const damage = fc.record({
  sample: fc.constantFrom(...samples),
  at: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
  piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 3 })),
  removed: fc.nat({ max: 30 }),
});

const text = fc.array(damage, { minLength: 1, maxLength: 3 }).map((documents) =>
  documents
    .map(({ at, piece, removed, sample }) =>
      at.reduce((whole, part) => {
        const index = Math.floor(part * whole.length);
        return whole.slice(0, index) + piece + whole.slice(index + (removed > 20 ? removed : 0));
      }, sample),
    )
    .join('---\n'),
);

const property = fc.property(text, fc.constantFrom<KubernetesMinor>('1.27', '1.36'), (written, kubernetes) => {
  const answer = (): string =>
    JSON.stringify(
      checkFiles([{ path: 'a.yaml', text: written }], {
        kubernetes,
        against: [{ path: 'a.yaml', text: samples.join('---\n') }],
      }),
    );
  const first = answer();
  if (first.includes('"PLM5008"')) throw new Error(first);
  if (answer() !== first) throw new Error('the second answer is another one');
});

const started = Date.now();
let runs = 0;
for (let seed = firstSeed; Date.now() - started < minutes * 60_000; seed++) {
  const result = fc.check(property, {
    numRuns: runsPerRound,
    seed,
    interruptAfterTimeLimit: minutes * 60_000 - (Date.now() - started),
  });
  runs += result.numRuns;
  if (result.failed && !result.interrupted) {
    console.error(`found with: npx tsx test/fuzz/reading.ts ${minutes} ${seed}`);
    console.error(fc.defaultReportMessage(result));
    process.exit(1);
  }
  console.log(`${runs} files, ${Math.round((Date.now() - started) / 1000)} s, next seed ${seed + 1}`);
}
