import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { GrpcRoute as ApiGrpcRoute } from '../api/gateway';
import { subdomainNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { compact } from './compact';
import { checkChannel } from './gateway/check-part';
import { checkRules } from './gateway/check-rules';
import { grpcRule } from './gateway/grpc-rule';
import { checkHostnames, parentRefs } from './gateway/parent-refs';
import { routeObject } from './gateway/route-object';
import type { GrpcRouteProps } from './grpc-route-props';
import { settleMetadata } from './metadata';
import { Place } from './place';
import { SingleObject } from './single-object';

/**
 * The way in from outside for gRPC through a Gateway of the Gateway API: which calls go to which Services.
 *
 * The cluster must have the Gateway API. Its objects are custom resources, which the API server's own code does not know: what
 * their definitions refuse is refused here.
 *
 * @see https://gateway-api.sigs.k8s.io/api-types/grpcroute/
 *
 * @example
 * const orders = new WebDeployment(chart, 'orders', {
 *   image: 'registry.example.com/orders:3.1.0',
 *   ports: { grpc: { containerPort: 9000, appProtocol: 'kubernetes.io/h2c' } },
 * });
 * new GrpcRoute(chart, 'front', {
 *   parentRefs: ['public'],
 *   hostnames: ['orders.example.com'],
 *   rules: [{ matches: [{ method: { service: 'shop.v1.Orders' } }], backendRefs: [orders.port('grpc')] }],
 * });
 */
export class GrpcRoute extends SingleObject {
  readonly object: ApiObject;
  readonly resourceType = 'grpcroutes';

  /**
   * @param id Name of the route, unless `name` is given.
   * @throws {PropsError} for what the Gateway API's own rules refuse
   */
  constructor(scope: Construct, id: string, props: GrpcRouteProps) {
    checkProps(scope, id, { GrpcRoute }, props);
    super(scope, id);
    const place = new Place(this);
    const { channel = 'standard', parentRefs: parents, hostnames, rules, useDefaultGateways } = props;
    place.at('channel').oneOf(channel, ['standard', 'experimental']);
    if (useDefaultGateways !== undefined) checkChannel(place.at('useDefaultGateways'), channel);
    checkHostnames(place.at('hostnames'), hostnames);
    checkRules(place.at('rules'), rules, 0);
    const route: ApiGrpcRoute = {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'GRPCRoute',
      metadata: settleMetadata(this, place, 'GRPCRoute', props, subdomainNameFlaw),
      spec: compact({
        parentRefs: parentRefs(place.at('parentRefs'), parents, channel),
        hostnames,
        useDefaultGateways,
        rules: rules.map((rule, index) => grpcRule(place.at('rules').at(index), rule, channel)),
      }),
    };
    this.object = routeObject(this, place, 'grpcRoute', route, props);
    this.node.defaultChild = this.object;
  }
}
