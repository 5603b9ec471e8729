import type { ApiObject } from 'cdk8s';
import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerBehavior, MetricSpec } from '../../api/kubernetes';
import { numberFlaw } from '../../values/number';
import { compact } from '../compact';
import type { Place } from '../place';
import { checkTarget } from '../target';
import { type WorkloadContext, defineChild } from './context';

/**
 * A HorizontalPodAutoscaler.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 */
export interface AutoscalingProps {
  /**
   * Fewest Pods, from 1.
   * @default - not printed; Kubernetes takes 1
   */
  readonly minReplicas?: number;
  /** Most Pods, from `minReplicas`. */
  readonly maxReplicas: number;
  /**
   * Average CPU use to aim at, in percent of the request, from 1. The containers must request CPU.
   * @default - none; without any metric, Kubernetes takes 80
   */
  readonly cpuUtilization?: number;
  /**
   * Average memory use to aim at, in percent of the request, from 1. The containers must request memory.
   * @default - none
   */
  readonly memoryUtilization?: number;
  /**
   * Further metrics, as the API has them.
   * @default - none
   */
  readonly metrics?: readonly MetricSpec[];
  /**
   * How fast it scales up and down; `tolerance` since Kubernetes 1.35.
   * @default - Kubernetes'
   */
  readonly behavior?: HorizontalPodAutoscalerBehavior;
}

/** A fixed number of Pods, or one that an autoscaler sets: never both, because each synth would set it back. */
export type Scale =
  | {
      /**
       * How many Pods, from 0.
       * @default - not printed; Kubernetes takes 1
       */
      readonly replicas?: number;
      readonly autoscaling?: never;
    }
  | {
      /** Sets the number of Pods by their load. */
      readonly autoscaling: AutoscalingProps;
      readonly replicas?: never;
    };

/**
 * Refuses a scale that is none.
 *
 * @returns How few Pods there may be in normal running.
 * @throws {PropsError} for both of replicas and autoscaling, and for numbers out of range
 */
export function checkScale(place: Place, { replicas, autoscaling }: Scale): number {
  if (replicas !== undefined) place.at('replicas').check(numberFlaw(replicas, 0));
  if (autoscaling === undefined) return replicas ?? 1;
  if (replicas !== undefined) {
    place.at('replicas').refuse({
      found: `${replicas} beside autoscaling, so that each apply would undo what the autoscaler did`,
      allowed: 'one of the two',
      fix: 'leave out replicas and set autoscaling.minReplicas',
    });
  }
  const here = place.at('autoscaling');
  const { minReplicas, maxReplicas } = autoscaling;
  if (minReplicas !== undefined) here.at('minReplicas').check(numberFlaw(minReplicas, 1));
  here.at('maxReplicas').check(numberFlaw(maxReplicas, minReplicas ?? 1));
  for (const name of ['cpuUtilization', 'memoryUtilization'] as const) {
    if (autoscaling[name] !== undefined) here.at(name).check(numberFlaw(autoscaling[name], 1));
  }
  checkTarget(here.at('behavior'), 'autoscaling.v2.HorizontalPodAutoscalerBehavior', autoscaling.behavior);
  return minReplicas ?? 1;
}

/** How many Pods there may be at most, as far as it is known. */
export function mostPods({ autoscaling, replicas }: Scale): number {
  return autoscaling?.maxReplicas ?? replicas ?? 1;
}

/** The autoscaler of a workload, if it was asked for. */
export function defineAutoscaler(
  context: WorkloadContext,
  kind: ScaledKind,
  asked: AutoscalingProps | undefined,
): ApiObject | undefined {
  if (asked === undefined) return undefined;
  const autoscaler: HorizontalPodAutoscaler = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: context.identity.metadata(),
    spec: autoscalerSpec(context.identity.name, asked, kind),
  };
  return defineChild(context, 'horizontalPodAutoscaler', autoscaler);
}

/** Kinds of workload that have a number of Pods. */
export type ScaledKind = 'Deployment' | 'StatefulSet' | 'ReplicaSet';

/** The autoscaler's spec for a workload of this name. */
export function autoscalerSpec(
  name: string,
  props: AutoscalingProps,
  kind: ScaledKind = 'Deployment',
): HorizontalPodAutoscaler['spec'] {
  const metrics: MetricSpec[] = [
    ...utilization('cpu', props.cpuUtilization),
    ...utilization('memory', props.memoryUtilization),
    ...(props.metrics ?? []),
  ];
  return compact({
    scaleTargetRef: { apiVersion: 'apps/v1', kind, name },
    minReplicas: props.minReplicas,
    maxReplicas: props.maxReplicas,
    metrics: metrics.length === 0 ? undefined : metrics,
    behavior: props.behavior,
  });
}

function utilization(name: string, averageUtilization: number | undefined): MetricSpec[] {
  if (averageUtilization === undefined) return [];
  return [{ type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } }];
}
