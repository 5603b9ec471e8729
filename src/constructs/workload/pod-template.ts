import type { PodTemplateSpec } from '../../api/kubernetes';
import type { kplus } from '../pod/kplus';
import { buildPodSpec } from '../pod/pod-spec';
import type { Volume } from '../pod/volume';
import { checkSharedClaims } from '../storage/shared-claims';
import type { AvailabilityProps, CompanionProps } from './companion-props';
import type { WorkloadContext } from './context';
import { keepApart } from './hardened';
import { accountNameOf } from './service-account';
import { spreadConstraints } from './spread';
import type { WorkloadProps } from './workload-props';

/** The props that make a Pod: the main container's and the Pod's side by side, and what stands beside the workload. */
export type PodTemplateProps = WorkloadProps<string> & AvailabilityProps & CompanionProps<string>;

/**
 * The Pods of a workload with one main container.
 *
 * @param most How many Pods there may be at most, as far as it is known.
 * @param lacks What the workload lacks beside its Pods, should it be hardened.
 * @throws {PropsError} for any value that the API server would refuse, for conflicts between containers, and for a claim
 * that the Pods cannot share
 */
export function podTemplate(
  { identity, place }: WorkloadContext,
  props: PodTemplateProps,
  most: number = 1,
  lacks: readonly string[] = [],
): PodTemplateSpec {
  if (most > 1) checkSharedClaims(place.at('volumes'), volumesOf(props), most);
  const { selector, shortName, podMetadata } = identity;
  const main = { ...props, profile: undefined, securityContext: props.containerSecurityContext };
  const { affinity, spread } = keepApart(place, props, selector, most);
  const pod = {
    ...props,
    affinity,
    serviceAccountName: accountNameOf(identity, props.serviceAccount) ?? props.serviceAccountName,
    topologySpreadConstraints: spreadConstraints(place, spread, props.topologySpreadConstraints, selector),
  };
  return {
    metadata: podMetadata,
    spec: buildPodSpec(place, pod, [{ name: props.containerName ?? shortName, props: main, place }], {}, { lacks }),
  };
}

/** Every volume of a Pod, listed or mounted. */
function volumesOf(props: PodTemplateProps): readonly (Volume | kplus.Volume)[] {
  const containers = [props, ...Object.values({ ...props.sidecars }), ...Object.values({ ...props.initContainers })];
  const mounted = containers.flatMap(({ volumeMounts }) => (volumeMounts ?? []).map(({ volume }) => volume));
  return [...(props.volumes ?? []), ...mounted];
}
