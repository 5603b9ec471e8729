import { compareObjects } from '../../src/changes/compare-objects';
import type { CompareOptions, Comparison } from '../../src/changes/compare-objects';
import type { ComparedObject } from '../../src/changes/compared-object';
import type { Change } from '../../src/changes/change';
import { identityOf } from '../../src/manifest/manifest';
import type { KubernetesObject } from '../../src/manifest/manifest';

/** Fields of an object, as a test writes them. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object in namespace `shop`. */
export function object(apiVersion: string, kind: string, name: string, rest: Fields = {}): KubernetesObject {
  const { metadata, ...content } = rest;
  return { apiVersion, kind, metadata: { name, namespace: 'shop', ...(metadata as Fields | undefined) }, ...content };
}

/** A workload `web` of one container. */
export function workload(kind: string, spec: Fields = {}, container: Fields = {}, pod: Fields = {}): KubernetesObject {
  const template = { spec: { containers: [{ name: 'web', image: 'web:1', ...container }], ...pod } };
  return object('apps/v1', kind, 'web', { spec: { ...spec, template } });
}

/** A Deployment `web` of three Pods. */
export function deployment(container: Fields = {}, spec: Fields = {}, pod: Fields = {}): KubernetesObject {
  return workload('Deployment', { replicas: 3, ...spec }, container, pod);
}

/** Objects as they are compared, each in `all.yaml` unless said otherwise. */
export function compared(objects: readonly KubernetesObject[], file = 'all.yaml'): readonly ComparedObject[] {
  return objects.map((it) => ({ identity: identityOf(it), object: () => it, file }));
}

export function compare(
  before: readonly KubernetesObject[],
  after: readonly KubernetesObject[],
  options?: CompareOptions,
): Comparison {
  return compareObjects(compared(before), compared(after), options);
}

/** The effects of what becomes of one object, each as `kind: reason`. */
export function effects(before: KubernetesObject | undefined, after: KubernetesObject | undefined): readonly string[] {
  return effectsAmong(before ? [before] : [], after ? [after] : []);
}

/** The effects of all changes in two sets of objects. */
export function effectsAmong(
  before: readonly KubernetesObject[],
  after: readonly KubernetesObject[],
  options?: CompareOptions,
): readonly string[] {
  return compare(before, after, options).changes.flatMap(describe);
}

function describe(change: Change): readonly string[] {
  return change.effects.map(({ kind, reason }) => `${kind}: ${reason}`);
}
