import type { Place } from '../place';

/**
 * Refuses a list that is longer than the Gateway API allows.
 *
 * @throws {PropsError} for one that is
 */
export function checkLength(place: Place, list: readonly unknown[] | undefined, most: number, what: string): void {
  if (list === undefined || list.length <= most) return;
  place.refuse({
    found: `a list of ${list.length} ${what}`,
    allowed: `up to ${most} ${what}`,
    fix: 'split them over several routes',
  });
}
