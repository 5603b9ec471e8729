import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Namespace, PersistentVolume, PriorityClass, StorageClass } from '../index';

/** What belongs to the cluster: the namespace itself, and storage that namespaces lay claim to. */
export class Cluster extends Chart {
  /** Storage that is there before anybody asks for it. */
  readonly data: PersistentVolume;

  constructor(scope: Construct, id: string) {
    super(scope, id);

    // Names are unique in a namespace, and what is in it goes when it goes. The Pods of a study may do anything.
    new Namespace(this, 'study', {
      podSecurity: 'privileged',
      quota: { hard: { pods: 100, 'count/jobs.batch': 20 } },
      limits: { container: { defaultRequest: { cpu: '10m', memory: '16Mi' } } },
    });

    // Storage that stays when nobody claims it any more, and storage that is made when somebody does.
    const manual = new StorageClass(this, 'manual', { provisioner: 'kubernetes.io/no-provisioner' });
    this.data = new PersistentVolume(this, 'data', {
      name: 'study-data',
      capacity: '5Gi',
      reclaimPolicy: 'Retain',
      storageClassName: manual,
      source: { csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-0123456789abcdef0', fsType: 'ext4' } },
    });

    new PriorityClass(this, 'urgent', { value: 100_000, description: 'What earns the money.' });
  }
}
