import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { subdomainNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { compact } from './compact';
import { type ObjectProps, settleMetadata } from './metadata';
import { defineObject } from './object';
import { Place } from './place';
import { SingleObject } from './single-object';
import { type ReclaimPolicy, reclaimPolicies } from './storage/reclaim-policy';

/** Props of a `StorageClass`. */
export interface StorageClassProps extends ObjectProps {
  /** Who makes the volumes, such as `ebs.csi.aws.com`; `kubernetes.io/no-provisioner` when an administrator does. */
  readonly provisioner: string;
  /**
   * What the provisioner wants to know; at most 512 entries and 256 KiB.
   * @default - nothing
   */
  readonly parameters?: { readonly [parameter: string]: string };
  /**
   * What becomes of a volume when its claim is deleted: it is deleted with all its data, or kept.
   * @default - not printed; Kubernetes takes `Delete`
   */
  readonly reclaimPolicy?: Exclude<ReclaimPolicy, 'Recycle'>;
  /**
   * Whether a volume is made with the claim, or near the first Pod that uses it.
   * @default - not printed; Kubernetes takes `Immediate`
   */
  readonly volumeBindingMode?: 'Immediate' | 'WaitForFirstConsumer';
  /**
   * Whether a claim can ask for more later.
   * @default - not printed; no
   */
  readonly allowVolumeExpansion?: boolean;
  /**
   * Options of the mount, such as `noatime`. They are not checked: a wrong one makes the mount fail.
   * @default - none
   */
  readonly mountOptions?: readonly string[];
  /**
   * Zones and the like in which volumes are made: one of these, of which all labels must match.
   * @default - wherever the provisioner can
   */
  readonly allowedTopologies?: api.StorageClass['allowedTopologies'];
  /**
   * Whether claims that name no class get this one.
   * @default - not printed; no
   */
  readonly isDefaultClass?: boolean;
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.StorageClass>;
}

/**
 * A kind of storage that the cluster offers, and how volumes of it are made.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/
 *
 * @example
 * const fast = new StorageClass(chart, 'fast', {
 *   provisioner: 'ebs.csi.aws.com',
 *   parameters: { type: 'gp3' },
 *   reclaimPolicy: 'Retain',
 *   volumeBindingMode: 'WaitForFirstConsumer',
 *   allowVolumeExpansion: true,
 * });
 * new PersistentVolumeClaim(chart, 'orders', { storage: '50Gi', storageClassName: fast });
 */
export class StorageClass extends SingleObject {
  readonly object: ApiObject;
  readonly resourceType = 'storageclasses';

  /**
   * @param id Name of the class, unless `name` is given.
   * @throws {PropsError} for values that the API server would refuse
   */
  constructor(scope: Construct, id: string, props: StorageClassProps) {
    checkProps(scope, id, { StorageClass }, props);
    super(scope, id);
    const place = new Place(this);
    const { provisioner, reclaimPolicy, volumeBindingMode } = props;
    if (reclaimPolicy !== undefined) {
      const policies = reclaimPolicies.filter((policy) => policy !== 'Recycle');
      place.at('reclaimPolicy').oneOf(reclaimPolicy, policies);
    }
    if (volumeBindingMode !== undefined) {
      place.at('volumeBindingMode').oneOf(volumeBindingMode, ['Immediate', 'WaitForFirstConsumer']);
    }
    const storageClass: api.StorageClass = compact({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: settleMetadata(this, place, 'StorageClass', withDefaultMark(props), subdomainNameFlaw),
      provisioner,
      parameters: props.parameters && { ...props.parameters },
      reclaimPolicy,
      volumeBindingMode,
      allowVolumeExpansion: props.allowVolumeExpansion,
      mountOptions: props.mountOptions,
      allowedTopologies: props.allowedTopologies,
    } as const);
    this.object = defineObject(this, 'storageClass', storageClass, props.overrides);
    this.node.defaultChild = this.object;
  }
}

function withDefaultMark(props: StorageClassProps): ObjectProps {
  if (props.isDefaultClass === undefined) return props;
  const mark = { 'storageclass.kubernetes.io/is-default-class': String(props.isDefaultClass) };
  return { ...props, annotations: { ...mark, ...props.annotations } };
}
