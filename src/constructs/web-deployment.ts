import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Container, PodSpec } from '../api/kubernetes';
import { serviceNameFlaw, subdomainNameFlaw } from '../values/name';
import { compact } from './compact';
import type { Labels } from './labels';
import { defineObject } from './object';
import { Place } from './place';
import { buildPodSpec } from './pod/pod-spec';
import type { WebDeploymentOverrides, WebDeploymentProps } from './web-deployment-props';
import { disruptionBudgetSpec } from './workload/disruption-budget';
import { type Identity, settleIdentity } from './workload/identity';
import { ingressSpec } from './workload/ingress';
import { networkPolicySpec } from './workload/network-policy';
import { rollout } from './workload/rollout';
import { autoscalerSpec, checkScale } from './workload/scaling';
import { SelectableWorkload } from './workload/selectable';
import { type PortReference, portReferences, serviceSpec } from './workload/service';
import { serviceAccountFields } from './workload/service-account';
import { spreadConstraints } from './workload/spread';

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
export class WebDeployment<Port extends string = never> extends SelectableWorkload {
  readonly name: string;
  readonly selectorLabels: Labels;
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
  private readonly props: WebDeploymentProps;
  private readonly place: Place;
  private readonly identity: Identity;
  private readonly ports: ReadonlyMap<string, PortReference>;
  private readonly fewestReplicas: number;
  private readonly podSpec: PodSpec;

  /**
   * @param id Name of all objects, unless `name` is given: a DNS label that begins with a letter.
   * @throws {PropsError} for values that the API server would refuse, and for props that contradict each other
   */
  constructor(scope: Construct, id: string, props: WebDeploymentProps<Port>) {
    super(scope, id);
    this.props = props as WebDeploymentProps;
    this.place = new Place(this);
    this.identity = settleIdentity(this, this.place, props, serviceNameFlaw);
    this.name = this.identity.name;
    this.selectorLabels = this.identity.selector;
    this.fewestReplicas = checkScale(this.place, props);
    this.ports = portReferences(this.serviceName, props.ports);
    this.hasAutoscaler = props.autoscaling !== undefined;
    this.podSpec = this.definePod();

    this.deployment = this.defineDeployment();
    this.service = this.defineService();
    this.ingress = this.defineIngress();
    this.horizontalPodAutoscaler = this.defineAutoscaler();
    this.podDisruptionBudget = this.defineDisruptionBudget();
    this.networkPolicy = this.defineNetworkPolicy();
    this.serviceAccount = this.defineServiceAccount();
    this.node.defaultChild = this.deployment;
    this.checkOverrides();
  }

  /**
   * A declared port, for whoever connects to it.
   *
   * @throws {PropsError} for a port that was not declared (which does not compile)
   */
  port<Name extends Port>(name: Name): PortReference<Name> {
    this.place.at('port').oneOf(name, [...this.ports.keys()]);
    return this.ports.get(name) as PortReference<Name>;
  }

  protected override scaled(): { readonly replicas: number | undefined; readonly containers: readonly Container[] } {
    return { replicas: this.props.replicas, containers: this.podSpec.containers };
  }

  private definePod(): PodSpec {
    const { props, place } = this;
    const main = { ...props, profile: undefined, securityContext: props.containerSecurityContext };
    const pod = {
      ...props,
      serviceAccountName: this.accountName ?? props.serviceAccountName,
      topologySpreadConstraints: spreadConstraints(
        place,
        props.spread,
        props.topologySpreadConstraints,
        this.selectorLabels,
      ),
    };
    return buildPodSpec(place, pod, [{ name: props.containerName ?? this.identity.shortName, props: main, place }]);
  }

