import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'cdk8s';
import { build } from '../src/build';
import type { Build } from '../src/build';
import { useHost } from '../src/host';
import { project } from './support/compiled';
import { hasKubectl, kubectlCreate, testWithKubectl } from './support/kubectl';
import { readFiles } from './support/temporary-folder';

/** Runs src/main.ts and takes what it synthesizes; nothing is written. */
function runExample(): Build {
  const builds: Build[] = [];
  useHost({ synth: (app: App) => void builds.push(build(app)) });
  jest.isolateModules(() => void jest.requireActual('../src/main'));
  useHost(undefined);
  expect(builds).toHaveLength(1);
  return builds[0];
}

describe('the example application', () => {
  const { allowed, files, manifests, problems } = runExample();
  const committed = readFiles(join(project, 'dist'));

  test('has no problems', () => {
    expect(problems).toEqual([]);
  });

  test('is what dist/ holds, byte for byte, and nothing else is there', () => {
    const { '.plimsoll': _record, ...written } = committed;
    expect(written).toEqual(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  });

  test('is what the record in dist/ says', () => {
    const lines = [...files]
      .sort((left, right) => (left.path < right.path ? -1 : 1))
      .map(({ path, text }) => `${createHash('sha256').update(text).digest('hex')}  ${path}\n`);
    expect(committed['.plimsoll']).toBe(lines.join(''));
  });

  test('shows everything that a first study of Kubernetes teaches', () => {
    const kinds = new Set(manifests.map(({ identity }) => identity.kind));
    const taught =
      'Pod ReplicaSet Deployment Service Ingress ConfigMap PersistentVolume PersistentVolumeClaim Namespace DaemonSet Job ' +
      'StatefulSet CronJob StorageClass HTTPRoute NetworkPolicy HorizontalPodAutoscaler PodDisruptionBudget Role RoleBinding';
    expect([...kinds]).toEqual(expect.arrayContaining(taught.split(' ')));
    const text = JSON.stringify(manifests.map(({ object }) => object));
    for (const field of [
      'command',
      'args',
      'env',
      'configMapKeyRef',
      'secretKeyRef',
      'secretName',
      'imagePullSecrets',
      'emptyDir',
      'persistentVolumeClaim',
      'maxSurge',
      'maxUnavailable',
      'Recreate',
      'paused',
      'revisionHistoryLimit',
      'progressDeadlineSeconds',
      'nodePort',
    ]) {
      expect(text).toContain(`"${field}"`);
    }
  });

  test('uses a construct of ours for everything, and no class of the API itself', () => {
    const examples = readdirSync(join(project, 'src/examples')).map((file) =>
      readFileSync(join(project, 'src/examples', file), 'utf8'),
    );
    for (const text of examples) expect(text).not.toMatch(/cdk8s-plus-27|ApiObject/);
  });

  test('allows what it allows with a reason', () => {
    expect(allowed.map(({ because, code }) => [code, because.length > 20])).toEqual(
      expect.arrayContaining([['PLM7403', true]]),
    );
  });

  test('knows for each object the line of TypeScript that made it', () => {
    for (const { origin } of manifests) {
      expect(origin.locate()).toMatchObject({
        file: expect.stringMatching(/src\/examples\/\w+\.ts$/),
        line: expect.any(Number),
      });
    }
  });

  testWithKubectl(
    `is read by kubectl create --dry-run=client${hasKubectl ? '' : ' (skipped: kubectl is not installed)'}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'plimsoll-'));
      cpSync(join(project, 'dist'), folder, { recursive: true });
      for (const { path, text } of files) {
        const printed = await kubectlCreate(join(folder, path));
        const sent = text.split(/^---$/m).length;
        // A List has a version too.
        const objects =
          [...printed.matchAll(/^(?: {2}|- |)apiVersion: /gm)].length - (/^kind: List$/m.test(printed) ? 1 : 0);
        expect([path, objects]).toEqual([path, sent]);
      }
      rmSync(folder, { recursive: true });
    },
    60_000,
  );
});
