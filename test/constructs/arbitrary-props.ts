import fc from 'fast-check';
import { labelNameFlaw, serviceNameFlaw } from '../../src/values/name';
import { portNameFlaw } from '../../src/values/port';
import type { WebDeploymentProps } from '../../src/constructs/web-deployment-props';

const word = (alphabet: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength });
const letters = 'abcxyz0189-';
/** Names that a WebDeployment can have. */
export const names = word(letters, 30).filter((text) => serviceNameFlaw(text) === undefined);
const containerName = word(letters, 20).filter((text) => labelNameFlaw(text) === undefined && !/^\d+$/.test(text));
const portName = word(letters, 15).filter((text) => portNameFlaw(text) === undefined);
const quantity = fc.constantFrom('100m', '1', 2, '0.5', '128Mi', '1Gi', '1e3');
const percent = fc.integer({ min: 1, max: 100 }).map((number) => `${number}%` as const);
const path = word('abc/', 12).map((text) => `/${text}`);

const ports = fc
  .uniqueArray(fc.tuple(portName, fc.integer({ min: 1, max: 65535 })), { maxLength: 5, selector: ([key]) => key })
  .filter((list) => new Set(list.map(([, port]) => port)).size === list.length)
  .map((list) => Object.fromEntries(list));

/** Valid props of a WebDeployment. */
export const webDeploymentProps = fc.record(
  {
    image: fc.constantFrom('nginx', 'a/b:1', 'localhost:5000/a@sha256:' + '0'.repeat(64)),
    ports,
    env: fc.dictionary(word('ABC_', 8), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
    args: fc.array(fc.string()),
    resources: fc.record({ requests: fc.dictionary(fc.constantFrom('cpu', 'memory'), quantity) }),
    profile: fc.constantFrom('restricted', 'baseline', 'privileged'),
    sidecars: fc.dictionary(containerName, fc.record({ image: fc.constant('busybox:1') })),
    maxSurge: fc.oneof(fc.integer({ min: 1, max: 9 }), percent),
    replicas: fc.integer({ min: 0, max: 9 }),
    podAnnotations: fc.dictionary(word('abc', 8), fc.string()),
    writablePaths: fc.uniqueArray(path, {
      selector: (text) => text.replace(/\/+/g, '-').replace(/-$/, ''),
      maxLength: 3,
    }),
    spread: fc.subarray(['zones', 'nodes'] as const),
    terminationGracePeriodSeconds: fc.nat(),
  },
  { requiredKeys: ['image'] },
) as fc.Arbitrary<WebDeploymentProps<string>>;
