import type { ApiObject } from 'cdk8s';
import type { PodTemplateSpec, StatefulSet } from '../../api/kubernetes';
import { serviceNameFlaw } from '../../values/name';
import { numberFlaw } from '../../values/number';
import type { Flaw } from '../../problems/props-error';
import { compact } from '../compact';
import type { Place } from '../place';
import { type ClaimTemplates, claimTemplates, mountClaims, withoutClaims } from './claim-templates';
import { type WorkloadContext, defineChild } from './context';
import { statefulSetLacks } from './hardened-lacks';
import { type PodTemplateProps, podTemplate } from './pod-template';
import { type RevisionProps, revisions } from './revisions';
import { type Scale, mostPods } from './scaling';
import type { ServiceProps } from './service-props';
import { type StatefulUpdate, statefulUpdate } from './stateful-update';

/** What only a StatefulSet can say of its Pods. */
export interface StatefulSetProps<Claim extends string> extends RevisionProps {
  /**
   * Storage that each Pod has of its own, by name. What is applied once cannot be changed.
   * @default - none: the Pods have a name each, and nothing to keep
   */
  readonly claims?: ClaimTemplates<Claim>;
  /**
   * Whether a Pod waits until those below it are ready.
   * @default - not printed; Kubernetes takes `OrderedReady`
   */
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
  /**
   * Number of the first Pod, from 0 (beta in 1.27).
   * @default - not printed; Kubernetes takes 0
   */
  readonly ordinals?: { readonly start: number };
  /**
   * What becomes of the claims when the StatefulSet is deleted, and of those above `replicas` when there are fewer (beta
   * in 1.27).
   * @default - not printed; Kubernetes takes `Retain` for both
   */
  readonly persistentVolumeClaimRetentionPolicy?: {
    readonly whenDeleted?: 'Retain' | 'Delete';
    readonly whenScaled?: 'Retain' | 'Delete';
  };
}

/** Kubernetes labels each Pod with the name, `-` and a hash of ten characters; a label has 63 at most. */
const longestName = 63 - 11;

/**
 * Why a value is no name of a StatefulSet and its Service. Stricter than the API server, which takes longer names and then
 * cannot make the Pods.
 */
export function statefulSetNameFlaw(value: unknown): Flaw | undefined {
  const flaw = serviceNameFlaw(value);
  if (flaw !== undefined || (value as string).length <= longestName) return flaw;
  return {
    found: `${JSON.stringify(value)}, of ${(value as string).length} characters`,
    allowed: `up to ${longestName}: Kubernetes adds 11 for a label of each Pod, which has 63 at most`,
    fix: 'choose a shorter name',
  };
}

/** The props that make a StatefulSet. */
type StatefulSetObjectProps = PodTemplateProps &
  StatefulSetProps<string> &
  StatefulUpdate &
  Scale & { readonly service?: true | ServiceProps };

/**
 * The StatefulSet of a workload.
 *
 * @param serviceName Name of the headless Service.
 * @throws {PropsError} for any value that the API server would refuse
 */
export function defineStatefulSet(
  context: WorkloadContext,
  serviceName: string,
  props: StatefulSetObjectProps,
): ApiObject {
  const { identity, place } = context;
  if (props.podManagementPolicy !== undefined) {
    place.at('podManagementPolicy').oneOf(props.podManagementPolicy, ['OrderedReady', 'Parallel']);
  }
  if (props.ordinals !== undefined) place.at('ordinals').at('start').check(numberFlaw(props.ordinals.start, 0));
  const volumeClaimTemplates = claimTemplates(place.at('claims'), props.claims);
  const statefulSet: StatefulSet = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: identity.metadata(),
    spec: compact({
      replicas: props.replicas,
      ordinals: props.ordinals && { start: props.ordinals.start },
      serviceName,
      podManagementPolicy: props.podManagementPolicy,
      updateStrategy: statefulUpdate(place, props),
      ...revisions(place, props),
      persistentVolumeClaimRetentionPolicy: retention(place, props.persistentVolumeClaimRetentionPolicy),
      selector: { matchLabels: identity.selector },
      template: template(context, props),
      volumeClaimTemplates,
    }),
  };
  return defineChild(context, 'statefulSet', statefulSet);
}

function template(context: WorkloadContext, props: StatefulSetObjectProps): PodTemplateSpec {
  const mounted = mountClaims(context.place.at('claims'), props, props.claims);
  const { metadata, spec } = podTemplate(context, mounted, mostPods(props), statefulSetLacks(props));
  return { metadata, spec: withoutClaims(spec!, props.claims) };
}

function retention(
  place: Place,
  policy: StatefulSetProps<string>['persistentVolumeClaimRetentionPolicy'],
): StatefulSetProps<string>['persistentVolumeClaimRetentionPolicy'] {
  const here = place.at('persistentVolumeClaimRetentionPolicy');
  for (const [when, what] of Object.entries(policy ?? {})) here.at(when).oneOf(what, ['Retain', 'Delete']);
  return policy && compact({ whenDeleted: policy.whenDeleted, whenScaled: policy.whenScaled });
}
