import { checkAcross } from '../../src/checks/cross-checks';
import { describeFinding, findingsIn, manifestsOf } from './cross-findings';
import { deployment, policy, service } from './objects';

const http = ', ports: [{ name: http, containerPort: 8080 }]';
const api = deployment('api', http) + service('api', '{ port: 80, targetPort: http }');
const web = deployment('web', ", env: [{ name: API, value: 'http://api/v1' }]");
const fromWeb = 'ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: http }] }]';

describe('policies', () => {
  test('let through who is told to use a Service', () => {
    expect(findingsIn(api + web + policy('api', 'app: api', fromWeb))).toEqual([]);
    expect(findingsIn(api + web + policy('api', 'app: api', fromWeb.replace('web', 'worker')))).toEqual([
      'PLM7305 warning Deployment/web spec.template.spec.containers[0].env[0].value: Deployment web uses Service api, but no rule of NetworkPolicy api lets its Pods through to those of Deployment api.',
    ]);
  });

  test('let out who is told to use a Service', () => {
    const dns = '{ ports: [{ port: 53, protocol: UDP }] }';
    const to = (labels: string, port: number): string =>
      policy(
        'web',
        'app: web',
        `policyTypes: [Egress], egress: [${dns}, { to: [{ podSelector: { matchLabels: { ${labels} } } }], ports: [{ port: ${port} }] }]`,
      );
    expect(findingsIn(api + web + to('app: api', 8080))).toEqual([]);
    expect(findingsIn(api + web + to('app: api', 80)).map((finding) => finding.slice(0, 7))).toEqual(['PLM7305']);
  });

  test('count as open where labels or addresses are not known', () => {
    const rules =
      'ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: a } }, podSelector: { matchLabels: { app: web } } }] }]';
    expect(findingsIn(api + web + policy('api', 'app: api', rules))).toEqual([]);
    expect(
      findingsIn(api + web + policy('api', 'app: api', 'ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }]')),
    ).toEqual([]);
  });

  test('say nothing where a network plugin has others', () => {
    const other = '{ apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: { name: a } }';
    expect(findingsIn(`${api}${web}${policy('api', 'app: api', fromWeb.replace('web', 'worker'))}\n${other}`)).toEqual(
      [],
    );
  });

  test('need no DNS for addresses, and have it where all ports are open', () => {
    const egress = (rule: string): readonly string[] =>
      findingsIn(deployment('web') + policy('web', 'app: web', `policyTypes: [Egress], egress: [${rule}]`)).map((it) =>
        it.slice(0, 7),
      );
    expect(egress('{ to: [{ ipBlock: { cidr: 10.1.2.0/24 } }] }')).toEqual([]);
    expect(egress('{ to: [{ namespaceSelector: {} }] }')).toEqual([]);
    expect(egress('')).toEqual([]);
    expect(egress('{ to: [{ podSelector: {} }] }')).toEqual(['PLM7304']);
  });
});

describe('claims of what there is once', () => {
  const nodePort = (name: string, namespace: string): string =>
    `{ apiVersion: v1, kind: Service, metadata: { name: ${name}, namespace: ${namespace} }, spec: { type: NodePort, ports: [{ port: 80, nodePort: 30080 }] } }`;

  test('are errors in one chart, and warnings between charts, which may be for two clusters', () => {
    const one = manifestsOf(`${nodePort('web', 'a')}\n---\n${nodePort('api', 'b')}`);
    expect(checkAcross(one).map(describeFinding)).toEqual([
      'PLM7302 error Service/api spec.ports[0].nodePort: Service web in namespace a has nodePort 30080 already.',
    ]);
    const two = [...manifestsOf(nodePort('web', 'a'), 'first'), ...manifestsOf(nodePort('api', 'b'), 'second')];
    expect(checkAcross(two).map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('are none between copies of an application', () => {
    const copies = [
      ...manifestsOf(nodePort('web', 'staging'), 'staging'),
      ...manifestsOf(nodePort('web', 'live'), 'live'),
    ];
    expect(checkAcross(copies)).toEqual([]);
  });
});

test('one Ingress that sends a path to two Services claims it twice', () => {
  const path = (name: string): string =>
    `{ path: /, pathType: Prefix, backend: { service: { name: ${name}, port: { number: 80 } } } }`;
  const ingress = (paths: string): string => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec: { rules: [{ host: a.example.com, http: { paths: [${paths}] } }] }
---`;
  const found = (paths: string): readonly string[] => findingsIn(ingress(paths));
  expect(found(`${path('a')}, ${path('b')}`)).toEqual([
    'PLM7301 warning Ingress/web spec.rules[0].http.paths[1]: It claims the same twice, for another backend: ' +
      'host a.example.com, path /.',
  ]);
  expect(found(`${path('a')}, ${path('a')}`)).toEqual([]);
});
