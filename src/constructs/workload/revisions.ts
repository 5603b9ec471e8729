import { numberFlaw } from '../../values/number';
import { compact } from '../compact';
import type { Place } from '../place';

/** What every workload that rolls out versions can say of them. */
export interface RevisionProps {
  /**
   * Old versions that are kept for a rollback, from 0.
   * @default - not printed; Kubernetes takes 10
   */
  readonly revisionHistoryLimit?: number;
  /**
   * Seconds that a Pod must stay ready to count as available, from 0.
   * @default - not printed; Kubernetes takes 0
   */
  readonly minReadySeconds?: number;
}

/**
 * The same as the API has it.
 *
 * @throws {PropsError} for values out of range
 */
export function revisions(place: Place, { minReadySeconds, revisionHistoryLimit }: RevisionProps): RevisionProps {
  if (revisionHistoryLimit !== undefined) place.at('revisionHistoryLimit').check(numberFlaw(revisionHistoryLimit, 0));
  if (minReadySeconds !== undefined) place.at('minReadySeconds').check(numberFlaw(minReadySeconds, 0));
  return compact({ minReadySeconds, revisionHistoryLimit });
}
