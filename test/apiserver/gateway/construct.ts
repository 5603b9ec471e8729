import { App, Chart } from 'cdk8s';
import type { GatewayChannel } from '../../../src/api/gateway';
import { GrpcRoute } from '../../../src/constructs/grpc-route';
import type { GrpcRouteProps } from '../../../src/constructs/grpc-route-props';
import { HttpRoute } from '../../../src/constructs/http-route';
import type { HttpRouteProps } from '../../../src/constructs/http-route-props';
import { routeSchema } from '../../../src/gateway/route-schema';
import { withDefaults } from '../../../src/gateway/with-defaults';
import { textOf } from '../../corpus/case';
import type { Tree } from '../../corpus/case';
import { kindOf, routeOf } from './cases';
import type { RouteCase } from './cases';
import { propsOf } from './to-props';

/** What a construct makes of a case: the route, something else, because props cannot say it, or a refusal. */
export type Made = 'the route' | 'something else' | { readonly refusal: string };

/** Gives the props that say what a case says to the construct. */
export function construct(one: RouteCase, channel: GatewayChannel): Made {
  const kind = kindOf(one);
  const route = JSON.parse(textOf(routeOf(one))) as Tree;
  if (typeof route.spec !== 'object' || route.spec === null) return 'something else';
  const props = { ...propsOf(route), channel };
  const chart = new Chart(new App(), 'test');
  let made: Tree;
  try {
    const { object } =
      kind === 'HTTPRoute'
        ? new HttpRoute(chart, 'route', props as unknown as HttpRouteProps)
        : new GrpcRoute(chart, 'route', props as unknown as GrpcRouteProps);
    made = object.toJson() as Tree;
  } catch (error) {
    if ((error as Error).name !== 'PropsError') throw error;
    return { refusal: (error as Error).message };
  }
  const schema = routeSchema(kind, channel);
  const normal = (it: Tree): string => JSON.stringify(sorted(withDefaults(schema, { spec: it.spec ?? {} })));
  return normal(made) === normal(route) ? 'the route' : 'something else';
}

/** With keys in order and without empty lists, which the constructs do not print; without matches and with none is not the same. */
function sorted(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.length === 0 && name !== 'matches' ? undefined : value.map((it) => sorted(it));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item, key)]));
}
