import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { subdomainNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import type { WorkerProps } from './worker-props';
import { ContainerWorkload } from './workload/container-workload';
import { checkOverrides } from './workload/context';
import { defineDeployment } from './workload/deployment';
import { defineDisruptionBudget } from './workload/disruption-budget';
import { hardenedBudget } from './workload/hardened';
import { defineNetworkPolicy } from './workload/network-policy';
import { type PodPort, podPorts, portOf } from './workload/pod-port';
import { checkScale, defineAutoscaler } from './workload/scaling';
import { defineServiceAccount } from './workload/service-account';

/**
 * A Deployment that nobody connects to: it takes its work from a queue, a database or a clock of its own. On request a
 * HorizontalPodAutoscaler, a PodDisruptionBudget, a NetworkPolicy and a ServiceAccount.
 *
 * The Pods meet the Pod Security Standard `restricted`. See `Profile` for every default and how to change it.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
 *
 * @example
 * const mail = new Worker(chart, 'mail', {
 *   image: 'registry.example.com/mail:1.4.2',
 *   args: ['--queue', 'outbox'],
 *   ports: { metrics: 9090 },
 *   livenessProbe: { httpGet: { path: '/live', port: 'metrics' } },
 *   terminationGracePeriodSeconds: 120,
 *   autoscaling: { minReplicas: 2, maxReplicas: 8, cpuUtilization: 80 },
 *   resources: { requests: { cpu: '250m' } },
 *   podDisruptionBudget: { maxUnavailable: 1 },
 *   networkPolicy: { allowFrom: [] },
 * });
 * mail.port('metrics'); // { containerPort: 9090, … }; mail.port('metric') does not compile
 */
export class Worker<Port extends string = never> extends ContainerWorkload {
  /** The Deployment. */
  readonly deployment: ApiObject;
  /** The HorizontalPodAutoscaler, if it was asked for. */
  readonly horizontalPodAutoscaler: ApiObject | undefined;
  /** The PodDisruptionBudget, if it was asked for. */
  readonly podDisruptionBudget: ApiObject | undefined;
  /** The NetworkPolicy, if it was asked for. */
  readonly networkPolicy: ApiObject | undefined;
  /** The ServiceAccount, if it was asked for. */
  readonly serviceAccount: ApiObject | undefined;

  private readonly ports: ReadonlyMap<string, PodPort>;

  /**
   * @param id Name of all objects, unless `name` is given.
   * @throws {PropsError} for values that the API server would refuse, and for props that contradict each other
   */
  constructor(scope: Construct, id: string, given: WorkerProps<Port>) {
    checkProps(scope, id, { Worker }, given);
    const props = given as WorkerProps;
    super(scope, id, props, subdomainNameFlaw);
    const { context } = this;
    const fewest = checkScale(context.place, props);
    this.ports = podPorts(props.ports);
    this.hasAutoscaler = props.autoscaling !== undefined;

    this.deployment = defineDeployment(context, props);
    this.horizontalPodAutoscaler = defineAutoscaler(context, 'Deployment', props.autoscaling);
    this.podDisruptionBudget = defineDisruptionBudget(context, hardenedBudget(context.place, props, fewest), fewest);
    this.networkPolicy = defineNetworkPolicy(context, props.networkPolicy, this.ports);
    this.serviceAccount = defineServiceAccount(context, props.serviceAccount, props.serviceAccountName);
    this.node.defaultChild = this.deployment;
    checkOverrides(context);
  }

  /**
   * A declared port, for a policy of somebody else's or a Service of one's own.
   *
   * @throws {PropsError} for a port that was not declared (which does not compile)
   */
  port<Name extends Port>(name: Name): PodPort<Name> {
    return portOf(this.context.place, this.ports, name) as PodPort<Name>;
  }
}
