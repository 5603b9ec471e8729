import type { KubernetesObject } from '../manifest/manifest';
import type { ObjectIdentity } from '../problems/problem';
import { at, fieldsIn } from './data';
import type { Fields } from './data';

/** Where objects of a kind keep the template of their Pods; a Pod is its own. */
const templates: Readonly<Record<string, readonly string[]>> = {
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Deployment: ['spec', 'template'],
  Job: ['spec', 'template'],
  Pod: [],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
};

/** What makes Pods. */
export interface Workload {
  readonly kind: string;
  /** The object's own `spec`. */
  readonly spec: Fields;
  /** The spec of its Pods. */
  readonly podSpec: Fields;
  /** Path of the template, such as `spec.template`; of the spec for a Pod. */
  readonly path: string;
  /** How many Pods. @default - not known: one a node, or as many as Jobs ask for */
  readonly replicas?: number;
}

/** Whether objects of a kind make Pods. */
export function makesPods({ apiVersion, kind }: ObjectIdentity): boolean {
  return Object.hasOwn(templates, kind) && /^(?:v1|apps\/|batch\/)/.test(apiVersion);
}

/** Reads what makes Pods; undefined for anything else. */
export function readWorkload(identity: ObjectIdentity, object: KubernetesObject | undefined): Workload | undefined {
  if (!object || !makesPods(identity)) return undefined;
  const { kind } = identity;
  const spec = fieldsIn(object.spec);
  const keys = templates[kind];
  const podSpec = fieldsIn(at(object, ...keys, 'spec'));
  const replicas = replicasOf(kind, spec);
  return { kind, spec, podSpec, path: keys.join('.') || 'spec', ...(replicas !== undefined && { replicas }) };
}

function replicasOf(kind: string, spec: Fields): number | undefined {
  if (kind === 'Pod') return 1;
  if (kind === 'DaemonSet' || kind === 'CronJob') return undefined;
  const written = kind === 'Job' ? spec.parallelism : spec.replicas;
  if (written == null) return 1;
  return typeof written === 'number' && written >= 0 ? written : undefined;
}
