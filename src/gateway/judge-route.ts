import type { GatewayChannel } from '../api/gateway';
import { show } from '../values/show';
import type { RouteFault } from './fault';
import { judgeMetadata } from './judge-metadata';
import { judgePart } from './judge-part';
import { routeSchema } from './route-schema';
import type { RouteKind } from './route-schema';
import type { FieldsSchema } from './schema';
import { isMap } from './with-defaults';

/** What stands at the top of every object and is not the definition's to say. */
const top: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'status']);

/**
 * What an API server with the definitions of the Gateway API finds wrong with a route that is created. Nothing in it is trusted.
 *
 * @param channel Which definitions it has.
 * @returns an empty list where it takes the route
 */
export function judgeRoute(kind: RouteKind, route: unknown, channel: GatewayChannel): readonly RouteFault[] {
  if (!isMap(route)) return [{ type: 'TypeInvalid', field: '', found: show(route), must: 'be a map' }];
  const rest = Object.fromEntries(Object.entries(route).filter(([name]) => !top.has(name)));
  return [...judgeMetadata(route.metadata), ...judgePart(schemaOf(kind, channel), rest)];
}

const schemas = new Map<string, FieldsSchema>();

/** Making a schema takes longer than to ask it, and most apps have many routes. */
function schemaOf(kind: RouteKind, channel: GatewayChannel): FieldsSchema {
  const key = `${kind} ${channel}`;
  const made = schemas.get(key) ?? routeSchema(kind, channel);
  schemas.set(key, made);
  return made;
}
