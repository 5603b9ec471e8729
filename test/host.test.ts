import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import type { App as AnyApp } from 'cdk8s';
import { App } from '../src/app';
import { currentHost, useHost } from '../src/host';
import { inTemporaryFolder } from './support/temporary-folder';

describe('a host', () => {
  afterEach(() => useHost(undefined));

  test('takes over what apps synthesize, and nothing is written', () => {
    inTemporaryFolder((folder) => {
      const taken: AnyApp[] = [];
      useHost({ synth: (app) => void taken.push(app) });
      const app = new App({ outdir: join(folder, 'dist') });
      new Chart(app, 'web');
      app.synth();
      expect(taken).toEqual([app]);
      expect(existsSync(join(folder, 'dist'))).toBe(false);
    });
  });

  test('is found by every copy of the library in the process', () => {
    const host = { synth: () => undefined };
    useHost(host);
    let copy: typeof import('../src/host') | undefined;
    jest.isolateModules(() => {
      copy = jest.requireActual('../src/host');
    });
    expect(copy?.currentHost()).toBe(host);
    useHost(undefined);
    expect(currentHost()).toBeUndefined();
  });
});
