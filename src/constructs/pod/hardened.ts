import type { Container, PodSpec } from '../../api/kubernetes';
import type { Place } from '../place';
import { defaultsOf } from '../scope-defaults';
import type { Profile } from './profile';

/** What a workload says of itself, should its Pods be hardened. */
export interface HardenedWorkload {
  /**
   * What it lacks beside its Pods.
   * @default - nothing
   */
  readonly lacks?: readonly string[];
  /**
   * Whether its Pods are there to end, so that probes tell nothing.
   * @default false
   */
  readonly ends?: boolean;
}

/** What a hardened Pod is asked for depends on. */
export interface HardenedScope extends HardenedWorkload {
  /** The profile of the Pod. */
  readonly profile: Profile;
  /** The profiles of containers that have one of their own, by the names of the containers. */
  readonly profiles: ReadonlyMap<string, Profile>;
}

const resources = ['cpu', 'memory', 'ephemeral-storage'] as const;

/** Whether a Pod must meet what strict linters ask for: what was asked for, else what its scope says. */
export function isHardened(place: Place, asked: boolean | undefined): boolean {
  return asked ?? defaultsOf(place.construct).hardened ?? false;
}

/** A Pod with what `hardened` sets: images are fetched anew, so that a node does not serve what it may not fetch. */
export function hardened(spec: PodSpec): PodSpec {
  const harden = (container: Container): Container => ({
    ...container,
    imagePullPolicy: container.imagePullPolicy ?? 'Always',
  });
  return {
    ...spec,
    ...(spec.initContainers ? { initContainers: spec.initContainers.map(harden) } : {}),
    containers: spec.containers.map(harden),
  };
}

/**
 * Refuses a workload that lacks what `hardened` asks for and only its author can know; all of it in one message.
 *
 * @throws {PropsError} naming every container and what it lacks
 */
export function checkHardened(
  place: Place,
  spec: PodSpec,
  { ends = false, lacks: beside = [], profile, profiles }: HardenedScope,
): void {
  const { namespace = 'default' } = defaultsOf(place.construct);
  const lacks = [
    ...(profile === 'restricted' ? [] : ['the profile "restricted"']),
    ...[...profiles]
      .filter(([, own]) => own !== 'restricted')
      .map(([name]) => `the profile "restricted" of container "${name}"`),
    ...(spec.initContainers ?? []).flatMap((container) => containerLacks(container, false)),
    ...spec.containers.flatMap((container) => containerLacks(container, !ends)),
    ...beside,
    ...(namespace === 'default' ? ['a namespace other than "default", of the chart or its scope'] : []),
  ];
  if (lacks.length === 0) return;
  place.at('hardened').refuse({
    found: `true, without ${lacks.join('; ')}`,
    allowed: 'a workload that says all of it',
    fix: 'add what is missing, or write `hardened: false` here: see docs/hardened.md',
  });
}

function containerLacks(container: Container, probed: boolean): readonly string[] {
  const { env, envFrom, image = '', livenessProbe, name, readinessProbe } = container;
  const of = (what: string): string => `${what} of container "${name}"`;
  const amounts = (['requests', 'limits'] as const).flatMap((kind) =>
    resources
      .filter((resource) => container.resources?.[kind]?.[resource] === undefined)
      .map((resource) => `${kind}.${resource}`),
  );
  const readsSecret =
    env?.some(({ valueFrom }) => valueFrom?.secretKeyRef !== undefined) ||
    envFrom?.some(({ secretRef }) => secretRef !== undefined);
  return [
    ...(image.includes('@sha256:') ? [] : [of('the digest (@sha256:…) in the image')]),
    ...(amounts.length > 0 ? [of(`resources ${amounts.join(', ')}`)] : []),
    ...(readsSecret ? [of('files in place of variables for the secrets')] : []),
    ...(probed && readinessProbe === undefined ? [of('a readinessProbe')] : []),
    ...(probed && livenessProbe === undefined ? [of('a livenessProbe')] : []),
    ...(probed && sameHandler(readinessProbe, livenessProbe)
      ? [of('a livenessProbe other than the readinessProbe')]
      : []),
  ];
}

/** Whether two probes ask the same: what makes a Pod not ready would then restart it. */
function sameHandler(a: Container['readinessProbe'], b: Container['readinessProbe']): boolean {
  if (a === undefined || b === undefined) return false;
  const asked = ({ exec, grpc, httpGet, tcpSocket }: NonNullable<typeof a>): string =>
    JSON.stringify([exec, grpc, httpGet, tcpSocket]);
  return asked(a) === asked(b);
}
