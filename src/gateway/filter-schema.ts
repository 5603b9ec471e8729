import { backendReference, dnsName, group, headerName, headerValue, kind, objectName, port } from './route-values';
import { fields, list, number, text } from './schema';
import type { FieldsSchema, ListSchema, Rule, Schema } from './schema';

/** A filter, as far as rules look at it. */
export interface Filter {
  readonly type: string;
  readonly requestRedirect?: { readonly path?: PathModifier };
  readonly urlRewrite?: { readonly path?: PathModifier };
}

interface PathModifier {
  readonly type: string;
  readonly replaceFullPath?: string;
  readonly replacePrefixMatch?: string;
}

const pathParts = { ReplaceFullPath: 'replaceFullPath', ReplacePrefixMatch: 'replacePrefixMatch' } as const;

const pathModifier: FieldsSchema = fields(
  {
    type: text({ words: Object.keys(pathParts) }),
    replaceFullPath: text({ most: 1024 }),
    replacePrefixMatch: text({ most: 1024 }),
  },
  {
    required: ['type'],
    rules: Object.entries(pathParts).map(([type, part]): Rule<PathModifier> => ({
      must: `have ${part} if its type is ${type}, and only then`,
      holds: (path) => (path.type === type) === (path[part] !== undefined),
    })),
  },
);

function headerModifier(isExperimental: boolean): FieldsSchema {
  const header = fields({ name: headerName, value: headerValue(isExperimental) }, { required: ['name', 'value'] });
  const headers = list(header, 16, { unique: 'names' });
  return fields({ set: headers, add: headers, remove: list(text(), 16, { unique: 'items' }) });
}

const fraction = fields(
  { numerator: number({ least: 0 }), denominator: number({ least: 1, default: 100 }) },
  {
    required: ['numerator'],
    rules: [
      {
        must: 'be at most 1',
        holds: (it: { readonly numerator: number; readonly denominator: number }) => it.numerator <= it.denominator,
      },
    ],
  },
);

function mirror(isExperimental: boolean): FieldsSchema {
  const hasOne: Rule<{ readonly percent?: number; readonly fraction?: object }> = {
    must: 'have percent or fraction, not both',
    holds: (it) => it.percent === undefined || it.fraction === undefined,
  };
  const percent = number({ least: 0, most: 100 });
  return fields(
    { backendRef: backendReference(isExperimental), percent, fraction },
    { required: ['backendRef'], rules: [hasOne] },
  );
}

const redirect = fields({
  scheme: text({ words: ['http', 'https'] }),
  hostname: dnsName,
  path: pathModifier,
  port,
  statusCode: number({ words: [301, 302, 303, 307, 308], default: 302, wide: true }),
});

const aloneIfAll: Rule<readonly string[]> = {
  must: "not have '*' beside others",
  holds: (words) => words.length <= 1 || !words.includes('*'),
};

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];
const origin = /(^\*$)|(^(http(s)?):\/\/(((\*\.)?([a-zA-Z0-9-]+\.)*[a-zA-Z0-9-]+|\*)(:([0-9]{1,5}))?)$)/;

/** What browsers are told about requests from other origins. */
export const cors = fields({
  allowCredentials: { type: 'boolean' },
  allowHeaders: list(headerName, 64, { unique: 'items', rules: [aloneIfAll] }),
  allowMethods: list(text({ words: [...methods, '*'] }), 9, { unique: 'items', rules: [aloneIfAll] }),
  allowOrigins: list(text({ least: 1, most: 253, pattern: origin }), 64, { unique: 'items', rules: [aloneIfAll] }),
  exposeHeaders: list(headerName, 64, { unique: 'items' }),
  maxAge: number({ least: 1, default: 5 }),
});

const protocols = { HTTP: 'http', GRPC: 'grpc' } as const;

/** Who is asked whether a request may pass. */
export function externalAuth(): FieldsSchema {
  const names = list(text(), 64, { unique: 'items' });
  const path = text({ most: 1024, pattern: /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$/ });
  return fields(
    {
      protocol: text({ words: Object.keys(protocols) }),
      backendRef: backendReference(true),
      http: fields({ path, allowedHeaders: names, allowedResponseHeaders: names }),
      grpc: fields({ allowedHeaders: names }),
      forwardBody: fields({ maxSize: number({ least: 0 }) }),
    },
    {
      required: ['backendRef', 'protocol'],
      rules: Object.entries(protocols).map(([protocol, part]): Rule<Readonly<Record<string, unknown>>> => ({
        must: `have ${part} if its protocol is ${protocol}, and only then`,
        holds: (it) => (it.protocol === protocol) === (it[part] !== undefined),
      })),
    },
  );
}

/** The filters of a rule or of a backend: their types, and the field that belongs to each. */
export function filtersSchema(isHttp: boolean, isExperimental: boolean): ListSchema {
  const modifier = headerModifier(isExperimental);
  const extension = fields({ group: group(), kind: kind(), name: objectName }, { required: ['group', 'kind', 'name'] });
  const ofAll = {
    RequestHeaderModifier: ['requestHeaderModifier', modifier],
    ResponseHeaderModifier: ['responseHeaderModifier', modifier],
    RequestMirror: ['requestMirror', mirror(isExperimental)],
    ExtensionRef: ['extensionRef', extension],
  } as const;
  const ofHttp = {
    RequestRedirect: ['requestRedirect', redirect],
    URLRewrite: ['urlRewrite', fields({ hostname: dnsName, path: pathModifier })],
    CORS: ['cors', cors],
  } as const;
  const kinds: Readonly<Record<string, readonly [string, Schema]>> = {
    ...ofAll,
    ...(isHttp && ofHttp),
    ...(isHttp && isExperimental && { ExternalAuth: ['externalAuth', externalAuth()] }),
  };
  const once = Object.keys(kinds).filter((type) => !several.has(type));
  return list(filterSchema(kinds), 16, { rules: [...(isHttp ? [redirectOrRewrite] : []), ...once.map(onlyOnce)] });
}

const several: ReadonlySet<string> = new Set(['RequestMirror', 'ExtensionRef', 'ExternalAuth']);

function filterSchema(kinds: Readonly<Record<string, readonly [string, Schema]>>): FieldsSchema {
  const rules = Object.entries(kinds).map(([type, [part]]): Rule<Readonly<Record<string, unknown>>> => ({
    must: `have ${part} if its type is ${type}, and only then`,
    holds: (filter) => (filter.type === type) === (filter[part] !== undefined),
  }));
  const known = { type: text({ words: Object.keys(kinds) }), ...Object.fromEntries(Object.values(kinds)) };
  return fields(known, { required: ['type'], rules });
}

function onlyOnce(type: string): Rule<readonly Filter[]> {
  return {
    must: `have one ${type} at most`,
    holds: (filters) => filters.filter((filter) => filter.type === type).length <= 1,
  };
}

const redirectOrRewrite: Rule<readonly Filter[]> = {
  must: 'have RequestRedirect or URLRewrite, not both',
  holds: (filters) =>
    !['RequestRedirect', 'URLRewrite'].every((type) => filters.some((filter) => filter.type === type)),
};
