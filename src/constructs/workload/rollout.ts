import type { DeploymentSpec } from '../../api/kubernetes';
import { numberFlaw, numberOrPercentFlaw, percentOf } from '../../values/number';
import { compact } from '../compact';
import type { Place } from '../place';
import { type RevisionProps, revisions } from './revisions';

/** How a Deployment goes from one version to the next. */
export interface RolloutProps extends RevisionProps {
  /**
   * Seconds without progress after which a rollout has failed, above `minReadySeconds`.
   * @default - not printed; Kubernetes takes 600
   */
  readonly progressDeadlineSeconds?: number;
  /**
   * Whether changes wait.
   * @default - not printed; they are rolled out at once
   */
  readonly paused?: boolean;
}

/** How old Pods are replaced by new ones. */
export type Strategy =
  | {
      /**
       * `RollingUpdate` replaces them step by step, `Recreate` ends all before it starts the first new one.
       * @default - not printed; Kubernetes takes `RollingUpdate`
       */
      readonly strategy?: 'RollingUpdate';
      /**
       * How many Pods there may be above `replicas`, as a number or percentage (rounded up).
       * @default - not printed; Kubernetes takes 25%
       */
      readonly maxSurge?: number | `${number}%`;
      /**
       * How many of `replicas` may be missing, as a number or percentage up to 100% (rounded down).
       * @default - not printed; Kubernetes takes 25%
       */
      readonly maxUnavailable?: number | `${number}%`;
    }
  | { readonly strategy: 'Recreate'; readonly maxSurge?: never; readonly maxUnavailable?: never };

/**
 * The fields of a Deployment's spec that say how it rolls.
 *
 * @throws {PropsError} for values out of range, and for a pair that lets no Pod be replaced
 */
export function rollout(place: Place, props: RolloutProps & Strategy): Partial<DeploymentSpec> {
  const { minReadySeconds, revisionHistoryLimit } = revisions(place, props);
  // Kubernetes compares with its own defaults where one of the two is left out.
  const ready = minReadySeconds ?? 0;
  const deadline = props.progressDeadlineSeconds;
  if (deadline !== undefined) place.at('progressDeadlineSeconds').check(numberFlaw(deadline, ready + 1));
  if (deadline === undefined && ready >= 600) {
    place.at('minReadySeconds').refuse({
      found: String(ready),
      allowed: 'less than progressDeadlineSeconds, which is 600 when it is left out',
      fix: 'set progressDeadlineSeconds above it',
    });
  }
  return compact({
    strategy: strategy(place, props),
    minReadySeconds,
    progressDeadlineSeconds: deadline,
    revisionHistoryLimit,
    paused: props.paused,
  });
}

function strategy(place: Place, props: Strategy): DeploymentSpec['strategy'] | undefined {
  const { maxSurge, maxUnavailable } = props;
  const type: string | undefined = props.strategy;
  if (type !== undefined) place.at('strategy').oneOf(type, ['RollingUpdate', 'Recreate']);
  if (maxSurge === undefined && maxUnavailable === undefined) return type === undefined ? undefined : { type };
  if (type === 'Recreate') {
    place.at('strategy').refuse({
      found: '"Recreate" beside maxSurge or maxUnavailable',
      allowed: '"RollingUpdate" with those, or "Recreate" without',
      fix: 'leave out one or the other',
    });
  }
  if (maxSurge !== undefined) place.at('maxSurge').check(numberOrPercentFlaw(maxSurge));
  if (maxUnavailable !== undefined) place.at('maxUnavailable').check(numberOrPercentFlaw(maxUnavailable, 100));
  if (isZero(maxSurge) && isZero(maxUnavailable)) {
    place.at('maxSurge').refuse({
      found: '0 while maxUnavailable is 0 too, so that no Pod could ever be replaced',
      allowed: 'one of the two above 0',
      fix: 'raise maxSurge to 1 for no loss of capacity',
    });
  }
  return compact({ type, rollingUpdate: compact({ maxSurge, maxUnavailable }) });
}

function isZero(value: string | number | undefined): boolean {
  return value === 0 || percentOf(value) === 0;
}
