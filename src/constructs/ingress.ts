import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import { subdomainNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import type { IngressProps } from './ingress-props';
import { settleMetadata } from './metadata';
import { ingressFields } from './network/ingress-fields';
import { defineObject } from './object';
import { Place } from './place';
import { SingleObject } from './single-object';

/**
 * The way in from outside, over HTTP, to one or several Services. A `WebDeployment` makes one of its own with `ingress`.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/
 *
 * @example
 * const shop = new WebDeployment(chart, 'shop', { image: 'registry.example.com/shop:1', ports: { http: 8080 } });
 * const search = new WebDeployment(chart, 'search', { image: 'registry.example.com/search:1', ports: { http: 8080 } });
 * new Ingress(chart, 'front', {
 *   ingressClassName: 'nginx',
 *   tls: [{ secretName: 'shop-example-com' }],
 *   rules: [
 *     {
 *       host: 'shop.example.com',
 *       paths: [{ backend: shop.port('http') }, { path: '/search', backend: search.port('http') }],
 *     },
 *   ],
 * });
 */
export class Ingress extends SingleObject {
  readonly object: ApiObject;
  readonly resourceType = 'ingresses';

  /**
   * @param id Name of the Ingress, unless `name` is given.
   * @throws {PropsError} for a wrong host, path or backend
   */
  constructor(scope: Construct, id: string, props: IngressProps) {
    checkProps(scope, id, { Ingress }, props);
    super(scope, id);
    const place = new Place(this);
    const ingress: api.Ingress = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: settleMetadata(this, place, 'Ingress', props, subdomainNameFlaw),
      spec: ingressFields(place, props),
    };
    this.object = defineObject(this, 'ingress', ingress, props.overrides);
    this.node.defaultChild = this.object;
  }
}
