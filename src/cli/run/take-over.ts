import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { App } from 'cdk8s';
import { useHost } from '../../host';
import { load } from '../load';
import { tuneEngine } from '../tune-engine';
import { judgingOf, judgingVariable } from './judging-environment';
import type { Synthesized } from './synthesized';

type Cdk8s = typeof import('cdk8s');
type Build = typeof import('../../build');
type Origin = typeof import('../../manifest/origin');

/** From now on every `app.synth()` of Plimsoll's `App` in this process is handed over instead of written. */
export function takeOverPlimsoll(receive: (synthesized: Synthesized) => void): void {
  const { kubernetes } = JSON.parse(process.env[judgingVariable] ?? '{}') as { readonly kubernetes?: string };
  useHost({
    kubernetes,
    synth: (app) => {
      const { build } = load('../build') as Build;
      receive(describe(app, build(app, { ...judgingOf(app, process.env), beforeEngine: tuneEngine })));
    },
  });
}

/** The same for apps that use cdk8s' own `App`. */
export function takeOverCdk8s({ App }: Cdk8s, receive: (synthesized: Synthesized) => void): void {
  const { recordOrigins } = load('../manifest/origin') as Origin;
  recordOrigins();
  App.prototype.synth = function synth(this: App): void {
    const { build } = load('../build') as Build;
    receive(describe(this, build(this, { ...judgingOf(this, process.env), beforeEngine: tuneEngine })));
  };
}

/** The copy of cdk8s that a file would import; undefined when there is none. */
export function findCdk8s(importer: string): Cdk8s | undefined {
  const find = createRequire(importer);
  let file: string;
  try {
    file = find.resolve('cdk8s');
  } catch {
    return undefined;
  }
  return find(file) as Cdk8s;
}

function describe(app: App, { allowed, files, judged, problems, manifests }: ReturnType<Build['build']>): Synthesized {
  const constructs = Object.fromEntries(manifests.map(({ identity, origin }) => [identity.name, origin.construct]));
  return { outdir: resolve(app.outdir), files, problems, allowed, judged, constructs, live: { app, manifests } };
}
