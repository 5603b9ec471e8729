import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { subdomainNameFlaw } from '../values/name';
import { numberFlaw } from '../values/number';
import { checkProps } from './check-props';
import { compact } from './compact';
import { type ObjectProps, settleMetadata } from './metadata';
import { defineObject } from './object';
import { Place } from './place';
import { checkBehavior } from './scaling/behavior';
import { type Metric, metricSpec } from './scaling/metric';
import { type ScaleTarget, scaleTargetRef } from './scaling/target';
import { SingleObject } from './single-object';

/** Props of a `HorizontalPodAutoscaler`. */
export interface HorizontalPodAutoscalerProps extends ObjectProps {
  /** What is scaled: a workload without `replicas`, of ours or of kplus, or an object by its name. */
  readonly target: ScaleTarget;
  /**
   * Fewest Pods, from 1.
   * @default - not printed; Kubernetes takes 1
   */
  readonly minReplicas?: number;
  /** Most Pods, from `minReplicas`. */
  readonly maxReplicas: number;
  /**
   * What tells how many Pods are needed; the metric that asks for most wins.
   * @default - not printed; Kubernetes takes a CPU use of 80 percent of the request
   */
  readonly metrics?: readonly Metric[];
  /**
   * How fast it scales up and down; `tolerance` since Kubernetes 1.35. Windows are from 0 to 3600 seconds, periods from 1 to 1800 seconds.
   * @default - Kubernetes'
   */
  readonly behavior?: api.HorizontalPodAutoscalerBehavior;
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.HorizontalPodAutoscaler>;
}

/**
 * Sets the number of Pods of a workload by metrics. A `WebDeployment` makes one of its own with `autoscaling`.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 *
 * @example
 * const images = new WebDeployment(chart, 'images', {
 *   image: 'registry.example.com/images:2.0.1',
 *   resources: { requests: { cpu: '500m' } },
 * });
 * new HorizontalPodAutoscaler(chart, 'images-load', {
 *   target: images,
 *   minReplicas: 2,
 *   maxReplicas: 20,
 *   metrics: [
 *     { resource: 'cpu', averageUtilization: 70 },
 *     { external: 'queue_depth', selector: { matchLabels: { queue: 'images' } }, averageValue: 30 },
 *   ],
 *   behavior: { scaleDown: { stabilizationWindowSeconds: 600 } },
 * });
 */
export class HorizontalPodAutoscaler extends SingleObject {
  readonly object: ApiObject;
  readonly resourceType = 'horizontalpodautoscalers';

  /**
   * @param id Name of the autoscaler, unless `name` is given.
   * @throws {PropsError} for a target with a fixed number of Pods, and for values that the API server would refuse
   */
  constructor(scope: Construct, id: string, props: HorizontalPodAutoscalerProps) {
    checkProps(scope, id, { HorizontalPodAutoscaler }, props);
    super(scope, id);
    const place = new Place(this);
    const { minReplicas, maxReplicas, metrics, behavior } = props;
    if (minReplicas !== undefined) place.at('minReplicas').check(numberFlaw(minReplicas, 1));
    place.at('maxReplicas').check(numberFlaw(maxReplicas, minReplicas ?? 1));
    if (behavior !== undefined) checkBehavior(place.at('behavior'), behavior);
    const specs = metrics?.map((metric, index) => metricSpec(place.at('metrics').at(index), metric));
    const autoscaler: api.HorizontalPodAutoscaler = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: settleMetadata(this, place, 'HorizontalPodAutoscaler', props, subdomainNameFlaw),
      spec: compact({
        scaleTargetRef: scaleTargetRef(place.at('target'), props.target),
        minReplicas,
        maxReplicas,
        metrics: specs?.length === 0 ? undefined : specs,
        behavior,
      }),
    };
    this.object = defineObject(this, 'horizontalPodAutoscaler', autoscaler, props.overrides);
    this.node.defaultChild = this.object;
  }
}
