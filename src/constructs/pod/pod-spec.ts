import type { Container, PodSpec, Volume as ApiVolume } from '../../api/kubernetes';
import { numberFlaw } from '../../values/number';
import { labelNameFlaw, subdomainNameFlaw } from '../../values/name';
import { compact } from '../compact';
import type { Place } from '../place';
import { type BuiltContainer, buildContainer } from './container';
import type { ContainerProps } from './container-props';
import { checkPortConflicts } from './port-conflicts';
import type { PodLifetime, PodProps } from './pod-props';
import { mountsToken, podSecurityContext, profileOf } from './profile';
import { nameOf } from './reference';
import { quantity } from './resources';
import { collectVolumes } from './volumes';

/** The main container of a Pod. */
export interface MainContainer {
  /** DNS label, unique in the Pod. */
  readonly name: string;
  readonly props: ContainerProps;
  /** Where its props stand: the place of the Pod itself where they are flat. */
  readonly place: Place;
}

/**
 * A Pod's spec, complete: its containers, the volumes that they mount and the security of the profile.
 *
 * @param place Where the Pod's props stand.
 * @param mains The containers that the workload itself defines; those of `props.sidecars` follow them.
 * @throws {PropsError} for any value that the API server would refuse, and for conflicts between containers
 */
export function buildPodSpec(
  place: Place,
  props: PodProps,
  mains: readonly MainContainer[],
  lifetime: PodLifetime = {},
): PodSpec {
  const context = { profile: profileOf(place, props.profile), windows: props.os === 'windows' };
  const build = (main: MainContainer): BuiltContainer => buildContainer(main.place, main.name, main.props, context);
  const containers = [...mains, ...named(place.at('sidecars'), props.sidecars)];
  const initContainers = named(place.at('initContainers'), props.initContainers);
  checkNames(containers, initContainers);
  const built = containers.map(build);
  const builtFirst = initContainers.map(build);
  checkPortConflicts(
    built.map(({ container }) => container),
    containers,
    props.hostNetwork === true,
  );
  return {
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
}

function named(place: Place, containers: Readonly<Record<string, ContainerProps>> | undefined): MainContainer[] {
  return Object.entries(containers ?? {}).map(([name, props]) => ({ name, props, place: place.at(name) }));
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

function filled<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length === 0 ? undefined : list;
}
