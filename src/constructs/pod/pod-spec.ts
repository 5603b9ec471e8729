import type { Container, PodSpec, Volume as ApiVolume } from '../../api/kubernetes';
import { numberFlaw } from '../../values/number';
import { labelNameFlaw, subdomainNameFlaw } from '../../values/name';
import { compact, filled } from '../compact';
import type { Place } from '../place';
import { buildContainer } from './container';
import { checkTarget } from '../target';
import type { ContainerProps, InitContainerProps } from './container-props';
import { type HardenedWorkload, checkHardened, hardened, isHardened } from './hardened';
import { checkPortConflicts } from './port-conflicts';
import type { PodLifetime, PodProps } from './pod-props';
import { mountsToken, podSecurityContext, profileOf } from './profile';
import { nameOf } from './reference';
import { quantity, resourceRequirements } from './resources';
import { collectVolumes } from './volumes';

/** The main container of a Pod. */
export interface MainContainer {
  /** DNS label, unique in the Pod. */
  readonly name: string;
  readonly props: ContainerProps | InitContainerProps;
  /** Where its props stand: the place of the Pod itself where they are flat. */
  readonly place: Place;
}

/**
 * A Pod's spec, complete: its containers, the volumes that they mount and the security of the profile.
 *
 * @param place Where the Pod's props stand.
 * @param mains The containers that the workload itself defines; those of `props.sidecars` follow them.
 * @param workload What the workload says of itself, should its Pods be hardened.
 * @throws {PropsError} for any value that the API server would refuse, and for conflicts between containers
 */
export function buildPodSpec(
  place: Place,
  props: PodProps,
  mains: readonly MainContainer[],
  lifetime: PodLifetime = {},
  workload: HardenedWorkload = {},
): PodSpec {
  const context = { profile: profileOf(place, props.profile), windows: props.os === 'windows' };
  const first = { ...context, startsFirst: true };
  const containers = [...mains, ...named(place.at('sidecars'), props.sidecars)];
  const initContainers = named(place.at('initContainers'), props.initContainers);
  checkNames(containers, initContainers);
  const built = containers.map((one) => buildContainer(one.place, one.name, one.props, context));
  const builtFirst = initContainers.map((one) => buildContainer(one.place, one.name, one.props, first));
  // Those that run to their end are gone when the others listen.
  const beside = builtFirst.flatMap(({ container }, index) =>
    container.restartPolicy === 'Always' ? [{ container, place: initContainers[index]!.place }] : [],
  );
  checkPortConflicts(
    [...built, ...beside].map(({ container }) => container),
    [...containers, ...beside],
    props.hostNetwork === true,
  );
  const spec: PodSpec = {
    ...scheduling(place, props),
    ...network(place, props),
    ...runtime(place, props),
    ...compact({
      restartPolicy: lifetime.restartPolicy,
      activeDeadlineSeconds: lifetime.activeDeadlineSeconds,
      automountServiceAccountToken: mountsToken(context.profile, props.automountServiceAccountToken),
      securityContext: podSecurityContext(context.profile, context.windows, props.securityContext),
      initContainers: filled(builtFirst.map(({ container }) => container)),
      containers: built.map(({ container }) => container) as Container[],
      volumes: filled(
        collectVolumes(place.at('volumes'), props.volumes ?? [], [...built, ...builtFirst]) as ApiVolume[],
      ),
    }),
  };
  checkPodTarget(place, spec);
  if (!isHardened(place, props.hardened)) return spec;
  const all = [...containers, ...initContainers];
  checkHardened(place, spec, {
    ...workload,
    profile: context.profile,
    profiles: new Map(all.flatMap(({ name, props: { profile } }) => (profile === undefined ? [] : [[name, profile]]))),
  });
  return hardened(spec);
}

function named(
  place: Place,
  containers: Readonly<Record<string, ContainerProps | InitContainerProps>> | undefined,
): MainContainer[] {
  return Object.entries(containers ?? {}).flatMap(([name, props]: [string, ContainerProps | undefined]) =>
    props === undefined ? [] : [{ name, props, place: place.at(name) }],
  );
}

