import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { HttpRoute as ApiHttpRoute } from '../api/gateway';
import { subdomainNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { compact } from './compact';
import { checkChannel } from './gateway/check-part';
import { checkRules } from './gateway/check-rules';
import { httpRule } from './gateway/http-rule';
import { checkHostnames, parentRefs } from './gateway/parent-refs';
import { routeObject } from './gateway/route-object';
import type { HttpRouteProps } from './http-route-props';
import { settleMetadata } from './metadata';
import { Place } from './place';
import { SingleObject } from './single-object';

/**
 * The way in from outside through a Gateway of the Gateway API: which requests go to which Services.
 *
 * The cluster must have the Gateway API. Its objects are custom resources, which the API server's own code does not know: what
 * their definitions refuse is refused here.
 *
 * @see https://gateway-api.sigs.k8s.io/api-types/httproute/
 *
 * @example
 * const shop = new WebDeployment(chart, 'shop', { image: 'registry.example.com/shop:1', ports: { http: 8080 } });
 * const next = new WebDeployment(chart, 'shop-next', { image: 'registry.example.com/shop:2', ports: { http: 8080 } });
 * new HttpRoute(chart, 'front', {
 *   parentRefs: [{ name: 'public', namespace: 'gateways', sectionName: 'https' }],
 *   hostnames: ['shop.example.com'],
 *   rules: [
 *     { matches: [{ headers: { 'X-Preview': 'yes' } }], backendRefs: [next.port('http')] },
 *     {
 *       backendRefs: [
 *         { backend: shop.port('http'), weight: 95 },
 *         { backend: next.port('http'), weight: 5 },
 *       ],
 *       timeouts: { request: '30s' },
 *     },
 *   ],
 * });
 */
export class HttpRoute extends SingleObject {
  readonly object: ApiObject;
  readonly resourceType = 'httproutes';

  /**
   * @param id Name of the route, unless `name` is given.
   * @throws {PropsError} for what the Gateway API's own rules refuse
   */
  constructor(scope: Construct, id: string, props: HttpRouteProps) {
    checkProps(scope, id, { HttpRoute }, props);
    super(scope, id);
    const place = new Place(this);
    const { channel = 'standard', parentRefs: parents, hostnames, rules, useDefaultGateways } = props;
    place.at('channel').oneOf(channel, ['standard', 'experimental']);
    if (useDefaultGateways !== undefined) checkChannel(place.at('useDefaultGateways'), channel);
    checkHostnames(place.at('hostnames'), hostnames);
    checkRules(place.at('rules'), rules, 1);
    const route: ApiHttpRoute = {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: settleMetadata(this, place, 'HTTPRoute', props, subdomainNameFlaw),
      spec: compact({
        parentRefs: parentRefs(place.at('parentRefs'), parents, channel),
        hostnames,
        useDefaultGateways,
        rules: rules.map((rule, index) => httpRule(place.at('rules').at(index), rule, channel)),
      }),
    };
    this.object = routeObject(this, place, 'httpRoute', route, props);
    this.node.defaultChild = this.object;
  }
}
