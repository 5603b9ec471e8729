import type { ApiObject } from 'cdk8s';
import type { DaemonSet, DaemonSetSpec, PodSpec } from '../../api/kubernetes';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { Place } from '../place';
import { checkShare } from './check-share';
import { type WorkloadContext, defineChild } from './context';
import { daemonSetLacks } from './hardened-lacks';
import { takesPortOfNode } from './host-access';
import { type PodTemplateProps, podTemplate } from './pod-template';
import { type RevisionProps, revisions } from './revisions';

/** How the Pods of a DaemonSet are replaced by new ones, node by node. */
export type DaemonUpdate =
  | {
      /**
       * `RollingUpdate` replaces them node by node, `OnDelete` waits until somebody deletes each.
       * @default - not printed; Kubernetes takes `RollingUpdate`
       */
      readonly updateStrategy?: 'RollingUpdate';
      /**
       * How many nodes may be without their Pod, as a number or percentage up to 100% (rounded up), above 0.
       * @default - not printed; Kubernetes takes 1
       */
      readonly maxUnavailable?: number | `${number}%`;
      readonly maxSurge?: never;
    }
  | {
      readonly updateStrategy?: 'RollingUpdate';
      /**
       * How many nodes may have the new Pod before the old one ends, as a number or percentage up to 100% (rounded up),
       * above 0. `maxUnavailable: 0` is printed with it, because Kubernetes refuses a surge beside its default of 1.
       */
      readonly maxSurge: number | `${number}%`;
      readonly maxUnavailable?: never;
    }
  | { readonly updateStrategy: 'OnDelete'; readonly maxSurge?: never; readonly maxUnavailable?: never };

/** A DaemonSet and the Pods that it makes. */
export interface DefinedDaemonSet {
  readonly daemonSet: ApiObject;
  readonly podSpec: PodSpec;
}

/**
 * The DaemonSet of a workload.
 *
 * @throws {PropsError} for any value that the API server would refuse, and for a surge where two Pods find no room
 */
export function defineDaemonSet(
  context: WorkloadContext,
  props: PodTemplateProps & RevisionProps & DaemonUpdate,
): DefinedDaemonSet {
  const { identity, place } = context;
  const updateStrategy = daemonUpdate(place, props);
  const template = podTemplate(context, props, undefined, daemonSetLacks(props));
  const podSpec = template.spec!;
  if (props.maxSurge !== undefined && takesPortOfNode(podSpec)) refuseSurge(place.at('maxSurge'), props.maxSurge);
  const daemonSet: DaemonSet = {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: identity.metadata(),
    spec: compact({
      updateStrategy,
      ...revisions(place, props),
      selector: { matchLabels: identity.selector },
      template,
    }),
  };
  return { daemonSet: defineChild(context, 'daemonSet', daemonSet), podSpec };
}

function daemonUpdate(place: Place, props: DaemonUpdate): DaemonSetSpec['updateStrategy'] {
  const { maxSurge, maxUnavailable } = props;
  const type: string | undefined = props.updateStrategy;
  if (type !== undefined) place.at('updateStrategy').oneOf(type, ['RollingUpdate', 'OnDelete']);
  if (maxSurge === undefined && maxUnavailable === undefined) return type === undefined ? undefined : { type };
  if (type === 'OnDelete') {
    place.at('updateStrategy').refuse({
      found: '"OnDelete" beside maxSurge or maxUnavailable',
      allowed: '"RollingUpdate" with one of those, or "OnDelete" without',
      fix: 'leave out one or the other',
    });
  }
  if (maxSurge !== undefined && maxUnavailable !== undefined) {
    place.at('maxSurge').refuse({
      found: `${show(maxSurge)} beside maxUnavailable`,
      allowed: 'one of the two: a node has the new Pod first, or is without one for a while',
      fix: 'leave out maxUnavailable',
    });
  }
  const name = maxSurge === undefined ? 'maxUnavailable' : 'maxSurge';
  checkShare(place.at(name), props[name]!);
  return compact({
    type,
    rollingUpdate: compact({ maxSurge, maxUnavailable: maxSurge === undefined ? maxUnavailable : 0 }),
  });
}

function refuseSurge(place: Place, surge: number | string): never {
  return place.refuse({
    found: `${show(surge)} while the Pods take ports of the node, so that a new one finds no room beside the old one`,
    allowed: 'maxUnavailable, which ends the old Pod first',
    fix: 'leave out maxSurge',
  });
}
