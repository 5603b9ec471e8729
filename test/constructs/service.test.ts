import { fieldsOf } from '../../src/api/field-types';
import { NodeAgent } from '../../src/constructs/node-agent';
import { Service } from '../../src/constructs/service';
import type { ServiceProps } from '../../src/constructs/service-props';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';
const ports = { http: 8080, dns: { containerPort: 53, protocol: 'UDP' as const } };

test('the least it can be', () => {
  const target = chart();
  new Service(target, 'web', { selector: { app: 'web' }, ports: { http: 80 } });
  expect(printed(target)).toMatchInlineSnapshot(`
   "apiVersion: v1
   kind: Service
   metadata:
     name: web
   spec:
     ports:
       - name: http
         port: 80
     selector:
       app: web
   "
  `);
  expect(printed(target)).toBe(printed(target));
});

test('ports of a workload are found by the names that it declares', () => {
  const target = chart();
  const web = new WebDeployment(target, 'web', { image, ports });
  const service = new Service(target, 'all', {
    selector: web,
    ports: { http: 80, plain: { targetPort: 'http' }, dns: {}, raw: { port: 9000, targetPort: 9001 } },
  });
  expect(rendered(service.object).spec).toEqual({
    selector: web.selectorLabels,
    ports: [
      { name: 'http', port: 80, targetPort: 'http' },
      { name: 'plain', port: 8080, targetPort: 'http' },
      { name: 'dns', port: 53, targetPort: 'dns', protocol: 'UDP' },
      { name: 'raw', port: 9000, targetPort: 9001 },
    ],
  });
  expect(service.port('dns')).toEqual({ name: 'dns', servicePort: 53, protocol: 'UDP', service: 'all' });
});

test('a node agent is selected like any other workload', () => {
  const target = chart();
  const agent = new NodeAgent(target, 'agent', { image, ports: { metrics: 9100 } });
  const service = new Service(target, 'metrics', { headless: true, selector: agent, ports: { metrics: {} } });
  expect(rendered(service.object).spec).toEqual({
    clusterIP: 'None',
    selector: agent.selectorLabels,
    ports: [{ name: 'metrics', port: 9100, targetPort: 'metrics' }],
  });
});

test('a headless Service can do without ports, and one of type ExternalName without Pods', () => {
  const target = chart();
  const pods = new Service(target, 'pods', { headless: true, selector: { app: 'a' } });
  expect(rendered(pods.object).spec).toEqual({ clusterIP: 'None', selector: { app: 'a' } });
  const outside = new Service(target, 'outside', { type: 'ExternalName', externalName: 'db.example.com.' });
  expect(rendered(outside.object).spec).toEqual({ type: 'ExternalName', externalName: 'db.example.com.' });
});

test('with every prop of a load balancer, every field of the API is there but those of other types', () => {
  const target = chart({ namespace: 'shop' });
  const port = { port: 80, targetPort: 8080, protocol: 'TCP', appProtocol: 'http', nodePort: 30080 } as const;
  const everything: Required<Extract<ServiceProps<'http'>, { type: 'LoadBalancer'; externalTrafficPolicy: 'Local' }>> =
    {
      name: 'front',
      labels: { of: 'service' },
      annotations: { of: 'service' },
      type: 'LoadBalancer',
      selector: { app: 'web' },
      ports: { http: port },
      headless: false,
      clusterIP: '10.0.0.10',
      clusterIPs: ['10.0.0.10'],
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      externalIPs: ['192.0.2.1'],
      externalTrafficPolicy: 'Local',
      internalTrafficPolicy: 'Cluster',
      trafficDistribution: 'PreferSameZone',
      healthCheckNodePort: 30081,
      sessionAffinity: 'ClientIP',
      sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } },
      publishNotReadyAddresses: true,
      loadBalancerClass: 'example.com/internal',
      loadBalancerIP: '192.0.2.2',
      loadBalancerSourceRanges: ['192.0.2.0/24'],
      allocateLoadBalancerNodePorts: true,
      externalName: undefined as never,
      overrides: { metadata: { labels: { more: 'a' } } },
    };
  const { object } = new Service(target, 'service', everything);
  const { metadata, spec } = rendered(object);
  expect([...fieldsOf('ServiceSpec').keys()].filter((field) => !(field in spec))).toEqual(['externalName']);
  expect([...fieldsOf('ServicePort').keys()].filter((field) => !(field in spec.ports[0]))).toEqual([]);
  expect(metadata).toEqual({
    name: 'front',
    namespace: 'shop',
    labels: { of: 'service', more: 'a' },
    annotations: { of: 'service' },
  });
});

