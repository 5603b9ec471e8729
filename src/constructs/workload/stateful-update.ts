import type { StatefulSetSpec } from '../../api/kubernetes';
import { numberFlaw } from '../../values/number';
import { compact } from '../compact';
import type { Place } from '../place';
import { checkShare } from './check-share';

/** How the Pods of a StatefulSet are replaced by new ones, the highest ordinal first. */
export type StatefulUpdate =
  | {
      /**
       * `RollingUpdate` replaces them one after the other, `OnDelete` waits until somebody deletes each.
       * @default - not printed; Kubernetes takes `RollingUpdate`
       */
      readonly updateStrategy?: 'RollingUpdate';
      /**
       * Lowest ordinal that is replaced, from 0: those below stay as they are, for a canary or a rollout in steps.
       * @default - not printed; Kubernetes takes 0
       */
      readonly partition?: number;
      /**
       * How many Pods may be missing, as a number or percentage up to 100% (rounded up), above 0 (alpha in 1.27).
       * @default - not printed; Kubernetes takes 1
       */
      readonly maxUnavailable?: number | `${number}%`;
    }
  | { readonly updateStrategy: 'OnDelete'; readonly partition?: never; readonly maxUnavailable?: never };

/**
 * The update strategy as the API has it.
 *
 * @throws {PropsError} for values out of range, and for those of a rolling update beside `OnDelete`
 */
export function statefulUpdate(place: Place, props: StatefulUpdate): StatefulSetSpec['updateStrategy'] {
  const { maxUnavailable, partition } = props;
  const type: string | undefined = props.updateStrategy;
  if (type !== undefined) place.at('updateStrategy').oneOf(type, ['RollingUpdate', 'OnDelete']);
  if (maxUnavailable === undefined && partition === undefined) return type === undefined ? undefined : { type };
  if (type === 'OnDelete') {
    place.at('updateStrategy').refuse({
      found: '"OnDelete" beside partition or maxUnavailable',
      allowed: '"RollingUpdate" with those, or "OnDelete" without',
      fix: 'leave out one or the other',
    });
  }
  if (partition !== undefined) place.at('partition').check(numberFlaw(partition, 0));
  if (maxUnavailable !== undefined) checkShare(place.at('maxUnavailable'), maxUnavailable);
  return compact({ type, rollingUpdate: compact({ maxUnavailable, partition }) });
}
