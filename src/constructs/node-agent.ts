import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { subdomainNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import type { NodeAgentProps } from './node-agent-props';
import { type Profile, profileOf } from './pod/profile';
import { ContainerWorkload } from './workload/container-workload';
import { checkOverrides } from './workload/context';
import { defineDaemonSet } from './workload/daemon-set';
import { hostMounts, podSecurityOf } from './workload/host-access';
import { defineNetworkPolicy } from './workload/network-policy';
import { type PodPort, podPorts, portOf } from './workload/pod-port';
import { defineServiceAccount } from './workload/service-account';
import { toleratedTaints } from './workload/tolerate';

/**
 * A DaemonSet: one Pod on every node, such as a collector of logs or metrics. On request a NetworkPolicy and a
 * ServiceAccount.
 *
 * The Pods meet the Pod Security Standard `restricted`, but for what of the node they ask for by name: `hostPaths`,
 * `hostNetwork`, `hostPID`, `hostIPC` and `hostPort`. `podSecurity` says what their namespace must allow.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/
 *
 * @example
 * new NodeAgent(chart, 'logs', {
 *   image: 'registry.example.com/logs:3.1.0',
 *   ports: { metrics: 2020 },
 *   tolerate: ['controlPlane'],
 *   hostPaths: { '/var/log': {}, '/var/lib/logs': { readOnly: false, type: 'DirectoryOrCreate' } },
 *   securityContext: { runAsUser: 0, runAsNonRoot: false },
 *   maxUnavailable: '10%',
 *   serviceAccount: true,
 * });
 * // its podSecurity is 'privileged': the level that the namespace must allow
 */
export class NodeAgent<Port extends string = never> extends ContainerWorkload {
  /** The DaemonSet. */
  readonly daemonSet: ApiObject;
  /** The NetworkPolicy, if it was asked for. */
  readonly networkPolicy: ApiObject | undefined;
  /** The ServiceAccount, if it was asked for. */
  readonly serviceAccount: ApiObject | undefined;
  /**
   * Strictest level of Pod Security that lets the Pods in: `privileged` for those with access to the node, else their
   * profile. What is changed by overrides, or by a security context beside `privileged: true`, is not looked at.
   */
  readonly podSecurity: Profile;

  private readonly ports: ReadonlyMap<string, PodPort>;

  /**
   * @param id Name of all objects, unless `name` is given.
   * @throws {PropsError} for values that the API server would refuse, and for props that contradict each other
   */
  constructor(scope: Construct, id: string, given: NodeAgentProps<Port>) {
    checkProps(scope, id, { NodeAgent }, given);
    const props = given as NodeAgentProps;
    super(scope, id, props, subdomainNameFlaw);
    const { context } = this;
    this.ports = podPorts(props.ports);

    const { daemonSet, podSpec } = defineDaemonSet(context, this.withHostAccess(props));
    this.daemonSet = daemonSet;
    this.podSecurity = podSecurityOf(podSpec, profileOf(context.place, props.profile));
    this.checkNetworkPolicy(props);
    this.networkPolicy = defineNetworkPolicy(context, props.networkPolicy, this.ports);
    this.serviceAccount = defineServiceAccount(context, props.serviceAccount, props.serviceAccountName);
    this.node.defaultChild = this.daemonSet;
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

  /** @throws {PropsError} always: an autoscaler sets the number of Pods, and here the nodes do */
  override markHasAutoscaler(): never {
    return this.toScalingTarget();
  }

  /** @throws {PropsError} always: an autoscaler sets the number of Pods, and here the nodes do */
  override toScalingTarget(): never {
    return this.context.place.refuse({
      found: 'a DaemonSet for an autoscaler',
      allowed: 'a workload with a number of Pods',
      fix: 'use Worker, or leave the autoscaler out: there is one Pod for each node',
    });
  }

  /** The props with what they ask of the node by name in the words of a Pod. */
  private withHostAccess(props: NodeAgentProps): NodeAgentProps {
    const { place } = this.context;
    return {
      ...props,
      tolerations: toleratedTaints(place.at('tolerate'), props.tolerate, props.tolerations),
      volumeMounts: [...(props.volumeMounts ?? []), ...hostMounts(place.at('hostPaths'), props.hostPaths)],
      // With the default, a Pod in the node's network would ask the node's name server, which knows no Service.
      dnsPolicy: props.dnsPolicy ?? (props.hostNetwork === true ? 'ClusterFirstWithHostNet' : undefined),
    };
  }

  private checkNetworkPolicy({ hostNetwork, networkPolicy }: NodeAgentProps): void {
    if (networkPolicy === undefined || hostNetwork !== true) return;
    this.context.place.at('networkPolicy').refuse({
      found: 'asked for beside hostNetwork',
      allowed: 'a policy for Pods with an address of their own: it does not hold for the traffic of the node',
      fix: 'leave out one of the two',
    });
  }
}
