import { PropsError } from '../../problems/props-error';
import { isOurs } from '../network/pod-selection';
import { isScalable } from './target';

/** Kinds of which Kubernetes runs one Pod when no number is written. */
const oneByDefault = ['Deployment', 'ReplicaSet', 'StatefulSet'];

/** How few Pods a workload runs in normal running; `undefined` where it is not known. */
export function fewestPods(workload: object): number | undefined {
  if (!isScalable(workload)) return undefined;
  try {
    const { kind, replicas } = workload.toScalingTarget();
    if (replicas !== undefined) return replicas;
    return isOurs(workload) && !workload.hasAutoscaler && oneByDefault.includes(kind) ? 1 : undefined;
  } catch (error) {
    // There is a Pod for each node, or for each run.
    if (error instanceof PropsError) return undefined;
    throw error;
  }
}
