import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { PersistentVolumeClaim, Volume, WebDeployment } from '../index';

/** Storage: volumes that live with a Pod, and volumes that outlive it. */
export class Storage extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'study' });

    // A claim to storage of the cluster: see the chart `cluster`.
    const claim = new PersistentVolumeClaim(this, 'data-claim', {
      name: 'data',
      storage: '5Gi',
      storageClassName: 'manual',
      volumeName: 'study-data',
    });

    // A writer and a reader in one Pod: the claim is the writer's, the folder in memory is shared by both.
    const data = claim.volume('data');
    const shared = Volume.emptyDir('shared', { medium: 'Memory', sizeLimit: '64Mi' });
    new WebDeployment(this, 'writer', {
      image: 'ghcr.io/example/writer:1.0.0',
      strategy: 'Recreate',
      replicas: 1,
      volumeMounts: [data.mountedAt('/data'), shared.mountedAt('/shared')],
      sidecars: {
        reader: {
          image: 'ghcr.io/example/reader:1.0.0',
          volumeMounts: [shared.mountedAt('/shared', { readOnly: true })],
        },
      },
    });
  }
}
