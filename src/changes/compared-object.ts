import type { KubernetesObject } from '../manifest/manifest';
import type { ObjectIdentity, SourcePosition } from '../problems/problem';

/** An object of one of two sets that are compared, wherever it comes from. */
export interface ComparedObject {
  readonly identity: ObjectIdentity;
  /** The object as data; a document that cannot be read has none. Asked only where it matters. */
  readonly object: () => KubernetesObject | undefined;
  /**
   * The object as it was written: two objects of one text are the same and are not looked at.
   * @default - the data is compared
   */
  readonly text?: string;
  /**
   * The file it is in, relative to its folder.
   * @default - not in a file
   */
  readonly file?: string;
  /**
   * Which construct made it, and where the user's code made that.
   * @default - not known
   */
  readonly origin?: ComparedOrigin;
}

/** Where an object comes from. */
export interface ComparedOrigin {
  /** Path of the construct. */
  readonly construct: string;
  /** Finds the place in the user's code. */
  readonly locate: () => SourcePosition | undefined;
}

/** An object before and after; one of the two may be missing. */
export interface ObjectPair {
  readonly before?: ComparedObject;
  readonly after?: ComparedObject;
}

/** What both sides of a pair are: the one there will be, else the one there was. */
export function identityOfPair({ after, before }: ObjectPair): ObjectIdentity {
  return (after ?? before)?.identity ?? { apiVersion: '', kind: '', name: '' };
}

/** What tells objects of a cluster apart: group, kind, namespace and name. The version is only a way to look at them. */
export function keyOfObject({ apiVersion, kind, name, namespace }: ObjectIdentity): string {
  return [groupOf(apiVersion), kind, namespace ?? 'default', name].join('\0');
}

/** The group of an API version, `` for the core group. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

/** Whether Kubernetes itself defines the kind: its groups have no dot, or end in `.k8s.io`. */
export function isBuiltIn(apiVersion: string): boolean {
  const group = groupOf(apiVersion);
  return !group.includes('.') || group.endsWith('.k8s.io');
}
