import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '../../src/engine';
import type { Engine, KubernetesMinor, Review } from '../../src/engine';

const engines = new Map<KubernetesMinor, Engine>();

/** One engine for each minor and test file: loading one takes longer than most tests. */
export function engineOf(kubernetes: KubernetesMinor): Engine {
  const engine = engines.get(kubernetes) ?? openEngine({ kubernetes });
  engines.set(kubernetes, engine);
  return engine;
}

/** The samples that the build warms the engine up with: one valid object of each kind. */
export function samples(): readonly string[] {
  return readFileSync(join(__dirname, '../../engine/samples/samples.yaml'), 'utf8').split(/^---\n/mu);
}

/** `apps/v1 Deployment` of a sample. */
export function kindOf(sample: string): string {
  return `${/^apiVersion: (.*)$/mu.exec(sample)![1]} ${/^kind: (.*)$/mu.exec(sample)![1]}`;
}

/** A Pod's spec that passes the restricted level. */
export const restrictedPod = {
  containers: [
    {
      name: 'app',
      image: 'registry.example.com/app:1.0.0',
      securityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    },
  ],
};

/** A Pod's spec that passes no level but `privileged`. */
export const anyPod = { containers: [{ name: 'app', image: 'registry.example.com/app:1.0.0' }] };

/** A Pod. */
export function pod(spec: object = anyPod, name = 'app'): object {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec };
}

/** A workload with a selector. */
export function workload(
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'ReplicaSet',
  spec: object = {},
  podSpec: object = anyPod,
  name = 'app',
): object {
  const labels = { app: 'app' };
  const serviceName = kind === 'StatefulSet' ? { serviceName: 'app' } : {};
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name },
    spec: {
      ...serviceName,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: podSpec },
      ...spec,
    },
  };
}

/** A Service. */
export function service(spec: object): object {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name: 'app' }, spec: { ports: [{ port: 80 }], ...spec } };
}

/** The errors as the server prints them, field first. */
export function texts(review: Review): readonly string[] {
  return review.errors.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`));
}
