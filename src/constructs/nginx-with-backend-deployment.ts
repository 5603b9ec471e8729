import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ConfigMap, Container, Deployment, ObjectMeta } from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { numberFlaw } from '../values/number';
import { checkProps } from './check-props';
import { NginxWithBackend } from './nginx-with-backend';
import type { NginxWithBackendProps } from './nginx-with-backend-props';
import { defineObject } from './object';
import { Place } from './place';
import { strategyLacks } from './workload/hardened-lacks';
import { type RolloutProps, type Strategy, rollout } from './workload/rollout';

/** Where the hash of the configuration stands in the Pods, so that a change rolls them; `ConfiguredApp` has the same. */
const hashAnnotation = 'checksum/config';

/** What a Deployment can say that a Pod cannot. */
export interface NginxWithBackendDeploymentOptions extends RolloutProps {
  /**
   * How many Pods, from 0.
   * @default - not printed; Kubernetes takes 1, and an autoscaler can set it
   */
  readonly replicas?: number;
  /**
   * Changes of the objects, for what has no prop.
   * @default - none
   */
  readonly overrides?: { readonly config?: Patch<ConfigMap>; readonly deployment?: Patch<Deployment> };
}

/** Props of `NginxWithBackendDeployment`. */
export type NginxWithBackendDeploymentProps<Port extends string = string> = NginxWithBackendProps<Port> &
  NginxWithBackendDeploymentOptions &
  Strategy;

/** What a hardened one is asked for; its policy and its budget stand beside it. */
function lacksOf({ replicas = 1, strategy }: NginxWithBackendDeploymentProps): readonly string[] {
  return [...(replicas < 2 ? ['replicas from 2 up'] : []), ...strategyLacks(strategy)];
}

/**
 * A Deployment of Pods with nginx in front of a backend on localhost. A change of the configuration rolls the Pods.
 *
 * @see docs/constructs/nginx-with-backend-pod.md
 */
export class NginxWithBackendDeployment<Port extends string = string> extends NginxWithBackend<Port> {
  /** The Deployment. */
  readonly deployment: ApiObject;

  private readonly replicas: number | undefined;

  /**
   * @param id Name of the Deployment, unless `props.name` is given.
   * @throws {PropsError} for any value that the API server would refuse or that nginx could not do
   */
  constructor(scope: Construct, id: string, props: NginxWithBackendDeploymentProps<Port>) {
    checkProps(scope, id, { NginxWithBackendDeployment }, props);
    const { replicas } = props;
    super(scope, id, props, props.overrides?.config, undefined, { most: replicas ?? 1, lacks: lacksOf(props) });
    const place = new Place(this);
    this.replicas = replicas;
    if (replicas !== undefined) place.at('replicas').check(numberFlaw(replicas, 0));
    const object: Deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: this.identity.metadata(),
      spec: {
        ...(replicas !== undefined && { replicas }),
        selector: { matchLabels: this.identity.selector },
        ...rollout(place, props),
        template: { metadata: this.templateMetadata(), spec: this.pair.podSpec },
      },
    };
    this.deployment = defineObject(this, 'deployment', object, props.overrides?.deployment);
    this.node.defaultChild = this.deployment;
  }

  protected override scaled(): { readonly replicas: number | undefined; readonly containers: readonly Container[] } {
    return { ...super.scaled(), replicas: this.replicas };
  }

  private templateMetadata(): ObjectMeta {
    const { podMetadata } = this.identity;
    const hash = this.configHash;
    if (hash === undefined) return podMetadata;
    return { ...podMetadata, annotations: { ...podMetadata.annotations, [hashAnnotation]: hash } };
  }
}
