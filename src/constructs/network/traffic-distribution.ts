import type { TargetMinor } from '../../api/minors';
import type { Place } from '../place';
import { checkTarget, checkWord } from '../target';

/**
 * Which endpoints get the traffic of a client first. `PreferClose` is the older word for `PreferSameZone`.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#traffic-distribution
 */
export type TrafficDistribution = 'PreferClose' | 'PreferSameZone' | 'PreferSameNode';

const since: Readonly<Record<string, TargetMinor>> = { PreferSameZone: '1.34', PreferSameNode: '1.34' };

/**
 * Refuses a distribution that there is not, or not yet.
 *
 * @param place Where the props of the Service stand.
 * @throws {PropsError} naming the minor that has it
 */
export function checkTrafficDistribution(place: Place, trafficDistribution: string | undefined): void {
  if (trafficDistribution === undefined) return;
  const here = place.at('trafficDistribution');
  here.oneOf(trafficDistribution, ['PreferClose', 'PreferSameZone', 'PreferSameNode']);
  checkTarget(place, 'core.v1.ServiceSpec', { trafficDistribution });
  checkWord(here, trafficDistribution, since);
}
