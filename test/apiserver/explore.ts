// `tsx test/apiserver/explore.ts MINOR SEED [CREATES UPDATES SEVERAL BACK]`: asks the server and the engine about other and more cases
// than the committed ones, and prints where they differ.
import { openEngine } from '../../src/engine/index';
import type { KubernetesMinor } from '../../src/engine/index';
import { readBases } from '../corpus/bases';
import type { Tree } from '../corpus/case';
import { generate } from '../corpus/generate';
import { compare } from './compare';
import { recordCreates } from './record-creates';
import { recordUpdates } from './record-updates';
import { withServer } from './with-server';

async function explore(
  minor: string,
  seed: number,
  creates: number,
  updates: number,
  several: number,
  back: number,
): Promise<void> {
  const all = generate({ creates, updates, several, back, seed });
  const bases = readBases(minor);
  const engine = openEngine({ kubernetes: minor as KubernetesMinor });
  await withServer(minor, async (client, resources) => {
    for (const name of ['creates', 'updates'] as const) {
      const cases = all[name].filter((one) => bases.has(one.base));
      const record = name === 'creates' ? recordCreates : recordUpdates;
      const verdicts = await record(client, resources, bases, cases);
      const counts: Record<string, number> = {};
      let asked = 0;
      cases.forEach((one, index) => {
        const server = verdicts[index];
        // Its old object is refused.
        if (server === undefined) return;
        asked++;
        const operation = name === 'creates' ? 'create' : 'update';
        const { differences, engine: answer } = compare(engine, operation, bases.get(one.base) as Tree, one, server);
        for (const difference of differences) counts[difference] = (counts[difference] ?? 0) + 1;
        if (differences.length > 0)
          console.log(JSON.stringify({ name, differences, case: one, server, engine: answer }));
      });
      console.error(`${minor} ${name}: ${asked} cases, differences ${JSON.stringify(counts)}`);
    }
  });
}

const [minor = '1.27', ...amounts] = process.argv.slice(2);
const [seed = 1, creates = 12, updates = 6, several = 100, back = 2] = amounts.map(Number);
explore(minor, seed, creates, updates, several, back).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
