import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { labelNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { compact } from './compact';
import { someLabels } from './labels';
import { type ObjectProps, settleMetadata } from './metadata';
import { denyIn } from './network/denials';
import { defineObject } from './object';
import { Place } from './place';
import type { kplus } from './pod/kplus';
import { loadKplus } from './pod/load-kplus';
import { type Profile, profileOf } from './pod/profile';
import { defaultsOf } from './scope-defaults';
import { SingleObject } from './single-object';
import { type LimitsProps, limitItems } from './tenancy/limit-items';
import { type PodSecurityProps, podSecurityLabels } from './tenancy/pod-security';
import { type QuotaProps, quotaSpec } from './tenancy/quota-spec';

/** Props of a `Namespace`. */
export interface NamespaceProps extends ObjectProps {
  /**
   * The Pod Security Standard that its Pods must meet; `false` leaves it to the cluster.
   * @default - the profile of the scope, `restricted` unless said otherwise, is enforced
   */
  readonly podSecurity?: Profile | PodSecurityProps | false;
  /**
   * How much the namespace may use in all.
   * @default - no ResourceQuota
   */
  readonly quota?: QuotaProps;
  /**
   * What each container, Pod and claim may use.
   * @default - no LimitRange
   */
  readonly limits?: LimitsProps;
  /**
   * Which traffic no Pod has unless a NetworkPolicy allows it. `egress` and `all` cut off DNS too.
   * @default - none: everybody may talk to everybody
   */
  readonly denyTraffic?: 'ingress' | 'egress' | 'all';
  /**
   * What must be done before the namespace is gone.
   * @default - Kubernetes' own
   */
  readonly finalizers?: readonly string[];
  /**
   * Changes to the objects, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: {
    readonly namespace?: Patch<api.Namespace>;
    readonly resourceQuota?: Patch<api.ResourceQuota>;
    readonly limitRange?: Patch<api.LimitRange>;
    readonly networkPolicy?: Patch<api.NetworkPolicy>;
  };
}

/**
 * A namespace, what its Pods must meet, and on request how much they may use and that nobody talks to them unasked.
 *
 * @example
 * new Namespace(chart, 'team-a', {
 *   quota: { hard: { 'requests.cpu': 8, 'requests.memory': '16Gi', pods: 40 } },
 *   limits: { container: { defaultRequest: { cpu: '100m', memory: '64Mi' } } },
 *   denyTraffic: 'ingress',
 * });
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/
 */
export class Namespace extends SingleObject implements kplus.INamespaceSelector, kplus.INetworkPolicyPeer {
  readonly object: ApiObject;
  readonly resourceType = 'namespaces';
  /** The ResourceQuota, if there is one. */
  readonly resourceQuota: ApiObject | undefined;
  /** The LimitRange, if there is one. */
  readonly limitRange: ApiObject | undefined;
  /** The NetworkPolicy that denies traffic, if there is one. */
  readonly networkPolicy: ApiObject | undefined;

  private readonly place: Place;

  /**
   * @param id Name of the namespace, unless `name` is given: a DNS label.
   * @throws {PropsError} for a wrong name or level, and for what is no quantity
   */
  constructor(scope: Construct, id: string, props: NamespaceProps = {}) {
    checkProps(scope, id, { Namespace }, props);
    super(scope, id);
    this.place = new Place(this);
    this.object = this.defineNamespace(props);
    this.resourceQuota = this.defineQuota(props);
    this.limitRange = this.defineLimits(props);
    this.networkPolicy = this.defineDenial(props);
    this.node.defaultChild = this.object;
    this.checkOverrides(props);
  }

  /** Label by which NetworkPolicies find the namespace; Kubernetes puts it there. */
  get selectorLabels(): { readonly 'kubernetes.io/metadata.name': string } {
    return { 'kubernetes.io/metadata.name': this.name };
  }

  /** For the objects of kplus that select namespaces: this one. */
  toNamespaceSelectorConfig(): kplus.NamespaceSelectorConfig {
    return { names: [this.name] };
  }

  /** For `kplus.NetworkPolicy`: every Pod of the namespace. */
  toNetworkPolicyPeerConfig(): kplus.NetworkPolicyPeerConfig {
    const everyPod = loadKplus().LabelSelector.of({});
    return { podSelector: { labelSelector: everyPod, namespaces: this.toNamespaceSelectorConfig() } };
  }

  /** For `kplus.NetworkPolicy`, which would select Pods of its own namespace: there are none here. */
  toPodSelector(): undefined {
    return undefined;
  }

  private defineNamespace(props: NamespaceProps): ApiObject {
    const { podSecurity, labels, finalizers } = props;
    const asked = typeof podSecurity === 'object' ? podSecurity : { enforce: podSecurity || undefined };
    const levels = podSecurity === false ? {} : { ...asked, enforce: profileOf(this.place, asked.enforce) };
    const security = podSecurityLabels(this.place.at('podSecurity'), levels);
    const metadata = settleMetadata(
      this,
      this.place,
      'Namespace',
      { ...props, labels: { ...security, ...labels } },
      labelNameFlaw,
    );
    const namespace: api.Namespace = compact({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata,
      spec: finalizers && { finalizers: [...finalizers] },
    } as const);
    return defineObject(this, 'namespace', namespace, props.overrides?.namespace);
  }

  private defineQuota(props: NamespaceProps): ApiObject | undefined {
    const { quota, overrides } = props;
    if (quota === undefined) return undefined;
    const object: api.ResourceQuota = {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: this.inside('quota', props),
      spec: quotaSpec(this.place.at('quota'), quota),
    };
    return defineObject(this, 'resourceQuota', object, overrides?.resourceQuota);
  }

  private defineLimits(props: NamespaceProps): ApiObject | undefined {
    const { limits, overrides } = props;
    if (limits === undefined) return undefined;
    const object: api.LimitRange = {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: this.inside('limits', props),
      spec: { limits: limitItems(this.place.at('limits'), limits) },
    };
    return defineObject(this, 'limitRange', object, overrides?.limitRange);
  }

  private defineDenial(props: NamespaceProps): ApiObject | undefined {
    const { denyTraffic, overrides } = props;
    if (denyTraffic === undefined) return undefined;
    this.place.at('denyTraffic').oneOf(denyTraffic, ['ingress', 'egress', 'all']);
    const directions = denyTraffic === 'all' ? (['ingress', 'egress'] as const) : [denyTraffic];
    denyIn(this, directions, this.name);
    const policyTypes = directions.map((direction) => (direction === 'ingress' ? 'Ingress' : 'Egress'));
    const object: api.NetworkPolicy = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: this.inside(`deny-${denyTraffic}`, props),
      spec: { podSelector: {}, policyTypes },
    };
    return defineObject(this, 'networkPolicy', object, overrides?.networkPolicy);
  }

  /** Metadata of an object in this namespace. */
  private inside(name: string, { annotations, labels }: NamespaceProps): api.ObjectMeta {
    const defaults = defaultsOf(this);
    return compact({
      name,
      namespace: this.name,
      labels: someLabels({ ...defaults.labels, ...labels }),
      annotations: someLabels({ ...defaults.annotations, ...annotations }),
    });
  }

  /** An override for an object that is not there would be lost without a word. */
  private checkOverrides({ overrides = {} }: NamespaceProps): void {
    const made = ['namespace', 'resourceQuota', 'limitRange', 'networkPolicy'] as const;
    const there = made.filter((name) => name === 'namespace' || this[name] !== undefined);
    for (const name of Object.keys(overrides)) this.place.at('overrides').oneOf(name, there);
  }
}
