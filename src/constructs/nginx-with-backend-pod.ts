import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ConfigMap, Pod } from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { numberFlaw } from '../values/number';
import { checkProps } from './check-props';
import { NginxWithBackend } from './nginx-with-backend';
import type { NginxWithBackendProps } from './nginx-with-backend-props';
import { defineObject } from './object';
import { Place } from './place';

/** What a Pod can say that a Deployment cannot. */
export interface NginxWithBackendPodOptions {
  /**
   * What happens when a container ends.
   * @default - not printed; Kubernetes takes `Always`
   */
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  /**
   * Seconds from the start of the Pod to its end, from 1.
   * @default - none
   */
  readonly activeDeadlineSeconds?: number;
  /**
   * Changes of the objects, for what has no prop.
   * @default - none
   */
  readonly overrides?: { readonly config?: Patch<ConfigMap>; readonly pod?: Patch<Pod> };
}

/** Props of `NginxWithBackendPod`. */
export type NginxWithBackendPodProps<Port extends string = string> = NginxWithBackendProps<Port> &
  NginxWithBackendPodOptions;

/**
 * One Pod: nginx in front of a backend on localhost. Nobody replaces the Pod when its node fails, and it keeps the
 * configuration that it started with; `NginxWithBackendDeployment` is for what is to stay.
 *
 * @see docs/constructs/nginx-with-backend-pod.md
 *
 * @example
 * const shop = new NginxWithBackendPod(chart, 'shop', {
 *   backend: { image: 'registry.example.com/shop:1.4.2', ports: { app: 8080 } },
 *   routes: [
 *     { prefix: '/', files: { directory: '/usr/share/nginx/html' } },
 *     { prefix: '/api', proxyTo: 'app', maxBodySize: '10Mi' },
 *   ],
 * });
 * shop.port('http').containerPort; // 8090; shop.port('htpp') does not compile
 */
export class NginxWithBackendPod<Port extends string = string> extends NginxWithBackend<Port> {
  /** The Pod. */
  readonly pod: ApiObject;

  /**
   * @param id Name of the Pod, unless `props.name` is given.
   * @throws {PropsError} for any value that the API server would refuse or that nginx could not do
   */
  constructor(scope: Construct, id: string, props: NginxWithBackendPodProps<Port>) {
    checkProps(scope, id, { NginxWithBackendPod }, props);
    super(scope, id, props, props.overrides?.config, props);
    this.checkLifetime(new Place(this), props);
    // No hash of the configuration: a running Pod is not restarted by its annotations, and a mounted file stays as it was.
    const object: Pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: this.identity.metadata(this.identity.podMetadata),
      spec: this.pair.podSpec,
    };
    this.pod = defineObject(this, 'pod', object, props.overrides?.pod);
    this.node.defaultChild = this.pod;
  }

  /** @throws {PropsError} always: an autoscaler sets the number of Pods, and this is one */
  override toScalingTarget(): never {
    return new Place(this).refuse({
      found: 'a Pod for an autoscaler',
      allowed: 'a workload with a number of Pods',
      fix: 'use NginxWithBackendDeployment',
    });
  }

  private checkLifetime(place: Place, { restartPolicy, activeDeadlineSeconds }: NginxWithBackendPodOptions): void {
    if (restartPolicy !== undefined) place.at('restartPolicy').oneOf(restartPolicy, ['Always', 'OnFailure', 'Never']);
    if (activeDeadlineSeconds === undefined) return;
    place.at('activeDeadlineSeconds').check(numberFlaw(activeDeadlineSeconds, 1));
  }
}
