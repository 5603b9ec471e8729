import { PropsError } from '../../problems/props-error';
import type { Place } from '../place';
import type { PodPort } from '../workload/pod-port';
import type { PodsWithPorts } from './pod-selection';

/**
 * Does what another construct may refuse.
 *
 * @throws {PropsError} with the same flaw, but of the place that asked for it
 */
export function refuseHere<T>(place: Place, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof PropsError) place.refuse(error.flaw);
    throw error;
  }
}

/**
 * A port that a workload declares.
 *
 * @throws {PropsError} for one that it does not declare
 */
export function declaredPort(place: Place, pods: PodsWithPorts<string>, name: string): PodPort {
  return refuseHere(place, () => pods.port(name));
}
