import fc from 'fast-check';
import type { CaseValue, Step } from '../../corpus/case';
import { pointer } from '../../corpus/case';

const long = (length: number, letter = 'a'): CaseValue => ({ $repeat: [letter, length] });

/** Values that are wrong in most places. */
const anywhere: readonly CaseValue[] = [
  null,
  true,
  '',
  0,
  -1,
  1.5,
  { $raw: '1.0' },
  65536,
  2147483648,
  [],
  {},
  [null],
  [{}],
  'A',
  'a b',
  'é',
  'a\nb',
  '*',
  'Service',
  long(64),
  long(254),
  long(257),
  long(1025),
  long(4097),
];

const paths = ['a', '/a//b', '/./', '/a/.', '/a/..', '/../a', '/%2f', '/a%2Fb', '/%zz', '/a#', '/a b', '/é', '/?a', ''];
const times = [
  '1',
  '1.5s',
  '1s1s1s1s',
  '1s1s1s1s1s',
  '100000s',
  '-1s',
  '1us',
  '0ms',
  '3h',
  '1h60m',
  '99999h99999h99999h99999h',
];
const types = [
  'Exact',
  'PathPrefix',
  'RegularExpression',
  'ReplaceFullPath',
  'ReplacePrefixMatch',
  'RequestHeaderModifier',
  'RequestMirror',
  'RequestRedirect',
  'URLRewrite',
  'ExtensionRef',
  'CORS',
  'ExternalAuth',
  'Cookie',
  'Header',
];
const header: CaseValue = { name: 'X-A', value: 'a' };
const backend: CaseValue = { name: 'a', port: 80 };
const many = (item: CaseValue, count: number): readonly CaseValue[] => Array.from({ length: count }, () => item);
const matches = [many({}, 64), many({}, 65), many({ headers: [] }, 43), []];
const headers = [[header, header], [header, { name: 'x-a', value: 'b' }], many(header, 17)];

/** Values that are of interest in a field. */
const special: Readonly<Record<string, readonly CaseValue[]>> = {
  absoluteTimeout: times,
  add: headers,
  allowHeaders: [['*', 'a'], ['a', 'a'], ['a', '*'], ['a b']],
  allowMethods: [['*', 'GET'], ['GET', 'GET'], ['get']],
  allowOrigins: [['*', 'http://a'], ['http://a', 'http://a'], ['ftp://a'], ['http://a:123456'], ['https://*.a'], ['a']],
  attempts: [3000000000, -1],
  backendRefs: [many(backend, 16), many(backend, 17), [backend, { name: 'a' }], [{ group: 'a', kind: 'B', name: 'c' }]],
  backendRequest: times,
  backoff: times,
  codes: [[399], [600], [400, 400], [3000000000]],
  denominator: [0, 1],
  filters: [many({ type: 'ExtensionRef', extensionRef: { group: 'a', kind: 'B', name: 'c' } }, 17), [{ type: 'CORS' }]],
  group: ['', 'A.b', 'a_b', 'gateway.networking.x-k8s.io', 'a.', long(253)],
  headers,
  hostname: ['*.a', 'a.', 'A.b', '1.2.3.4', 'a:80', long(253)],
  hostnames: [['*'], ['*.a'], ['a.*'], ['A'], ['1.2.3.4'], many('a', 16), many('a', 17), [long(253)]],
  kind: ['a.b', '1a', 'A-', 'XBackend', 'Service', long(63)],
  matches,
  maxAge: [0, 1, 2147483647],
  method: ['get', 'GET', 'a-b', {}, { type: 'Exact' }, { service: 'a/b' }, { service: 'a.' }, { method: 'a.b' }],
  name: ['A', 'a.b', 'a_b', 'a/b', '-a', long(253), long(63)],
  namespace: ['a.b', 'A', long(63)],
  numerator: [101, 1000, -1],
  parentRefs: [
    [{ name: 'a' }, { name: 'a' }],
    [{ name: 'a' }, { name: 'a', sectionName: 'b' }],
    [
      { name: 'a', sectionName: 'b' },
      { name: 'a', sectionName: 'c' },
    ],
    [
      { name: 'a', port: 1 },
      { name: 'a', port: 2 },
    ],
    [
      { name: 'a', port: 1 },
      { name: 'a', sectionName: 'c' },
    ],
    [{ name: 'a', kind: 'Gateway' }, { name: 'a' }],
    many({ name: 'a' }, 33),
    [],
  ],
  path: [...paths.map((value) => ({ value })), {}, { type: 'Exact' }, { type: 'RegularExpression' }],
  percent: [101, 100, -1],
  port: [0, 65536, '80'],
  queryParams: headers,
  remove: [['a', 'a'], ['a b'], [''], many('a', 17)],
  replaceFullPath: ['a', '', long(1024)],
  replacePrefixMatch: ['a', '', long(1024)],
  request: times,
  rules: [[], [{}], [{ name: 'a' }, { name: 'a' }], many({}, 16), many({}, 17), many({ matches: many({}, 43) }, 3)],
  sectionName: ['A', 'a.b', ''],
  service: ['a/b', 'a..b', '1a', '.a', 'a.', ''],
  set: headers,
  spec: [{}, null],
  statusCode: [200, 300, 303, 304, 309, '301'],
  type: types,
  useDefaultGateways: ['all'],
  value: [...paths, long(1024), long(4096), 'a\tb', ' a', 'a ', 'a  b', 'é', long(1024, '😀')],
  weight: [1000001, -1],
};

