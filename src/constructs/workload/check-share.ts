import { numberOrPercentFlaw, percentOf } from '../../values/number';
import { show } from '../../values/show';
import type { Place } from '../place';

/**
 * Refuses what is no share of the Pods that could be replaced at once.
 *
 * @throws {PropsError} for what is no number or percentage above 0
 */
export function checkShare(place: Place, value: number | string): void {
  place.check(numberOrPercentFlaw(value, 100));
  if (value !== 0 && percentOf(value) !== 0) return;
  place.refuse({
    found: `${show(value)}, so that no Pod could ever be replaced`,
    allowed: 'a number or percentage above 0',
    fix: 'leave it out for one Pod after the other',
  });
}
