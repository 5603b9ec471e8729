import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import fc from 'fast-check';
import { App } from '../src/app';
import { compiledCommand, project } from './support/compiled';
import { inTemporaryFolder, readFiles } from './support/temporary-folder';

/** A program that fills an app with text that sorts and reads differently in other places of the world. */
const program = `
const { ApiObject, Chart } = require('cdk8s');
const { App } = require(${JSON.stringify(join(project, 'lib'))});
const app = new App({ judge: false });
for (const id of ['z', 'I', 'i', 'ä', 'o']) {
  const chart = new Chart(app, 'chart-' + id.codePointAt(0));
  for (const name of ['b', 'a']) {
    new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x-' + name }, data: { ı: 'İ', ä: 'z', z: 'ä', at: '2026-01-01', n: '1,5' } });
  }
}
app.synth();
`;

function digest(folder: string): string {
  return createHash('sha256')
    .update(JSON.stringify(readFiles(folder)))
    .digest('hex');
}

describe('the same input gives the same bytes', () => {
  // Other versions of Node can be named, separated by colons: PLIMSOLL_TEST_NODES=/opt/node22/bin/node:/opt/node24/bin/node
  const nodes = [process.execPath, ...(process.env.PLIMSOLL_TEST_NODES ?? '').split(':').filter(Boolean)];
  const places = [
    { TZ: 'UTC', LC_ALL: 'C' },
    { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    { TZ: 'America/St_Johns', LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8' },
  ];

  test('in other time zones, locales, working directories and versions of Node', () => {
    compiledCommand();
    inTemporaryFolder((folder) => {
      writeFileSync(join(folder, 'main.js'), program);
      const digests = new Set<string>();
      for (const [index, node] of nodes.entries()) {
        for (const [place, env] of places.entries()) {
          const cwd = join(folder, `cwd ${index} ${place}`);
          mkdirSync(cwd);
          const paths = { NODE_PATH: join(project, 'node_modules') };
          execFileSync(node, ['../main.js'], { cwd, env: { PATH: process.env.PATH, ...paths, ...env } });
          digests.add(digest(join(cwd, 'dist')));
        }
      }
      expect([...digests]).toHaveLength(1);
    });
  });

  test('in a hundred runs', () => {
    inTemporaryFolder((folder) => {
      const digests = new Set<string>();
      for (let run = 0; run < 100; run++) {
        const outdir = join(folder, String(run));
        const app = new App({ outdir });
        for (const id of ['b', 'a']) {
          const chart = new Chart(app, id);
          new ApiObject(chart, 'x', { apiVersion: 'v1', kind: 'ConfigMap', data: { b: '1', a: '2' } });
        }
        app.synth();
        digests.add(digest(outdir));
      }
      expect([...digests]).toHaveLength(1);
    });
  });

  test('in whichever order the fields of an object were set', () => {
    const fields = Object.entries({ z: 1, a: { y: 2, b: 3 }, 10: 4, 9: 5, Ä: 6 });
    fc.assert(
      fc.property(fc.shuffledSubarray(fields, { minLength: fields.length }), (shuffled) => {
        const app = new App({ judge: false });
        new ApiObject(new Chart(app, 'c'), 'x', { apiVersion: 'v1', kind: 'Thing', ...Object.fromEntries(shuffled) });
        const reference = new App({ judge: false });
        new ApiObject(new Chart(reference, 'c'), 'x', {
          apiVersion: 'v1',
          kind: 'Thing',
          ...Object.fromEntries(fields),
        });
        expect(app.synthYaml()).toBe(reference.synthYaml());
      }),
      { numRuns: 50, seed: 2027 },
    );
  });
});