/** Fields that a map may be given. */
const more: Readonly<Record<string, CaseValue>> = {
  cors: {},
  externalAuth: { protocol: 'HTTP', backendRef: backend, http: {} },
  extensionRef: { group: 'a', kind: 'B', name: 'c' },
  fraction: { numerator: 1 },
  labels: { 'a b': 'c' },
  percent: 1,
  replacePrefixMatch: '/',
  requestHeaderModifier: {},
  requestRedirect: { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } },
  retry: {},
  sessionPersistence: {},
  status: {},
  unknown: 1,
  urlRewrite: { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } },
  weights: 1,
};

/** One change to a route, at any place of it. */
export function arbitraryStep(route: unknown): fc.Arbitrary<Step> {
  const places = placesOf(route, []).filter((keys) => keys[0] === 'spec');
  return fc.constantFrom(...places).chain((keys): fc.Arbitrary<Step> => {
    const at = pointer(keys);
    const key = [...keys].reverse().find((it) => typeof it === 'string' && it in special);
    const own = special[String(keys[keys.length - 1])] ?? (key === undefined ? [] : special[key]!);
    const set = (values: readonly CaseValue[]): fc.Arbitrary<Step> =>
      fc.constantFrom(...values).map((value): Step => ['set', at, value]);
    const value = valueAt(route, keys);
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    return fc.oneof(
      { arbitrary: set(own.length > 0 ? own : anywhere), weight: 5 },
      { arbitrary: set(anywhere), weight: 2 },
      { arbitrary: fc.constant<Step>(['remove', at]), weight: 2 },
      ...(isMap
        ? [
            {
              arbitrary: fc
                .constantFrom(...Object.entries(more))
                .map(([name, added]): Step => ['set', `${at}/${name}`, added]),
              weight: 2,
            },
          ]
        : []),
      ...(Array.isArray(value) && value.length > 0
        ? [
            {
              arbitrary: fc.constantFrom(...(value as CaseValue[])).map((item): Step => ['append', at, item]),
              weight: 3,
            },
          ]
        : []),
    );
  });
}

type Keys = readonly (string | number)[];

function placesOf(value: unknown, keys: Keys): readonly Keys[] {
  if (typeof value !== 'object' || value === null) return [keys];
  const items = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...(keys.length > 0 ? [keys] : []), ...items.flatMap(([key, item]) => placesOf(item, [...keys, key]))];
}

function valueAt(value: unknown, keys: Keys): unknown {
  return keys.reduce((found, key) => (found as Record<string | number, unknown>)[key], value);
}
