import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Job } from '../api/kubernetes';
import { numberFlaw } from '../values/number';
import { checkProps } from './check-props';
import type { Labels } from './labels';
import { Place } from './place';
import type { PlainPodProps } from './plain-pod-props';
import { Pod } from './pod';

/** A workload as whose Pods a debug Pod passes: any of ours. */
export interface PassesAs {
  /** Labels by which the workload's Pods are found. */
  readonly selectorLabels: Labels;
}

/** Props of a `DebugPod`: those of a `Pod`, none of them required. */
export interface DebugPodProps<Port extends string = string> extends Omit<PlainPodProps<Port>, 'image'> {
  /**
   * Image with the tools.
   * @default 'busybox:1.37'
   */
  readonly image?: string;
  /**
   * The program that keeps the Pod alive.
   * @default - `sleep` for `activeDeadlineSeconds`
   */
  readonly command?: readonly string[];
  /**
   * What happens when a container ends.
   * @default 'Never'
   */
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  /**
   * Seconds after which Kubernetes ends the Pod, from 1. It stays there, ended, until somebody deletes it.
   * @default 3600
   */
  readonly activeDeadlineSeconds?: number;
  /**
   * Seconds from the signal to the kill, from 0. `sleep` does not listen to the signal.
   * @default 1
   */
  readonly terminationGracePeriodSeconds?: number;
  /**
   * Folders that can be written to.
   * @default - `/tmp`
   */
  readonly writablePaths?: PlainPodProps['writablePaths'];
  /**
   * A workload as whose Pods this one passes for every NetworkPolicy, because it gets their labels. It is never ready, so
   * that no Service sends it traffic (but one with `publishNotReadyAddresses`). Budgets and autoscalers of the workload see a
   * Pod more while it is there.
   * @default - none: it has labels of its own
   */
  readonly passesAs?: PassesAs;
}

/** A condition that nobody sets, so that the Pod is never ready. */
const neverReady = 'cdk8s-plimsoll/never-ready';

/** Kinds of workloads whose controllers take every Pod with their labels for one of their own. */
const adopters = ['ReplicaSet', 'ReplicationController', 'DaemonSet'];

/**
 * A Pod to look around in a cluster from inside, for an hour: `kubectl exec -it look -- sh`. It obeys the Pod Security
 * Standard `restricted` like every other Pod.
 *
 * @see docs/constructs/pod.md
 *
 * @example
 * const web = new WebDeployment(chart, 'web', {
 *   image: 'registry.example.com/shop:1.4.2',
 *   networkPolicy: { allowTo: [{ ipBlock: { cidr: '10.0.0.0/8' } }] },
 * });
 * new DebugPod(chart, 'look', { passesAs: web });
 */
export class DebugPod<Port extends string = never> extends Pod<Port> {
  /**
   * @param id Name of the Pod, unless `name` is given: a DNS label.
   * @throws {PropsError} for values that the API server would refuse, and for a workload that would adopt the Pod
   */
  constructor(scope: Construct, id: string, props: DebugPodProps<Port> = {}) {
    checkProps(scope, id, { DebugPod }, props);
    super(scope, id, settle(placeOf(scope, id), props as unknown as DebugPodProps) as unknown as PlainPodProps<Port>);
  }
}

/** The place of a construct that is about to be made. */
function placeOf(scope: Construct, id: string): Place {
  return new Place({ node: { path: [scope.node.path, id].filter((part) => part !== '').join('/') } });
}

function settle(place: Place, { passesAs, ...props }: DebugPodProps): PlainPodProps {
  const seconds = props.activeDeadlineSeconds ?? 3600;
  place.at('activeDeadlineSeconds').check(numberFlaw(seconds, 1));
  const settled = {
    image: 'busybox:1.37',
    command: ['sleep', String(seconds)],
    restartPolicy: 'Never',
    terminationGracePeriodSeconds: 1,
    writablePaths: ['/tmp'],
    ...props,
    activeDeadlineSeconds: seconds,
  } as const;
  if (passesAs === undefined) return settled;
  checkPass(place.at('passesAs'), passesAs, props);
  return {
    ...settled,
    selectorLabels: passesAs.selectorLabels,
    readinessGates: [...(props.readinessGates ?? []), { conditionType: neverReady }],
  };
}

function checkPass(place: Place, passesAs: PassesAs, { selectorLabels }: DebugPodProps): void {
  if (selectorLabels !== undefined) {
    place.refuse({ found: 'given beside selectorLabels', allowed: 'one of the two', fix: 'leave out selectorLabels' });
  }
  const object = (passesAs as Partial<Construct>).node?.defaultChild as ApiObject | undefined;
  if (object === undefined || !adopts(object)) return;
  place.refuse({
    found: `a ${object.kind}, which would take the Pod for one of its own and delete it or another`,
    allowed: 'a workload that finds its Pods by more than its labels, such as a WebDeployment',
    fix: 'leave it out, and allow the traffic with a NetworkPolicy for this Pod',
  });
}

/** Whether the controller of a workload finds its Pods by their labels alone. */
function adopts(object: ApiObject): boolean {
  if (object.kind !== 'Job') return adopters.includes(object.kind);
  return (object.toJson() as Job).spec?.manualSelector === true;
}
