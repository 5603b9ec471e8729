import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { subdomainNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { type ObjectProps, settleMetadata } from './metadata';
import { type PodSelection, selectorOf } from './network/pod-selection';
import { defineObject } from './object';
import { Place } from './place';
import { fewestPods } from './scaling/fewest-pods';
import { SingleObject } from './single-object';
import { type DisruptionBudgetProps, disruptionBudgetSpec } from './workload/disruption-budget';

/** Props of a `PodDisruptionBudget`: exactly one of `minAvailable` and `maxUnavailable`. */
export type PodDisruptionBudgetProps = ObjectProps &
  DisruptionBudgetProps & {
    /** The Pods: a workload of ours, what kplus can select, or a selector. `{}` is every Pod of the namespace. */
    readonly for: PodSelection;
    /**
     * Changes to the object, for every field that has no prop.
     * @default - none
     */
    readonly overrides?: Patch<api.PodDisruptionBudget>;
  };

/**
 * How many Pods an eviction must leave, or may take, such as when a node is drained. A `WebDeployment` makes one of its own
 * with `podDisruptionBudget`.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 *
 * @example
 * const web = new WebDeployment(chart, 'web', { image: 'registry.example.com/shop:1.4.2', replicas: 3 });
 * new PodDisruptionBudget(chart, 'web-evictions', {
 *   for: web,
 *   maxUnavailable: 1,
 *   unhealthyPodEvictionPolicy: 'AlwaysAllow',
 * });
 */
export class PodDisruptionBudget extends SingleObject {
  readonly object: ApiObject;
  readonly resourceType = 'poddisruptionbudgets';

  /**
   * @param id Name of the budget, unless `name` is given.
   * @throws {PropsError} for a budget that would block every eviction, as far as the number of Pods is known
   */
  constructor(scope: Construct, id: string, props: PodDisruptionBudgetProps) {
    checkProps(scope, id, { PodDisruptionBudget }, props);
    super(scope, id);
    const place = new Place(this);
    const selector = selectorOf(place.at('for'), props.for);
    const budget: api.PodDisruptionBudget = {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: settleMetadata(this, place, 'PodDisruptionBudget', props, subdomainNameFlaw),
      spec: { ...disruptionBudgetSpec(place, props, {}, fewestPods(props.for)), selector },
    };
    this.object = defineObject(this, 'podDisruptionBudget', budget, props.overrides);
    this.node.defaultChild = this.object;
  }
}
