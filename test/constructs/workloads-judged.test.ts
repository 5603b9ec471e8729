import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, Yaml } from 'cdk8s';
import type { Construct } from 'constructs';
import fc from 'fast-check';
import { App } from '../../src/app';
import { inspect } from '../../src/build';
import { NodeAgent } from '../../src/constructs/node-agent';
import type { Profile } from '../../src/constructs/pod/profile';
import { ReplicaSet } from '../../src/constructs/replica-set';
import { StatefulApp } from '../../src/constructs/stateful-app';
import { Worker } from '../../src/constructs/worker';
import { type KubernetesMinor, kubernetesMinors } from '../../src/engine/artefact';
import { testWithKubectl, kubectlCreate } from '../support/kubectl';
import { names } from './arbitrary-props';
import { nodeAgentProps, statefulAppProps, workerProps } from './arbitrary-workloads';
import { example as nodeAgent } from './examples/node-agent';
import { example as replicaSet } from './examples/replica-set';
import { example as statefulApp } from './examples/stateful-app';
import { example as worker } from './examples/worker';
import { chart, printed } from './synth-one';

/** What the API server's own code says to the objects of a chart, in a namespace that enforces a standard. */
function judge(
  kubernetes: KubernetesMinor,
  podSecurity: Exclude<Profile, 'privileged'> | undefined,
  fill: (chart: Chart) => void,
): readonly string[] {
  const app = new App({ kubernetes, podSecurity });
  fill(new Chart(app, 'chart', { namespace: 'shop' }));
  const { problems } = inspect(app, app.judging);
  return problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
}

const runs = { numRuns: 30, seed: 2027 };

describe.each(kubernetesMinors)('what the workloads make is taken by Kubernetes %s', (kubernetes) => {
  const judgedAs =
    <Props extends object>(Workload: new (scope: Construct, id: string, props: Props) => object) =>
    (name: string, given: Props): void => {
      const { sidecars } = given as { readonly sidecars?: object };
      fc.pre(!Object.hasOwn(sidecars ?? {}, name));
      const props = { ...given, profile: 'restricted' };
      expect(judge(kubernetes, 'restricted', (target) => void new Workload(target, name, props))).toEqual([]);
    };

  test('whatever valid props a Worker is given', () => {
    fc.assert(fc.property(names, workerProps, judgedAs(Worker<string>)), runs);
  });

  test('whatever valid props a StatefulApp is given', () => {
    fc.assert(fc.property(names, statefulAppProps, judgedAs(StatefulApp<string, string>)), runs);
  });

  test('whatever valid props a NodeAgent is given, in the namespace that it asks for', () => {
    fc.assert(
      fc.property(names, nodeAgentProps, (name, props) => {
        fc.pre(!Object.hasOwn(props.sidecars ?? {}, name));
        const { podSecurity } = new NodeAgent<string>(chart(), name, { ...props, profile: 'restricted' });
        const level = podSecurity === 'privileged' ? undefined : podSecurity;
        const errors = judge(kubernetes, level, (target) => {
          new NodeAgent<string>(target, name, { ...props, profile: 'restricted' });
        });
        expect(errors).toEqual([]);
      }),
      runs,
    );
  });

  test('a ReplicaSet', () => {
    fc.assert(
      fc.property(names, fc.nat({ max: 9 }), (name, replicas) =>
        judgedAs(ReplicaSet<string>)(name, { image: 'nginx', replicas, minReadySeconds: replicas }),
      ),
      { ...runs, numRuns: 10 },
    );
  });

  test('and access to the node is refused where a namespace does not allow it', () => {
    const agent = (target: Chart): void => {
      new NodeAgent(target, 'logs', { image: 'nginx:1', hostPaths: { '/var/log': {} } });
    };
    expect(judge(kubernetes, 'baseline', agent).join()).toContain('hostPath');
    expect(judge(kubernetes, undefined, agent)).toEqual([]);
  });
});

testWithKubectl('kubectl reads the examples', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-workloads-'));
  try {
    const target = chart();
    for (const example of [worker, statefulApp, nodeAgent, replicaSet]) example(target);
    const file = join(folder, 'all.yaml');
    writeFileSync(file, printed(target));
    writeFileSync(join(folder, 'read.yaml'), await kubectlCreate(file));
    const read = Yaml.load(join(folder, 'read.yaml')) as { readonly kind: string; readonly items?: object[] }[];
    const made = read.flatMap((document) => (document.items ?? [document]) as { readonly kind: string }[]);
    expect(made.map(({ kind }) => kind)).toEqual(target.toJson().map(({ kind }: { readonly kind: string }) => kind));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
