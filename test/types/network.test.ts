import type { HttpFilter } from '../../src/constructs/gateway/filter';
import { GrpcRoute } from '../../src/constructs/grpc-route';
import { HorizontalPodAutoscaler } from '../../src/constructs/horizontal-pod-autoscaler';
import { HttpRoute } from '../../src/constructs/http-route';
import { Ingress } from '../../src/constructs/ingress';
import { dns, portsOf } from '../../src/constructs/network/destination';
import { allowTraffic } from '../../src/constructs/network/traffic';
import { DefaultDeny } from '../../src/constructs/default-deny';
import { NetworkPolicy } from '../../src/constructs/network-policy';
import { PodDisruptionBudget } from '../../src/constructs/pod-disruption-budget';
import type { Metric } from '../../src/constructs/scaling/metric';
import { Service } from '../../src/constructs/service';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart } from '../constructs/synth-one';

const image = 'registry.example.com/shop:1';

/** What must not compile; the function is never called, because most of it would throw. */
function neverCalled(): void {
  const target = chart();
  const web = new WebDeployment(target, 'web', { image, ports: { http: 8080, admin: 8081 } });

  const service = new Service(target, 'a', { selector: web, ports: { http: 80, other: { targetPort: 'admin' } } });
  service.port('other');
  // @ts-expect-error: no such port
  service.port('admin');
  // @ts-expect-error: the workload does not declare it
  new Service(target, 'b', { selector: web, ports: { http: { targetPort: 'htpp' } } });
  // @ts-expect-error: a port of the nodes for a type that has none
  new Service(target, 'c', { selector: web, ports: { http: { port: 80, nodePort: 30080 } } });
  new Service(target, 'd', { type: 'NodePort', selector: web, ports: { http: { port: 80, nodePort: 30080 } } });
  // @ts-expect-error: nothing comes from outside
  new Service(target, 'e', { selector: web, ports: { http: 80 }, externalTrafficPolicy: 'Local' });
  new Service(target, 'f', {
    selector: web,
    ports: { http: 80 },
    externalIPs: ['192.0.2.1'],
    externalTrafficPolicy: 'Local',
  });
  // @ts-expect-error: a load balancer's
  new Service(target, 'g', { type: 'NodePort', ports: { http: 80 }, loadBalancerClass: 'a' });
  // @ts-expect-error: the check is for local traffic
  new Service(target, 'h', { type: 'LoadBalancer', ports: { http: 80 }, healthCheckNodePort: 30000 });
  // @ts-expect-error: a headless Service has no address
  new Service(target, 'i', { headless: true, clusterIP: '10.0.0.1' });
  // @ts-expect-error: ports are required
  new Service(target, 'j', { selector: web });
  new Service(target, 'k', { headless: true, selector: web });
  // @ts-expect-error: none is declared
  new Service(target, 'l', { headless: true, selector: web }).port('http');
  // @ts-expect-error: a host has no Pods
  new Service(target, 'm', { type: 'ExternalName', externalName: 'example.com', selector: web });
  // @ts-expect-error: without a host
  new Service(target, 'n', { type: 'ExternalName' });
  // @ts-expect-error: how long without whether
  new Service(target, 'o', { ports: { http: 80 }, sessionAffinityConfig: { clientIP: { timeoutSeconds: 1 } } });
  new Service(target, 'p', { selector: { app: 'web' }, ports: { http: { port: 80, targetPort: 'any' } } });
  const anyService: Service<string> = service;
  void anyService;

  const backend = web.port('http');
  new Ingress(target, 'q', { backend, defaultBackend: { resource: { kind: 'Bucket', name: 'a' } } });
  // @ts-expect-error: one backend or rules
  new Ingress(target, 'r', { backend, rules: [{ paths: [{ backend }] }] });
  // @ts-expect-error: nothing serves it
  new Ingress(target, 's', { host: 'a.example.com' });
  const opaque = { name: 'a', type: 'Opaque' } as const;
  // @ts-expect-error: a Secret of another type
  new Ingress(target, 'cert', { backend, tls: [{ secretName: opaque }] });
  // @ts-expect-error: no such type of path
  new Ingress(target, 't', { backend, pathType: 'Regex' });

  const database = new WebDeployment(target, 'database', { image, ports: { postgres: 5432 } });
  new NetworkPolicy(target, 'u', {
    for: web,
    allowFrom: [database, { from: [database], ports: ['http', 9000] }],
    ports: ['admin'],
    allowTo: [dns(), portsOf(database, 'postgres'), { to: [database], ports: [5432] }],
  });
  // @ts-expect-error: a port of the other side
  new NetworkPolicy(target, 'v', { for: web, allowFrom: [{ from: [database], ports: ['postgres'] }] });
  // @ts-expect-error: not declared
  new NetworkPolicy(target, 'w', { for: web, allowFrom: [database], ports: ['htpp'] });
  // @ts-expect-error: not declared
  portsOf(database, 'postgre');
  // @ts-expect-error: no port is every port
  portsOf(database);
  allowTraffic({ from: web, to: database, port: 'postgres' });
  // @ts-expect-error: a port of the other side
  allowTraffic({ from: web, to: database, port: 'http' });
  // @ts-expect-error: nothing that leaves is denied
  new DefaultDeny(target, 'x', { traffic: 'ingress', allowDns: true });

  new HorizontalPodAutoscaler(target, 'y', { target: web, maxReplicas: 3, metrics: [{ pods: 'a', averageValue: 1 }] });
  // @ts-expect-error: the average of the Pods has no whole
  new HorizontalPodAutoscaler(target, 'z', { target: web, maxReplicas: 3, metrics: [{ pods: 'a', value: 1 }] });
  // @ts-expect-error: one aim
  const twoAims: Metric = { resource: 'cpu', averageUtilization: 1, averageValue: 1 };
  // @ts-expect-error: one kind
  const twoKinds: Metric = { resource: 'cpu', pods: 'a', averageValue: 1 };
  void [twoAims, twoKinds];
  // @ts-expect-error: most Pods are required
  new HorizontalPodAutoscaler(target, 'C', { target: web });
  new PodDisruptionBudget(target, 'D', { for: web, maxUnavailable: 1 });
  // @ts-expect-error: one of the two
  new PodDisruptionBudget(target, 'E', { for: web, maxUnavailable: 1, minAvailable: 1 });

  const parentRefs = ['public'];
  new HttpRoute(target, 'F', { parentRefs, rules: [{ backendRefs: [backend, { backend, weight: 1 }] }] });
  // @ts-expect-error: one filter each
  new HttpRoute(target, 'G', { parentRefs, rules: [{ filters: [{ urlRewrite: {}, requestRedirect: {} }] }] });
  // @ts-expect-error: another status
  new HttpRoute(target, 'H', { parentRefs, rules: [{ filters: [{ requestRedirect: { statusCode: 304 } }] }] });
  // @ts-expect-error: one change of the path
  const twoChanges: HttpFilter = { urlRewrite: { path: { replaceFullPath: '/', replacePrefixMatch: '/' } } };
  void twoChanges;
  // @ts-expect-error: one way to compare it
  new HttpRoute(target, 'J', { parentRefs, rules: [{ matches: [{ path: { exact: '/', prefix: '/' } }] }] });
  // @ts-expect-error: a Gateway is required
  new HttpRoute(target, 'K', { rules: [{ backendRefs: [backend] }] });
  // @ts-expect-error: no such field of the API
  new HttpRoute(target, 'L', { parentRefs, rules: [], overrides: { spec: { host: 'a' } } });
  // @ts-expect-error: a call is not sent elsewhere
  new GrpcRoute(target, 'M', { parentRefs, rules: [{ filters: [{ requestRedirect: {} }] }] });
  // @ts-expect-error: a service or a method
  new GrpcRoute(target, 'N', { parentRefs, rules: [{ matches: [{ method: {} }] }] });
}

test('what must not compile does not', () => {
  expect(neverCalled).toBeInstanceOf(Function);
});
