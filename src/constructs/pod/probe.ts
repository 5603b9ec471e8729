import type { Probe } from '../../api/kubernetes';
import { numberFlaw } from '../../values/number';
import { compact } from '../compact';
import type { Place } from '../place';
import { type PortNumbers, type ProbeHandler, fromKplus, handler } from './handler';
import type { kplus } from './kplus';

/** How often Kubernetes probes a container and when it draws its conclusion. */
export interface ProbeTimes {
  /**
   * Seconds from the start of the container to the first probe, from 0.
   * @default - not printed; Kubernetes takes 0
   */
  readonly initialDelaySeconds?: number;
  /**
   * Seconds from one probe to the next, from 1.
   * @default - not printed; Kubernetes takes 10
   */
  readonly periodSeconds?: number;
  /**
   * Seconds after which a probe has failed, from 1.
   * @default - not printed; Kubernetes takes 1
   */
  readonly timeoutSeconds?: number;
  /**
   * Successes in a row after a failure that count as success, from 1; only 1 for liveness and startup.
   * @default - not printed; Kubernetes takes 1
   */
  readonly successThreshold?: number;
  /**
   * Failures in a row that count as failure, from 1.
   * @default - not printed; Kubernetes takes 3
   */
  readonly failureThreshold?: number;
  /**
   * Seconds from the signal to the kill when the probe fails, from 1; not for readiness.
   * @default - the Pod's `terminationGracePeriodSeconds`
   */
  readonly terminationGracePeriodSeconds?: number;
}

/**
 * A health check: one handler and its times; or kplus' `Probe`.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes
 */
export type ProbeProps<Port extends string> = ProbeHandler<Port> & ProbeTimes;

/** Which of a container's three probes. */
export type ProbeKind = 'readinessProbe' | 'livenessProbe' | 'startupProbe';

/**
 * The probe as the API has it.
 *
 * @throws {PropsError} for a wrong handler or time
 */
export function probe(
  place: Place,
  kind: ProbeKind,
  props: ProbeProps<string> | kplus.Probe,
  ports: PortNumbers,
): Probe {
  if ('_toKube' in props) return fromKplus(props as kplus.Probe, ports);
  const times = props as ProbeTimes;
  check(place, times, 'initialDelaySeconds', 0);
  check(place, times, 'periodSeconds', 1);
  check(place, times, 'timeoutSeconds', 1);
  check(place, times, 'successThreshold', 1, kind === 'readinessProbe' ? undefined : 1);
  check(place, times, 'failureThreshold', 1);
  check(place, times, 'terminationGracePeriodSeconds', 1);
  if (kind === 'readinessProbe' && times.terminationGracePeriodSeconds !== undefined) {
    place.at('terminationGracePeriodSeconds').refuse({
      found: String(times.terminationGracePeriodSeconds),
      allowed: 'nothing: a readiness probe never ends a container',
      fix: 'leave it out, or set it on the livenessProbe',
    });
  }
  return compact({
    ...handler(place, props as ProbeHandler<string>, ports),
    initialDelaySeconds: times.initialDelaySeconds,
    periodSeconds: times.periodSeconds,
    timeoutSeconds: times.timeoutSeconds,
    successThreshold: times.successThreshold,
    failureThreshold: times.failureThreshold,
    terminationGracePeriodSeconds: times.terminationGracePeriodSeconds,
  });
}

function check(place: Place, times: ProbeTimes, name: keyof ProbeTimes, least: number, most?: number): void {
  const value = times[name];
  if (value !== undefined) place.at(name).check(numberFlaw(value, least, most));
}
