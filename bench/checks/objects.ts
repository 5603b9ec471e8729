import type { Manifest } from '../../src/manifest/manifest';
import { identityOf } from '../../src/manifest/manifest';
import type { KubernetesObject } from '../../src/manifest/manifest';

/** Seven objects of an application, as the other benchmarks have them, and a NetworkPolicy and a budget in place of two. */
function application(index: number): readonly KubernetesObject[] {
  const name = `web-${index}`;
  const namespace = `team-${index % 50}`;
  const metadata = { name, namespace };
  const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'shop' };
  const selector = { 'app.kubernetes.io/name': name };
  const container = {
    name: 'web',
    image: 'registry.example.com/shop/web:1.4.2',
    ports: [{ name: 'http', containerPort: 8080 }],
    env: [
      { name: 'LOG_LEVEL', valueFrom: { configMapKeyRef: { name, key: 'LOG_LEVEL' } } },
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'database', key: 'password' } } },
      { name: 'NEXT', value: `http://web-${index + 50}:80/api` },
    ],
    envFrom: [{ configMapRef: { name } }],
    readinessProbe: { httpGet: { path: '/', port: 'http' } },
    volumeMounts: [{ name: 'settings', mountPath: '/etc/settings' }],
  };
  const spec = {
    serviceAccountName: name,
    containers: [container],
    volumes: [{ name: 'settings', configMap: { name, items: [{ key: 'app.conf', path: 'app.conf' }] } }],
  };
  const backend = { service: { name, port: { name: 'http' } } };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { LOG_LEVEL: 'info', 'app.conf': 'a = 1' } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: { selector: { matchLabels: selector }, template: { metadata: { labels }, spec } },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata,
      spec: { rules: [{ host: `${name}.example.com`, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }] },
    },
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata,
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name }, minReplicas: 2, maxReplicas: 10 },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata,
      spec: {
        podSelector: { matchLabels: selector },
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/part-of': 'shop' } } }],
            ports: [{ port: 8080 }],
          },
        ],
      },
    },
  ];
}

/** So many applications of seven objects each. */
export function applications(count: number): readonly Manifest[] {
  return Array.from({ length: count }, (_, index) => application(index)).flatMap((objects) =>
    objects.map((object) => ({
      object,
      identity: identityOf(object),
      origin: { chart: 'shop', construct: 'shop', locate: () => undefined },
    })),
  );
}
