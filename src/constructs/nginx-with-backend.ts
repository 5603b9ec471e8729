import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ConfigMap, Container } from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { subdomainNameFlaw } from '../values/name';
import { type SettledPair, settlePair } from './nginx-settle-pair';
import type { NginxWithBackendProps } from './nginx-with-backend-props';
import type { Labels } from './labels';
import { defineObject } from './object';
import { Place } from './place';
import type { PodLifetime } from './pod/pod-props';
import { hashOf } from './settings';
import { keepApart } from './workload/hardened';
import { type Identity, settleIdentity } from './workload/identity';
import type { PodPort } from './workload/pod-port';
import { SelectableWorkload } from './workload/selectable';
import { spreadConstraints } from './workload/spread';

/** What a workload of such Pods says to the question whether it is hardened. */
export interface PodsOfWorkload {
  /** How many Pods there may be at most, as far as it is known. */
  readonly most: number;
  /** What the workload lacks beside its Pods. */
  readonly lacks?: readonly string[];
}

/**
 * What the Pod and the Deployment of nginx with a backend have in common: names, labels, the ConfigMap, and that a Service
 * or NetworkPolicy, ours or kplus', can select their Pods.
 */
export abstract class NginxWithBackend<Port extends string = string> extends SelectableWorkload {
  readonly name: string;
  readonly selectorLabels: Labels;
  /** The ConfigMap with nginx.conf; undefined when the image brings its configuration. */
  readonly config: ApiObject | undefined;
  /** Name, labels and annotations. */
  protected readonly identity: Identity;
  /** The Pod's spec and the text of nginx.conf. */
  protected readonly pair: SettledPair;

  constructor(
    scope: Construct,
    id: string,
    props: NginxWithBackendProps<Port>,
    override: Patch<ConfigMap> | undefined,
    lifetime?: PodLifetime,
    { lacks, most }: PodsOfWorkload = { most: 1 },
  ) {
    super(scope, id);
    const place = new Place(this);
    this.identity = settleIdentity(this, place, props, subdomainNameFlaw);
    this.name = this.identity.name;
    this.selectorLabels = this.identity.selector;
    const configName = `${this.name}-nginx`;
    place.at('name').check(subdomainNameFlaw(configName));
    const { affinity, spread } = keepApart(place, props, this.selectorLabels, most);
    const { topologySpreadConstraints: given } = props;
    const topologySpreadConstraints = spreadConstraints(place, spread, given, this.selectorLabels);
    const settled = { ...props, affinity, topologySpreadConstraints } as unknown as NginxWithBackendProps;
    this.pair = settlePair(this, place, settled, configName, lifetime, lacks);
    this.config = this.defineConfig(configName, override);
  }

  /**
   * A port of the Pod: `http` is nginx', the others are the backend's. One that was not declared does not compile.
   *
   * @throws {PropsError} for a port that was not declared
   */
  port<Name extends 'http' | Port>(name: Name): PodPort<Name> {
    const { ports } = this.pair;
    new Place(this).at('ports').oneOf(
      name,
      ports.map((port) => port.name),
    );
    return ports.find((port) => port.name === name) as PodPort<Name>;
  }

  protected override scaled(): { readonly replicas: number | undefined; readonly containers: readonly Container[] } {
    return { replicas: undefined, containers: this.pair.podSpec.containers };
  }

  /** A hash of what the ConfigMap holds, overrides included; undefined without a ConfigMap. */
  protected get configHash(): string | undefined {
    if (this.config === undefined) return undefined;
    const { data = {}, binaryData } = this.config.toJson() as ConfigMap;
    return hashOf({ data, binaryData });
  }

  private defineConfig(name: string, override: Patch<ConfigMap> | undefined): ApiObject | undefined {
    if (this.pair.config === undefined) {
      if (override !== undefined) this.refuseOverride();
      return undefined;
    }
    const object: ConfigMap = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: this.identity.metadata({ name }),
      data: { 'nginx.conf': this.pair.config },
    };
    return defineObject(this, 'config', object, override);
  }

  /** An override for an object that is not there would be lost without a word. */
  private refuseOverride(): never {
    return new Place(this).at('overrides').at('config').refuse({
      found: 'a change of the ConfigMap beside generateConfig: false',
      allowed: 'nothing: there is no ConfigMap',
      fix: 'leave it out, or leave out generateConfig',
    });
  }
}
