import type { IConstruct } from 'constructs';
import { defaultsOf } from '../scope-defaults';

/** A direction of traffic, seen from the Pods of a policy. */
export type Direction = 'ingress' | 'egress';

/** What no Pod of a namespace has unless a policy allows it. */
interface Denial {
  readonly namespace: string | undefined;
  readonly directions: readonly Direction[];
}

const denials = new WeakMap<object, Denial[]>();

/**
 * Remembers what is denied in a namespace.
 *
 * @param namespace Default: that of the construct.
 */
export function denyIn(
  construct: IConstruct,
  directions: readonly Direction[],
  namespace: string | undefined = defaultsOf(construct).namespace,
): void {
  const { root } = construct.node;
  denials.set(root, [...(denials.get(root) ?? []), { namespace, directions }]);
}

/** Whether a direction is denied where a workload is, in the same app. */
export function isDenied(workload: IConstruct, direction: Direction): boolean {
  const { namespace } = defaultsOf(workload);
  const known = denials.get(workload.node.root) ?? [];
  return known.some((denial) => denial.namespace === namespace && denial.directions.includes(direction));
}