/** Refuses fields that the App's target lacks; containers and volumes were looked at when they were made. */
function checkPodTarget(place: Place, spec: PodSpec): void {
  const { affinity, hostUsers, hostnameOverride, resourceClaims, resources, securityContext } = spec;
  const own = compact({ affinity, hostUsers, hostnameOverride, resourceClaims, resources, securityContext });
  // `resources` are those of the main container where its props stand beside the Pod's.
  checkTarget(place, 'core.v1.PodSpec', own, ([field, ...rest]) => [
    field === 'resources' ? 'podResources' : field!,
    ...rest,
  ]);
}

function checkNames(containers: readonly MainContainer[], initContainers: readonly MainContainer[]): void {
  const places = new Map<string, string>();
  for (const { name, place } of [...containers, ...initContainers]) {
    const taken = places.get(name);
    if (taken !== undefined) {
      place.refuse({
        found: `a second container named "${name}" (the first is ${taken === '' ? 'the main container' : taken})`,
        allowed: 'one container of each name, init containers included',
        fix: 'rename one of the two',
      });
    }
    places.set(name, place.path);
  }
}

function scheduling(place: Place, props: PodProps): Partial<PodSpec> {
  const { overhead } = props;
  return compact({
    nodeSelector: props.nodeSelector && { ...props.nodeSelector },
    nodeName: props.nodeName,
    affinity: props.affinity,
    tolerations: props.tolerations,
    topologySpreadConstraints: props.topologySpreadConstraints,
    schedulerName: props.schedulerName,
    schedulingGates: props.schedulingGates,
    priorityClassName: props.priorityClassName,
    priority: props.priority,
    preemptionPolicy: props.preemptionPolicy,
    runtimeClassName: props.runtimeClassName,
    resources: props.podResources && resourceRequirements(place.at('podResources'), props.podResources),
    overhead:
      overhead &&
      Object.fromEntries(
        Object.entries(overhead).map(([name, amount]) => [name, quantity(place.at('overhead').at(name), amount!)]),
      ),
  });
}

function network(place: Place, props: PodProps): Partial<PodSpec> {
  if (props.hostname !== undefined) place.at('hostname').check(labelNameFlaw(props.hostname));
  if (props.subdomain !== undefined) place.at('subdomain').check(labelNameFlaw(props.subdomain));
  if (props.hostnameOverride !== undefined)
    place.at('hostnameOverride').check(subdomainNameFlaw(props.hostnameOverride));
  if (props.dnsPolicy === 'None' && !props.dnsConfig?.nameservers?.length) {
    place.at('dnsConfig').refuse({
      found: 'without name servers while dnsPolicy is "None"',
      allowed: 'at least one of `nameservers`',
      fix: 'add a name server or choose another dnsPolicy',
    });
  }
  return compact({
    dnsPolicy: props.dnsPolicy,
    dnsConfig: props.dnsConfig,
    hostname: props.hostname,
    subdomain: props.subdomain,
    setHostnameAsFQDN: props.setHostnameAsFQDN,
    hostnameOverride: props.hostnameOverride,
    hostAliases: props.hostAliases,
    hostNetwork: props.hostNetwork,
  });
}

function runtime(place: Place, props: PodProps): Partial<PodSpec> {
  const account = props.serviceAccountName === undefined ? undefined : nameOf(props.serviceAccountName);
  if (account !== undefined) place.at('serviceAccountName').check(subdomainNameFlaw(account));
  const grace = props.terminationGracePeriodSeconds;
  if (grace !== undefined) place.at('terminationGracePeriodSeconds').check(numberFlaw(grace, 0));
  return compact({
    serviceAccountName: account,
    imagePullSecrets: props.imagePullSecrets?.map((secret) => ({ name: nameOf(secret) })),
    terminationGracePeriodSeconds: grace,
    os: props.os && { name: props.os },
    hostPID: props.hostPID,
    hostIPC: props.hostIPC,
    hostUsers: props.hostUsers,
    shareProcessNamespace: props.shareProcessNamespace,
    enableServiceLinks: props.enableServiceLinks,
    readinessGates: props.readinessGates,
    resourceClaims: props.resourceClaims,
  });
}
