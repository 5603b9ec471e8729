import type { ObjectIdentity } from '../problems/problem';

/** What a change does to a cluster. */
export type Effect =
  SimpleEffect | RestartEffect | DowntimeEffect | PermissionEffect | SecurityEffect | CapacityEffect | StaleEffect;

/** What kind of effect there are, the riskiest first. */
export const effectKinds = [
  /** Data may be lost, or is left without its owner. */
  'data',
  /** The API server refuses the update: a field cannot change. */
  'immutable',
  /** Nothing runs for a while, or any more. */
  'downtime',
  /** Somebody may do more, or less, through the Kubernetes API. */
  'permission',
  /** Pods are more or less confined. */
  'security',
  /** One object goes and another one comes. */
  'replaced',
  /** Requests take another way, or none. */
  'traffic',
  /** Processes go on with what was. */
  'stale',
  /** Pods are replaced while others serve. */
  'restart',
  /** More or less CPU, memory and Pods are asked for. */
  'capacity',
  /** Nothing happens until something else does. */
  'later',
  /** The object itself changes, and no Pod with it. */
  'in-place',
  /** Labels and annotations of the object itself. */
  'metadata',
  'nothing',
] as const;

export type EffectKind = (typeof effectKinds)[number];

/** What every effect says. */
export interface EffectDetails {
  /** One sentence: what happens, and why. */
  readonly reason: string;
  /** The field that causes it. @default - the whole object */
  readonly field?: string;
}

export interface SimpleEffect extends EffectDetails {
  readonly kind: Exclude<EffectKind, 'restart' | 'downtime' | 'permission' | 'security' | 'capacity' | 'stale'>;
}

/** Pods are replaced step by step. */
export interface RestartEffect extends EffectDetails {
  readonly kind: 'restart';
  /** How many. @default - not known: as many as there are nodes, or as an autoscaler has made */
  readonly pods?: number;
  /** How many Pods there may be beyond those. */
  readonly surge: number | string;
  /** How many of them may be missing. */
  readonly unavailable: number | string;
}

/** Pods stop before others start, or for good. */
export interface DowntimeEffect extends EffectDetails {
  readonly kind: 'downtime';
  /** How many. @default - not known */
  readonly pods?: number;
}

/** Verbs on resources. */
export interface PermissionEffect extends EffectDetails {
  readonly kind: 'permission';
  /** Such as `get, list secrets`. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  /** Whom bindings in the same set give them to, such as `ServiceAccount shop/web`. */
  readonly subjects: readonly string[];
}

/** Levels of the Pod Security Standards. */
export interface SecurityEffect extends EffectDetails {
  readonly kind: 'security';
  /** @default - there was none, or it is not about Pods */
  readonly before?: string;
  /** @default - there will be none, or it is not about Pods */
  readonly after?: string;
}

/** Sums over all Pods of a workload, as quantities by resource. */
export interface CapacityEffect extends EffectDetails {
  readonly kind: 'capacity';
  readonly before: Capacity;
  readonly after: Capacity;
}

/** What the Pods of a workload ask for together. */
export interface Capacity {
  /** How many Pods. @default - not known */
  readonly pods?: number;
  readonly requests: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
}

/** Workloads that do not notice. */
export interface StaleEffect extends EffectDetails {
  readonly kind: 'stale';
  /** Who goes on with what was. */
  readonly workloads: readonly ObjectIdentity[];
}
