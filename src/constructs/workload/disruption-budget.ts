import type { ApiObject } from 'cdk8s';
import type { PodDisruptionBudget } from '../../api/kubernetes';
import { numberOrPercentFlaw, shareOf } from '../../values/number';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { Labels } from '../labels';
import type { Place } from '../place';
import { type WorkloadContext, defineChild } from './context';

/**
 * How many Pods an eviction must leave, or may take.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export type DisruptionBudgetProps = {
  /**
   * Whether Pods that never became ready can be evicted whatever the budget says.
   * @default - not printed; Kubernetes takes `IfHealthyBudget`
   */
  readonly unhealthyPodEvictionPolicy?: 'IfHealthyBudget' | 'AlwaysAllow';
} & (
  | {
      /** How many Pods must stay, as a number or percentage (rounded up); fewer than there are. */
      readonly minAvailable: number | `${number}%`;
      readonly maxUnavailable?: never;
    }
  | {
      /** How many Pods may be missing, as a number or percentage (rounded up); above 0. */
      readonly maxUnavailable: number | `${number}%`;
      readonly minAvailable?: never;
    }
);

/**
 * The budget of a workload, if it was asked for.
 *
 * @param fewest How few Pods there may be in normal running, where it is known.
 * @throws {PropsError} for a budget that would block every eviction: no node could be drained
 */
export function defineDisruptionBudget(
  context: WorkloadContext,
  asked: DisruptionBudgetProps | undefined,
  fewest: number | undefined,
): ApiObject | undefined {
  if (asked === undefined) return undefined;
  const { identity, place } = context;
  const budget: PodDisruptionBudget = {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: identity.metadata(),
    spec: disruptionBudgetSpec(place.at('podDisruptionBudget'), asked, identity.selector, fewest),
  };
  return defineChild(context, 'podDisruptionBudget', budget);
}

/**
 * The budget's spec.
 *
 * @param fewest How few Pods there may be in normal running, where it is known.
 * @throws {PropsError} for a budget that would block every eviction: no node could be drained
 */
export function disruptionBudgetSpec(
  place: Place,
  props: DisruptionBudgetProps,
  selector: Labels,
  fewest: number | undefined,
): PodDisruptionBudget['spec'] {
  const { minAvailable, maxUnavailable, unhealthyPodEvictionPolicy } = props;
  if ((minAvailable === undefined) === (maxUnavailable === undefined)) {
    place.refuse({
      found:
        minAvailable === undefined ? 'without minAvailable and maxUnavailable' : 'with minAvailable and maxUnavailable',
      allowed: 'exactly one of the two',
      fix: 'set maxUnavailable: 1',
    });
  }
  for (const name of ['minAvailable', 'maxUnavailable'] as const) {
    const here = place.at(name);
    const value = props[name];
    if (value === undefined) continue;
    here.check(numberOrPercentFlaw(value, 100));
    if (fewest === undefined) continue;
    const evictable = name === 'minAvailable' ? fewest - shareOf(value, fewest) : shareOf(value, fewest);
    if (evictable > 0 || fewest === 0) continue;
    here.refuse({
      found: `${show(value)} with ${fewest} ${fewest === 1 ? 'Pod' : 'Pods'} at least, so that no Pod could ever be evicted`,
      allowed: 'a budget that lets one Pod go',
      fix: fewest === 1 ? 'run at least 2 Pods, or leave the budget out' : 'set maxUnavailable: 1',
    });
  }
  return compact({ minAvailable, maxUnavailable, unhealthyPodEvictionPolicy, selector: { matchLabels: selector } });
}
