import { findingsIn } from './cross-findings';
import { budget, deployment, service } from './objects';

const ports = (...numbers: readonly number[]): string =>
  `, ports: [${numbers.map((number) => `{ name: p${number}, containerPort: ${number} }`).join(', ')}]`;

describe('selectors', () => {
  test('of Services may take in two versions of a program, but not what does not listen', () => {
    const selector = 'part-of: shop';
    const both = (first: string, second: string): string =>
      deployment('web', first, { labels: 'app: web, part-of: shop' }) +
      deployment('next', second, { labels: 'app: next, part-of: shop' }) +
      service('shop', '{ port: 80, targetPort: 8080 }', selector);
    expect(findingsIn(both(ports(8080), ports(8080)))).toEqual([]);
    expect(findingsIn(both(ports(8080), ''))).toEqual([
      'PLM7102 warning Service/shop spec.selector: The selector takes in the Pods of Deployment web, which listen on port 8080, and those of Deployment next, which do not.',
    ]);
  });

  test('of budgets may take in two programs, unless a number of their Pods must be available', () => {
    const programs =
      deployment('web', '', { labels: 'app: web, part-of: shop' }) +
      deployment('worker', '', { labels: 'app: worker, part-of: shop' });
    expect(findingsIn(programs + budget('shop', 'part-of: shop', 'maxUnavailable: 1'))).toEqual([]);
    expect(findingsIn(programs + budget('shop', 'part-of: shop', 'minAvailable: 1'))).toEqual([
      'PLM7102 warning PodDisruptionBudget/shop spec.selector: 1 of the Pods of Deployment web and of Deployment worker must be available together: all Pods of one of the two may be evicted at once.',
    ]);
  });

  test('of one workload that take in another are found once', () => {
    const wide = deployment('web', '', { labels: 'app: shop' });
    const narrow = deployment('canary', '', { labels: 'app: shop, track: canary' });
    expect(findingsIn(wide + narrow)).toEqual([
      'PLM7103 warning Deployment/web spec.selector: The selector takes in the Pods of Deployment canary too.',
    ]);
  });

  test('that miss by one label say which Pods were nearest', () => {
    const text =
      deployment('web', '', { labels: 'app: web, tier: front' }) +
      service('web', '{ port: 80 }', 'app: web, tier: frontend');
    expect(findingsIn(text)).toEqual([
      'PLM7101 warning Service/web spec.selector: No Pods have the labels app=web,tier=frontend; those of Deployment web have tier=front.',
    ]);
  });
});

describe('ports', () => {
  test('of Services lead to a name that is declared, wherever it is', () => {
    expect(findingsIn(deployment('web', ports(8080)) + service('web', '{ port: 80, targetPort: p8080 }'))).toEqual([]);
    expect(findingsIn(deployment('web') + service('web', '{ port: 80, targetPort: http }'))).toEqual([
      'PLM7104 error Service/web spec.ports[0].targetPort: The containers of Deployment web have no port named "http"; they declare no ports.',
    ]);
  });

  test('of Services may lead to a number that is not declared, if others lead to what is', () => {
    expect(findingsIn(deployment('web') + service('web', '{ port: 80 }'))).toEqual([]);
    expect(
      findingsIn(deployment('web', ports(80)) + service('web', '{ name: a, port: 80 }, { name: b, port: 8443 }')),
    ).toEqual([]);
    expect(findingsIn(deployment('web', ports(8080)) + service('web', '{ port: 80 }'))).toEqual([
      'PLM7104 warning Service/web spec.ports[0].port: The containers of Deployment web have no port 80; they have p8080 (8080).',
    ]);
  });

  test('of probes may be numbers', () => {
    const probe = (port: string): string =>
      `, ports: [{ name: http, containerPort: 80 }], livenessProbe: { httpGet: { path: /, port: ${port} } }`;
    expect(findingsIn(deployment('web', probe('8081')))).toEqual([]);
    expect(findingsIn(deployment('web', probe('http')))).toEqual([]);
    expect(findingsIn(deployment('web', probe('health')))).toEqual([
      'PLM7105 error Deployment/web spec.template.spec.containers[0].livenessProbe.httpGet.port: Container web has no port named "health"; it has http (80).',
    ]);
  });

  test('of one Pod belong to one container each', () => {
    const pod = (second: string): string => `
apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers:
    - { name: a, image: 'a:1', ports: [{ containerPort: 53, protocol: UDP }, { containerPort: 53 }] }
    - { name: b, image: 'b:1', ports: [${second}] }`;
    expect(findingsIn(pod('{ containerPort: 54 }'))).toEqual([]);
    expect(findingsIn(pod('{ containerPort: 53 }'))).toEqual([
      'PLM7303 warning Pod/web spec.containers[1].ports[0]: Containers a and b of one Pod both listen on port 53.',
    ]);
  });
});
