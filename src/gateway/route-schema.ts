import type { GatewayChannel } from '../api/gateway';
import { filtersSchema } from './filter-schema';
import { millisecondsOf } from './milliseconds';
import { backendReference, dnsName, duration, group, headerName, headerValue, hostname, kind } from './route-values';
import { namespace, objectName, port } from './route-values';
import { httpRuleRules, parentRules, rulesRules } from './rule-rules';
import { fields, list, number, text } from './schema';
import type { FieldsSchema, ListSchema, Rule, Schema } from './schema';

/** The routes whose rules are known here. */
export type RouteKind = 'HTTPRoute' | 'GRPCRoute';

interface PathMatch {
  readonly type: string;
  readonly value: string;
}

const anyPath: PathMatch = { type: 'PathPrefix', value: '/' };

function pathRule(must: string, holds: (value: string) => boolean): Rule<PathMatch> {
  return { must, holds: ({ type, value }) => type === 'RegularExpression' || holds(value) };
}

const path = fields(
  {
    type: text({ words: ['Exact', 'PathPrefix', 'RegularExpression'], default: anyPath.type }),
    value: text({ most: 1024, default: anyPath.value }),
  },
  {
    default: anyPath,
    rules: [
      pathRule("begin with '/'", (value) => value.startsWith('/')),
      ...['//', '/./', '/../', '%2f', '%2F', '#'].map((part) =>
        pathRule(`not have '${part}'`, (value) => !value.includes(part)),
      ),
      ...['/..', '/.'].map((end) => pathRule(`not end with '${end}'`, (value) => !value.endsWith(end))),
      pathRule("consist of letters, digits, -/._~!$&'()*+,;=:@, and everything else as % and two digits", (value) =>
        /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$/.test(value),
      ),
    ],
  },
);

const comparison = text({ words: ['Exact', 'RegularExpression'], default: 'Exact' });

function values(value: Schema): ListSchema {
  const match = fields({ name: headerName, type: comparison, value }, { required: ['name', 'value'] });
  return list(match, 16, { unique: 'names' });
}

function httpMatches(isExperimental: boolean): ListSchema {
  const method = text({
    words: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'],
  });
  const headers = values(headerValue(isExperimental));
  const queryParams = values(text({ least: 1, most: 1024 }));
  return list(fields({ headers, method, path, queryParams }), 64, { default: [{ path: anyPath }] });
}

interface MethodMatch {
  readonly type: string;
  readonly service?: string;
  readonly method?: string;
}

const methodRules: readonly Rule<MethodMatch>[] = [
  {
    must: 'have a service, a method or both',
    holds: ({ service, method }) => service !== undefined || method !== undefined,
  },
  {
    must: "have a service such as 'shop.v1.Orders'",
    holds: ({ type, service }) =>
      type !== 'Exact' || service === undefined || /^\.?[a-z_][a-z_0-9]*(\.[a-z_][a-z_0-9]*)*$/i.test(service),
  },
  {
    must: "have a method such as 'Place'",
    holds: ({ type, method }) => type !== 'Exact' || method === undefined || /^[A-Za-z_][A-Za-z_0-9]*$/.test(method),
  },
];

function grpcMatches(): ListSchema {
  const name = text({ most: 1024 });
  const method = fields({ type: comparison, service: name, method: name }, { rules: methodRules });
  return list(fields({ headers: values(headerValue(false)), method }), 64);
}

const timeouts = fields(
  { request: duration, backendRequest: duration },
  {
    rules: [
      {
        must: 'have no backendRequest that is longer than request',
        holds: ({ request, backendRequest }: { readonly request?: string; readonly backendRequest?: string }) => {
          if (request === undefined || backendRequest === undefined) return true;
          const [whole, part] = [millisecondsOf(request), millisecondsOf(backendRequest)];
          return whole === 0 || (whole !== undefined && part !== undefined && part <= whole);
        },
      },
    ],
  },
);

/** How often a request is tried again. */
export const retry = fields({
  attempts: number({ least: 0, default: 1, wide: true }),
  backoff: duration,
  codes: list(number({ least: 400, most: 599, wide: true }), undefined, { unique: 'items' }),
});

interface Session {
  readonly type: string;
  readonly absoluteTimeout?: string;
  readonly cookie?: { readonly lifetimeType: string };
  readonly header?: object;
}

/** How the requests of one client are kept with one Pod. */
export const sessionPersistence = fields(
  {
    absoluteTimeout: duration,
    cookie: fields({
      lifetimeType: text({ words: ['Permanent', 'Session'], default: 'Session' }),
      name: headerName,
      path: text({ most: 1024, default: '/' }),
    }),
    header: fields({ name: headerName }, { required: ['name'] }),
    type: text({ words: ['Cookie', 'Header'], default: 'Cookie' }),
  },
  {
    rules: [
      {
        must: 'have an absoluteTimeout, because its cookie is permanent',
        holds: ({ cookie, absoluteTimeout }: Session) =>
          cookie?.lifetimeType !== 'Permanent' || absoluteTimeout !== undefined,
      },
      {
        must: 'have cookie if its type is Cookie, and only then',
        holds: ({ type, cookie }: Session) => (type === 'Cookie') === (cookie !== undefined),
      },
      {
        must: 'have header if its type is Header, and only then',
        holds: ({ type, header }: Session) => (type === 'Header') === (header !== undefined),
      },
    ],
  },
);

function rules(isHttp: boolean, isExperimental: boolean): ListSchema {
  const filters = filtersSchema(isHttp, isExperimental);
  const weight = number({ least: 0, most: 1_000_000, default: 1 });
  const rule = fields(
    {
      name: dnsName,
      matches: isHttp ? httpMatches(isExperimental) : grpcMatches(),
      filters,
      backendRefs: list(backendReference(isExperimental, { weight, filters }), 16),
      ...(isHttp && { timeouts, retry }),
      ...(isExperimental && { sessionPersistence }),
    },
    { rules: isHttp ? httpRuleRules : [] },
  );
  const least = isHttp ? { least: 1, default: [{ matches: [{ path: anyPath }] }] } : {};
  return list(rule, 16, { ...least, rules: rulesRules });
}

function specOf(isHttp: boolean, isExperimental: boolean): FieldsSchema {
  const gateway = 'gateway.networking.k8s.io';
  const parent = { group: group(gateway), kind: kind('Gateway'), name: objectName, namespace, port };
  return fields({
    hostnames: list(hostname, 16),
    parentRefs: list(fields({ ...parent, sectionName: dnsName }, { required: ['name'] }), 32, {
      rules: parentRules(isExperimental),
    }),
    rules: rules(isHttp, isExperimental),
    ...(isExperimental && { useDefaultGateways: text({ words: ['All', 'None'] }) }),
  });
}

/** What a route of a kind may have beside its metadata and status. */
export function routeSchema(routeKind: RouteKind, channel: GatewayChannel): FieldsSchema {
  return fields({ spec: specOf(routeKind === 'HTTPRoute', channel === 'experimental') }, { required: ['spec'] });
}
