import { Construct } from 'constructs';
import type { Container } from '../../api/kubernetes';
import type { Labels } from '../labels';
import type { kplus } from '../pod/kplus';
import { loadKplus } from '../pod/load-kplus';
import { mark, recordsOrigin } from '../../problems/origin-marks';

/** What an autoscaler asks of a workload. */
export interface Scaled {
  /**
   * Kind of the object in `apps/v1` that has the number of Pods.
   * @default 'Deployment'
   */
  readonly kind?: string;
  /** The fixed number of Pods, if there is one. */
  readonly replicas: number | undefined;
  readonly containers: readonly Container[];
}

/** A workload that can be selected, named as a peer and scaled: by ours, and by the objects of cdk8s-plus-27. */
export abstract class SelectableWorkload
  extends Construct
  implements kplus.IPodSelector, kplus.INetworkPolicyPeer, kplus.IScalable
{
  /** Name of the workload, as in `metadata.name`. */
  abstract readonly name: string;
  /** Labels by which its Pods are found. */
  abstract readonly selectorLabels: Labels;
  /** Whether an autoscaler sets the number of Pods. */
  hasAutoscaler = false;

  /** For `toScalingTarget`. */
  protected abstract scaled(): Scaled;

  /** For `kplus.Service` and the like: selects the Pods of this workload. */
  toPodSelectorConfig(): kplus.PodSelectorConfig {
    return { labelSelector: loadKplus().LabelSelector.of({ labels: { ...this.selectorLabels } }) };
  }

  /** For `kplus.NetworkPolicy`: the Pods of this workload. */
  toNetworkPolicyPeerConfig(): kplus.NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** For `kplus.NetworkPolicy`: the Pods of this workload. */
  toPodSelector(): kplus.IPodSelector {
    return this;
  }

  /** For `kplus.HorizontalPodAutoscaler`, which calls it. */
  markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** For `kplus.HorizontalPodAutoscaler`: what it scales. */
  toScalingTarget(): kplus.ScalingTarget {
    const { kind = 'Deployment', replicas, containers } = this.scaled();
    return {
      apiVersion: 'apps/v1',
      kind,
      name: this.name,
      replicas,
      containers: containers.map(asKplusContainer),
    };
  }
}
mark(SelectableWorkload, recordsOrigin);

/** The little that kplus' autoscaler asks of a container: whether it requests or limits anything. */
function asKplusContainer({ resources }: Container): kplus.Container {
  const of = (name: string): object => ({ request: resources?.requests?.[name], limit: resources?.limits?.[name] });
  return { resources: { cpu: of('cpu'), memory: of('memory') } } as unknown as kplus.Container;
}
