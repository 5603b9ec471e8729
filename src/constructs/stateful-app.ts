import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { numberFlaw } from '../values/number';
import { checkProps } from './check-props';
import type { Named } from './pod/reference';
import { defaultsOf } from './scope-defaults';
import type { StatefulAppProps } from './stateful-app-props';
import { ContainerWorkload } from './workload/container-workload';
import { checkOverrides } from './workload/context';
import { defineDisruptionBudget } from './workload/disruption-budget';
import { hardenedBudget } from './workload/hardened';
import { defineHeadlessService } from './workload/headless-service';
import { defineNetworkPolicy } from './workload/network-policy';
import { portOf } from './workload/pod-port';
import { checkScale, defineAutoscaler } from './workload/scaling';
import { type PortReference, defineService, headlessReferences, portReferences } from './workload/service';
import { defineServiceAccount } from './workload/service-account';
import { defineStatefulSet, statefulSetNameFlaw } from './workload/stateful-set';

/**
 * A StatefulSet whose Pods have a name and storage of their own each, and the headless Service that gives them the names;
 * on request a Service for clients, a HorizontalPodAutoscaler, a PodDisruptionBudget, a NetworkPolicy and a
 * ServiceAccount.
 *
 * The Pods meet the Pod Security Standard `restricted`. See `Profile` for every default and how to change it.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 *
 * @example
 * const store = new StatefulApp(chart, 'store', {
 *   image: 'registry.example.com/store:7.2.1',
 *   ports: { client: 6379, peers: 16379 },
 *   replicas: 3,
 *   claims: { data: { storage: '10Gi', mountPath: '/data' } },
 *   headlessService: { publishNotReadyAddresses: true },
 *   podDisruptionBudget: { maxUnavailable: 1 },
 * });
 * store.podAddress(0, 'client'); // store-0.store:6379
 * store.claim('data').ofPod(0); // { name: 'data-store-0' }; store.claim('date') does not compile
 */
export class StatefulApp<Port extends string = never, Claim extends string = never> extends ContainerWorkload {
  /** The StatefulSet. */
  readonly statefulSet: ApiObject;
  /** The Service that gives each Pod a name. */
  readonly headlessService: ApiObject;
  /** The Service for clients, if it was asked for. */
  readonly service: ApiObject | undefined;
  /** The HorizontalPodAutoscaler, if it was asked for. */
  readonly horizontalPodAutoscaler: ApiObject | undefined;
  /** The PodDisruptionBudget, if it was asked for. */
  readonly podDisruptionBudget: ApiObject | undefined;
  /** The NetworkPolicy, if it was asked for. */
  readonly networkPolicy: ApiObject | undefined;
  /** The ServiceAccount, if it was asked for. */
  readonly serviceAccount: ApiObject | undefined;

  // Not of `Port` and `Claim`, so that any StatefulApp can be passed where one with others is asked for.
  private readonly props: StatefulAppProps;
  private readonly headlessName: string;
  private readonly ports: ReadonlyMap<string, PortReference>;

  /**
   * @param id Name of all objects, unless `name` is given: a DNS label of up to 52 characters that begins with a letter.
   * @throws {PropsError} for values that the API server would refuse, and for props that contradict each other
   */
  constructor(scope: Construct, id: string, given: StatefulAppProps<Port, Claim>) {
    checkProps(scope, id, { StatefulApp }, given);
    const props = given as StatefulAppProps;
    super(scope, id, props, statefulSetNameFlaw);
    const { context } = this;
    const { identity, place } = context;
    const fewest = checkScale(place, props);
    const service = props.service === true ? {} : props.service;
    const serviceName = identity.nameOf(service?.name ?? `${identity.shortName}-client`);
    this.props = props;
    this.headlessName = identity.nameOf(props.headlessService?.name);
    this.ports = service
      ? portReferences(serviceName, props.ports)
      : headlessReferences(place.at('ports'), this.headlessName, props.ports);
    this.hasAutoscaler = props.autoscaling !== undefined;

    this.statefulSet = defineStatefulSet(context, this.headlessName, props);
    this.headlessService = defineHeadlessService(context, this.headlessName, props.headlessService ?? {}, props.ports);
    this.service = service && defineService(context, serviceName, service, props.ports);
    this.horizontalPodAutoscaler = defineAutoscaler(context, 'StatefulSet', props.autoscaling);
    this.podDisruptionBudget = defineDisruptionBudget(context, hardenedBudget(place, props, fewest), fewest);
    this.networkPolicy = defineNetworkPolicy(context, props.networkPolicy, this.ports);
    this.serviceAccount = defineServiceAccount(context, props.serviceAccount, props.serviceAccountName);
    this.node.defaultChild = this.statefulSet;
    this.checkServices(serviceName);
    checkOverrides(context);
  }

  /**
   * A declared port, for whoever connects to any of the Pods: at the Service for clients, else at the headless one.
   *
   * @throws {PropsError} for a port that was not declared (which does not compile)
   */
  port<Name extends Port>(name: Name): PortReference<Name> {
    return portOf(this.context.place, this.ports, name) as PortReference<Name>;
  }

  /**
   * Host name of one Pod, and after a `:` the number of a declared port. The namespace is part of it where it is known,
   * so that it leads there from other namespaces too.
   *
   * @param ordinal Number of the Pod, from `ordinals.start` up, below the number of Pods where that is known.
   * @throws {PropsError} for a Pod or port that is not there
   */
  podAddress(ordinal: number, port?: Port): string {
    const { namespace } = defaultsOf(this);
    const host = `${this.podName(ordinal)}.${this.headlessName}`;
    const address = namespace === undefined ? host : `${host}.${namespace}.svc`;
    return port === undefined ? address : `${address}:${portOf(this.context.place, this.ports, port).containerPort}`;
  }

  /**
   * A declared claim.
   *
   * @throws {PropsError} for a claim that was not declared (which does not compile)
   */
  claim<Name extends Claim>(name: Name): ClaimReference<Name> {
    this.context.place.at('claim').oneOf(name, Object.keys(this.props.claims ?? {}));
    return { template: name, ofPod: (ordinal) => ({ name: `${name}-${this.podName(ordinal)}` }) };
  }

  private podName(ordinal: number): string {
    const { autoscaling, ordinals, replicas } = this.props;
    const start = ordinals?.start ?? 0;
    // Without a number, somebody else sets it; a StatefulSet of 0 sleeps, and its Pods keep their names.
    const count = (replicas ?? autoscaling?.maxReplicas) || undefined;
    this.context.place.at('ordinal').check(numberFlaw(ordinal, start, count && start + count - 1));
    return `${this.name}-${ordinal}`;
  }

  private checkServices(serviceName: string): void {
    if (this.props.service === undefined) return;
    const place = this.context.place.at('service');
    if (this.service === undefined) {
      place.refuse({
        found: 'asked for without a port',
        allowed: 'a Service with at least one port',
        fix: 'declare a port in `ports`, or leave the Service out',
      });
    }
    if (serviceName !== this.headlessName) return;
    place.at('name').refuse({
      found: `"${serviceName}", which is the headless Service`,
      allowed: 'a name for each of the two',
      fix: 'leave out one of the names',
    });
  }
}

/** A claim of a `StatefulApp`: each Pod has one of its own. */
export interface ClaimReference<Name extends string = string> {
  /** Name of the template, and of the volume in each Pod. */
  readonly template: Name;
  /**
   * The claim of one Pod, such as to fill another claim from it.
   *
   * @throws {PropsError} for a Pod that is not there
   */
  ofPod(ordinal: number): Named;
}
