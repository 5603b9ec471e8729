import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { ObjectProps } from './metadata';
import type { OneOf } from './one-of';
import type { NameOf } from './pod/reference';
import type { Amount } from './pod/resources';
import type { AccessMode } from './storage/access-mode';
import type { ReclaimPolicy } from './storage/reclaim-policy';

/** Fields of a PersistentVolume's spec that say nothing of where its data is. */
type SettingsOfVolume =
  | 'accessModes'
  | 'capacity'
  | 'claimRef'
  | 'mountOptions'
  | 'nodeAffinity'
  | 'persistentVolumeReclaimPolicy'
  | 'storageClassName'
  | 'volumeAttributesClassName'
  | 'volumeMode';

/** Where the data of a PersistentVolume is: exactly one of them, such as `{ nfs: { server, path } }`. */
export type PersistentVolumeSource = OneOf<Omit<api.PersistentVolumeSpec, SettingsOfVolume>>;

/** A claim by its name and namespace. */
export interface ClaimReference {
  /** Name of the claim. */
  readonly name: NameOf;
  /** Namespace of the claim. A PersistentVolume has none itself. */
  readonly namespace: string;
}

/** Props of a `PersistentVolume`. */
export interface PersistentVolumeProps extends ObjectProps {
  /** How much it holds, in bytes, such as `'10Gi'`; above 0. Printed as it is written. */
  readonly capacity: Amount;
  /** Where the data is. */
  readonly source: PersistentVolumeSource;
  /**
   * All the ways in which it can be mounted; it is mounted in one of them at a time.
   * @default ['ReadWriteOnce']
   */
  readonly accessModes?: readonly AccessMode[];
  /**
   * Class of the storage; only claims that ask for it get the volume.
   * @default - not printed: no class, for claims that ask for none with empty text
   */
  readonly storageClassName?: NameOf;
  /**
   * VolumeAttributesClass that the volume belongs to.
   * @default - none
   * @since 1.34
   */
  readonly volumeAttributesClassName?: NameOf;
  /**
   * What becomes of the volume when its claim is deleted.
   * @default - not printed; Kubernetes takes `Retain`
   */
  readonly reclaimPolicy?: ReclaimPolicy;
  /**
   * Whether containers see a file system or the bare device.
   * @default - not printed; Kubernetes takes `Filesystem`
   */
  readonly volumeMode?: 'Filesystem' | 'Block';
  /**
   * Options of the mount, such as `nfsvers=4.1`. They are not checked: a wrong one makes the mount fail.
   * @default - none
   */
  readonly mountOptions?: readonly string[];
  /**
   * The nodes that reach it. A `local` volume needs it.
   * @default - every node
   */
  readonly nodeAffinity?: api.VolumeNodeAffinity;
  /**
   * The only claim that gets the volume. For a claim of ours, see `reserve`.
   * @default - any claim that fits
   */
  readonly claimRef?: ClaimReference;
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.PersistentVolume>;
}
