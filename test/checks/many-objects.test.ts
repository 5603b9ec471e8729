import { checkAcross } from '../../src/checks/cross-checks';
import { findingsIn, manifestsOf } from './cross-findings';
import { deployment, policy, service } from './objects';

const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('\n');
const http = ', ports: [{ containerPort: 80 }]';

describe('where there is much of one kind', () => {
  test('a port of the wrong number is found, unless one of many Services shows that the Pods listen', () => {
    const wrong = many(300, (i) => service(`s${i}`, '{ port: 80, targetPort: 8080 }', 'app: web'));
    const found = findingsIn(deployment('web', http) + wrong);
    expect(found).toHaveLength(300);
    expect(found[0]).toMatch(/^PLM7104 warning Service\/s0 .* they have 80\.$/);
    expect(findingsIn(deployment('web', http) + wrong + service('right', '{ port: 80 }', 'app: web'))).toEqual([]);
  });

  test('each object is read a few times only, whatever the number of Services with the same Pods', () => {
    const count = 300;
    const manifests = manifestsOf(
      deployment('web', http) + many(count, (i) => service(`s${i}`, '{ port: 80, targetPort: 8080 }', 'app: web')),
    );
    let reads = 0;
    const counted = manifests.map((manifest) => ({
      ...manifest,
      get object() {
        reads += 1;
        return manifest.object;
      },
    }));
    checkAcross(counted);
    expect(reads / count).toBeLessThan(100);
  });

  test('Pods about which there are hundreds of rules are not held against each of them', () => {
    const closed = (count: number): string =>
      deployment('web', http) +
      service('web', '{ port: 80 }') +
      many(count, (i) => policy(`p${i}`, 'app: web', `ingress: [{ ports: [{ port: ${1000 + i} }] }]`));
    expect(findingsIn(closed(3))).toEqual([expect.stringMatching(/^PLM7305/)]);
    expect(findingsIn(closed(300))).toEqual([]);
  });
});

test('a slip in the name of a namespace is found among many', () => {
  const namespace = (name: string): string => `\napiVersion: v1\nkind: Namespace\nmetadata: { name: ${name} }\n---`;
  const inside = (name: string): string =>
    `\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: ${name} }\ndata: { a: b }\n---`;
  const namespaces = many(100, (i) => namespace(`team-${i}`)) + namespace('payments');
  expect(findingsIn(namespaces + inside('paymnets') + inside('payment') + inside('other'))).toEqual([
    'PLM7004 warning ConfigMap/a metadata.namespace: There is no namespace "paymnets"; there is "payments".',
  ]);
});

test('Pods that a controller labels in the name of its own kinds are not missing', () => {
  const definition = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: volumes.storage.example.com }
spec: { group: storage.example.com, names: { kind: Volume } }
---`;
  const engine = service('engine', '{ port: 80 }', 'example.com/component: engine');
  expect(findingsIn(deployment('manager') + engine)).toHaveLength(1);
  expect(findingsIn(definition + deployment('manager') + engine)).toEqual([]);
});
