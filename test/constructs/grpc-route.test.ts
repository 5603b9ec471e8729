import { fieldsOf } from '../../src/api/field-types';
import { GrpcRoute } from '../../src/constructs/grpc-route';
import type { GrpcRouteProps } from '../../src/constructs/grpc-route-props';
import { chart, printed, refusalOf, rendered } from './synth-one';

const parentRefs = ['public'];
const backend = { service: 'orders', port: 9000 };

test('the least it can be', () => {
  const target = chart();
  new GrpcRoute(target, 'orders', { parentRefs, rules: [{ backendRefs: [backend] }] });
  expect(printed(target)).toMatchInlineSnapshot(`
   "apiVersion: gateway.networking.k8s.io/v1
   kind: GRPCRoute
   metadata:
     name: orders
   spec:
     parentRefs:
       - name: public
     rules:
       - backendRefs:
           - name: orders
             port: 9000
   "
  `);
  expect(printed(target)).toBe(printed(target));
});

test('with every prop, every field of the API is there', () => {
  const everything: Required<GrpcRouteProps> = {
    name: 'route',
    labels: { a: 'b' },
    annotations: { c: 'd' },
    parentRefs: [{ name: 'public' }],
    hostnames: ['orders.example.com'],
    rules: [
      {
        name: 'place',
        matches: [
          { method: { type: 'Exact', service: 'shop.v1.Orders', method: 'Place' }, headers: { 'x-tenant': 'a' } },
          { method: { type: 'RegularExpression', method: '.*' } },
        ],
        filters: [
          { requestHeaderModifier: { set: { 'x-a': 'b' } } },
          { requestMirror: { backend: { service: 'copy', port: 9000 } } },
        ],
        backendRefs: [{ backend, weight: 1, filters: [{ responseHeaderModifier: { remove: ['x-b'] } }] }],
        sessionPersistence: { type: 'Header', header: { name: 'x-client' } },
      },
    ],
    useDefaultGateways: 'None',
    channel: 'experimental',
    overrides: { metadata: { labels: { more: 'a' } } },
  };
  const { metadata, spec } = rendered(new GrpcRoute(chart(), 'orders', everything).object);
  const lacking = (type: string, object: object): readonly string[] =>
    [...fieldsOf(type).keys()].filter((field) => !(field in object));
  expect(metadata).toEqual({ name: 'route', labels: { a: 'b', more: 'a' }, annotations: { c: 'd' } });
  expect(lacking('GatewayGrpcSpec', spec)).toEqual([]);
  expect(lacking('GatewayGrpcRule', spec.rules[0])).toEqual([]);
  expect(spec.rules).toEqual([
    {
      name: 'place',
      matches: [
        {
          method: { type: 'Exact', service: 'shop.v1.Orders', method: 'Place' },
          headers: [{ name: 'x-tenant', value: 'a' }],
        },
        { method: { type: 'RegularExpression', method: '.*' } },
      ],
      filters: [
        { type: 'RequestHeaderModifier', requestHeaderModifier: { set: [{ name: 'x-a', value: 'b' }] } },
        { type: 'RequestMirror', requestMirror: { backendRef: { name: 'copy', port: 9000 } } },
      ],
      backendRefs: [
        {
          name: 'orders',
          port: 9000,
          weight: 1,
          filters: [{ type: 'ResponseHeaderModifier', responseHeaderModifier: { remove: ['x-b'] } }],
        },
      ],
      sessionPersistence: { type: 'Header', header: { name: 'x-client' } },
    },
  ]);
});

describe('refuses', () => {
  const refusal = (rule: object): string =>
    refusalOf(() => new GrpcRoute(chart(), 'orders', { parentRefs, rules: [rule] as GrpcRouteProps['rules'] }));

  test.each([
    ['a method without a name', { matches: [{ method: {} }] }, 'method is without a name', 'name one'],
    ['a path', { matches: [{ method: { service: '/shop.v1.Orders' } }] }, 'service is "/shop.v1.Orders"', 'alone'],
    ['a wrong method', { matches: [{ method: { method: 'a-b' } }] }, 'method.method is "a-b"', 'RegularExpression'],
    ['another type', { matches: [{ method: { type: 'Prefix', method: 'a' } }] }, 'type is "Prefix"', 'choose one'],
    ['a redirect', { filters: [{ requestRedirect: {} }] }, 'filters[0] is "requestRedirect"', 'choose one'],
    ['a weight', { backendRefs: [{ backend, weight: 1.5 }] }, 'weight is 1.5', 'range'],
  ] as const)('%s', (_what, rule, found, fix) => {
    const message = refusal(rule);
    expect(message).toContain(found);
    expect(message).toContain(fix);
    expect(message.startsWith('test/orders: rules[0]')).toBe(true);
  });
});
