import type { PodSecurityLabels, PodSecurityLevel } from '../../engine/review';
import { valueAt } from '../../problems/field-path';
import type { Subject } from './subject';

/** The Pod Security level of a namespace, for the objects of a set. */
export type LevelOf = (namespace: string, set: string | undefined) => PodSecurityLevel | PodSecurityLabels | undefined;

/**
 * Which Pod Security level is in force where: what the labels of a Namespace among the objects say, else `otherwise`.
 */
export function namespaceLevels(
  subjects: readonly Subject[],
  otherwise: PodSecurityLevel | PodSecurityLabels | undefined,
): LevelOf {
  const levels = new Map<string, PodSecurityLabels>();
  for (const { identity, object, set } of subjects) {
    if (identity.kind !== 'Namespace' || identity.apiVersion !== 'v1') continue;
    const labels = readLabels(valueAt(object(), ['metadata', 'labels']));
    if (!labels) continue;
    for (const key of [keyOf(identity.name, set), keyOf(identity.name, undefined)]) {
      if (!levels.has(key)) levels.set(key, labels);
    }
  }
  if (levels.size === 0) return () => otherwise;
  return (namespace, set) => levels.get(keyOf(namespace, set)) ?? levels.get(keyOf(namespace, undefined)) ?? otherwise;
}

function keyOf(namespace: string, set: string | undefined): string {
  return `${set ?? ''}\0${namespace}`;
}

/** What the server itself would make of the labels; those that it would refuse are the Namespace's own problem. */
function readLabels(labels: unknown): PodSecurityLabels | undefined {
  const label = (name: string): unknown => valueAt(labels, [`pod-security.kubernetes.io/${name}`]);
  const found: Record<string, string> = {};
  for (const mode of ['enforce', 'warn', 'audit']) {
    const level = label(mode);
    if (typeof level === 'string' && isLevel(level)) found[mode] = level;
    const version = label(`${mode}-version`);
    if (typeof version === 'string' && /^(?:latest|v1\.\d{1,3})$/.test(version)) found[`${mode}Version`] = version;
  }
  return Object.keys(found).length > 0 ? (found as PodSecurityLabels) : undefined;
}

function isLevel(text: string): text is PodSecurityLevel {
  return text === 'privileged' || text === 'baseline' || text === 'restricted';
}
