import { fieldsOf } from '../../src/api/field-types';
import { Ingress } from '../../src/constructs/ingress';
import type { IngressProps } from '../../src/constructs/ingress-props';
import { Service } from '../../src/constructs/service';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';
const backend = { service: 'web', port: 80 };

test('the least it can be', () => {
  const target = chart();
  new Ingress(target, 'front', { backend });
  expect(printed(target)).toMatchInlineSnapshot(`
   "apiVersion: networking.k8s.io/v1
   kind: Ingress
   metadata:
     name: front
   spec:
     rules:
       - http:
           paths:
             - backend:
                 service:
                   name: web
                   port:
                     number: 80
               path: /
               pathType: Prefix
   "
  `);
  expect(printed(target)).toBe(printed(target));
});

test('several Services, every type of path, and an object of the class', () => {
  const target = chart();
  const web = new WebDeployment(target, 'web', { image, ports: { http: 8080 } });
  const search = new Service(target, 'search', { selector: { app: 'search' }, ports: { http: 80 } });
  const resource = { apiGroup: 'example.com', kind: 'Bucket', name: 'images' };
  const everything = {
    name: 'front',
    labels: { a: 'b' },
    annotations: { c: 'd' },
    ingressClassName: { name: 'nginx' },
    defaultBackend: { resource },
    tls: [{ secretName: { name: 'cert' } }, { secretName: 'other', hosts: ['*.example.org'] }, {}],
    rules: [
      {
        host: 'shop.example.com',
        paths: [
          { backend: web.port('http') },
          { path: '/search', pathType: 'Exact', backend: search.port('http') },
          { path: '/images', pathType: 'ImplementationSpecific', backend: { resource } },
        ],
      },
      { paths: [{ path: '/status', backend: { service: web, port: 'http' } }] },
    ],
    overrides: { metadata: { labels: { more: 'a' } } },
  } satisfies IngressProps;
  const { metadata, spec } = rendered(new Ingress(target, 'ingress', everything).object);
  const to = (name: string): object => ({ service: { name, port: { name: 'http' } } });
  expect([...fieldsOf('IngressSpec').keys()].filter((field) => !(field in spec))).toEqual([]);
  expect(metadata).toEqual({ name: 'front', labels: { a: 'b', more: 'a' }, annotations: { c: 'd' } });
  expect(spec).toEqual({
    ingressClassName: 'nginx',
    defaultBackend: { resource },
    tls: [
      { hosts: ['shop.example.com'], secretName: 'cert' },
      { hosts: ['*.example.org'], secretName: 'other' },
      { hosts: ['shop.example.com'] },
    ],
    rules: [
      {
        host: 'shop.example.com',
        http: {
          paths: [
            { path: '/', pathType: 'Prefix', backend: to('web') },
            { path: '/search', pathType: 'Exact', backend: to('search') },
            { path: '/images', pathType: 'ImplementationSpecific', backend: { resource } },
          ],
        },
      },
      { http: { paths: [{ path: '/status', pathType: 'Prefix', backend: to('web') }] } },
    ],
  });
});

test('a default backend can be all there is', () => {
  const { object } = new Ingress(chart(), 'front', { defaultBackend: backend });
  expect(rendered(object).spec).toEqual({ defaultBackend: { service: { name: 'web', port: { number: 80 } } } });
});

describe('refuses', () => {
  const web = new WebDeployment(chart(), 'web', { image, ports: { hidden: { containerPort: 1, exposed: false } } });
  const refusal = (props: object): string => refusalOf(() => new Ingress(chart(), 'front', props as IngressProps));
  const rule = (...paths: readonly object[]): object => ({ rules: [{ host: 'a', paths }] });

  test('a port that no Service offers', () => {
    expect(refusal({ backend: web.port('hidden') })).toBe(
      'test/front: backend is "hidden", which the Service "web" does not offer; allowed: a port that is exposed. To fix it, leave out exposed: false of "hidden".',
    );
  });

  test.each([
    ['nothing', {}, 'without a backend', 'web.port'],
    ['no rules', { rules: [] }, 'rules is empty', 'web.port'],
    ['no paths', { rules: [{ paths: [] }] }, 'rules[0].paths is empty', 'with its backend'],
    ['a host without a backend', { host: 'a' }, 'backend is left out', 'which port'],
    ['rules beside a host', { host: 'a', ...rule({ backend }) }, 'host is given beside rules', 'one of the rules'],
    ['a wrong host', { host: 'http://a', backend }, 'host is "http://a"', 'without scheme'],
    ['a wrong class', { ingressClassName: 'Nginx', backend }, 'ingressClassName is "Nginx"', 'write "nginx"'],
    ['a relative path', rule({ path: 'a', backend }), 'rules[0].paths[0].path is "a"', 'write "/a"'],
    ['an ambiguous path', rule({ path: '/a//b', backend }), '"/a//b", which has "//"', 'without it'],
    ['a path out of itself', rule({ path: '/a/..', backend }), 'which has "/.."', 'without it'],
    ['a wrong type', rule({ pathType: 'prefix', backend }), 'pathType is "prefix"', 'write "Prefix"'],
    ['a path twice', rule({ backend }, { path: '/', backend }), '"/" (Prefix), which "a" has already', 'leave out'],
    ['a backend that is none', { backend: 'web' }, 'backend is "web"', 'which port'],
    ['a Service that is none', { backend: { service: 'Web', port: 80 } }, 'backend.service is "Web"', 'write "web"'],
    ['a port that is none', { backend: { service: 'web', port: 0 } }, 'backend.port is 0', 'range'],
    [
      'a Secret of another type',
      { backend, tls: [{ secretName: { name: 'a', type: 'Opaque' } }] },
      'a Secret of type "Opaque"',
      'certificate',
    ],
    ['a wrong Secret', { backend, tls: [{ secretName: 'A' }] }, 'tls[0].secretName is "A"', 'write "a"'],
    ['a wrong host of a certificate', { backend, tls: [{ hosts: ['*'] }] }, 'tls[0].hosts[0] is "*"', 'host alone'],
  ] as const)('%s', (_what, props, found, fix) => {
    const message = refusal(props);
    expect(message).toContain(found);
    expect(message).toContain(fix);
    expect(message.startsWith('test/front: ')).toBe(true);
  });
});
