import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { serviceNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import type { WebDeploymentProps } from './web-deployment-props';
import { ContainerWorkload } from './workload/container-workload';
import { checkOverrides } from './workload/context';
import { defineDeployment } from './workload/deployment';
import { defineDisruptionBudget } from './workload/disruption-budget';
import { hardenedBudget } from './workload/hardened';
import { defineIngress } from './workload/ingress';
import { defineNetworkPolicy } from './workload/network-policy';
import { portOf } from './workload/pod-port';
import { checkScale, defineAutoscaler } from './workload/scaling';
import { type PortReference, defineService, portReferences } from './workload/service';
import { defineServiceAccount } from './workload/service-account';

/**
 * A Deployment and the Service before it; on request an Ingress, a HorizontalPodAutoscaler, a PodDisruptionBudget, a
 * NetworkPolicy and a ServiceAccount.
 *
 * The Pods meet the Pod Security Standard `restricted`: folders that the program writes to are declared in
 * `writablePaths`. See `Profile` for every default and how to change it.
 *
 * @example
 * const web = new WebDeployment(chart, 'web', {
 *   image: 'registry.example.com/shop:1.4.2',
 *   ports: { http: { containerPort: 8080, servicePort: 80 } },
 *   readinessProbe: { httpGet: { path: '/ready' } },
 *   writablePaths: ['/tmp'],
 *   replicas: 3,
 *   ingress: { host: 'shop.example.com' },
 * });
 * web.port('http'); // { servicePort: 80, … } for whoever connects; web.port('htpp') does not compile
 */
export class WebDeployment<Port extends string = never> extends ContainerWorkload {
  /** The Deployment. */
  readonly deployment: ApiObject;
  /** The Service; `undefined` when no port is exposed, or with `service: false`. */
  readonly service: ApiObject | undefined;
  /** The Ingress, if it was asked for. */
  readonly ingress: ApiObject | undefined;
  /** The HorizontalPodAutoscaler, if it was asked for. */
  readonly horizontalPodAutoscaler: ApiObject | undefined;
  /** The PodDisruptionBudget, if it was asked for. */
  readonly podDisruptionBudget: ApiObject | undefined;
  /** The NetworkPolicy, if it was asked for. */
  readonly networkPolicy: ApiObject | undefined;
  /** The ServiceAccount, if it was asked for. */
  readonly serviceAccount: ApiObject | undefined;

  // Not of `Port`, so that any WebDeployment can be passed where one with other ports is asked for.
  private readonly ports: ReadonlyMap<string, PortReference>;

  /**
   * @param id Name of all objects, unless `name` is given: a DNS label that begins with a letter.
   * @throws {PropsError} for values that the API server would refuse, and for props that contradict each other
   */
  constructor(scope: Construct, id: string, given: WebDeploymentProps<Port>) {
    checkProps(scope, id, { WebDeployment }, given);
    const props = given as WebDeploymentProps;
    super(scope, id, props, serviceNameFlaw);
    const { context } = this;
    const fewest = checkScale(context.place, props);
    const service = props.service === false ? undefined : (props.service ?? {});
    const serviceName = context.identity.nameOf(service?.name);
    this.ports = portReferences(serviceName, props.ports);
    this.hasAutoscaler = props.autoscaling !== undefined;

    this.deployment = defineDeployment(context, props);
    this.service = service && defineService(context, serviceName, service, props.ports);
    this.ingress = defineIngress(context, props.ingress, this.service, this.ports);
    this.horizontalPodAutoscaler = defineAutoscaler(context, 'Deployment', props.autoscaling);
    this.podDisruptionBudget = defineDisruptionBudget(context, hardenedBudget(context.place, props, fewest), fewest);
    this.networkPolicy = defineNetworkPolicy(context, props.networkPolicy, this.ports);
    this.serviceAccount = defineServiceAccount(context, props.serviceAccount, props.serviceAccountName);
    this.node.defaultChild = this.deployment;
    checkOverrides(context);
  }

  /**
   * A declared port, for whoever connects to it.
   *
   * @throws {PropsError} for a port that was not declared (which does not compile)
   */
  port<Name extends Port>(name: Name): PortReference<Name> {
    return portOf(this.context.place, this.ports, name) as PortReference<Name>;
  }
}
