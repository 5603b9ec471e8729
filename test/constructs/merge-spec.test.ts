import type { Deployment, Service } from '../../src/api/kubernetes';
import type { Patch } from '../../src/api/patch';
import { mergeSpec } from '../../src/constructs/merge-spec';

const scope = { node: { path: 'shop/web' } };

const deployment: Deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', labels: { team: 'a' }, finalizers: ['x'] },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      spec: {
        containers: [
          {
            name: 'web',
            image: 'a',
            env: [
              { name: 'A', value: '1' },
              { name: 'B', value: '2' },
            ],
            args: ['x', 'y'],
          },
          { name: 'log', image: 'b', ports: [{ containerPort: 53, protocol: 'UDP' }, { containerPort: 53 }] },
        ],
        tolerations: [{ key: 'a' }],
      },
    },
  },
};

const merge = (patch: Patch<Deployment>): Deployment => mergeSpec(scope, 'overrides.deployment', deployment, patch);
const containers = (patch: readonly object[]): unknown =>
  merge({ spec: { template: { spec: { containers: patch as never } } } }).spec!.template.spec!.containers;

test('maps are merged field by field, and the rest stays', () => {
  const merged = merge({ metadata: { labels: { tier: 'b' } }, spec: { strategy: { rollingUpdate: { maxSurge: 1 } } } });
  expect(merged.metadata).toEqual({ name: 'web', labels: { team: 'a', tier: 'b' }, finalizers: ['x'] });
  expect(merged.spec?.strategy).toEqual({ rollingUpdate: { maxSurge: 1 } });
  expect(merged.spec?.template).toEqual(deployment.spec?.template);
});

test('null deletes, undefined says nothing, $patch replaces a map', () => {
  expect(merge({ metadata: { labels: { team: null } } }).metadata?.labels).toEqual({});
  expect(merge({ metadata: undefined }).metadata).toEqual(deployment.metadata);
  expect(merge({ metadata: { $patch: 'replace', name: 'other' } }).metadata).toEqual({ name: 'other' });
});

test('containers are found by name, their env by name, and atomic lists are replaced', () => {
  expect(
    containers([
      {
        name: 'web',
        env: [
          { name: 'B', value: '3' },
          { name: 'C', value: '4' },
        ],
        args: ['z'],
      },
    ]),
  ).toEqual([
    {
      name: 'web',
      image: 'a',
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '3' },
        { name: 'C', value: '4' },
      ],
      args: ['z'],
    },
    deployment.spec!.template.spec!.containers[1],
  ]);
  expect(
    merge({ spec: { template: { spec: { tolerations: [{ key: 'b' }] } } } }).spec!.template.spec!.tolerations,
  ).toEqual([{ key: 'b' }]);
});

test('items are added, deleted and replaced', () => {
  expect(
    containers([
      { name: 'log', $patch: 'delete' },
      { name: 'new', image: 'c' },
    ]),
  ).toEqual([deployment.spec!.template.spec!.containers[0], { name: 'new', image: 'c' }]);
  expect(
    containers([
      { name: 'web', $patch: 'delete' },
      { name: 'log', $patch: 'replace', image: 'z' },
    ]),
  ).toEqual([{ name: 'log', image: 'z' }]);
  expect(containers([{ $patch: 'replace' }, { name: 'only' }])).toEqual([{ name: 'only' }]);
});

test('ports are told apart by number and protocol, which is TCP where it is left out', () => {
  const ports = (port: object): unknown =>
    (containers([{ name: 'log', ports: [port] }]) as { ports: unknown }[])[1]!.ports;
  expect(ports({ containerPort: 53, protocol: 'TCP', name: 'tcp' })).toEqual([
    { containerPort: 53, protocol: 'UDP' },
    { containerPort: 53, protocol: 'TCP', name: 'tcp' },
  ]);
  expect(() => ports({ containerPort: 53, name: 'dns' })).toThrow(
    'shop/web: overrides.deployment.spec.template.spec.containers[0].ports[0] is 53, which 2 items have; allowed: one item. To fix it, add its protocol.',
  );
});

test('sets are united', () => {
  expect(merge({ metadata: { finalizers: ['x', 'y'] } }).metadata?.finalizers).toEqual(['x', 'y']);
});

test('neither object nor patch is changed', () => {
  const before = JSON.stringify(deployment);
  const patch = { metadata: { labels: { a: 'b' } }, spec: { template: { spec: { containers: [{ name: 'new' }] } } } };
  const patchBefore = JSON.stringify(patch);
  merge(patch);
  expect([JSON.stringify(deployment), JSON.stringify(patch)]).toEqual([before, patchBefore]);
});

test('a field that the API does not have is refused with the nearest', () => {
  expect(() => merge({ spec: { template: { spec: { hostPid: true } as never } } })).toThrow(
    'shop/web: overrides.deployment.spec.template.spec.hostPid is no field of the API; allowed: hostPID or hostIPC. To fix it, write hostPID.',
  );
  expect(() => merge({ zzzzzzzz: 1 } as never)).toThrow(
    'allowed: apiVersion, kind, metadata or spec. To fix it, choose a field',
  );
});

test('an item without its key, an item to delete that is not there, and a wrong shape are refused', () => {
  expect(() => containers([{ image: 'a' }])).toThrow('containers[0] is without name; allowed: an item with its name');
  expect(() => containers([{ name: 'wbe', $patch: 'delete' }])).toThrow(
    'no name "wbe" to delete; allowed: "web" or "log"',
  );
  expect(() => merge({ spec: 'x' } as never)).toThrow('overrides.deployment.spec is "x"; allowed: an object');
  expect(() => merge({ spec: { template: { spec: { containers: {} as never } } } })).toThrow(
    'an empty object; allowed: a list',
  );
});

test('ports of a Service are found by port', () => {
  const service: Service = { apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 80 }, { port: 443 }] } };
  expect(
    mergeSpec(scope, 'overrides.service', service, { spec: { ports: [{ port: 443, nodePort: 30443 } as never] } }).spec,
  ).toEqual({
    ports: [{ port: 80 }, { port: 443, nodePort: 30443 }],
  });
});