  private defineDeployment(): ApiObject {
    const { identity, props } = this;
    const deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: identity.metadata(),
      spec: {
        ...compact({ replicas: props.replicas }),
        ...rollout(this.place, props),
        selector: { matchLabels: this.selectorLabels },
        template: { metadata: identity.podMetadata, spec: this.podSpec },
      },
    } as const;
    return defineObject(this, 'deployment', deployment, props.overrides?.deployment);
  }

  private defineService(): ApiObject | undefined {
    const asked = this.props.service;
    if (asked === false) return undefined;
    const spec = serviceSpec(this.place, this.props.ports, asked ?? {}, this.selectorLabels);
    if (spec === undefined) return undefined;
    this.place.at('service').at('name').check(serviceNameFlaw(this.serviceName));
    const metadata = this.identity.metadata({
      name: this.serviceName,
      labels: asked?.labels,
      annotations: asked?.annotations,
    });
    const service = { apiVersion: 'v1', kind: 'Service', metadata, spec } as const;
    return defineObject(this, 'service', service, this.props.overrides?.service);
  }

  private defineIngress(): ApiObject | undefined {
    const asked = this.props.ingress;
    if (asked === undefined) return undefined;
    const place = this.place.at('ingress');
    if (this.service === undefined) {
      place.refuse({
        found: 'asked for without a Service',
        allowed: 'an Ingress before a Service with at least one port',
        fix: 'declare a port in `ports`, and leave out service: false',
      });
    }
    const metadata = this.identity.metadata({ labels: asked.labels, annotations: asked.annotations });
    const spec = ingressSpec(place, asked, this.ports);
    const ingress = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata, spec } as const;
    return defineObject(this, 'ingress', ingress, this.props.overrides?.ingress);
  }

  private defineAutoscaler(): ApiObject | undefined {
    const asked = this.props.autoscaling;
    if (asked === undefined) return undefined;
    const autoscaler = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: this.identity.metadata(),
      spec: autoscalerSpec(this.name, asked),
    } as const;
    return defineObject(this, 'horizontalPodAutoscaler', autoscaler, this.props.overrides?.horizontalPodAutoscaler);
  }

  private defineDisruptionBudget(): ApiObject | undefined {
    const asked = this.props.podDisruptionBudget;
    if (asked === undefined) return undefined;
    const place = this.place.at('podDisruptionBudget');
    const budget = {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: this.identity.metadata(),
      spec: disruptionBudgetSpec(place, asked, this.selectorLabels, this.fewestReplicas),
    } as const;
    return defineObject(this, 'podDisruptionBudget', budget, this.props.overrides?.podDisruptionBudget);
  }

  private defineNetworkPolicy(): ApiObject | undefined {
    const asked = this.props.networkPolicy;
    if (asked === undefined) return undefined;
    const policy = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: this.identity.metadata(),
      spec: networkPolicySpec(this.place.at('networkPolicy'), asked, this.selectorLabels, this.ports),
    } as const;
    return defineObject(this, 'networkPolicy', policy, this.props.overrides?.networkPolicy);
  }

  private defineServiceAccount(): ApiObject | undefined {
    const asked = this.props.serviceAccount;
    if (asked === undefined) return undefined;
    const place = this.place.at('serviceAccount');
    const props = asked === true ? {} : asked;
    place.at('name').check(subdomainNameFlaw(this.accountName));
    const account = {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: this.identity.metadata({
        name: this.accountName,
        labels: props.labels,
        annotations: props.annotations,
      }),
      ...serviceAccountFields(place, props, this.props.serviceAccountName),
    } as const;
    return defineObject(this, 'serviceAccount', account, this.props.overrides?.serviceAccount);
  }

  private get serviceName(): string {
    return this.identity.nameOf((this.props.service || undefined)?.name);
  }

  private get accountName(): string | undefined {
    const asked = this.props.serviceAccount;
    return asked === undefined ? undefined : this.identity.nameOf(asked === true ? undefined : asked.name);
  }

  /** An override for an object that is not there would be lost without a word. */
  private checkOverrides(): void {
    for (const child of Object.keys(this.props.overrides ?? {}) as (keyof WebDeploymentOverrides)[]) {
      const made = overridable.filter((name) => this[name] !== undefined);
      if (this.props.overrides?.[child] !== undefined) this.place.at('overrides').oneOf(child, made);
    }
  }
}

const overridable = [
  'deployment',
  'service',
  'ingress',
  'horizontalPodAutoscaler',
  'podDisruptionBudget',
  'networkPolicy',
  'serviceAccount',
] as const satisfies readonly (keyof WebDeploymentOverrides)[];