test('the first of several addresses is the one', () => {
  const clusterIPs = ['10.0.0.10', 'fd00::10'];
  const { object } = new Service(chart(), 'a', { ports: { http: 80 }, clusterIPs, ipFamilyPolicy: 'RequireDualStack' });
  expect(rendered(object).spec).toMatchObject({ clusterIP: '10.0.0.10', clusterIPs });
});

test('an override merges by the keys of the API', () => {
  const { object } = new Service(chart(), 'a', {
    ports: { http: 80, admin: 81 },
    overrides: { spec: { ports: [{ port: 81, appProtocol: 'http' }] } },
  });
  expect(rendered(object).spec.ports).toEqual([
    { name: 'http', port: 80 },
    { name: 'admin', port: 81, appProtocol: 'http' },
  ]);
});

describe('refuses', () => {
  const refusal = (props: object, id = 'web'): string =>
    refusalOf(() => new Service(chart(), id, props as ServiceProps));
  const web = new WebDeployment(chart(), 'web', { image, ports });

  test('a port that the workload does not declare, of the Service and not of the workload', () => {
    expect(refusal({ selector: web, ports: { htpp: 80 } }, 'front')).toBe(
      'test/front: ports.htpp.targetPort is "htpp"; allowed: "http" or "dns". To fix it, write "http".',
    );
  });

  test.each([
    ['no ports', { ports: {} }, 'ports is empty', 'headless: true'],
    ['two names for one port', { ports: { a: 80, b: 80 } }, '80/TCP, which is also "a"', 'another port'],
    ['a port without a number', { ports: { a: {} } }, 'ports.a.port is undefined', 'whole number'],
    ['a wrong number', { ports: { a: 0 } }, 'ports.a.port is 0', 'from 1 to 65535'],
    ['a wrong name', { ports: { HTTP: 80 } }, 'ports.HTTP is "HTTP"', '"http"'],
    ['another protocol', { selector: web, ports: { dns: { protocol: 'TCP' } } }, 'TCP while the workload', 'leave out'],
    [
      'a node port',
      { ports: { a: { port: 80, nodePort: 30000 } } },
      '30000 for a Service of type ClusterIP',
      'NodePort',
    ],
    ['a type that is none', { type: 'Loadbalancer', ports: { a: 80 } }, '"Loadbalancer"', 'write "LoadBalancer"'],
    ['a host that is none', { type: 'ExternalName', externalName: 'Db' }, 'externalName is "Db"', 'write "db"'],
    [
      'Pods for a host',
      { type: 'ExternalName', externalName: 'db', selector: web },
      'type ExternalName',
      'another type',
    ],
    ['an address for a headless one', { headless: true, clusterIP: '10.0.0.1' }, 'the address "10.0.0.1"', 'leave out'],
    ['headless with node ports', { headless: true, type: 'NodePort' }, 'a Service of type NodePort', 'leave out'],
    ['a policy for nothing', { ports: { a: 80 }, externalTrafficPolicy: 'Local' }, 'no traffic comes', 'leave it out'],
    ['a load balancer’s', { ports: { a: 80 }, loadBalancerClass: 'a' }, 'type ClusterIP', 'another type'],
    [
      'a check without local traffic',
      { type: 'LoadBalancer', ports: { a: 80 }, healthCheckNodePort: 30000 },
      "without externalTrafficPolicy: 'Local'",
      "set externalTrafficPolicy: 'Local'",
    ],
    [
      'a time without affinity',
      { ports: { a: 80 }, sessionAffinityConfig: { clientIP: { timeoutSeconds: 1 } } },
      "given without sessionAffinity: 'ClientIP'",
      'set sessionAffinity',
    ],
    [
      'a range that is none',
      { type: 'LoadBalancer', ports: { a: 80 }, loadBalancerSourceRanges: ['192.0.2.1'] },
      'loadBalancerSourceRanges[0] is "192.0.2.1"',
      'write "192.0.2.1/32"',
    ],
    ['a selector that is none', { selector: 'web', ports: { a: 80 } }, 'selector is "web"', 'pass the construct'],
    ['a wrong label', { selector: { a: 'b c' }, ports: { a: 80 } }, 'selector.a is "b c"', 'shorten'],
  ] as const)('%s', (_what, props, found, fix) => {
    const message = refusal(props);
    expect(message).toContain(found);
    expect(message).toContain(fix);
    expect(message.startsWith('test/web: ')).toBe(true);
  });

  test('a port that it does not have', () => {
    const service = new Service(chart(), 'web', { ports: { http: 80 } });
    expect(refusalOf(() => (service as Service<string>).port('htpp'))).toBe(
      'test/web: port is "htpp"; allowed: "http". To fix it, write "http".',
    );
  });
});
