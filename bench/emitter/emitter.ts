/**
 * Compares the emitter, compiled as it is published, with `yaml` (as cdk8s calls it), js-yaml and JSON.stringify.
 * Run by hand: `npm run compile && npx tsx bench/emitter/emitter.ts`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Yaml } from 'cdk8s';
import { dump } from 'js-yaml';
import { webApplications } from './objects';

// Not the sources: a loader's way to link modules costs a third of the speed.
const { printYamlDocuments } = createRequire(__filename)(
  '../../lib/yaml/print.js',
) as typeof import('../../src/yaml/print');

const ROUNDS = 21;
const WARM_UP = 5;
const objects = webApplications(300);

/** The version of `yaml` that cdk8s itself loads. */
function versionFor(name: string, from: string): string {
  const folder = dirname(require.resolve(`${name}/package.json`, { paths: [from] }));
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string }).version;
}

const here = __dirname;
const cdk8sFolder = dirname(require.resolve('cdk8s/package.json', { paths: [here] }));

const writers: readonly { readonly name: string; readonly write: () => string }[] = [
  {
    name: `yaml ${versionFor('yaml', cdk8sFolder)} as cdk8s ${versionFor('cdk8s', here)} calls it`,
    write: () => Yaml.stringify(...objects),
  },
  {
    name: `js-yaml ${versionFor('js-yaml', here)}, noRefs`,
    write: () => objects.map((object) => dump(object, { noRefs: true, lineWidth: -1 })).join('---\n'),
  },
  {
    name: 'JSON.stringify, two spaces',
    write: () => objects.map((object) => JSON.stringify(object, null, 2)).join('\n'),
  },
  { name: 'JSON.stringify, compact', write: () => objects.map((object) => JSON.stringify(object)).join('\n') },
  { name: 'printYamlDocuments', write: () => printYamlDocuments(objects) },
];

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

interface Measured {
  readonly first: number;
  readonly median: number;
  readonly text: string;
}

/** The first call, which includes compiling, and the median of many calls after some to warm up. */
function measure(write: () => string): Measured {
  const times: number[] = [];
  let text = '';
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const start = performance.now();
    text = write();
    times.push(performance.now() - start);
  }
  return { first: times[0]!, median: median(times.slice(WARM_UP)), text };
}

const measured = writers.map(({ write }) => measure(write));
console.log(
  `${objects.length} objects, ${(Buffer.byteLength(measured[0]!.text) / 1e6).toFixed(2)} MB, Node ${process.version}, ` +
    `${cpus()[0]?.model ?? 'unknown processor'}; milliseconds, median of ${ROUNDS} rounds after ${WARM_UP}`,
);
writers.forEach(({ name }, index) => {
  const { first, median: milliseconds, text } = measured[index]!;
  const speed = Buffer.byteLength(text) / 1e3 / milliseconds;
  const ratio = (measured[0]!.median / milliseconds).toFixed(1);
  const firstRatio = (measured[0]!.first / first).toFixed(1);
  console.log(
    `${name.padEnd(42)} ${milliseconds.toFixed(1).padStart(6)} ${speed.toFixed(0).padStart(4)} MB/s, 1/${ratio} of yaml's time; ` +
      `first call ${first.toFixed(1)}, 1/${firstRatio}`,
  );
});
console.log(measured[0]!.text === measured.at(-1)!.text ? 'same bytes as cdk8s' : 'OTHER BYTES THAN CDK8S');
