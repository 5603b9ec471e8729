import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** What belongs to the cluster and to no namespace: the namespace itself, and storage that namespaces lay claim to. */
export class Cluster extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    // Names are unique in a namespace, and what is in it goes when it goes.
    new k8s.KubeNamespace(this, 'study', { metadata: { name: 'study' } });

    // Storage that is there before anybody asks for it, and stays when nobody does any more.
    new k8s.KubePersistentVolume(this, 'data', {
      metadata: { name: 'study-data' },
      spec: {
        capacity: { storage: k8s.Quantity.fromString('5Gi') },
        accessModes: ['ReadWriteOnce'],
        persistentVolumeReclaimPolicy: 'Retain',
        storageClassName: 'manual',
        csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-0123456789abcdef0', fsType: 'ext4' },
      },
    });
  }
}
