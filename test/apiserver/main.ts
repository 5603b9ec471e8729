// `npm run test:apiserver [MINOR...]`: builds kube-apiserver, asks it about every case, and keeps what it answers.
import { readBases } from '../corpus/bases';
import { readCases, writeVerdicts } from './files';
import { recordCreates } from './record-creates';
import { recordUpdates } from './record-updates';
import { withServer } from './with-server';

async function main(minors: readonly string[]): Promise<void> {
  for (const minor of minors) {
    await withServer(minor, async (client, resources) => {
      const bases = readBases(minor);
      for (const [name, record] of [
        ['creates', recordCreates],
        ['updates', recordUpdates],
      ] as const) {
        const cases = readCases(name, bases);
        const started = Date.now();
        writeVerdicts(minor, name, cases, await record(client, resources, bases, cases));
        console.log(`Kubernetes ${minor}: ${cases.length} ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
      }
    });
  }
}

const minors = process.argv.slice(2);
main(minors.length > 0 ? minors : ['1.27', '1.36']).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
