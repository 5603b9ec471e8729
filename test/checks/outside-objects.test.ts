import { checkAcross } from '../../src/checks/cross-checks';
import { Outside } from '../../src/checks/outside-objects';
import { findingsIn, manifestsOf } from './cross-findings';

const pod = `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  priorityClassName: system-cluster-critical
  serviceAccountName: default
  containers: [{ name: web, image: 'web:1', envFrom: [{ configMapRef: { name: settings } }, { secretRef: { name: database } }] }]
`;
const settings = 'spec.containers[0].envFrom[0].configMapRef.name';
const database = 'spec.containers[0].envFrom[1].secretRef.name';

describe('what exists elsewhere', () => {
  test('is believed of Secrets and not of ConfigMaps, in an open world', () => {
    expect(findingsIn(pod)).toEqual([
      `PLM7001 warning Pod/web ${settings}: There is no ConfigMap "settings" in namespace shop among the objects. The containers do not start without it.`,
    ]);
  });

  test('is nothing but what is declared, in a closed world', () => {
    expect(findingsIn(pod, { closed: true })).toEqual([
      `PLM7001 error Pod/web ${settings}: There is no ConfigMap "settings" in namespace shop among the objects. The containers do not start without it.`,
      `PLM7001 error Pod/web ${database}: There is no Secret "database" in namespace shop among the objects. The containers do not start without it.`,
      'PLM7004 error Pod/web metadata.namespace: There is no namespace "shop"; none of the objects defines it.',
    ]);
    const objects = [
      { kind: '*', namespace: 'sh*', name: '*' },
      { kind: 'Namespace', name: 'shop' },
    ];
    expect(findingsIn(pod, { closed: true, objects })).toEqual([]);
  });

  test('may be in files that are not at hand, if the objects are not all of an application', () => {
    expect(checkAcross(manifestsOf(pod), { isWhole: false })).toEqual([]);
    const other = `${pod}---\n{ apiVersion: v1, kind: ConfigMap, metadata: { name: setings, namespace: shop } }`;
    expect(checkAcross(manifestsOf(other), { isWhole: false }).map(({ message }) => message)).toEqual([
      'There is no ConfigMap "settings" in namespace shop; there is "setings". The containers do not start without it.',
    ]);
  });

  test('may be Pods', () => {
    const service = `
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop }, spec: { containers: [] } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: made-by-hand }, ports: [{ port: 80 }] }`;
    expect(findingsIn(service).map((finding) => finding.slice(0, 7))).toEqual(['PLM7101']);
    expect(findingsIn(service, { objects: [{ kind: 'Pod', namespace: 'shop', name: '*' }] })).toEqual([]);
  });

  test.each([
    ['*', 'anything', true],
    ['a*', 'a', true],
    ['a*a', 'a', false],
    ['a*a', 'aba', true],
    ['a*b*c', 'a-b-c', true],
    ['a*b*c', 'a-c', false],
    ['*b*b*', 'ab', false],
    ['exact', 'exact', true],
    ['exact', 'exactly', false],
    ['.*', 'a', false],
  ])('matches %s with %s: %s', (name, text, matches) => {
    expect(new Outside({ objects: [{ kind: 'Secret', name }] }).has('Secret', 'shop', text)).toBe(matches);
  });
});
