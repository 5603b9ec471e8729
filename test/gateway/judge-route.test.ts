import { describeFault } from '../../src/gateway/fault';
import { judgeRoute } from '../../src/gateway/judge-route';
import type { RouteKind } from '../../src/gateway/route-schema';

const route = (spec: unknown, metadata: unknown = { name: 'front' }): object => ({ metadata, spec });

function faults(
  spec: unknown,
  kind: RouteKind = 'HTTPRoute',
  channel: 'standard' | 'experimental' = 'standard',
): object {
  return Object.fromEntries(
    judgeRoute(kind, route(spec), channel).map((fault) => [fault.field, describeFault(fault)] as const),
  );
}

const rule = (one: object): object => ({ rules: [one] });

test('a route that is in order has no faults, and is left as it is', () => {
  const given = route(rule({ matches: [{ path: { value: '/a' } }], backendRefs: [{ name: 'web', port: 80 }] }));
  const before = JSON.stringify(given);
  expect(judgeRoute('HTTPRoute', given, 'standard')).toEqual([]);
  expect(JSON.stringify(given)).toBe(before);
});

test('says what was found and what it must be', () => {
  expect(
    faults({
      hostnames: ['A'],
      parentRefs: [{}, 'public'],
      rules: [
        { name: 1, matches: [{ method: 'get' }], timeouts: { request: '1.5s' } },
        { backendRefs: [{ name: 'a', port: 65536, weight: -1 }] },
      ],
    }),
  ).toMatchInlineSnapshot(`
   {
     "spec.hostnames[0]": "Invalid value: "A": must match ^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
     "spec.parentRefs[0].name": "Required value: must be given",
     "spec.parentRefs[1]": "Invalid value: "public": must be a map",
     "spec.rules[0].matches[0].method": "Unsupported value: "get": must be "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE" or "PATCH"",
     "spec.rules[0].name": "Invalid value: 1: must be text",
     "spec.rules[0].timeouts.request": "Invalid value: "1.5s": must match ^([0-9]{1,5}(h|m|s|ms)){1,4}$",
     "spec.rules[1].backendRefs[0].port": "Invalid value: 65536: must be from 1 to 65535",
     "spec.rules[1].backendRefs[0].weight": "Invalid value: -1: must be from 0 to 1000000",
   }
  `);
});

test('asks the rules only of what can be read', () => {
  const both = rule({ filters: [{ type: 'CORS' }, { type: 'URLRewrite' }], name: 'A' });
  expect(Object.keys(faults(both))).toEqual([
    'spec.rules[0].name',
    'spec.rules[0].filters[0]',
    'spec.rules[0].filters[1]',
  ]);
  const unread = rule({ filters: [{ type: 'CORS' }], name: 1 });
  expect(Object.keys(faults(unread))).toEqual(['spec.rules[0].name']);
});

test('takes the defaults for written, and null for left out', () => {
  const rewrite = { type: 'URLRewrite', urlRewrite: { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } } };
  expect(faults(rule({ filters: [rewrite] }))).toEqual({});
  expect(faults(rule({ filters: [rewrite], matches: [{ path: null }], name: null }))).toEqual({});
  expect(Object.keys(faults(rule({ filters: [rewrite], matches: [{}, {}] })))).toEqual(['spec.rules[0]']);
  expect(faults(rule({ backendRefs: [{ name: 'a', group: 'example.com', kind: 'Bucket' }] }))).toEqual({});
  expect(Object.keys(faults(rule({ backendRefs: [{ name: 'a', kind: null }] })))).toEqual([
    'spec.rules[0].backendRefs[0]',
  ]);
});

test('counts characters as the API does', () => {
  const match = (value: string): object => rule({ matches: [{ queryParams: [{ name: 'a', value }] }] });
  expect(faults(match('😀'.repeat(1024)))).toEqual({});
  expect(faults(match('😀'.repeat(1025)))).toEqual({
    'spec.rules[0].matches[0].queryParams[0].value': 'Too long: text of 1025 characters: must have at most 1024',
  });
});

test('tells the channels apart', () => {
  const ports = {
    parentRefs: [
      { name: 'a', port: 1 },
      { name: 'a', port: 2 },
    ],
  };
  expect(Object.keys(faults(ports))).toEqual(['spec.parentRefs']);
  expect(faults(ports, 'GRPCRoute', 'experimental')).toEqual({});
  const session = rule({ sessionPersistence: { cookie: {} } });
  expect(Object.keys(faults(session))).toEqual(['spec.rules[0].sessionPersistence']);
  expect(faults(session, 'GRPCRoute', 'experimental')).toEqual({});
  const spaces = rule({ matches: [{ headers: [{ name: 'a', value: 'a  b' }] }] });
  expect(faults(spaces)).toEqual({});
  expect(Object.keys(faults(spaces, 'HTTPRoute', 'experimental'))).toEqual([
    'spec.rules[0].matches[0].headers[0].value',
  ]);
});

test('looks at names and labels', () => {
  const named = (metadata: unknown): readonly string[] =>
    judgeRoute('GRPCRoute', route({}, metadata), 'standard').map(({ field }) => field);
  expect(named({ generateName: 'a-' })).toEqual([]);
  expect(named(null)).toEqual(['metadata.name']);
  expect(named({ name: 'A', labels: { 'a b': 'c', d: 1 }, annotations: { '-': '' } })).toEqual([
    'metadata.name',
    'metadata.labels',
    'metadata.labels',
    'metadata.annotations',
  ]);
});

test.each([undefined, null, 1, 'a', [], {}, { spec: [] }, { spec: { rules: { 0: {} } } }, { spec: { rules: [null] } }])(
  'survives %j',
  (it) => {
    expect(judgeRoute('HTTPRoute', it, 'standard').length).toBeGreaterThan(0);
  },
);

test('survives what is deep or long', () => {
  let deep: unknown = {};
  for (let level = 0; level < 20_000; level++) deep = [deep];
  expect(Object.keys(faults({ hostnames: deep }))).toEqual(['spec.hostnames[0]']);
  const long = faults(rule({ matches: new Array(10_000).fill({ method: 'get' }) }));
  expect(Object.keys(long)).toHaveLength(1001);
});

test('needs no longer for text that almost fits', () => {
  const value = `${'a'.repeat(4000)}\n`;
  const match = rule({ matches: [{ headers: [{ name: 'a', value }] }], name: `${'a-'.repeat(120)}-` });
  expect(Object.keys(faults(match, 'HTTPRoute', 'experimental'))).toHaveLength(2);
});
