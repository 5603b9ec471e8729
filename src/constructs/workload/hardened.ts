import type { Affinity } from '../../api/kubernetes';
import type { Labels } from '../labels';
import type { Place } from '../place';
import { isHardened } from '../pod/hardened';
import type { PodProps } from '../pod/pod-props';
import type { AvailabilityProps } from './companion-props';
import type { DisruptionBudgetProps } from './disruption-budget';
import type { SpreadOver } from './spread';

/** What a hardened workload sets of where its Pods run. */
export interface Apart {
  readonly affinity: Affinity | undefined;
  readonly spread: readonly SpreadOver[] | undefined;
}

/**
 * Where the Pods of a workload run: as it was asked for, and where it is hardened and there are several of them, on
 * different nodes and in different zones as far as it is possible.
 *
 * @param most How many Pods there may be at most, as far as it is known.
 */
export function keepApart(
  place: Place,
  props: Pick<PodProps, 'affinity' | 'hardened' | 'topologySpreadConstraints'> & Pick<AvailabilityProps, 'spread'>,
  selector: Labels,
  most: number,
): Apart {
  const { affinity, hardened, spread, topologySpreadConstraints } = props;
  if (most < 2 || !isHardened(place, hardened)) return { affinity, spread };
  return {
    affinity: { ...affinity, podAntiAffinity: affinity?.podAntiAffinity ?? onNodesOfTheirOwn(selector) },
    spread: spread ?? (topologySpreadConstraints === undefined ? ['zones'] : undefined),
  };
}

/** Preferred, so that a Pod more than there are nodes still runs. */
function onNodesOfTheirOwn(selector: Labels): Affinity['podAntiAffinity'] {
  const podAffinityTerm = { labelSelector: { matchLabels: selector }, topologyKey: 'kubernetes.io/hostname' };
  return { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm }] };
}

/**
 * The budget of a workload: the one that was asked for, and where it is hardened and there are several Pods, one that lets
 * them go one by one. Pods that never became ready hold up nobody.
 *
 * @param fewest How few Pods there may be in normal running.
 */
export function hardenedBudget(
  place: Place,
  { hardened, podDisruptionBudget: asked }: Pick<PodProps, 'hardened'> & AvailabilityProps,
  fewest: number,
): DisruptionBudgetProps | undefined {
  if (!isHardened(place, hardened)) return asked;
  if (asked === undefined && fewest < 2) return undefined;
  return { unhealthyPodEvictionPolicy: 'AlwaysAllow', ...(asked ?? { maxUnavailable: 1 }) };
}
