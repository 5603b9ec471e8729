import type { ApiObject } from 'cdk8s';
import type { GatewayChannel, GrpcRoute, HttpRoute } from '../../api/gateway';
import type { Patch } from '../../api/patch';
import { judgeRoute } from '../../gateway/judge-route';
import { defineObject } from '../object';
import type { Place } from '../place';
import type { SingleObject } from '../single-object';

/**
 * Makes the object of a route, with its overrides, as the definitions of the Gateway API allow it.
 *
 * @throws {PropsError} for what they refuse; a prop that has a rule of its own was refused before
 */
export function routeObject<Route extends HttpRoute | GrpcRoute>(
  scope: SingleObject,
  place: Place,
  id: string,
  route: Route,
  { channel = 'standard', overrides }: { readonly channel?: GatewayChannel; readonly overrides?: Patch<Route> },
): ApiObject {
  const object = defineObject(scope, id, route, overrides);
  const [fault] = judgeRoute(route.kind, object.toJson(), channel);
  if (fault === undefined) return object;
  return place.at(overrides === undefined ? 'props' : 'overrides').refuse({
    found: `what makes ${fault.field} ${fault.found}`,
    allowed: `what the ${channel} channel of the Gateway API takes: it must ${fault.must}`,
    fix: `change what ${fault.field} is made of`,
  });
}
