import fc from 'fast-check';
import type { NodeAgentProps } from '../../src/constructs/node-agent-props';
import type { StatefulAppProps } from '../../src/constructs/stateful-app-props';
import type { WebDeploymentProps } from '../../src/constructs/web-deployment-props';
import type { WorkerProps } from '../../src/constructs/worker-props';
import type { ClaimTemplateProps } from '../../src/constructs/workload/claim-templates';
import { webDeploymentProps } from './arbitrary-props';

type Shared = Omit<
  WebDeploymentProps,
  'ingress' | 'maxSurge' | 'overrides' | 'replicas' | 'service' | 'spread' | 'strategy'
>;

/** What all of them share: image, ports, environment, resources and the like. */
const shared = webDeploymentProps.map(
  ({ maxSurge: _surge, replicas: _replicas, spread: _spread, ...rest }): Shared => rest,
);
const replicas = fc.integer({ min: 0, max: 9 });
const share = fc.oneof(
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 1, max: 100 }).map((number) => `${number}%` as const),
);
const seconds = fc.integer({ min: 0, max: 599 });
const scale = fc.oneof(
  fc.record({ replicas }, { requiredKeys: [] }),
  fc.record({
    autoscaling: fc.record({ minReplicas: fc.constantFrom(1, 2), maxReplicas: fc.integer({ min: 2, max: 9 }) }),
  }),
);
const beside = fc.record(
  {
    networkPolicy: fc.constantFrom({ allowFrom: [] }, { allowTo: [{ podSelector: {} }] }),
    serviceAccount: fc.constantFrom(true as const, { name: 'runner' }),
    revisionHistoryLimit: fc.nat({ max: 20 }),
    minReadySeconds: seconds,
  },
  { requiredKeys: [] },
);

/** Valid props of a Worker. */
export const workerProps = fc
  .tuple(
    shared,
    beside,
    scale,
    fc.record({ maxSurge: share, spread: fc.constantFrom(['zones'] as const) }, { requiredKeys: [] }),
  )
  .map((parts) => Object.assign({}, ...parts) as WorkerProps);

const claim = fc.record(
  {
    storage: fc.constantFrom('1Gi', '500M', 1e9),
    accessModes: fc.constantFrom(['ReadWriteOnce'] as const, ['ReadWriteOncePod'] as const, ['ReadWriteMany'] as const),
    storageClassName: fc.constantFrom('', 'fast'),
    readOnly: fc.boolean(),
    labels: fc.constant({ of: 'claim' }),
  },
  { requiredKeys: ['storage'] },
);
const claims = fc
  .uniqueArray(fc.tuple(fc.constantFrom('data', 'log', 'cache'), claim), { selector: ([name]) => name })
  .map((list) =>
    Object.fromEntries(
      list.map(([name, props]): [string, ClaimTemplateProps] => [name, { ...props, mountPath: `/claims/${name}` }]),
    ),
  );

/** Valid props of a StatefulApp. */
export const statefulAppProps = fc
  .tuple(
    shared,
    beside,
    scale,
    fc.record(
      {
        claims,
        podManagementPolicy: fc.constantFrom('OrderedReady', 'Parallel'),
        partition: fc.nat({ max: 9 }),
        ordinals: fc.record({ start: fc.nat({ max: 9 }) }),
        persistentVolumeClaimRetentionPolicy: fc.record(
          { whenDeleted: fc.constantFrom('Retain', 'Delete'), whenScaled: fc.constantFrom('Retain', 'Delete') },
          { requiredKeys: [] },
        ),
        headlessService: fc.record({ publishNotReadyAddresses: fc.boolean() }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    ),
  )
  .map((parts) => Object.assign({}, ...parts) as StatefulAppProps);

/** Valid props of a NodeAgent. */
export const nodeAgentProps = fc
  .tuple(
    shared,
    beside,
    fc.oneof(
      fc.record({ maxSurge: share }),
      fc.record({ maxUnavailable: share }),
      fc.constant({ updateStrategy: 'OnDelete' as const }),
    ),
    fc.record(
      {
        tolerate: fc.subarray(['controlPlane', 'uninitialized', 'noSchedule', 'noExecute', 'everything'] as const),
        hostPaths: fc
          .subarray(['/', '/var/log', '/proc', '/run/app.sock'])
          .map((paths) => Object.fromEntries(paths.map((path) => [path, { mountPath: `/host${path}` }]))),
        hostPID: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  )
  .map((parts) => Object.assign({}, ...parts) as NodeAgentProps);
